import { expect } from 'vitest'
import { documentNames } from '../../src/core/facts/documents.ts'
import type { LedgerCell, LedgerSheetData, MergedRange, SheetRow } from '../../src/core/ledger/intake/book.ts'
import { documentsOf } from '../../src/core/ledger/intake/documents.ts'
import { layoutOf, type SheetLayout } from '../../src/core/ledger/intake/headings.ts'
import { type Intake, intakeOf } from '../../src/core/ledger/intake/intake.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { settingOn } from './setting.ts'

const { regulation, calendar, config } = settingOn('2026-11-30')
/** What every row of these tests is read with. */
export const intakeSetting = {
  regulation,
  calendar,
  config,
  on: '2026-11-30',
  source: '台账.xlsx',
  hasSheets: false,
}

export type Said = string | number | null

/** A sheet of texts and numbers from row 1; merges as `A1:C1` by rows from 1 and columns from 0. */
export function sheetOf(
  rows: readonly (readonly Said[])[],
  merges: readonly MergedRange[] = [],
  name = '台账',
): LedgerSheetData {
  const held = rows.flatMap((row, index): SheetRow[] => {
    const cells = row.flatMap((said, column): [number, LedgerCell][] => {
      if (said === null || said === '') return []
      const content =
        typeof said === 'number'
          ? ({ kind: 'number', number: said } as const)
          : ({ kind: 'text', text: said } as const)
      return [[column, { content }]]
    })
    return cells.length ? [{ number: index + 1, hidden: false, cells: new Map(cells) }] : []
  })
  return { name, hidden: false, rows: held, merges, from1904: false, remarks: [] }
}

export const down = (column: number, top: number, bottom: number): MergedRange => ({
  top,
  bottom,
  left: column,
  right: column,
})
export const across = (row: number, left: number, right: number): MergedRange => ({
  top: row,
  bottom: row,
  left,
  right,
})

export function layout(sheet: LedgerSheetData, map: ReadonlyMap<string, string> = new Map()): SheetLayout {
  const found = layoutOf(sheet, map)
  if (!found) throw new Error('no ledger')
  return found
}

export const headingsIn = ({ columns }: SheetLayout): string[] =>
  [...columns.values()].map(({ column }) => column.id)

export const intake = (...sheets: LedgerSheetData[]): Intake =>
  intakeOf(
    sheets.map((each) => layout(each)),
    regulation.lists,
  )

/** Everything that is wrong with the cases, as `row column: message`. */
export function faults(found: Intake): string[] {
  const inCases = found.cases.flatMap((each) => documentsOf(each, intakeSetting).faults)
  return [...inCases, ...found.stray]
    .filter(({ refuses }) => refuses)
    .map(({ row, column, message }) => `${row} ${column}：${message}`)
}

export function documents(found: Intake, index = 0) {
  const one = found.cases[index]
  if (!one) throw new Error('no case')
  const made = documentsOf(one, intakeSetting)
  expect(made.faults.filter(({ refuses }) => refuses)).toEqual([])
  const whole = { ...made.documents, case: { id: 'NN-2026-0001', ...made.documents.case } }
  for (const name of documentNames)
    if (whole[name as keyof typeof whole])
      expect(
        validateDocument(name, whole[name as keyof typeof whole], regulation.lists, 'title', true),
      ).toEqual([])
  return made.documents
}
