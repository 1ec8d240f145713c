import { distributed } from '../../facts/bankruptcy.ts'
import { fenOf, showYuan } from '../../facts/money.ts'
import { obligorName, obligorOf } from '../../facts/queries.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 记录破产分配: what the administrator pays on the claim; the payment itself is recorded on its instalment. */
export const recordDistribution = defineAction({
  id: 'record-distribution',
  title: '记录破产分配',
  matter: 'bankruptcy-claim',
  moves: false,
  follows: 'record-bankruptcy',
  advised: () => false,
  after: 'record-bankruptcy',
  subjects: ({ obligors }) =>
    obligors.filter(({ bankruptcy }) => bankruptcy?.claimedOn !== undefined).map(({ id }) => id),
  about: (facts, subject) => `从${obligorName(facts, subject)}的破产财产分到`,
  blockers: () => [],
  section: 'case.obligors[].bankruptcy.distributions',
  at: (facts, subject) => [facts.obligors.findIndex(({ id }) => id === subject)],
  mode: 'append',
  ask: ['on', 'amount', 'note'],
  defaults: ({ today }) => ({ on: today }),
  refuse: ({ facts }, { on, amount }, subject) => {
    const bankruptcy = obligorOf(facts, subject)?.bankruptcy
    const admitted = bankruptcy?.admitted
    const total = (bankruptcy ? distributed(bankruptcy) : 0n) + fenOf(amount)
    return [
      ...contradictionIf(
        (bankruptcy?.distributions ?? []).some((each) => each.on === on),
        `${on ?? ''} 的分配已经记录，同日的合并为一笔`,
        'bankruptcy-claim',
        { key: 'on' },
      ),
      ...contradictionIf(
        admitted !== undefined && total > fenOf(admitted),
        `各次分配合计 ${showYuan(total)}，多于确认的债权 ${showYuan(fenOf(admitted))}`,
        'bankruptcy-claim',
        { key: 'amount' },
      ),
    ]
  },
})
