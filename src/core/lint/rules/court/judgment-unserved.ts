import type { Suit } from '../../../facts/documents.ts'
import { isAppealable } from '../../../facts/judgments.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const judgmentUnserved = defineRule({
  id: 'court/judgment-unserved',
  severity: 'notice',
  about: 'omission',
  unrecorded: '裁判送达日期',
  matter: 'appeal',
  title: '一审裁判记有送达本单位的日期',
  why: '上诉期自送达之日起算，各方各算各的；没有送达日期就不知道上诉的最后一日，也不知道裁判何时生效。',
  mend: '收到裁判文书后办理「记录裁判送达」。',
  *check({ facts }) {
    for (const suit of facts.court.suits) {
      if (!isAppealable(suit) || suit.effectiveOn || suit.appeal || suit.servedOn) continue
      yield at(suit, 'judgedOn', unserved(suit.id))
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '记有送达日期', change: judged({ servedOn: '2026-11-12' }) },
      { title: '已经生效', change: judged({ effectiveOn: '2026-11-24' }) },
    ],
    reject: [{ title: '只有裁判日期', finds: ['notice - court.suits.0.judgedOn'], change: judged({}) }],
  },
})

function judged(more: Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [
      { id: 'S1', obligors: ['o2'], filedOn: '2026-06-01', judgedOn: '2026-11-02', result: 'lost', ...more },
    ]
  })
}

const unserved = (id: string) =>
  `诉讼 ${id} 的一审裁判没有送达本单位的日期，上诉期无从起算。${cite('appeal')}：自送达之日起算；请记录送达日期。`
