import { addDays, daysBetween, type IsoDate } from '../../../core/calendar/dates.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import { clean } from '../../shared/output/clean.ts'
import { isPending, type NamedDeadline } from '../../shared/wording/deadlines.ts'
import { OF_OFFICE } from '../../shared/wording/words.ts'

const LONGEST_LINE = 75
/** What the UIDs of calendars have named the office since the first: another word would double its events. */
const OFFICE_IN_UIDS = '全库'
const PRODUCT = '-//ejc//ejc//ZH'
/**
 * Revisions are counted in days from here, so that a later file always has the higher number, even without the earlier
 * one.
 */
const FIRST_REVISION: IsoDate = '2020-01-01'

/** An event of a calendar file (RFC 5545). */
export interface CalendarEvent {
  readonly uid: string
  /** Its properties and alarms, one a line, without UID, DTSTAMP, SEQUENCE, LAST-MODIFIED, STATUS. */
  readonly lines: readonly string[]
  readonly cancelled: boolean
  /** SEQUENCE; -1 for one that has not been written yet. */
  readonly revision: number
  /** The day of LAST-MODIFIED. */
  readonly modified: IsoDate
}

interface Reminding {
  readonly today: IsoDate
  /** 天 before the last day on which the office wants to be reminded. */
  readonly withinDays: number
}

/** The all-day event of a deadline with a last day; one that is met or closed is cancelled. */
export function eventOf(
  { deadline, subject, about }: NamedDeadline,
  { today, withinDays }: Reminding,
): CalendarEvent {
  const { rolledDue, title, certain, met } = deadline
  const last = rolledDue ?? today
  const owner = deadline.case ?? OF_OFFICE
  const uid = [deadline.case ?? OFFICE_IN_UIDS, deadline.deadline, deadline.subject ?? '']
    .map(encodeURIComponent)
    .join('-')
  const cancelled = !isPending(deadline)
  const mark = cancelled ? (met ? '（已办结）' : '（无需办理）') : certain ? '' : '（暂定）'
  const officers = about?.officers.length ? `（${about.officers.join('、')}）` : ''
  const summary = [`${mark}${title}`, subject, about ? `${owner} ${about.title}${officers}` : owner]
  const steps = deadline.trace.map(({ step, date }) => (date ? `${step}：${date}` : step))
  return {
    uid: `${uid}@ejc.invalid`,
    lines: [
      `DTSTART;VALUE=DATE:${dateDigits(last)}`,
      `DTEND;VALUE=DATE:${dateDigits(addDays(last, 1))}`,
      `SUMMARY:${icsText(summary.filter(Boolean).join(' '))}`,
      `DESCRIPTION:${icsText([shownArticle(deadline), ...steps].join('\n'))}`,
      'TRANSP:TRANSPARENT',
      ...(cancelled || last < today ? [] : alarms(withinDays, `${title} ${owner}`)),
    ],
    cancelled,
    revision: -1,
    modified: today,
  }
}

/** An event as cancelled, without its alarms. */
export function cancelledEvent(event: CalendarEvent): CalendarEvent {
  const first = event.lines.indexOf('BEGIN:VALARM')
  return { ...event, lines: first < 0 ? event.lines : event.lines.slice(0, first), cancelled: true }
}

/** Alarms at nine in the morning: `withinDays` 天 before the last day, and on the day before it. */
function alarms(withinDays: number, text: string): string[] {
  const days = [...new Set([withinDays, 1])].filter((day) => day > 0)
  return days.flatMap((day) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-P${day > 1 ? `${day - 1}D` : ''}T15H`,
    `DESCRIPTION:${icsText(`${text} 还剩 ${day} 天`)}`,
    'END:VALARM',
  ])
}

/**
 * The calendar file: CRLF, folded at 75 octets. An event that `known` holds with the same content keeps its revision;
 * one that changed, or is new, has a higher one than ever before.
 */
export function calendarText(
  events: readonly CalendarEvent[],
  known: ReadonlyMap<string, CalendarEvent>,
  today: IsoDate,
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:生态环境损害赔偿期限',
    ...events.flatMap((event) => eventLines(revised(event, known.get(event.uid), today), today)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function revised(event: CalendarEvent, before: CalendarEvent | undefined, today: IsoDate): CalendarEvent {
  const isSame = before?.cancelled === event.cancelled && before.lines.join('\n') === event.lines.join('\n')
  if (before && isSame) return before
  const days = daysBetween(FIRST_REVISION, today)
  return { ...event, revision: Math.max(days, (before?.revision ?? -1) + 1), modified: today }
}

function eventLines({ uid, lines, cancelled, revision, modified }: CalendarEvent, today: IsoDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${dateDigits(today)}T000000Z`,
    `LAST-MODIFIED:${dateDigits(modified)}T000000Z`,
    `SEQUENCE:${revision}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...lines,
    'END:VEVENT',
  ]
}

/** Whether a file is a calendar that ejc wrote. */
export function isOwnCalendar(text: string): boolean {
  return text.includes(`PRODID:${PRODUCT}`)
}

/** The case of an event, or what stands for the office. */
export function ownerOf({ uid }: CalendarEvent): string {
  return /^[A-Z][A-Z0-9]*-\d{4}-\d{4}/.exec(uid)?.[0] ?? OFFICE_IN_UIDS
}

const kept = /^(?:UID|DTSTAMP|LAST-MODIFIED|SEQUENCE|STATUS)[:;]/

/** The events of a calendar that ejc wrote, by UID. */
export function eventsIn(text: string): Map<string, CalendarEvent> {
  const events = text
    .replace(/\r?\n /g, '')
    .split(/\r?\n/)
    .join('\n')
    .match(/(?<=^BEGIN:VEVENT\n)[\s\S]*?(?=^END:VEVENT$)/gm)
  return new Map(
    (events ?? []).map((each) => readEvent(each.trimEnd().split('\n'))).map((event) => [event.uid, event]),
  )
}

function readEvent(lines: readonly string[]): CalendarEvent {
  const property = (name: string): string =>
    lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? ''
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(property('LAST-MODIFIED')) ?? []
  return {
    uid: property('UID'),
    lines: lines.filter((line) => !kept.test(line)),
    cancelled: property('STATUS') === 'CANCELLED',
    revision: Number(property('SEQUENCE')) || 0,
    modified: year ? `${year}-${month}-${day}` : FIRST_REVISION,
  }
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
