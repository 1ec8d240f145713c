import type { Fen } from '../facts/money.ts'
import { claimedObligors } from '../facts/queries.ts'
import { maskOf } from '../forms/masking.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'

/** A cell: a text, a number of cases or the like, an amount in 分, or nothing. */
export type ReportCell = string | number | Fen | null

export interface ReportColumn {
  /** The key of the cell for programs. */
  readonly key: string
  readonly title: string
  /** How wide the column is beside the others, in characters of Chinese text. */
  readonly width: number
  /** The most characters that a page shows of a text which another column stands for, such as the number of the case. */
  readonly most?: number
}

/** A figure under the table. */
export interface ReportTotal {
  readonly title: string
  readonly value: ReportCell
}

/** A bar of a chart: a number of cases or the like, or an amount in 分. */
export interface Bar {
  readonly label: string
  readonly value: number | Fen
}

/** A bar chart beside the table. */
export interface Chart {
  readonly title: string
  readonly unit: '件' | '万元'
  readonly bars: readonly Bar[]
}

/** A sheet of a head and rows, without a title or figures below. */
export interface PlainSheet {
  /** Its name for programs. */
  readonly key: string
  /** Its name in the spreadsheet. */
  readonly title: string
  readonly columns: readonly (ReportColumn & { readonly kind: 'text' | 'date' | 'amount' | 'quantity' })[]
  readonly rows: readonly (readonly ReportCell[])[]
}

/** A table that is printed or written to a file: a report, or a list to work by. */
export interface PrintedTable {
  readonly title: string
  /** `2026Q3`, `2026-10`, `2026`; the day for what shows how things stand. */
  readonly period: string
  readonly columns: readonly ReportColumn[]
  /** One cell for each column. */
  readonly rows: readonly (readonly ReportCell[])[]
  readonly totals: readonly ReportTotal[]
  readonly charts?: readonly Chart[]
  /** Where a screen has no room for every column: the keys of those that it shows. */
  readonly brief?: readonly string[]
  /** What a spreadsheet holds in place of the table: sheets of a head and rows, which can be read back. */
  readonly sheets?: readonly PlainSheet[]
  /** Where the table has parts: what stands above each, by the index of its first row. */
  readonly parts?: ReadonlyMap<number, string>
}

export interface Report extends PrintedTable {
  readonly report: ReportName
  /** The matter of the law that asks for it. */
  readonly matter: Matter
}

export type ReportName = 'clues' | 'supervision' | 'monthly' | 'annual' | 'disclosure' | 'sharing' | 'ledger'

/** The first and the last day of a period, both included (YYYY-MM-DD): of a year, a quarter or a month. */
export interface ReportPeriod {
  readonly from: string
  readonly to: string
}

/** Whether a day falls into a period; false where the day is not known. */
export function isWithin(day: string | undefined, { from, to }: ReportPeriod): boolean {
  return day !== undefined && day >= from && day <= to
}

/**
 * What a report needs of each case, in their order. The cases come one after the other, and nothing else of one is kept
 * when the next comes: a library of any size is never in memory as a whole.
 */
export function fromEach<T>(views: Iterable<CaseView>, take: (view: CaseView) => readonly T[]): T[] {
  const taken: T[] = []
  for (const view of views) for (const each of take(view)) taken.push(each)
  return taken
}

/** The cells of one case: texts with personal data masked, figures as they are. */
export function maskedRow(view: CaseView, cells: readonly ReportCell[]): ReportCell[] {
  const mask = maskOf(view)
  return cells.map((cell) => (typeof cell === 'string' ? mask(cell) : cell))
}

/** The obligors against whom the claim was made, one after the other. */
export function claimedObligorNames({ facts }: CaseView): string {
  return claimedObligors(facts)
    .map(({ name }) => name)
    .join('、')
}

/** The department in charge: as recorded, else by the kind of damage. */
export function departmentOf({ facts, regulation }: CaseView): string {
  const { damage, jurisdiction } = facts.case
  const code = jurisdiction.department ?? regulation.item('damageKinds', damage.kind)?.department
  return code ? regulation.label('departments', code) : '未确定'
}
