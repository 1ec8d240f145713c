import type { IsoDate } from '../../../calendar/dates.ts'
import type { Obligor } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { isGoneOn } from '../../../facts/successor.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inCase, inRound, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const endedObligor = defineRule({
  id: 'case/ended-obligor',
  severity: 'warning',
  about: 'breach',
  matter: 'succession',
  title: '终止或者死亡的义务人由承继人受领送达、签署文书',
  why: '已经终止的单位、已经死亡的人不能收件、答复和签约；此后的送达和协议对谁都没有约束力。',
  mend: '查明承继人，办理「记录承继人」，再向其送达、与其签约；没有承继人又没有财产的，可以终止索赔。',
  *check({ facts }) {
    for (const obligor of facts.obligors) {
      for (const { holder, key, what, on } of stepsWith(facts, obligor)) {
        if (isGoneOn(obligor, on))
          yield at(holder, key, gone(obligor, what, on), { code: what, subject: obligor.id })
      }
    }
  },
  examples: {
    accept: [
      { title: '义务人都在', change: unchanged },
      { title: '送达和签约以后才死亡', change: diedOn('2025-07-25') },
      {
        title: '死亡以后由继承人受领、签约',
        change: all(
          diedOn('2025-05-01'),
          inCase(({ obligors }) => {
            part(obligors[1]).successor = { kind: 'individual', name: '郑某二', relation: '继承人' }
          }),
        ),
      },
      {
        title: '协议还没有签署',
        change: all(
          diedOn('2025-07-01'),
          inAgreement((agreement) => {
            delete agreement.signedOn
          }),
        ),
      },
      {
        title: '没有送达、没有签约的义务人',
        change: all(
          diedOn('2025-05-01'),
          inRound((round) => {
            round.services?.pop()
          }),
          inAgreement((agreement) => {
            agreement.obligors = ['o1']
          }),
        ),
      },
      {
        title: '还没有送达成功',
        change: all(
          diedOn('2025-05-27'),
          inRound((round) => {
            delete part(round.services?.[1]).servedOn
          }),
          inAgreement((agreement) => {
            agreement.obligors = ['o1']
          }),
        ),
      },
    ],
    reject: [
      {
        title: '死亡以后才送达',
        finds: [
          'warning 送达 consultation.rounds.0.services.1.servedOn',
          'warning 签约 agreements.agreements.0.signedOn',
        ],
        change: diedOn('2025-05-27'),
      },
      {
        title: '送达以后、签约以前死亡',
        says: ['死亡'],
        finds: ['warning 签约 agreements.agreements.0.signedOn'],
        change: diedOn('2025-07-23'),
      },
      {
        title: '死亡以后、继承人承继以前签约',
        finds: ['warning 签约 agreements.agreements.0.signedOn'],
        change: all(
          diedOn('2025-07-01'),
          inCase(({ obligors }) => {
            const successor = { kind: 'individual' as const, name: '郑某二', relation: '继承人' }
            part(obligors[1]).successor = { ...successor, since: '2025-12-01' }
          }),
        ),
      },
      {
        title: '单位终止以后才签约',
        finds: ['warning 签约 agreements.agreements.0.signedOn'],
        says: ['某造纸有限公司已于 2025-07-01 终止'],
        change: inCase(({ obligors }) => {
          part(obligors[0]).endedOn = '2025-07-01'
        }),
      },
    ],
  },
})

/** A step that is only possible with an obligor who still exists, and its place in the facts. */
interface Step {
  readonly holder: object
  readonly key: string
  readonly what: string
  readonly on: IsoDate
}

function stepsWith({ rounds, agreements }: Facts, { id }: Obligor): Step[] {
  const served = rounds.flatMap(({ services = [] }) =>
    services.flatMap((service) =>
      service.obligor === id && service.servedOn
        ? [{ holder: service, key: 'servedOn', what: '送达', on: service.servedOn }]
        : [],
    ),
  )
  const signed = agreements.flatMap((agreement) =>
    agreement.obligors.includes(id) && agreement.signedOn
      ? [{ holder: agreement, key: 'signedOn', what: '签约', on: agreement.signedOn }]
      : [],
  )
  return [...served, ...signed]
}

function diedOn(day: IsoDate) {
  return inCase(({ obligors }) => {
    part(obligors[1]).endedOn = day
  })
}

const gone = ({ name, kind, endedOn }: Obligor, what: string, on: IsoDate) =>
  `${name}已于 ${endedOn} ${kind === 'individual' ? '死亡' : '终止'}，${on} 的${what}没有承继人。${cite('succession')}（未与原文核对）：合并、分立的由其后的单位承继，自然人的由继承人在遗产范围内承继；请记录承继人，向其送达、由其签署。`
