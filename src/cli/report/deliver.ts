import { join } from 'node:path'
import type { Report } from '../../core/reports/report.ts'
import { writeFiles } from '../../documents/deliver.ts'
import { bytesOf } from '../../repository/durable.ts'
import { RefusedError } from '../exit.ts'

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

/** Writes a file that was made of the facts, and gives its path. Throws RefusedError when something else lies there, unless forced. */
export function deliverFile(path: string, bytes: Uint8Array, force: boolean): string {
  const existing = bytesOf(path)
  if (existing && Buffer.compare(existing, bytes) === 0) return path
  if (existing && !force)
    throw new RefusedError(`${path} 已经存在，没有覆盖。如确要覆盖，请加 --force；或用 --out 写到别处。`)
  writeFiles(new Map([[path, bytes]]))
  return path
}

const bytesFor: Readonly<Record<ReportFormat, (report: Report, unit: string) => Promise<Uint8Array>>> = {
  xlsx: async (report, unit) => (await import('../../documents/sheet.ts')).reportSheet(report, unit),
  docx: async (report, unit) =>
    (await import('../../documents/report-document.ts')).reportDocument(report, unit),
}
