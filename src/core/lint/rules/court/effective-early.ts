import { lastDayOfAnyAppeal } from '../../../deadlines/last-appeal-day.ts'
import { sayProvisionalAnd } from '../../../deadlines/provisional.ts'
import type { Suit } from '../../../facts/documents.ts'
import { isAppealable, knownServices } from '../../../facts/judgments.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const effectiveEarly = defineRule({
  id: 'court/effective-early',
  severity: 'warning',
  about: 'omission',
  severityStays: 'record',
  matter: 'appeal',
  title: '可以上诉的一审裁判在各方上诉期满以后才生效',
  why: '生效日期是申请执行、申请再审的起点，也决定裁判能不能执行；写成裁判当日，这些期限都会算错。',
  mend: '按法院的生效证明改正生效日期，并补录送达日期；调解、撤诉以及二审裁判不受此限。',
  *check(scope) {
    for (const suit of scope.facts.court.suits) {
      const { id, effectiveOn, appeal } = suit
      if (effectiveOn === undefined || appeal?.judgedOn || !isAppealable(suit)) continue
      const last = lastDayOfAnyAppeal(scope, suit)
      if (last === undefined || effectiveOn > last) continue
      const ends = sayProvisionalAnd('才届满', last, scope.calendar.day(last))
      yield at(suit, 'effectiveOn', early(id, effectiveOn, ends, knownServices(suit).length > 0))
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '上诉期满的次日生效', change: judged({ servedOn: '2026-09-02', effectiveOn: '2026-09-18' }) },
      { title: '调解书签收即生效', change: judged({ result: 'mediated', effectiveOn: '2026-09-01' }) },
      {
        title: '二审维持，二审裁判当日生效',
        change: judged({
          appeal: { by: 'o2', on: '2026-09-10', judgedOn: '2026-11-02', result: 'upheld' },
          effectiveOn: '2026-11-02',
        }),
      },
      { title: '还没有生效', change: judged({}) },
      {
        title: '二审裁判早于一审的上诉期满',
        change: judged({
          appeal: { by: 'o2', on: '2026-09-02', judgedOn: '2026-09-10', result: 'upheld' },
          effectiveOn: '2026-09-10',
        }),
      },
    ],
    reject: [
      {
        title: '裁判当日生效',
        says: ['上诉期即使当日送达也到 2026-09-16'],
        finds: ['warning - court.suits.0.effectiveOn'],
        change: judged({ effectiveOn: '2026-09-01' }),
      },
      {
        title: '一名义务人送达在后，其上诉期还没有满',
        finds: ['warning - court.suits.0.effectiveOn'],
        change: judged({
          servedOn: '2026-09-02',
          services: [{ obligor: 'o2', servedOn: '2026-09-07' }],
          effectiveOn: '2026-09-18',
        }),
      },
      {
        title: '上诉期的最后一日生效',
        finds: ['warning - court.suits.0.effectiveOn'],
        says: ['上诉期到 2026-09-17 才届满'],
        change: judged({ servedOn: '2026-09-02', effectiveOn: '2026-09-17' }),
      },
    ],
  },
})

function judged(more: Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [
      { id: 'S1', obligors: ['o2'], filedOn: '2026-03-02', judgedOn: '2026-09-01', result: 'won', ...more },
    ]
  })
}

const early = (id: string, effectiveOn: string, ends: string, isServed: boolean) =>
  `诉讼 ${id} 的“生效日期”为 ${effectiveOn}，而上诉期${
    isServed ? `到 ${ends}` : `即使当日送达也到 ${ends}`
  }，没有上诉的在其后生效。${cite('appeal')}；请按生效证明核对，并记录送达日期。`
