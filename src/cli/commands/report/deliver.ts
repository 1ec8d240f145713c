import { join } from 'node:path'
import type { Report } from '../../../core/reports/report.ts'
import { deliverFile } from '../../shared/deliver.ts'

export type ReportFormat = 'xlsx' | 'docx'

/**
 * Writes a report to a file, by default `reports/<title>-<period>.<format>` in the current folder, and gives its path.
 * Throws RefusedError when something else lies there, unless forced.
 */
export async function deliverReport(
  report: Report,
  unit: string,
  format: ReportFormat,
  { out, force }: { readonly out: string | undefined; readonly force: boolean },
): Promise<string> {
  const path = out ?? join('reports', `${report.title}-${report.period}.${format}`)
  return deliverFile(path, await bytesFor[format](report, unit), force)
}

const bytesFor: Readonly<Record<ReportFormat, (report: Report, unit: string) => Promise<Uint8Array>>> = {
  xlsx: async (report, unit) => (await import('../../../documents/sheet.ts')).reportSheet(report, unit),
  docx: async (report, unit) =>
    (await import('../../../documents/report-document.ts')).reportDocument(report, unit),
}
