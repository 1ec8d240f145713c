import { join } from 'node:path'
import type { PrintedTable } from '../../core/reports/report.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { needMemory } from './memory.ts'

/** The kinds of files that hold a table. */
export type TableFormat = 'xlsx' | 'docx' | 'csv'

const bytesFor: Readonly<Record<TableFormat, (table: PrintedTable, unit: string) => Promise<Uint8Array>>> = {
  xlsx: async (table, unit) =>
    table.sheets
      ? (await import('../../documents/plain-sheets.ts')).plainSheets(table.sheets)
      : (await import('../../documents/sheet.ts')).reportSheet(table, unit),
  docx: async (table, unit) =>
    (await import('../../documents/report-document.ts')).reportDocument(table, unit),
  csv: async (table) => (await import('../../documents/csv.ts')).tableCsv(table),
}

/** What a cell takes in memory until its file is written, in bytes, as measured with ledgers of 10,000 cases. */
const bytesForCell: Readonly<Record<TableFormat, number>> = { xlsx: 800, docx: 16_000, csv: 300 }

/** @throws RepositoryError for a table that is too large to be written in one piece */
function needMemoryFor({ columns, rows, sheets }: PrintedTable, format: TableFormat): void {
  const tables = format === 'xlsx' && sheets ? sheets : [{ columns, rows }]
  const cells = tables.reduce((sum, each) => sum + each.columns.length * each.rows.length, 0)
  const lighter = sheets && format !== 'csv' ? '，或者用 --format csv' : ''
  needMemory(
    cells * bytesForCell[format],
    `这张表有 ${rows.length} 行，一次写不成 ${format}：\n请每次少列一些案件（如 --year、--officer）${lighter}`,
  )
}

/**
 * Writes a table to a file, by default `reports/<title>-<period>.<format>` in the current folder, and gives its path.
 * Throws RefusedError when something else lies there, unless forced.
 */
export async function writeTable(
  table: PrintedTable,
  { setting }: Pick<Workspace, 'setting'>,
  format: TableFormat,
  { out, force }: { readonly out: string | undefined; readonly force: boolean },
): Promise<string> {
  const path = out ?? join('reports', `${table.title}-${table.period}.${format}`)
  needMemoryFor(table, format)
  const { deliverFile } = await import('./deliver.ts')
  return deliverFile(path, await bytesFor[format](table, setting.config.unit?.name ?? ''), force)
}
