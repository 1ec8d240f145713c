import { addDays, type IsoDate } from '../../../core/calendar/dates.ts'
import { writeFiles } from '../../../documents/deliver.ts'
import { bytesIfThere } from '../../../repository/durable.ts'
import { RefusedError } from '../../shared/exit.ts'
import { isPending, type NamedDeadline } from '../../shared/wording/deadlines.ts'
import {
  type CalendarEvent,
  calendarText,
  cancelledEvent,
  eventOf,
  eventsIn,
  isOwnCalendar,
  ownerOf,
} from './ics.ts'

/** 天 after which a last day is long past, and a cancelled event is forgotten. */
const LONG_PAST = 30

interface CalendarCall {
  /** Whether the call wants a pending deadline. */
  readonly wanted: (named: NamedDeadline) => boolean
  /** Whether what is long past is wanted too. */
  readonly withPast: boolean
  readonly today: IsoDate
  /** 天 before the last day on which the office wants to be reminded. */
  readonly withinDays: number
  /** The cases that were read; empty for all. */
  readonly cases: readonly string[]
}

/** How many events were written, how many of them cancelled, and how many pending ones were left out as long past. */
interface WrittenCalendar {
  readonly events: number
  readonly cancelled: number
  readonly past: number
}

/**
 * Writes the calendar file, or brings it up to date: a deadline that moved has its event moved (same UID, higher
 * SEQUENCE), one that was met, or is no longer there, has it cancelled; what did not change keeps SEQUENCE and
 * LAST-MODIFIED.
 * Throws RefusedError for a file that is no calendar by ejc.
 */
export async function updateCalendar(
  file: string,
  all: readonly NamedDeadline[],
  call: CalendarCall,
): Promise<WrittenCalendar> {
  const knownByUid = knownEvents(file)
  const dated = all.filter(({ deadline }) => deadline.rolledDue !== null)
  const pending = dated.filter(({ deadline }) => isPending(deadline))
  const mayBePast = addDays(call.today, -LONG_PAST)
  const isPast = ({ deadline }: NamedDeadline) => (deadline.rolledDue ?? '') < mayBePast
  const live = new Map(pending.map((each) => [eventOf(each, call).uid, each]))
  const chosen = [...live].filter(([uid, each]) => call.wanted(each) || knownByUid.has(uid))
  const events = chosen.flatMap(([, each]) => (isPast(each) && !call.withPast ? [] : [eventOf(each, call)]))
  const cancelled = [
    ...dated.filter((each) => !isPending(each.deadline) && !isPast(each)).map((each) => eventOf(each, call)),
    ...vanished(knownByUid, new Set(dated.map((each) => eventOf(each, call).uid)), call),
  ]
  const text = calendarText([...events, ...cancelled], knownByUid, call.today)
  writeFiles(new Map([[file, Buffer.from(text)]]))
  const past = pending.filter((each) => isPast(each) && call.wanted(each) && !call.withPast)
  return { events: events.length, cancelled: cancelled.length, past: past.length }
}

function knownEvents(file: string): ReadonlyMap<string, CalendarEvent> {
  const bytes = bytesIfThere(file)
  if (!bytes) return new Map()
  const text = Buffer.from(bytes).toString('utf8')
  if (isOwnCalendar(text)) return eventsIn(text)
  throw new RefusedError(`${file} 已经存在，不是 ejc 写的日历，没有覆盖。请换一个文件名。`)
}

/**
 * Events of the file whose deadline no longer exists, for example because a fact was corrected. An event that was
 * cancelled long ago is dropped.
 */
function vanished(
  known: ReadonlyMap<string, CalendarEvent>,
  present: ReadonlySet<string>,
  { cases, today }: CalendarCall,
): CalendarEvent[] {
  return [...known.values()]
    .filter(
      (event) =>
        !present.has(event.uid) &&
        (cases.length === 0 || cases.includes(ownerOf(event))) &&
        (!event.cancelled || event.modified >= addDays(today, -LONG_PAST)),
    )
    .map((event) => cancelledEvent(event))
}
