import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Deadline, Step } from '../../../core/deadlines/define.ts'
import type { NamedDeadline } from './deadlines.ts'
import type { Output } from './output.ts'
import { statusPaint } from './paint.ts'
import { paragraph } from './text.ts'
import { standing } from './words.ts'

/** How a deadline was reached, step by step with the articles, as one would put it to a colleague. */
export function explainedDeadline(
  { deadline, subject }: NamedDeadline,
  today: IsoDate,
  { style, width }: Pick<Output, 'style' | 'width'>,
): string {
  const heading = [deadline.case ?? '全库', deadline.title, subject].filter((part) => part !== '').join(' · ')
  const steps = deadline.trace.filter((step) => !isDoubt(step))
  const doubts = deadline.trace.filter(isDoubt)
  return [
    style.bold(paragraph(`${heading}（${deadline.article}）`, width)),
    ...steps.map((step, index) => paragraph(sentence(step), width, '     ', `  ${index + 1}. `)),
    statusPaint(style, deadline)(paragraph(conclusion(deadline, today), width, '     ', '  ⇒ ')),
    ...doubts.map(({ step }) => style.yellow(paragraph(`暂定：${step}。`, width, '     '))),
    ...otherReading(deadline).map((text) => style.cyan(paragraph(text, width, '     '))),
    ...(deadline.advisory ? [style.dim(paragraph('条文未规定这一期限，供提醒用。', width, '     '))] : []),
  ].join('\n')
}

/** Why the date of a deadline is provisional (暂定), in words; empty when it is certain. */
export function doubtsOf({ trace }: Deadline): string[] {
  return trace.filter(isDoubt).map(({ step }) => step)
}

/** A reason for which a date is provisional stands in the trace without a date and without an article. */
function isDoubt({ date, article }: Step): boolean {
  return date === null && article === ''
}

function sentence({ step, date, article }: Step): string {
  return `${step}${date ? `：${date}` : ''}${article ? `（${article}）` : ''}`
}

function conclusion(deadline: Deadline, today: IsoDate): string {
  const { due, rolledDue, certain, met } = deadline
  const state = met ? `${standing(deadline, today)}（${met}）` : standing(deadline, today)
  if (!rolledDue) return `${state}。`
  const rolled = due && due !== rolledDue ? `（期满日 ${due}，顺延）` : ''
  return `最后一日 ${rolledDue}${rolled}${certain ? '' : '，暂定'}；${state}。`
}

function otherReading({ otherReading: other, rolledDue }: Deadline): string[] {
  if (!other) return []
  if (other.rolledDue && rolledDue && other.rolledDue < rolledDue)
    return [`另一种理解：${other.because}，最后一日为 ${other.rolledDue}，比上面算出的早；宜在该日以前办理。`]
  const date = other.rolledDue ? `最后一日为 ${other.rolledDue}` : '期限尚在中止'
  return [`另一种理解：${other.because}；不计入的，${date}。现按较严的理解计算。`]
}
