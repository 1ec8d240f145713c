import { basename, dirname, extname, join } from 'node:path'
import { type LedgerCell, shownText } from '../../../core/ledger/intake/book.ts'
import { parseDay } from '../../../core/ledger/intake/cells/dates.ts'
import type { Fault } from '../../../core/ledger/intake/fault.ts'
import {
  type MatchedColumn,
  PROBLEMS,
  SERIAL,
  type SheetLayout,
} from '../../../core/ledger/intake/headings.ts'
import { isDoubtful } from '../../../core/ledger/intake/plan.ts'
import { COUNTED } from '../../../core/ledger/intake/rows.ts'
import { noughtsIn, unitName } from '../../../core/ledger/intake/units.ts'
import { writeFiles } from '../../../documents/deliver.ts'
import { type BookCell, type BookSheet, writeLedgerBook } from '../../../documents/ledger-writer.ts'
import { bytesIfThere } from '../../../repository/durable.ts'
import type { Ledger } from './ledger.ts'

/**
 * Writes the rows with faults to a file beside the ledger, under the same headings and with a column of what is wrong,
 * to be mended and imported again. Returns its path; undefined where every row is good. What somebody has mended is not
 * overwritten.
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
  const { sheet, columns, serial } = layout
  const faultsBy = faultyRows(layout, ledger)
  const rows = sheet.rows.filter(({ number }) => faultsBy.has(number))
  if (rows.length === 0) return undefined
  const indexes = [...columns.keys(), ...(serial === undefined ? [] : [serial])].sort((a, b) => a - b)
  const heads = indexes.map((index) => headingOf(layout, index))
  const own = ownRows(ledger, sheet.name)
  const body = rows.map(({ number }): BookCell[] => {
    const faults = faultsBy.get(number) ?? []
    const given = indexes.map((index): BookCell => {
      const isWrong = faults.some((fault) => isToMend(fault) && fault.column === columns.get(index)?.heading)
      return {
        ...cellAt(layout, { row: number, index, own: own.get(number) ?? [] }),
        ...(isWrong && { marked: true }),
      }
    })
    const said = faults.filter(isToMend).map(({ column, message }) => `${column}：${message}`)
    return [...given, { text: said.join('\n') }]
  })
  return { name: sheet.name, heads: [...heads, PROBLEMS].map((title) => ({ title })), rows: body }
}

function isToMend({ refuses, doubtful }: Fault): boolean {
  return refuses || doubtful === true
}

/** A unit that stood beside the table goes into the heading. */
function headingOf({ columns, serial }: SheetLayout, index: number): string {
  if (index === serial) return SERIAL
  const { heading = '', noughts = 0, column } = columns.get(index) ?? {}
  const isMoney = column?.kind === 'amount' || column?.kind === 'payments'
  return noughts !== 0 && isMoney && noughtsIn(heading) === undefined
    ? `${heading}（${unitName(noughts)}）`
    : heading
}

/** The rows of a sheet that have to go back, with their faults. */
function faultyRows(
  { sheet, kind }: SheetLayout,
  { rows, intake }: Ledger,
): ReadonlyMap<number, readonly Fault[]> {
  const faultsByRow = new Map<number, Fault[]>()
  const add = (row: number, faults: readonly Fault[]): void => {
    faultsByRow.set(row, [...(faultsByRow.get(row) ?? []), ...faults])
  }
  for (const planned of rows) {
    if (planned.status !== 'refused' && !isDoubtful(planned)) continue
    const { intake: own, faults } = planned
    // The rows of the other sheets are given back with their case, also the good ones.
    const places = kind === 'cases' ? own.rows.map((row) => ({ sheet: own.sheet, row })) : own.beside
    for (const { sheet: name, row } of places)
      if (name === sheet.name)
        add(
          row,
          faults.filter((fault) => fault.sheet === name && fault.row === row),
        )
  }
  for (const fault of intake.stray) if (fault.sheet === sheet.name) add(fault.row, [fault])
  return faultsByRow
}

/** The rows of its case, for each row of a sheet of cases. */
function ownRows({ rows }: Ledger, sheet: string): ReadonlyMap<number, readonly number[]> {
  return new Map(
    rows.flatMap(({ intake }) =>
      intake.sheet === sheet ? intake.rows.map((row) => [row, intake.rows] as const) : [],
    ),
  )
}

interface GivenCell {
  readonly row: number
  readonly index: number
  /** The rows of its case, which are given back together. */
  readonly own: readonly number[]
}

/**
 * A cell as it is given back. The file has no merged cells: what was merged with a row of another case is written out;
 * an amount that several cases share is given back as a text that is no amount, so that nobody takes it for that of one.
 */
function cellAt({ view, columns, sheet }: SheetLayout, { row, index, own }: GivenCell): BookCell {
  const found = view.at(row, index)
  if (!found || found.column !== index) return {}
  const isCounted = COUNTED.has(columns.get(index)?.column.kind ?? 'text')
  const { top = row, bottom = row } = view.rangeAt(row, index) ?? {}
  const isShared = top !== bottom && [top, bottom].some((end) => !own.includes(end))
  if (isShared && isCounted)
    return { text: `${shownText(found.cell.content)}（第 ${top} 至 ${bottom} 行合并，请拆开）` }
  if (found.row === row)
    return { ...cellOf(found.cell, isDay(columns.get(index)), sheet.from1904), ...noteOn(found.cell) }
  return isShared ? cellOf(found.cell, isDay(columns.get(index)), sheet.from1904) : {}
}

function isDay(matched: MatchedColumn | undefined): boolean {
  return matched?.column.kind === 'date' || matched?.column.kind === 'dates'
}

function noteOn({ note }: LedgerCell): Pick<BookCell, 'note'> {
  return note === undefined ? {} : { note }
}

/** A day that stands as a number is written as a day, since the file counts the days in its own way. */
function cellOf({ content }: LedgerCell, isOfDay: boolean, from1904: boolean): BookCell {
  if (content.kind === 'date') return { date: content.date }
  if (content.kind === 'number') {
    const day = isOfDay ? parseDay(content, from1904) : { value: undefined }
    if ('value' in day && day.value !== undefined) return { date: day.value }
    return Number.isSafeInteger(content.number) || !Number.isInteger(content.number)
      ? { number: content.number }
      : { text: String(content.number) }
  }
  return content.kind === 'text' || content.kind === 'error' ? { text: content.text } : {}
}
