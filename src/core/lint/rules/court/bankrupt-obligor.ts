import type { IsoDate } from '../../../calendar/dates.ts'
import { isBankruptOn } from '../../../facts/bankruptcy.ts'
import type { Bankruptcy, Obligor } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inCase, inCourt, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const bankruptObligor = defineRule({
  id: 'court/bankrupt-obligor',
  severity: 'warning',
  about: 'breach',
  matter: 'bankruptcy-stay',
  title: '义务人破产期间向管理人申报债权，不单独执行、保全或者受偿',
  why: '受理破产申请以后，执行中止，保全解除，单独的清偿无效，由管理人代表义务人；此时单独办的手续多半落空（此条未与原文核对）。',
  mend: '办理「记录义务人破产、申报债权」，向管理人申报；程序终结后对未受清偿的部分另行主张。不受破产影响的（如有财产担保、由他人承担），在案件备注里说明。',
  *check({ facts }) {
    for (const obligor of facts.obligors) {
      for (const { holder, key, what, on } of stepsAgainst(facts, obligor)) {
        if (isBankruptOn(obligor, on))
          yield at(holder, key, pointless(obligor, what, on), { code: what, subject: obligor.id })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有破产', change: unchanged },
      { title: '签约以后才受理破产', change: bankruptSince('2025-08-01') },
      {
        title: '破产程序终结以后申请执行',
        change: all(bankruptSince('2025-08-01', { endedOn: '2026-05-01' }), enforcedOn('2026-06-01')),
      },
      {
        title: '向受理破产的法院起诉',
        change: all(bankruptSince('2025-08-01', { court: '某中级人民法院' }), suedIn('某中级人民法院')),
      },
    ],
    reject: [
      {
        title: '破产期间单独签约',
        finds: ['warning 签约 agreements.agreements.0.signedOn'],
        change: bankruptSince('2025-07-01'),
      },
      {
        title: '破产期间申请执行',
        finds: ['warning 申请执行 court.enforcements.0.appliedOn'],
        change: all(bankruptSince('2025-08-01'), enforcedOn('2026-06-01')),
      },
      {
        title: '破产期间申请保全',
        finds: ['warning 申请保全 court.preservations.0.appliedOn'],
        change: all(
          bankruptSince('2025-08-01'),
          inCourt((court) => {
            court.preservations = [{ kind: 'property', appliedOn: '2026-06-01', obligors: ['o1'] }]
          }),
        ),
      },
      {
        title: '破产期间向别的法院起诉',
        finds: ['warning 起诉 court.suits.0.filedOn'],
        change: all(bankruptSince('2025-08-01', { court: '某中级人民法院' }), suedIn('另一中级人民法院')),
      },
      {
        title: '破产期间变更协议',
        finds: ['warning 签约 agreements.agreements.0.signedOn'],
        change: all(
          bankruptSince('2025-07-20', { endedOn: '2025-08-01' }),
          inAgreement((agreement) => {
            agreement.signedOn = '2025-07-25'
          }),
        ),
      },
    ],
  },
})

/** A step against an obligor, or an agreement with it, and its place in the facts. */
interface Step {
  readonly holder: object
  readonly key: string
  readonly what: string
  readonly on: IsoDate
}

function stepsAgainst({ agreements, court }: Facts, { id, bankruptcy }: Obligor): Step[] {
  const named = (obligors: readonly string[] | undefined): boolean => obligors?.includes(id) ?? false
  const step = (holder: object, key: string, what: string, on: IsoDate | undefined): Step[] =>
    on === undefined ? [] : [{ holder, key, what, on }]
  return [
    ...agreements
      .filter(({ obligors }) => named(obligors))
      .flatMap((each) => step(each, 'signedOn', '签约', each.signedOn)),
    ...court.enforcements
      .filter(({ obligors }) => named(obligors))
      .flatMap((each) => step(each, 'appliedOn', '申请执行', each.appliedOn)),
    ...court.preservations
      .filter(({ obligors }) => named(obligors))
      .flatMap((each) => step(each, 'appliedOn', '申请保全', each.appliedOn)),
    ...court.suits
      .filter(({ obligors, court: where }) => named(obligors) && isElsewhere(bankruptcy, where))
      .flatMap((each) => step(each, 'filedOn', '起诉', each.filedOn)),
  ]
}

/** Whether a suit was brought in another court than the one that has the bankruptcy. */
function isElsewhere(bankruptcy: Bankruptcy | undefined, where: string | undefined): boolean {
  return bankruptcy?.court === undefined || where === undefined || bankruptcy.court !== where
}

function bankruptSince(openedOn: IsoDate, more: Partial<Bankruptcy> = {}) {
  return inCase(({ obligors }) => {
    part(obligors[0]).bankruptcy = { openedOn, ...more }
  })
}

function enforcedOn(appliedOn: IsoDate) {
  return inCourt((court) => {
    court.enforcements = [
      { id: 'F1', instrument: 'confirmation', reference: 'G1', obligors: ['o1'], appliedOn },
    ]
  })
}

function suedIn(where: string) {
  return inCourt((court) => {
    court.suits = [{ id: 'S1', obligors: ['o1'], court: where, filedOn: '2026-06-01' }]
  })
}

const pointless = ({ name, bankruptcy }: Obligor, what: string, on: IsoDate) =>
  `${name}的破产申请已于 ${bankruptcy?.openedOn ?? ''} 受理，又于 ${on} ${what}。${cite('bankruptcy-stay')}（未与原文核对）：受理以后执行中止、保全解除、单独的清偿无效，新的诉讼向受理破产的法院提起；请向管理人申报债权。`
