import type { ConfigDocument } from '../../../core/facts/documents.ts'
import { annualReport } from '../../../core/reports/annual.ts'
import { cluesReport } from '../../../core/reports/clues.ts'
import { disclosureReport } from '../../../core/reports/disclosure.ts'
import { monthlyReport } from '../../../core/reports/monthly.ts'
import type { Report, ReportName } from '../../../core/reports/report.ts'
import { sharingReport } from '../../../core/reports/sharing.ts'
import { supervisionReport } from '../../../core/reports/supervision.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { readCases, readSubmissions } from '../../shared/cases/read.ts'
import type { Output } from '../../shared/output/output.ts'
import type { ReportFormat } from './deliver.ts'

/** What a report takes from the repository beside the cases. */
interface Office {
  readonly submissions: Workspace['submissions']
  readonly contacts: ConfigDocument['contacts']
}

type Builder = (views: readonly CaseView[], period: string, office: Office) => Report

const builders: Readonly<Record<ReportName, Builder>> = {
  clues: (views, quarter, { submissions }) => cluesReport(views, quarter, submissions),
  supervision: supervisionReport,
  monthly: monthlyReport,
  annual: annualReport,
  disclosure: disclosureReport,
  sharing: (views, year, { contacts }) => sharingReport(views, year, contacts),
}

/** A report, and what it could be made of. */
interface MadeReport {
  readonly made: Report
  /** Whether every case could be read. */
  readonly complete: boolean
  /** Whether everything could be read, what was sent upward too. */
  readonly whole: boolean
}

/** Makes a report of every case that can be read; the others have been named on stderr. */
export function makeReport(workspace: Workspace, name: ReportName, period: string, out: Output): MadeReport {
  const { views, complete } = readCases(workspace, [], out)
  const submitted = name === 'clues' ? readSubmissions(workspace, out) : undefined
  const { contacts } = workspace.setting.config
  const made = builders[name](views, period, { submissions: submitted?.submissions, contacts })
  return { made, complete, whole: complete && (submitted !== undefined || name !== 'clues') }
}

/** Writes a report as a file, and gives its path. Throws RefusedError where another file lies there. */
export async function writeReport(
  made: Report,
  { setting }: Workspace,
  format: ReportFormat,
  target: { readonly out: string | undefined; readonly force: boolean },
): Promise<string> {
  const { deliverReport } = await import('./deliver.ts')
  return deliverReport(made, setting.config.unit?.name ?? '', format, target)
}
