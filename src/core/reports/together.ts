import type { Report, ReportCell, ReportTotal } from './report.ts'

/** The report of one library, with the name of its office. */
export interface PartOfReport {
  readonly library: string
  readonly report: Report
}

/** The column that tells the cases of several libraries apart: two of them may give the same number. */
const library = { key: 'library', title: '案件库', width: 8 } as const

/**
 * One list of the reports of several libraries: their rows one after the other, each with its library, and their
 * figures added up. Undefined where there is none.
 */
export function reportsTogether(parts: readonly PartOfReport[]): Report | undefined {
  const [first] = parts
  if (!first) return undefined
  const { columns, brief, charts: _, sheets: __, ...rest } = first.report
  return {
    ...rest,
    columns: [library, ...columns],
    ...(brief && { brief: [library.key, ...brief] }),
    rows: parts.flatMap((part) => part.report.rows.map((row): ReportCell[] => [part.library, ...row])),
    totals: first.report.totals.flatMap(({ title }) => totalOf(title, parts)),
  }
}

/** A figure of all libraries; a text, as of a person to turn to, of each. */
function totalOf(title: string, parts: readonly PartOfReport[]): ReportTotal[] {
  const found = parts.flatMap(({ library: name, report }) =>
    report.totals.filter((each) => each.title === title).map(({ value }) => ({ name, value })),
  )
  const numbers = found.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const amounts = found.flatMap(({ value }) => (typeof value === 'bigint' ? [value] : []))
  // An amount of nothing is a plain 0 in some reports.
  if (amounts.length) return [{ title, value: amounts.reduce((sum, each) => sum + each, BigInt(0)) }]
  if (numbers.length) return [{ title, value: numbers.reduce((sum, each) => sum + each, 0) }]
  return found.map(({ name, value }) => ({ title: `${title}（${name}）`, value }))
}
