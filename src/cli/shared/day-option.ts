import type { IsoDate } from '../../core/calendar/dates.ts'
import { DATE_EXAMPLES, typedDate } from '../prompts/normalize.ts'
import { UsageError } from './exit.ts'

/**
 * A day that a call names: `value` as people write days, read as in questions. Throws UsageError, which names what was
 * written and where (`--on`), for anything that is no day between 1900 and 2199.
 */
export function dayOption(where: string, value: string, today: IsoDate): IsoDate {
  const day = typedDate(value, today)
  if (day !== undefined) return day
  throw new UsageError(
    `${where} 写的是“${value}”，不是 1900 至 2199 年间存在的日期。可以写 ${DATE_EXAMPLES}。`,
  )
}
