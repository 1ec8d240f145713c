import { debtsOf, isOwed } from '../../../facts/debts.ts'
import type { Suit } from '../../../facts/documents.ts'
import { obligorName } from '../../../facts/queries.ts'
import { bindingSuits } from '../../../facts/suits.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const defendantUnsaid = defineRule({
  id: 'court/defendant-unsaid',
  severity: 'warning',
  about: 'omission',
  unrecorded: '各义务人的判项',
  matter: 'enforcement',
  title: '生效裁判对每名败诉的义务人都记有判项',
  why: '判决的款项只记了一人的，对另一人判了什么就无从催告、申请执行，也看不出有没有履行。',
  mend: '按裁判文书在“判决的款项”或者修复内容中补上对该义务人的判项；共同承担的不写付款人；对其驳回、撤诉的，记入“对各义务人的结果”。',
  *check({ facts }) {
    for (const suit of bindingSuits(facts)) {
      if (!suit.payments?.length && !suit.restoration) continue
      const unsaid = debtsOf(facts, suit.id).filter((debt) => {
        return isOwed(debt) && !debt.instalments.length && !debt.works.length
      })
      for (const { obligor } of unsaid) {
        yield at(suit, 'obligors', unsaidOf(suit.id, obligorName(facts, obligor)), { code: obligor })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '款项不写付款人，由各义务人共同承担', change: judged({ amount: '1000.00' }) },
      {
        title: '对另一人驳回',
        change: judged({ obligor: 'o1', amount: '1000.00' }, [{ obligor: 'o2', result: 'lost' }]),
      },
    ],
    reject: [
      {
        title: '款项只由一人支付，对另一人没有判项',
        finds: ['warning o2 court.suits.0.obligors'],
        change: judged({ obligor: 'o1', amount: '1000.00' }),
      },
    ],
  },
})

function judged(owed: { readonly obligor?: string; readonly amount: string }, results?: Suit['results']) {
  const payments = [{ id: 'P9', dueOn: '2026-12-31', ...owed }]
  const suit: Suit = {
    id: 'S1',
    obligors: ['o1', 'o2'],
    filedOn: '2026-03-02',
    judgedOn: '2026-06-01',
    result: 'won',
    effectiveOn: '2026-07-01',
    payments,
  }
  return inCourt((court) => {
    court.suits = [results ? { ...suit, results } : suit]
  })
}

const unsaidOf = (id: string, name: string) =>
  `诉讼 ${id} 的裁判对${name}判了什么没有记录，暂按其负有金钱给付义务计算。${cite('enforcement')}；请按裁判文书补录判项。`
