import { type LedgerSheet, ledgerColumns, sheetNames } from '../../../core/ledger/columns.ts'
import { choicesOfColumn } from '../../../core/ledger/intake/cells/words.ts'
import { type BookSheet, writeLedgerBook } from '../../../documents/ledger-writer.ts'
import type { CommandContext } from '../../shared/context.ts'
import { deliverFile } from '../../shared/deliver.ts'
import { Exit, type ExitCode } from '../../shared/exit.ts'

/** The number of rows of the template that have drop-down lists and formats. */
const ROWS = 1000

/**
 * Writes an empty ledger: headings with notes, drop-down lists of the regulation, a sheet each for cases, obligors and
 * payments.
 */
export async function writeTemplate(context: CommandContext, file: string): Promise<ExitCode> {
  const { setting } = await context.workspace()
  const sheets = Object.keys(sheetNames).map((name) =>
    templateSheet(name as LedgerSheet, setting.regulation.lists),
  )
  const path = deliverFile(file, await writeLedgerBook(sheets), false)
  if (context.global.json) {
    context.out.json('documents', [])
    return Exit.Ok
  }
  context.out.print(`已写出空白台账：${path}`)
  context.out.note('填好以后：ejc import 文件 --dry-run 先看一遍，再去掉 --dry-run 导入。')
  return Exit.Ok
}

function templateSheet(name: LedgerSheet, lists: Parameters<typeof choicesOfColumn>[1]): BookSheet {
  const heads = ledgerColumns[name].map((column) => {
    const choices = choicesOfColumn(column, lists).map(({ label, short }) => short ?? label)
    return {
      title: column.heading,
      note: column.note,
      format: formatOf(column.kind),
      ...(choices.length > 0 && { choices }),
    }
  })
  return { name: sheetNames[name], heads, rows: [], emptyRows: ROWS }
}

function formatOf(kind: string): 'date' | 'amount' | 'text' {
  if (kind === 'date') return 'date'
  return kind === 'amount' || kind === 'quantity' ? 'amount' : 'text'
}
