import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { annualReport } from '../../../core/reports/annual.ts'
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
import { readCases, readSubmissions } from '../../shared/cases/read.ts'
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

type Builder = (views: readonly CaseView[], period: string, office: OfficeRecords) => Report

const builders: Readonly<Record<ReportName, Builder>> = {
  clues: (views, quarter, { submissions }) => cluesReport(views, quarter, submissions),
  supervision: supervisionReport,
  monthly: majorCasesReport,
  annual: annualReport,
  disclosure: disclosureReport,
  sharing: (views, year, { contacts }) => sharingReport(views, year, contacts),
  ledger: (views, period, { wanted }) => ledgerReport(views, period, wanted),
}

/** A report, and whether its sources could be read. */
export interface MadeReport {
  readonly made: Report
  /** The cases that it counts. */
  readonly views: readonly CaseView[]
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
  const { views, unread } = readCases(workspace, [], out)
  const complete = unread === 0
  const submitted = name === 'clues' ? readSubmissions(workspace, out) : undefined
  const { contacts } = workspace.setting.config
  // What was registered twice is counted in the other case.
  const counted = views.filter(({ facts }) => !facts.case.withdrawal)
  if (complete && !wanted.anyName) needSomeCase(counted, wanted)
  const office = { submissions: submitted?.submissions, contacts, wanted }
  const made = reportOf(name, counted, period, office)
  return {
    made,
    views: counted,
    unread,
    complete,
    whole: complete && (submitted !== undefined || name !== 'clues'),
  }
}

/** A report of cases that were read already. */
export function reportOf(name: ReportName, ...given: Parameters<Builder>): Report {
  return builders[name](...given)
}

/** @throws UsageError for an officer or a department that no case has, naming those that there are */
function needSomeCase(views: readonly CaseView[], { officer, department }: LedgerOptions): void {
  needName('--officer', officer, views.flatMap(officerNames))
  needName('--department', department, views.flatMap(departmentsOf))
}

function needName(option: string, name: string | undefined, known: readonly string[]): void {
  if (name === undefined || known.includes(name)) return
  const names = [...new Set(known)].slice(0, MANY)
  throw new UsageError(
    `${option} 写的是“${name}”，没有这样的案件。${names.length ? `有：${names.join('、')}。` : ''}`,
  )
}
