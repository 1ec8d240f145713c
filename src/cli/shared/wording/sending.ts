import { ejcCall } from '../output/call.ts'

/** What the office as a whole sends upward: the deadline, and the call that records that it was sent. */
interface Sending {
  readonly deadline: string
  /** What the officer calls it. */
  readonly title: string
  /** The report as `ejc report` names it, and the option of its period. */
  readonly report: string
  readonly option: string
  readonly example: string
  /** Of the words by which it may be called, those that no step of a case has. */
  readonly words: readonly string[]
}

const sendings: readonly Sending[] = [
  {
    deadline: 'quarterly-clue-list',
    title: '报送季度案件线索清单',
    report: '季度线索清单',
    option: '--quarter',
    example: '2026Q3',
    words: ['线索清单', '季度清单'],
  },
  {
    deadline: 'annual-report',
    title: '向政府汇报年度工作',
    report: '年度情况',
    option: '--year',
    example: '2026',
    words: ['年度', '年报'],
  },
]

/** What the office sends that a word means as if it were a step of a case: 报送线索清单, 年度汇报. */
export function sendingMeant(word: string): string | undefined {
  const typed = word.trim()
  const found = sendings.find(
    ({ title, words }) => title.includes(typed) || words.some((each) => typed.includes(each)),
  )
  return typed.length > 1 ? found?.deadline : undefined
}

/** What stands before the call. */
export const SENDING = '报送以后记下哪一天报的（今天，或者 10.12 这样写），即从清单里销去'

/**
 * The call that records a report as sent, for a period (2026Q3, 2026) or the usual example; undefined for a deadline that
 * no report meets.
 */
export function sendingCall(deadline: string, period?: string, repo?: string): string | undefined {
  const sending = sendings.find((each) => each.deadline === deadline)
  if (!sending) return undefined
  const { report, option, example } = sending
  return ejcCall(repo, ['report', report, option, period || example, '--sent', '今天'])
}
