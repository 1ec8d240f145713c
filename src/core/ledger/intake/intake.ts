import type { Lists } from '../../schema/choices.ts'
import { type LedgerSheet, type LedgerValue, sheetNames } from '../columns.ts'
import type { Fault, FaultPlace } from './fault.ts'
import { groupRows, paymentsIn, type RowObligor } from './groups.ts'
import type { SheetLayout } from './headings.ts'
import { noteFaults, remarksWith } from './notes.ts'
import { type ReadRow, readRows } from './rows.ts'

/** An obligor as the sheets tell of him. */
export interface IntakeObligor extends RowObligor {
  readonly kind?: string
  readonly certificateKind?: string
  readonly representative?: string
  readonly address?: string
  readonly phone?: string
  readonly serviceMethod?: string
  readonly share?: string
}

/** A payment as the sheets tell of it. */
export interface IntakePayment {
  readonly on?: string
  readonly amount?: string
  readonly payer?: string
  readonly voucher?: string
  /** The cell of its day, where it stands in a sheet of payments. */
  readonly place?: FaultPlace
}

/** One case of the ledger, from all of its sheets. */
export interface IntakeCase {
  readonly sheet: string
  /** Its first row in the sheet of cases. */
  readonly row: number
  readonly rows: readonly number[]
  /** Its rows in the sheets of obligors and payments. */
  readonly beside: readonly Pick<FaultPlace, 'sheet' | 'row'>[]
  readonly number: string | undefined
  readonly title: string | undefined
  /** What the sheet of cases says, by the ids of its columns. */
  readonly values: ReadonlyMap<string, LedgerValue>
  readonly obligors: readonly IntakeObligor[]
  readonly payments: readonly IntakePayment[]
  readonly headings: ReadonlyMap<string, string>
  readonly faults: readonly Fault[]
}

/** What was found in a ledger. */
export interface Intake {
  readonly cases: readonly IntakeCase[]
  /** Rows of the sheets of obligors and payments that belong to no case, or can't be read. */
  readonly stray: readonly Fault[]
  /** Rows that are none, such as totals. */
  readonly skipped: readonly { readonly sheet: string; readonly row: number; readonly message: string }[]
  /** Rows that the sheet hides; they are taken like the others. */
  readonly hiddenRows: number
}

/** Reads the sheets of a ledger into cases. */
export function intakeOf(layouts: readonly SheetLayout[], lists: Lists): Intake {
  const read = layouts.map((layout) => ({ layout, ...readRows(layout, lists) }))
  const rowsOf = (kind: LedgerSheet) => read.filter(({ layout }) => layout.kind === kind)
  const cases = rowsOf('cases').flatMap(({ layout, rows }) =>
    groupRows(layout.sheet.name, rows).map(
      ({ hidden: _, ...group }): IntakeCase => ({
        ...group,
        beside: [],
        number: textIn(group.values, 'number'),
        title: textIn(group.values, 'title'),
        payments: paymentsIn(group.values.get('payments')),
      }),
    ),
  )
  const obligors = rowsOf('obligors').flatMap(({ layout, rows }) =>
    rows.map((row) => ({ sheet: layout.sheet.name, row })),
  )
  const payments = rowsOf('payments').flatMap(({ layout, rows }) =>
    rows.map((row) => ({ sheet: layout.sheet.name, row })),
  )
  const finder = caseFinder(cases)
  const joined = cases.map((each) =>
    joinedCase(each, finder.rowsOf(each, obligors), finder.rowsOf(each, payments)),
  )
  return {
    cases: withOwnNumbers(withRepeats(joined)),
    stray: [...obligors, ...payments].flatMap((placed) => finder.fault(placed)),
    skipped: read.flatMap(({ layout, skipped }) =>
      skipped.map((each) => ({ sheet: layout.sheet.name, ...each })),
    ),
    hiddenRows: read.reduce((sum, { rows }) => sum + rows.filter(({ hidden }) => hidden).length, 0),
  }
}

function textIn(values: ReadonlyMap<string, LedgerValue>, id: string): string | undefined {
  const value = values.get(id)
  return typeof value === 'string' ? value : undefined
}

interface PlacedRow {
  readonly sheet: string
  readonly row: ReadRow
}

function textOf({ row }: PlacedRow, id: string): string | undefined {
  const value = row.values.get(id)?.value
  if (typeof value === 'string') return value
  const [only] = Array.isArray(value) ? value : []
  return typeof only === 'string' && only !== '' ? only : undefined
}

/** Finds the case of a row of another sheet, by its number. */
function caseFinder(cases: readonly IntakeCase[]) {
  const byNumber = new Map<string | undefined, IntakeCase[]>()
  for (const each of cases) byNumber.set(each.number, [...(byNumber.get(each.number) ?? []), each])
  const caseOf = (placed: PlacedRow): readonly IntakeCase[] => byNumber.get(textOf(placed, 'number')) ?? []
  return {
    rowsOf: (each: IntakeCase, rows: readonly PlacedRow[]): readonly PlacedRow[] => {
      if (each.number === undefined || byNumber.get(each.number)?.length !== 1) return []
      return rows.filter((placed) => textOf(placed, 'number') === each.number)
    },
    fault: (placed: PlacedRow): Fault[] => {
      const { sheet, row } = placed
      const number = textOf(placed, 'number')
      const about = {
        sheet,
        row: row.row,
        column: row.values.get('number')?.heading ?? '编号',
        refuses: true,
      }
      if (number === undefined)
        return [{ ...about, message: '没有编号，不知道是哪一件的：请填写“案件”表里的编号' }]
      const found = caseOf(placed)
      if (found.length === 0)
        return [{ ...about, message: `“${sheetNames.cases}”表里没有编号“${number}”：请核对编号` }]
      if (found.length > 1)
        return [{ ...about, message: `编号“${number}”的案件有 ${found.length} 件，分不清是哪一件的` }]
      return []
    },
  }
}

function joinedCase(
  each: IntakeCase,
  obligorRows: readonly PlacedRow[],
  paymentRows: readonly PlacedRow[],
): IntakeCase {
  const obligors = joinedObligors(each, obligorRows)
  const payments = joinedPayments(each, paymentRows)
  const beside = [...obligorRows, ...paymentRows]
  const inRows = beside.flatMap(({ row }) => [...row.faults, ...noteFaults(row.notes)])
  return {
    ...each,
    beside: beside.map(({ sheet, row: { row } }) => ({ sheet, row })),
    values: withNotes(each.values, beside),
    obligors: obligors.all,
    payments: payments.all,
    faults: [...each.faults, ...inRows, ...obligors.faults, ...payments.faults],
  }
}

/** What is noted on rows of the other sheets is kept with the case, under the name of the sheet. */
function withNotes(values: IntakeCase['values'], rows: readonly PlacedRow[]): IntakeCase['values'] {
  if (rows.every(({ row }) => row.notes.length === 0)) return values
  const remarks = rows.reduce<LedgerValue>(
    (before, { sheet, row }) => remarksWith(before, row.notes, `${sheet} `),
    values.get('remarks'),
  )
  return new Map([...values, ['remarks', remarks]])
}

const keysOfObligor = [
  'kind',
  'certificateKind',
  'certificate',
  'representative',
  'address',
  'phone',
  'notifiedOn',
  'servedOn',
  'serviceMethod',
  'share',
] as const

function joinedObligors(each: IntakeCase, rows: readonly PlacedRow[]) {
  const all = new Map<string, IntakeObligor>(each.obligors.map((obligor) => [obligor.name, obligor]))
  const faults: Fault[] = []
  for (const placed of rows) {
    const name = textOf(placed, 'name')
    const about = { sheet: placed.sheet, row: placed.row.row, refuses: true }
    if (name === undefined) {
      faults.push({ ...about, column: '义务人', message: '没有写义务人的名称' })
      continue
    }
    const known = all.get(name)
    if (each.obligors.length > 0 && !known)
      faults.push({
        ...about,
        column: placed.row.values.get('name')?.heading ?? '义务人',
        message: `“案件”表第 ${each.row} 行的义务人里没有“${name}”：请改为一致`,
      })
    const own = Object.fromEntries(keysOfObligor.flatMap((key) => pairOf(key, textOf(placed, key))))
    for (const key of ['certificate', 'notifiedOn', 'servedOn'] as const)
      if (known?.[key] !== undefined && own[key] !== undefined && known[key] !== own[key])
        faults.push({
          ...about,
          column: placed.row.values.get(key)?.heading ?? key,
          message: `与“案件”表第 ${each.row} 行写的不一样：请改为一致`,
        })
    all.set(name, { ...known, name, ...own, places: { ...known?.places, ...placesOf(placed) } })
  }
  return { all: [...all.values()], faults }
}

/** The cells of a row, by the ids of their columns. */
function placesOf({ sheet, row: { row, values } }: PlacedRow): Readonly<Record<string, FaultPlace>> {
  return Object.fromEntries([...values].map(([id, { heading }]) => [id, { sheet, row, column: heading }]))
}

function pairOf(key: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[key, value]]
}

function joinedPayments(each: IntakeCase, rows: readonly PlacedRow[]) {
  const own = rows.map((placed) => ({
    ...Object.fromEntries([
      ...pairOf('on', textOf(placed, 'paidOn')),
      ...['amount', 'payer', 'voucher'].flatMap((key) => pairOf(key, textOf(placed, key))),
    ]),
    placed,
  }))
  const faults = own.flatMap(({ placed, ...payment }) => incompletePayment(placed, payment))
  const all: IntakePayment[] = own.map(({ placed, ...payment }) => {
    const { paidOn: place } = placesOf(placed)
    return { ...payment, ...(place && { place }) }
  })
  if (all.length === 0) return { all: each.payments, faults }
  if (each.payments.length > 0 && summary(each.payments) !== summary(all)) {
    const message = `与“${rows[0]?.sheet ?? '付款'}”表里的付款不一样：请改为一致，或者只写一处`
    const column = each.headings.get('payments') ?? '付款日期和金额'
    return { all, faults: [...faults, { sheet: each.sheet, row: each.row, column, message, refuses: true }] }
  }
  return { all, faults }
}

function incompletePayment({ sheet, row }: PlacedRow, { on, amount }: IntakePayment): Fault[] {
  const isRead = (column: string): boolean =>
    !row.faults.some((fault) => fault.refuses && fault.column === column)
  const missing = [
    ...(on === undefined ? ['付款日期'] : []),
    ...(amount === undefined ? ['金额'] : []),
  ].filter(isRead)
  return missing.map((column) => ({ sheet, row: row.row, column, message: `没有写${column}`, refuses: true }))
}

/** Payments of one day together: in what order they stand says nothing. */
function summary(payments: readonly IntakePayment[]): string {
  return payments
    .map(({ on, amount }) => `${on} ${amount}`)
    .sort()
    .join('；')
}

/** Where each sheet counts its cases from 1, the number of a case is that of its sheet and its own. */
function withOwnNumbers(cases: readonly IntakeCase[]): IntakeCase[] {
  const sheets = new Map<string, Set<string>>()
  for (const { number, sheet } of cases)
    if (number !== undefined) sheets.set(number, (sheets.get(number) ?? new Set()).add(sheet))
  return cases.map((each) => {
    const isShared = each.number !== undefined && (sheets.get(each.number)?.size ?? 0) > 1
    return isShared ? { ...each, number: `${each.sheet} ${each.number}` } : each
  })
}

/**
 * A case that stands twice in one sheet is refused, since nobody could tell the rows apart when the ledger comes again.
 */
function withRepeats(cases: readonly IntakeCase[]): IntakeCase[] {
  const first = new Map<string, IntakeCase>()
  return cases.map((each) => {
    const { sheet, number, title, obligors } = each
    const names = obligors.map(({ name }) => name).join('、')
    const key = number === undefined ? `${title} ${names}` : `${sheet} ${number}`
    const before = first.get(key)
    if (!before || (number === undefined && title === undefined)) {
      first.set(key, each)
      return each
    }
    const column = number === undefined ? 'title' : 'number'
    const what = number === undefined ? '案件名称和义务人' : '编号'
    const message = `${what}与第 ${before.row} 行相同：是同一件的，请合成一件；不是的，请改正`
    const fault = { sheet, row: each.row, column: each.headings.get(column) ?? what, message, refuses: true }
    return { ...each, faults: [...each.faults, fault] }
  })
}
