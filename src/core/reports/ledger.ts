import { yearOf } from '../calendar/dates.ts'
import { bindingAgreements } from '../facts/agreements.ts'
import type { Facts } from '../facts/facts.ts'
import { type Fen, sumFen, sumOf } from '../facts/money.ts'
import { clueOn } from '../facts/queries.ts'
import { readsAlike } from '../folding.ts'
import { maskOf } from '../forms/masking.ts'
import {
  type CaseColumnId,
  type Column,
  type LedgerSheet,
  type LedgerValue,
  ledgerColumns,
  sheetNames,
} from '../ledger/columns.ts'
import { type LedgerRows, ledgerRows } from '../ledger/extract.ts'
import { writtenCell } from '../ledger/written.ts'
import { officerNames } from '../stages/officers.ts'
import type { CaseView } from '../view.ts'
import { amountOf } from './annual-case.ts'
import { departmentOf, fromEach, type PlainSheet, type Report, type ReportCell } from './report.ts'

/** Which cases the ledger holds, and how. */
export interface LedgerWanted {
  /** The year of the clue; every case where it is left out. */
  readonly year?: string | undefined
  readonly officer?: string | undefined
  /** The department in charge, as `departmentOf` names it, or the unit that handles the case. */
  readonly department?: string | undefined
  /** Names, numbers and addresses of natural persons as they are: only so can the ledger be read back. */
  readonly unmasked: boolean
}

/** The columns that a screen has room for. */
const brief: readonly CaseColumnId[] = [
  ...(['number', 'title', 'obligors', 'initiatedOn', 'signedOn'] as const),
  ...(['total', 'completedOn', 'closedOn', 'officers'] as const),
]

/**
 * 案件台账: one row a case with every milestone, under the headings of the template. In a spreadsheet, the obligors and
 * the payments have sheets of their own, so that it can be read back.
 */
export function ledgerReport(views: Iterable<CaseView>, period: string, wanted: LedgerWanted): Report {
  const listed = fromEach(views, (view) =>
    isWanted(view, wanted) ? [{ rows: writtenRows(view, wanted.unmasked), ...moneyOf(view.facts) }] : [],
  )
  const sheet = (name: LedgerSheet): PlainSheet => ({
    key: name,
    title: sheetNames[name],
    columns: ledgerColumns[name].map((column) => ({ ...headingOf(column), kind: kindOf(column) })),
    rows: listed.flatMap(({ rows }) => rows[name]),
  })
  const cases = sheet('cases')
  return {
    report: 'ledger',
    title: '生态环境损害赔偿案件台账',
    period: wanted.year ?? period,
    matter: 'one-case-one-file',
    columns: cases.columns,
    rows: cases.rows,
    totals: totalsOf(listed),
    brief,
    sheets: [cases, sheet('obligors'), sheet('payments')],
  }
}

/** Whether a case is in the ledger that was asked for. */
function isWanted(view: CaseView, { year, officer, department }: LedgerWanted): boolean {
  return (
    (year === undefined || yearOfCase(view.facts) === year) &&
    (officer === undefined || officerNames(view).some((name) => readsAlike(name, officer))) &&
    (department === undefined || departmentsOf(view).includes(department))
  )
}

/**
 * The year in which the clue came; of a case that does not say so, in which it was initiated, else that of its number.
 */
function yearOfCase(facts: Facts): string | undefined {
  const began = clueOn(facts) ?? facts.investigation?.initiation?.initiatedOn
  return began === undefined ? facts.id.split('-').at(-2) : String(yearOf(began))
}

/** What `--department` may name of a case: its department, in full or in short, or its unit. */
export function departmentsOf(view: CaseView): string[] {
  const label = departmentOf(view)
  const named = view.regulation.list('departments').find((each) => each.label === label)
  return [label, named?.short ?? [], view.facts.case.jurisdiction.handlingUnit].flat()
}

/** The rows of a case in each sheet, as they are written; personal data masked unless asked for. */
function writtenRows(view: CaseView, unmasked: boolean): Readonly<Record<LedgerSheet, ReportCell[][]>> {
  const mask = unmasked ? (text: string) => text : maskOf(view)
  const rows: LedgerRows = ledgerRows(view.facts)
  const cellsOf = (name: LedgerSheet, row: Readonly<Record<string, LedgerValue>>): ReportCell[] =>
    ledgerColumns[name].map((column) => {
      const cell = writtenCell(column, row[column.id], view.regulation.lists)
      return typeof cell === 'string' && mayBePersonal(column) ? mask(cell) : cell
    })
  return {
    cases: [cellsOf('cases', rows.case)],
    obligors: rows.obligors.map((row) => cellsOf('obligors', row)),
    payments: rows.payments.map((row) => cellsOf('payments', row)),
  }
}

/**
 * Whether a column can hold personal data of the parties; officers stand as they are, as in other lists of the office.
 */
function mayBePersonal({ id, kind }: Column): boolean {
  return id !== 'number' && id !== 'officers' && kind !== 'date' && kind !== 'dates' && kind !== 'choice'
}

/** How a spreadsheet types the cells of a column. */
function kindOf({ kind }: Column): PlainSheet['columns'][number]['kind'] {
  return kind === 'date' || kind === 'amount' || kind === 'quantity' ? kind : 'text'
}

const widths: Readonly<Partial<Record<Column['kind'], number>>> = {
  date: 6,
  amount: 8,
  quantity: 7,
  choice: 8,
}
const usualWidth = 12

function headingOf({ id, heading, kind }: Column) {
  return { key: id, title: heading, width: widths[kind] ?? usualWidth }
}

/** What a case adds to the figures below the table. */
interface ListedMoney {
  readonly agreed: Fen
  readonly paid: Fen
}

function moneyOf(facts: Facts): ListedMoney {
  return { agreed: sumFen(bindingAgreements(facts).map(amountOf)), paid: sumOf(facts.payments) }
}

function totalsOf(listed: readonly ListedMoney[]): Report['totals'] {
  return [
    { title: '案件', value: listed.length },
    { title: '协议赔偿金额', value: sumFen(listed.map(({ agreed }) => agreed)) },
    { title: '到账金额', value: sumFen(listed.map(({ paid }) => paid)) },
  ]
}
