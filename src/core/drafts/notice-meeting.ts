import type { Notice } from '../facts/documents.ts'
import { foldText } from '../folding.ts'
import { placedDays } from './dates.ts'
import type { DraftParagraph } from './draft.ts'
import type { FigureNote } from './figures.ts'
import { REPLY } from './notice-reply.ts'
import { compact, sentencesOf } from './words.ts'

const TITLE = /会议(?:召开)?(?:的)?(?:时间|日期|地点)|磋商(?:的)?(?:时间|地点)/u
const CALLED = /(?:定于|拟于|订于|将于|兹于).{0,60}(?:磋商|会议)/u
const NEXT_PART = /^(?:第.{1,4}条|[一二三四五六七八九十]+、)/u
// A meeting is told in a few lines: day, hour, place.
const mostLines = 4
const PLACE = /室|厅|楼|中心|大厦|会议|法院|调解|\d号|街|路|局|镇|乡|村/u

/** Day, hour and place of the meeting, where they are others than on record. */
export function wrongMeeting(paragraphs: readonly DraftParagraph[], { meeting }: Notice): FigureNote[] {
  const meetingLines = linesAbout(paragraphs)
  const named = meetingLines.flatMap(({ text, number }) =>
    placedDays(text).days.map(({ day }) => ({ day, number })),
  )
  const [first] = named
  if (!meeting) {
    if (!first) return []
    const message = `写明 ${first.day} 召开磋商会议，案卷没有记录会议安排`
    return [{ code: 'meeting', line: first.number, message, severity: 'warning' }]
  }
  const [day = '', time] = meeting.at.split(' ')
  if (first && !named.some((each) => each.day === day))
    return [wrong('meeting', first.number, `写明的会议日期是 ${first.day}，记录的是 ${day}`)]
  return [...wrongHour(meetingLines, time), ...wrongPlace(meetingLines, meeting.place)]
}

/** The lines under a heading on the meeting, and those that call it elsewhere. */
function linesAbout(paragraphs: readonly DraftParagraph[]): DraftParagraph[] {
  const at = paragraphs.findIndex(({ text }) => TITLE.test(compact(text).slice(0, 24)))
  const below = at < 0 ? [] : paragraphs.slice(at + 1)
  const end = below.findIndex(({ text, label }) => label !== '' || NEXT_PART.test(compact(text)))
  const own = at < 0 ? [] : paragraphs.slice(at, at + 1 + Math.min(end < 0 ? mostLines : end, mostLines))
  const called = paragraphs.filter((each) => !own.includes(each) && CALLED.test(compact(each.text)))
  return [...own, ...called].map((each) => ({ ...each, text: withoutReply(each.text) }))
}

/** The day to reply is none of the meeting, though it stands beside it. */
function withoutReply(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !REPLY.test(compact(sentence)))
    .join('。')
}

const HOUR = /(?<half>上午|下午|晚上)?(?<hour>\d{1,2})(?:时|点|:)(?<minute>\d{1,2}|半)?/u
const halfDay = 12

function wrongHour(lines: readonly DraftParagraph[], recorded: string | undefined): FigureNote[] {
  if (recorded === undefined) return []
  return lines.flatMap(({ text, number }) => {
    const { half, hour, minute = '0' } = HOUR.exec(compact(text))?.groups ?? {}
    if (hour === undefined) return []
    const late = half !== undefined && half !== '上午' && Number(hour) < halfDay
    const hours = String(Number(hour) + (late ? halfDay : 0)).padStart(2, '0')
    const said = `${hours}:${(minute === '半' ? '30' : minute).padStart(2, '0')}`
    return said === recorded
      ? []
      : [wrong('meeting', number, `写明的会议时间是 ${said}，记录的是 ${recorded}`)]
  })
}

/** A place written otherwise; one that only leaves out words, has more of them, or has other signs, is the same. */
function wrongPlace(lines: readonly DraftParagraph[], recorded: string | undefined): FigureNote[] {
  if (recorded === undefined) return []
  const place = withoutSigns(recorded)
  if (lines.some(({ text }) => withoutSigns(text).includes(place))) return []
  const line = lines.find((each) => placeIn(each) !== undefined)
  const said = line && placeIn(line)
  if (!line || said === undefined || place.includes(withoutSigns(said))) return []
  return [wrong('meeting', line.number, `写明的会议地点是「${said}」，记录的是「${recorded}」`)]
}

function withoutSigns(text: string): string {
  return foldText(text).folded.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** What stands behind the hour, or behind 地点. */
function placeIn({ text }: DraftParagraph): string | undefined {
  const written = compact(text)
  const labelled = /地点(?:为|是)?:?(?<place>[^,。;:]{2,40})/u.exec(written)?.groups?.place
  const behind = /(?:\d{1,2}[时点](?:\d{1,2}分|半|整)?|\d{1,2}:\d{2})[,在于]*(?<place>[^,。;]{2,40})/u.exec(
    written,
  )?.groups?.place
  return [labelled, behind]
    .map((each) => each?.replace(/^[在于]|(?:召开|举行|开会).*$/gu, ''))
    .find((each) => each !== undefined && PLACE.test(each))
}

function wrong(code: string, line: number, message: string): FigureNote {
  return { code, line, message, severity: 'error' }
}
