import type { CommandOption } from './command.ts'
import { parseToday } from './today.ts'

/** The options that every command understands. */
export const globalOptions: readonly CommandOption[] = [
  { flags: '-C, --repo <文件夹>', help: '从该文件夹开始（默认当前文件夹）；其余相对路径都从它算起' },
  { flags: '--json', help: '以 JSON 输出结果' },
  { flags: '--no-color', help: '不使用颜色' },
  { flags: '--no-input', help: '不提问；缺少的内容逐项列出' },
  { flags: '--today <日期>', help: '以该日为今日（YYYY-MM-DD）', parse: (value) => parseToday(value) },
  { flags: '--verbose', help: '出错时显示详细信息' },
]
