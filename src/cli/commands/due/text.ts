import type { IsoDate } from '../../../core/calendar/dates.ts'
import { flag, type OptionValues } from '../../shared/command.ts'
import { ejcCall } from '../../shared/output/call.ts'
import type { Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import {
  byDue,
  type DeadlineGroup,
  type DeadlinesLayout,
  deadlineTables,
  inGroups,
  isPending,
  listedCount,
  type NamedDeadline,
} from '../../shared/wording/deadlines.ts'
import { SENDING, sendingCall } from '../../shared/wording/sending.ts'
import { doubtsOf, explainedDeadline } from '../../shared/wording/trace.ts'

/** How a listing is printed. */
interface Listing extends Omit<DeadlinesLayout, 'showCase' | 'most'> {
  /** Each with its steps. */
  readonly explain: boolean
  /** Whether the call says which deadlines it wants, so that all of them are listed. */
  readonly chosen: boolean
  /** As `-C` of the calls that it names. */
  readonly repo: string | undefined
}

/** The most rows of what can wait, on a screen that the whole list would not fit on. */
const MOST_WAITING = 5

/** Prints the deadlines as a table, or each with its steps; then what was left out, and what makes dates provisional. */
export function printDeadlines(deadlines: readonly NamedDeadline[], listing: Listing, out: Output): void {
  if (!deadlines.length) {
    out.note('没有符合条件的期限。')
    return
  }
  const { today, withinDays, explain, chosen, repo } = listing
  const whole = { today, withinDays, showCase: concernSeveralCases(deadlines) }
  const layout = whole.showCase && !chosen && isScreen() ? { ...whole, most: MOST_WAITING } : whole
  printLong(explain ? explainedDeadlines(deadlines, today, out) : deadlineTables(deadlines, layout, out), out)
  const groups = inGroups(deadlines, layout)
  const shown = explain
    ? deadlines
    : groups.flatMap((each) => each.members.slice(0, listedCount(each, layout)))
  noteRest(groups, deadlines.length - shown.length, repo, out)
  noteSending(deadlines, repo, out)
  noteDoubts(shown, out)
}

function isScreen(): boolean {
  return process.stdout.isTTY && process.stdin.isTTY
}

/** How many were left out, and the call that lists them; what is late stands here too, where the screen ends. */
function noteRest(
  groups: readonly DeadlineGroup[],
  left: number,
  repo: string | undefined,
  out: Output,
): void {
  if (!left) return
  const late = groups.find(({ group }) => group === 'late')?.members.length ?? 0
  const days = groups.flatMap(({ members }) => members.map(({ deadline }) => deadline.daysLeft ?? 0))
  const all = ejcCall(repo, ['due', '--within', String(Math.max(...days, 0))])
  out.note(
    [
      ...(late ? [`已逾期 ${late} 项，列在最前面；只看这些：${ejcCall(repo, ['due', '--overdue'])}`] : []),
      `另有 ${left} 项没有列出（以后到期的、参考日期已过的），全部列出：${all}`,
    ].join('\n'),
  )
}

/** Why dates are provisional; years for which the same is said stand together. */
function noteDoubts(deadlines: readonly NamedDeadline[], out: Output): void {
  const doubts = new Set(
    deadlines.flatMap(({ deadline }) => (isPending(deadline) ? doubtsOf(deadline) : [])).toSorted(),
  )
  if (!doubts.size) return
  const years = new Map<string, string[]>()
  for (const doubt of doubts) {
    const [, year = '', rest = doubt] = /^(\d{4})( 年.*)$/u.exec(doubt) ?? []
    years.set(rest, [...(years.get(rest) ?? []), year])
  }
  const said = [...years].map(([rest, of]) => `${of.join('、')}${rest}`)
  out.note(
    wrapIndented(`标“暂定”的日期：${said.join('；')}。见到通知后用 ejc calendar add 录入。`, out.width),
  )
}

/** That nothing is left to be done, and the call that lists what was: a closed case has had its days too. */
export function doneText(
  done: number,
  ids: readonly string[],
  options: OptionValues,
  repo: string | undefined,
): string {
  const more = flag(options, 'explain') ? ['--explain'] : []
  return [
    `没有要办的期限；已经办结、无需办理的有 ${done} 项，列出：`,
    `  ${ejcCall(repo, ['due', ...ids, '--all', ...more])}`,
  ].join('\n')
}

/** How what the office as a whole reports is ticked off; the first of each is the example. */
function noteSending(deadlines: readonly NamedDeadline[], repo: string | undefined, out: Output): void {
  const owed = deadlines.flatMap(({ deadline }) =>
    deadline.case === null && isPending(deadline) ? deadline : [],
  )
  for (const id of new Set(owed.map(({ deadline }) => deadline))) {
    const first = owed.find(({ deadline }) => deadline === id)
    const call = sendingCall(id, first?.subject ?? '', repo)
    if (first && call) out.note(`${first.title}：${SENDING}\n  ${call}`)
  }
}

function explainedDeadlines(deadlines: readonly NamedDeadline[], today: IsoDate, out: Output): string {
  const sorted = deadlines.toSorted((a, b) => byDue(a.deadline, b.deadline))
  return sorted.map((each) => explainedDeadline(each, today, out)).join('\n\n')
}

function concernSeveralCases(deadlines: readonly NamedDeadline[]): boolean {
  return new Set(deadlines.map(({ deadline }) => deadline.case)).size > 1
}
