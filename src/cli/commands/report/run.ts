import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { annualReport } from '../../../core/reports/annual.ts'
import { cluesReport } from '../../../core/reports/clues.ts'
import { disclosureReport } from '../../../core/reports/disclosure.ts'
import { majorCasesReport } from '../../../core/reports/monthly.ts'
import type { Report, ReportName } from '../../../core/reports/report.ts'
import { sharingReport } from '../../../core/reports/sharing.ts'
import { supervisionReport } from '../../../core/reports/supervision.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { readCases, readSubmissions } from '../../shared/cases/read.ts'
import type { Output } from '../../shared/output/output.ts'

/** What a report needs of the repository besides the cases. */
interface OfficeRecords {
  readonly submissions: Workspace['submissions']
  readonly contacts: ConfigDocument['contacts']
}

type Builder = (views: readonly CaseView[], period: string, office: OfficeRecords) => Report

const builders: Readonly<Record<ReportName, Builder>> = {
  clues: (views, quarter, { submissions }) => cluesReport(views, quarter, submissions),
  supervision: supervisionReport,
  monthly: majorCasesReport,
  annual: annualReport,
  disclosure: disclosureReport,
  sharing: (views, year, { contacts }) => sharingReport(views, year, contacts),
}

/** A report, and whether its sources could be read. */
interface MadeReport {
  readonly made: Report
  /** Whether every case could be read. */
  readonly complete: boolean
  /** Whether everything could be read, the submissions too. */
  readonly whole: boolean
}

/** Makes a report of every case that can be read; the others have been named on stderr. */
export function makeReport(workspace: Workspace, name: ReportName, period: string, out: Output): MadeReport {
  const { views, complete } = readCases(workspace, [], out)
  const submitted = name === 'clues' ? readSubmissions(workspace, out) : undefined
  const { contacts } = workspace.setting.config
  // What was registered twice is counted in the other case.
  const counted = views.filter(({ facts }) => !facts.case.withdrawal)
  const made = builders[name](counted, period, { submissions: submitted?.submissions, contacts })
  return { made, complete, whole: complete && (submitted !== undefined || name !== 'clues') }
}
