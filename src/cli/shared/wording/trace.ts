import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { CountStep, Deadline } from '../../../core/deadlines/define.ts'
import { sayProvisional } from '../../../core/deadlines/provisional.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import type { Layout } from '../output/output.ts'
import { statusPaint } from '../output/paint.ts'
import { wrapIndented } from '../output/text.ts'
import type { NamedDeadline } from './deadlines.ts'
import { deadlineStatusText, OF_OFFICE } from './words.ts'

/** How a deadline was counted, step by step with the articles, as an officer would explain it to a colleague. */
export function explainedDeadline(
  { deadline, subject, wholeSubject = subject }: NamedDeadline,
  today: IsoDate,
  { style, width }: Layout,
): string {
  const heading = [deadline.case ?? OF_OFFICE, deadline.title, wholeSubject]
    .filter((part) => part !== '')
    .join(' · ')
  const steps = deadline.trace.filter((step) => !isDoubt(step))
  const doubts = deadline.trace.filter(isDoubt)
  return [
    style.bold(wrapIndented(`${heading}（${shownArticle(deadline)}）`, width)),
    ...steps.map((step, index) => wrapIndented(stepSentence(step), width, '     ', `  ${index + 1}. `)),
    statusPaint(style, deadline)(wrapIndented(conclusion(deadline, today), width, '     ', '  ⇒ ')),
    ...doubts.map(({ step }) => style.yellow(wrapIndented(`暂定：${step}。`, width, '     '))),
    ...otherReadingLines(deadline).map((text) => style.cyan(wrapIndented(text, width, '     '))),
    ...(deadline.advisory ? [style.dim(wrapIndented('不是法定期限，供提醒用。', width, '     '))] : []),
  ].join('\n')
}

/** Why the date of a deadline is provisional (暂定), in words; empty when it is certain. */
export function doubtsOf({ trace }: Deadline): string[] {
  return trace.filter(isDoubt).map(({ step }) => step)
}

/** A step of the trace without a date and without an article is a reason why the date is provisional. */
function isDoubt({ date, article }: CountStep): boolean {
  return date === null && article === ''
}

function stepSentence({ step, date, ...cited }: CountStep): string {
  return `${step}${date ? `：${date}` : ''}${cited.article ? `（${shownArticle(cited)}）` : ''}`
}

function conclusion(deadline: Deadline, today: IsoDate): string {
  const { due, rolledDue, certain, latestDue, met } = deadline
  const state = met ? `${deadlineStatusText(deadline, today)}（${met}）` : deadlineStatusText(deadline, today)
  if (!rolledDue) return `${state}。`
  const rolled = due && due !== rolledDue ? `（期满日 ${due}，顺延）` : ''
  const later = latestDue && latestDue !== rolledDue ? `，放假安排公布后最迟可能到 ${latestDue}` : ''
  return `最后一日 ${rolledDue}${rolled}${certain ? '' : `，暂定${later}`}；${state}。`
}

function otherReadingLines({ otherReading: other, rolledDue }: Deadline): string[] {
  if (!other) return []
  const last = other.rolledDue && sayProvisional(other.rolledDue, { certain: other.latestDue === undefined })
  if (other.rolledDue && rolledDue && other.rolledDue < rolledDue)
    return [`另一种理解：${other.because}，最后一日为 ${last}，比上面算出的早；宜在该日以前办理。`]
  const date = last ? `最后一日为 ${last}` : '期限尚在中止'
  return [`另一种理解：${other.because}；不计入的，${date}。现按较严的理解计算。`]
}
