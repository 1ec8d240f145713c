import type { Calendar } from '../../../core/calendar/calendar.ts'
import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isMapData, valueAt } from '../../../core/facts/data.ts'
import { setDates } from '../../../core/facts/past.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import { schemaAt, titleAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { ItemPlace } from '../answers/set.ts'
import { titledLines } from './preview.ts'

/**
 * Names the days on which a period of the item ends and nobody works, such as a last day to reply on New Year's Eve:
 * the period then ends later than the paper says. Empty where there are none; `former` is what was recorded before.
 */
export function restDaysText(
  { name, path }: Pick<ItemPlace, 'name' | 'path'>,
  item: Item,
  { calendar, former = {}, width }: { calendar: Calendar; former?: Item | undefined; width: number },
): string {
  const lines = lastDaysIn({ name, path }, item).flatMap(({ at, day }) => {
    const { working, certain, name: holiday } = calendar.day(day)
    if (working || valueAt(former, at) === day) return []
    const next = calendar.nextWorkingDay(day)
    const provisional = certain && next.certain ? '' : '（暂定）'
    const title = titleAt(name, [...path, ...at]) ?? ''
    return `“${title}”${day} 是${holiday ?? '周末'}，不上班，期限顺延到 ${next.date}${provisional}${setByOffice(at) ? '；不想顺延的，改定一个工作日' : ''}。`
  })
  return titledLines('遇休息日', lines, width).join('\n')
}

/** Whether the office sets the day itself: what an agreement or a judgment says stands as it is. */
function setByOffice(at: readonly PathSegment[]): boolean {
  return at.at(-1) === 'replyBy' || at.at(-1) === 'performBy'
}

interface LastDay {
  /** The place inside the item. */
  readonly at: readonly PathSegment[]
  readonly day: IsoDate
}

function lastDaysIn({ name, path }: Pick<ItemPlace, 'name' | 'path'>, item: Item): LastDay[] {
  const below = (value: unknown, at: readonly PathSegment[]): LastDay[] => {
    if (Array.isArray(value)) return value.flatMap((each, index) => below(each, [...at, index]))
    if (isMapData(value)) return Object.entries(value).flatMap(([key, each]) => below(each, [...at, key]))
    const isLastDay = setDates.has(String(at.at(-1))) && typeof value === 'string'
    return isLastDay && schemaAt(name, [...path, ...at])?.['x-format'] === 'date' ? [{ at, day: value }] : []
  }
  return below(item, [])
}
