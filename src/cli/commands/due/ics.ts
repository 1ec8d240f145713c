import { addDays, type IsoDate } from '../../../core/calendar/dates.ts'
import { clean } from '../../shared/output/clean.ts'
import type { NamedDeadline } from '../../shared/wording/deadlines.ts'

const LONGEST_LINE = 75

/** Deadlines with a last day as an iCalendar file of all-day events (RFC 5545): CRLF, folded at 75 octets, text escaped. */
export function deadlineCalendar(deadlines: readonly NamedDeadline[], today: IsoDate): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ejc//ejc//ZH',
    'CALSCALE:GREGORIAN',
    ...deadlines.flatMap((each) => event(each, today)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function event({ deadline, subject }: NamedDeadline, today: IsoDate): string[] {
  const { rolledDue, title, article, certain } = deadline
  if (!rolledDue) return []
  const owner = deadline.case ?? '全库'
  const uid = [owner, deadline.deadline, deadline.subject ?? ''].map(encodeURIComponent).join('-')
  const steps = deadline.trace.map(({ step, date }) => (date ? `${step}：${date}` : step))
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@ejc.invalid`,
    `DTSTAMP:${dateDigits(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${dateDigits(rolledDue)}`,
    `DTEND;VALUE=DATE:${dateDigits(addDays(rolledDue, 1))}`,
    `SUMMARY:${icsText([certain ? '' : '（暂定）', title, subject, owner].filter(Boolean).join(' '))}`,
    `DESCRIPTION:${icsText([article, ...steps].join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function dateDigits(date: IsoDate): string {
  return date.replaceAll('-', '')
}

function icsText(text: string): string {
  return clean(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Folded by octets, never inside a character; continuation lines begin with a space. */
function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LONGEST_LINE) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += size
  }
  return folded
}
