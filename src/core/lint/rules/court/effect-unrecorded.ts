import type { Suit } from '../../../facts/documents.ts'
import { inEffectSince, isFinalUnrecorded } from '../../../facts/judgments.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const effectUnrecorded = defineRule({
  id: 'court/effect-unrecorded',
  severity: 'warning',
  about: 'omission',
  unrecorded: '裁判生效日期',
  matter: 'court-procedure',
  title: '二审已经裁判的，记有生效日期',
  why: '二审裁判是终审的裁判；生效日期是申请执行、申请再审的起点，没有记录的只能从二审裁判之日从严推算。',
  mend: '办理「记录裁判」，补录生效日期；改判的一并改正诉讼结果和判决的款项。',
  *check({ facts }) {
    for (const suit of facts.court.suits) {
      if (isFinalUnrecorded(suit) && suit.result !== 'withdrawn')
        yield at(suit, 'appeal', unrecorded(suit.id, inEffectSince(suit) ?? ''), { code: suit.id })
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '记有生效日期', change: appealed('upheld', '2026-11-09') },
      { title: '发回重审的没有生效', change: appealed('remanded') },
    ],
    reject: [
      {
        title: '二审维持，没有生效日期',
        finds: ['warning S1 court.suits.0.appeal'],
        change: appealed('upheld'),
      },
      {
        title: '撤回上诉，没有生效日期',
        finds: ['warning S1 court.suits.0.appeal'],
        change: appealed('withdrawn'),
      },
    ],
  },
})

function appealed(result: 'upheld' | 'remanded' | 'withdrawn', effectiveOn?: string) {
  const suit: Suit = {
    id: 'S1',
    obligors: ['o2'],
    filedOn: '2026-03-02',
    judgedOn: '2026-09-01',
    result: 'won',
    appeal: { by: 'o2', on: '2026-09-10', judgedOn: '2026-11-02', result },
  }
  return inCourt((court) => {
    court.suits = [effectiveOn === undefined ? suit : { ...suit, effectiveOn }]
  })
}

const unrecorded = (id: string, since: string) =>
  `诉讼 ${id} 的二审已于 ${since} 裁判，没有记录生效日期；申请执行、申请再审的期限暂从该日起算。${cite('court-procedure')}；请按送达和生效证明补录。`
