import { join } from 'node:path'
import type { PrintedTable } from '../../core/reports/report.ts'
import type { Workspace } from '../../repository/workspace.ts'

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
  const { deliverFile } = await import('./deliver.ts')
  return deliverFile(path, await bytesFor[format](table, setting.config.unit?.name ?? ''), force)
}
