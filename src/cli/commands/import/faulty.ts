import { basename, dirname, extname, join } from 'node:path'
import type { LedgerCell } from '../../../core/ledger/intake/book.ts'
import type { Fault } from '../../../core/ledger/intake/fault.ts'
import { PROBLEMS, type SheetLayout } from '../../../core/ledger/intake/headings.ts'
import { writeFiles } from '../../../documents/deliver.ts'
import { type BookCell, type BookSheet, writeLedgerBook } from '../../../documents/ledger-writer.ts'
import { bytesIfThere } from '../../../repository/durable.ts'
import type { Ledger } from './ledger.ts'

/**
 * Writes the rows with faults to a file beside the ledger, under the same headings and with a column of what is wrong, to be
 * mended and imported again. Returns its path; undefined where every row is good. What somebody has mended is not overwritten.
 */
export async function writeFaulty(ledger: Ledger, file: string): Promise<string | undefined> {
  const sheets = ledger.tables.layouts.flatMap((layout) => sheetOf(layout, ledger) ?? [])
  if (sheets.length === 0) return undefined
  const bytes = await writeLedgerBook(sheets)
  const path = freePath(file, bytes)
  writeFiles(new Map([[path, bytes]]))
  return path
}

/** A name that nobody has, or that holds the same already. */
function freePath(file: string, bytes: Uint8Array): string {
  const name = basename(file, extname(file)).replace(/-待改正(?:-\d+)?$/u, '')
  for (let number = 1; ; number += 1) {
    const path = join(dirname(file), `${name}-待改正${number === 1 ? '' : `-${number}`}.xlsx`)
    const there = bytesIfThere(path)
    if (!there || Buffer.compare(there, bytes) === 0) return path
  }
}

function sheetOf(layout: SheetLayout, ledger: Ledger): BookSheet | undefined {
  const { sheet, columns } = layout
  const faultsBy = faultyRows(layout, ledger)
  const rows = sheet.rows.filter(({ number }) => faultsBy.has(number))
  if (rows.length === 0) return undefined
  const indexes = [...columns.keys()].sort((a, b) => a - b)
  const heads = indexes.map((index) => headingOf(layout, index))
  const body = rows.map(({ number, cells }): BookCell[] => {
    const faults = faultsBy.get(number) ?? []
    const own = indexes.map((index): BookCell => {
      const isWrong = faults.some(({ column, refuses }) => refuses && column === columns.get(index)?.heading)
      return { ...cellOf(cells.get(index)), ...(isWrong && { marked: true }) }
    })
    const said = faults.filter(({ refuses }) => refuses).map(({ column, message }) => `${column}：${message}`)
    return [...own, { text: said.join('\n') }]
  })
  return { name: sheet.name, heads: [...heads, PROBLEMS].map((title) => ({ title })), rows: body }
}

/** A unit that stood above the headings goes into the heading. */
function headingOf({ columns }: SheetLayout, index: number): string {
  const { heading = '', noughts = 0, column } = columns.get(index) ?? {}
  const isMoney = column?.kind === 'amount' || column?.kind === 'payments'
  return noughts === 4 && isMoney && !heading.includes('万元') ? `${heading}（万元）` : heading
}

/** The rows of a sheet that have to go back, with their faults. */
function faultyRows(
  { sheet, kind }: SheetLayout,
  { rows, intake }: Ledger,
): ReadonlyMap<number, readonly Fault[]> {
  const found = new Map<number, Fault[]>()
  const add = (row: number, faults: readonly Fault[]): void => {
    found.set(row, [...(found.get(row) ?? []), ...faults])
  }
  for (const { intake: own, status, faults } of rows) {
    if (status !== 'refused') continue
    if (kind === 'cases' && own.sheet === sheet.name)
      for (const row of own.rows)
        add(
          row,
          faults.filter((fault) => fault.sheet === sheet.name && fault.row === row),
        )
    if (kind !== 'cases') for (const fault of faults) if (fault.sheet === sheet.name) add(fault.row, [fault])
  }
  for (const fault of intake.stray) if (fault.sheet === sheet.name) add(fault.row, [fault])
  return found
}

function cellOf(cell: LedgerCell | undefined): BookCell {
  const content = cell?.content
  if (!content) return {}
  if (content.kind === 'date') return { date: content.date }
  if (content.kind === 'number')
    return Number.isSafeInteger(content.number) || !Number.isInteger(content.number)
      ? { number: content.number }
      : { text: String(content.number) }
  return content.kind === 'text' || content.kind === 'error' ? { text: content.text } : {}
}
