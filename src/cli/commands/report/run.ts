import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { annualCases, annualReportOf } from '../../../core/reports/annual.ts'
import type { AnnualCase } from '../../../core/reports/annual-case.ts'
import { cluesReport } from '../../../core/reports/clues.ts'
import { disclosureReport } from '../../../core/reports/disclosure.ts'
import { departmentsOf, ledgerReport } from '../../../core/reports/ledger.ts'
import { majorCasesReport } from '../../../core/reports/monthly.ts'
import type { Report, ReportName } from '../../../core/reports/report.ts'
import { sharingReport } from '../../../core/reports/sharing.ts'
import { supervisionReport } from '../../../core/reports/supervision.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { eachCase, type FoundCase, readSubmissions } from '../../shared/cases/read.ts'
import { UsageError } from '../../shared/exit.ts'
import type { Output } from '../../shared/output/output.ts'
import type { LedgerOptions } from './ledger-options.ts'

/** The most names that an error lists. */
const MANY = 20

/** What a report needs of the repository besides the cases. */
interface OfficeRecords {
  readonly submissions: Workspace['submissions']
  readonly contacts: ConfigDocument['contacts']
  readonly wanted: LedgerOptions
}

/** Makes a report of cases that come one after the other; none of them is kept. */
type Builder = (views: Iterable<CaseView>, period: string, office: OfficeRecords) => Report

const builders: Readonly<Record<Exclude<ReportName, 'annual'>, Builder>> = {
  clues: (views, quarter, { submissions }) => cluesReport(views, quarter, submissions),
  supervision: supervisionReport,
  monthly: majorCasesReport,
  disclosure: disclosureReport,
  sharing: (views, year, { contacts }) => sharingReport(views, year, contacts),
  ledger: (views, period, { wanted }) => ledgerReport(views, period, wanted),
}

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
  name: ReportName,
  period: string,
  { out, wanted }: { readonly out: Output; readonly wanted: LedgerOptions },
): MadeReport {
  const missed: string[] = []
  const seen: SeenNames = { cases: 0, officers: new Set(), departments: new Set() }
  const submitted = name === 'clues' ? readSubmissions(workspace, out) : undefined
  const views = noting(eachCase(workspace, [], out, missed), seen, wanted)
  const { contacts } = workspace.setting.config
  const office = { submissions: submitted?.submissions, contacts, wanted }
  const annual = name === 'annual' ? annualCases(views, period) : []
  const made = name === 'annual' ? annualReportOf(annual, period) : builders[name](views, period, office)
  const unread = missed.length
  const complete = unread === 0
  if (complete && !wanted.anyName) needSomeCase(seen, wanted)
  const whole = complete && (submitted !== undefined || name !== 'clues')
  return { made, cases: seen.cases, annual, unread, complete, whole }
}

/** A report of no cases. */
export function emptyReport(name: ReportName, period: string, wanted: LedgerOptions): Report {
  const office = { submissions: undefined, contacts: undefined, wanted }
  return name === 'annual' ? annualReportOf([], period) : builders[name]([], period, office)
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
