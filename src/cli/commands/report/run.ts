import type { AnnualCase } from '../../../core/reports/annual-case.ts'
import { departmentsOf } from '../../../core/reports/ledger.ts'
import type { Report } from '../../../core/reports/report.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { eachCase, type FoundCase, readSubmissions } from '../../shared/cases/read.ts'
import { UsageError } from '../../shared/exit.ts'
import type { Output } from '../../shared/output/output.ts'
import type { LedgerOptions } from './ledger-options.ts'
import type { OfficeRecords, ReportDefinition } from './reports.ts'

/** The most names that an error lists. */
const MANY = 20

/** A report, and whether its sources could be read. */
export interface MadeReport {
  readonly made: Report
  /** How many cases it counts. */
  readonly cases: number
  /** What the report of a year is made of: with the cases of other libraries it is one report. */
  readonly annual: readonly AnnualCase[]
  /** How many cases could not be read. */
  readonly unread: number
  /** Whether every case could be read. */
  readonly complete: boolean
  /** Whether everything could be read, the submissions too. */
  readonly whole: boolean
}

/** Makes a report of every case that can be read; the others have been named on stderr. */
export function makeReport(
  workspace: Workspace,
  report: ReportDefinition,
  period: string,
  { out, wanted }: { readonly out: Output; readonly wanted: LedgerOptions },
): MadeReport {
  const missed: string[] = []
  const seen: SeenNames = { cases: 0, officers: new Set(), departments: new Set() }
  const submitted = report.name === 'clues' ? readSubmissions(workspace, out) : undefined
  const views = noting(eachCase(workspace, [], out, missed), seen, wanted)
  const { contacts } = workspace.setting.config
  const office = { submissions: submitted?.submissions, contacts, wanted }
  const { made, annual } = reportOf(report, views, period, office)
  const unread = missed.length
  const complete = unread === 0
  if (complete && !wanted.anyName) needSomeCase(seen, wanted)
  const whole = complete && (submitted !== undefined || report.name !== 'clues')
  return { made, cases: seen.cases, annual, unread, complete, whole }
}

/** A report of no cases. */
export function emptyReport(report: ReportDefinition, period: string, wanted: LedgerOptions): Report {
  const office = { submissions: undefined, contacts: undefined, wanted }
  return reportOf(report, [], period, office).made
}

/** The report of some cases, and the figures of each where it is made of these. */
function reportOf(
  report: ReportDefinition,
  views: Iterable<CaseView>,
  period: string,
  office: OfficeRecords,
): Pick<MadeReport, 'made' | 'annual'> {
  if ('list' in report) return { made: report.list(views, period, office), annual: [] }
  const annual = report.count(views, period)
  return { made: report.sum(annual, period), annual }
}

/** The cases that a report counts, and by which names its ledger can be asked for. */
interface SeenNames {
  cases: number
  readonly officers: Set<string>
  readonly departments: Set<string>
}

/** The cases that a report counts, noted in `seen` as they pass. */
function* noting(
  cases: Iterable<FoundCase>,
  seen: SeenNames,
  { officer, department }: LedgerOptions,
): Generator<CaseView> {
  for (const { view } of cases) {
    // What was registered twice is counted in the other case.
    if (view.facts.case.withdrawal) continue
    seen.cases += 1
    if (officer !== undefined) for (const name of officerNames(view)) seen.officers.add(name)
    if (department !== undefined) for (const name of departmentsOf(view)) seen.departments.add(name)
    yield view
  }
}

/** @throws UsageError for an officer or a department that no case has, naming those that there are */
function needSomeCase({ officers, departments }: SeenNames, { officer, department }: LedgerOptions): void {
  needName('--officer', officer, officers)
  needName('--department', department, departments)
}

function needName(option: string, name: string | undefined, known: ReadonlySet<string>): void {
  if (name === undefined || known.has(name)) return
  const names = [...known].slice(0, MANY)
  throw new UsageError(
    `${option} 写的是“${name}”，没有这样的案件。${names.length ? `有：${names.join('、')}。` : ''}`,
  )
}
