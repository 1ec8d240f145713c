import { lastAppealDay } from '../../../deadlines/last-appeal-day.ts'
import { sayProvisionalAnd } from '../../../deadlines/provisional.ts'
import type { Appeal, Suit } from '../../../facts/documents.ts'
import { appealsOf, CLAIMANT } from '../../../facts/judgments.ts'
import { obligorName } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const appealLate = defineRule({
  id: 'court/appeal-late',
  severity: 'warning',
  about: 'omission',
  matter: 'appeal',
  title: '上诉在上诉人自己的上诉期内提出',
  why: '上诉期满以后提出的上诉，人民法院不予受理，一审裁判随上诉期满生效。',
  mend: '核对送达日期和上诉日期；确属逾期的，以法院是否受理为准，不受理的记录生效日期。',
  *check(scope) {
    const { facts } = scope
    for (const suit of facts.court.suits) {
      for (const appeal of appealsOf(suit)) {
        const last = lastAppealDay(scope, suit, appeal.by)
        if (last === undefined || appeal.on <= last) continue
        const who = appeal.by === CLAIMANT ? '赔偿权利人一方' : obligorName(facts, appeal.by)
        const ended = sayProvisionalAnd('已经届满', last, scope.calendar.day(last))
        yield at(appeal, 'on', late(suit.id, who, appeal.on, ended))
      }
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '最后一日上诉', change: appealed({ by: 'obligee', on: '2026-09-15' }) },
      { title: '义务人的送达日期没有记录', change: appealed({ by: 'o1', on: '2026-09-30' }) },
    ],
    reject: [
      {
        title: '本方的上诉期满后上诉',
        finds: ['warning - court.suits.0.appeal.on'],
        change: appealed({ by: 'obligee', on: '2026-09-16' }),
      },
      {
        title: '义务人自己的上诉期满后上诉',
        finds: ['warning - court.suits.0.appeal.on'],
        change: appealed({ by: 'o2', on: '2026-09-19' }),
      },
    ],
  },
})

/** Judged on 28 August 2026; served on the office on 31 August and on o2 on 2 September: until 15 and 17 September. */
function appealed(appeal: Appeal) {
  const suit: Suit = {
    id: 'S1',
    obligors: ['o1', 'o2'],
    filedOn: '2026-03-02',
    judgedOn: '2026-08-28',
    servedOn: '2026-08-31',
    services: [{ obligor: 'o2', servedOn: '2026-09-02' }],
    appeal,
  }
  return inCourt((court) => {
    court.suits = [suit]
  })
}

const late = (id: string, who: string, on: string, ended: string) =>
  `诉讼 ${id}：${who} ${on} 才上诉，其上诉期到 ${ended}。${cite('appeal')}：自送达之日起算；请核对日期，法院不予受理的，记录裁判的生效日期。`
