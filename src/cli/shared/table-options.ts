import type { PrintedTable } from '../../core/reports/report.ts'
import { type CommandOption, flag, type OptionValues, text } from './command.ts'
import type { CommandContext } from './context.ts'
import { UsageError } from './exit.ts'
import { clean } from './output/clean.ts'
import { type TableFormat, writeTable } from './table-file.ts'

/** How a list can be printed, handed on or pasted. */
export const listFormats: readonly CommandOption[] = [
  {
    flags: '--format <格式>',
    help: '写成 Excel、Word 或 CSV，按承办人分组，可打印签收；text 为可以粘贴到聊天里的文字',
    choices: ['xlsx', 'docx', 'csv', 'text'],
  },
  { flags: '--out <文件>', help: '写到这个文件；默认当前文件夹的 reports/' },
  { flags: '--force', help: '覆盖已有的文件' },
]

/** A list in the forms that `--format` offers. */
export interface ListTexts {
  readonly table: () => PrintedTable
  readonly chat: () => string
}

/**
 * Prints or writes a list as `--format` wants it; false where the call wants no format. Throws UsageError for a file
 * without a format, RefusedError when another file lies there.
 */
export async function deliverList(
  context: CommandContext,
  options: OptionValues,
  texts: () => Promise<ListTexts>,
): Promise<boolean> {
  const format = text(options, 'format')
  const target = text(options, 'out')
  if (format === undefined && target === undefined) return false
  if (format === undefined) throw new UsageError('--out 要与 --format xlsx、docx、csv 或 text 同用。')
  const list = await texts()
  if (format === 'text' && target === undefined) {
    context.out.print(clean(list.chat()))
    return true
  }
  const file = await write(context, format, { out: target, force: flag(options, 'force') }, list)
  context.out.note(clean(`已写入 ${file}。`))
  return true
}

async function write(
  context: CommandContext,
  format: string,
  target: { readonly out: string | undefined; readonly force: boolean },
  { table, chat }: ListTexts,
): Promise<string> {
  if (isTableFormat(format)) return writeTable(table(), await context.workspace(), format, target)
  const { deliverFile } = await import('./deliver.ts')
  return deliverFile(target.out ?? '', Buffer.from(`${clean(chat())}\n`), target.force)
}

function isTableFormat(format: string): format is TableFormat {
  return format === 'xlsx' || format === 'docx' || format === 'csv'
}
