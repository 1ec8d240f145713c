import type { IsoDate } from '../../core/calendar/dates.ts'
import { beijingTime } from '../../repository/beijing.ts'
import type { CommandOption } from './command.ts'
import { dayOption } from './day-option.ts'

/** The options that every command understands. */
export const globalOptions: readonly CommandOption[] = [
  { flags: '-C, --repo <文件夹>', help: '从该文件夹开始（默认当前文件夹）；其余相对路径都从它算起' },
  { flags: '--json', help: '以 JSON 输出结果' },
  { flags: '--no-color', help: '不使用颜色' },
  { flags: '--no-input', help: '不提问；缺少的内容逐项列出' },
  {
    flags: '--today <日期>',
    help: '以该日为今日（如 2026-03-02、3.2）',
    parse: (value) => parseToday(value),
  },
  { flags: '--verbose', help: '出错时显示详细信息' },
]

/**
 * The day of the call: as given, in any way in which people write days, or today in Beijing. Throws UsageError for a
 * date that does not exist or lies outside 1900 to 2199.
 */
export function parseToday(value: string | undefined): IsoDate {
  const today = beijingTime(new Date().toISOString()).slice(0, 'YYYY-MM-DD'.length)
  return value === undefined ? today : dayOption('--today', value, today)
}
