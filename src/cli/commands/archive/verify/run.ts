import { lstatSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isMapData } from '../../../../core/facts/data.ts'
import { METADATA } from '../../../../repository/archive.ts'
import { type ArchiveCheck, checkArchive } from '../../../../repository/archive-check.ts'
import { bytesIfThere } from '../../../../repository/durable.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { listedFiles } from '../text.ts'

/** `ejc archive verify DIR`: every file against the manifest; exit 1 when one is missing, changed or too many. */
export async function verifyArchive({ global, out }: CommandContext, name: string): Promise<ExitCode> {
  const folder = resolve(name)
  const { list, ...check } = checkArchive(folder)
  const lines = differences(check, list, await otherPages(folder, check.changed))
  if (global.json) out.json('archive-verify', { folder, intact: !lines.length, ...check })
  else if (lines.length) {
    for (const line of lines) out.print(clean(line))
    out.note(clean(`${folder} 与清单不符：${lines.length} 处。`))
  } else {
    out.print(clean(`${folder} 与清单一致：${listedFiles(check.files)}。`))
    out.print(`清单（${list}）的 SHA-256：${check.manifest}`)
  }
  return lines.length ? Exit.Findings : Exit.Ok
}

function differences(
  { missing, changed, extra, badLines }: Omit<ArchiveCheck, 'list'>,
  list: string,
  pages: ReadonlyMap<string, string>,
): string[] {
  return [
    ...badLines.map((line) => `清单有误  ${list} 第 ${line} 行`),
    ...missing.map((path) => `缺少  ${path}`),
    ...changed.map((path) => `已改动  ${path}${pages.get(path) ?? ''}`),
    ...extra.map((path) => `多出  ${path}`),
  ]
}

/** Of PDFs that are changed: how many pages the list tells and how many there are now, where these differ. */
async function otherPages(folder: string, changed: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const pdfs = changed.filter((path) => /\.pdf$/i.test(path))
  const told = pdfs.length ? toldPages(folder) : new Map<string, number>()
  const found = new Map<string, string>()
  for (const path of pdfs) {
    const before = told.get(path)
    if (before === undefined || !lstatSync(join(folder, path)).isFile()) continue
    const { pdfPages } = await import('../../../../documents/pdf-reading.ts')
    const now = await pdfPages(new Uint8Array(readFileSync(join(folder, path))))
    if ('why' in now) found.set(path, `（立卷时 ${before} 页，现在${now.why}）`)
    else if (now.pages !== before) found.set(path, `（立卷时 ${before} 页，现有 ${now.pages} 页）`)
  }
  return found
}

/** The pages of each file as contents.json tells them; nothing where it can't be read. */
function toldPages(folder: string): Map<string, number> {
  const bytes = bytesIfThere(join(folder, METADATA, 'contents.json'))
  const told = new Map<string, number>()
  for (const file of filesIn(bytes ? parsed(bytes) : undefined)) {
    if (isMapData(file) && typeof file.file === 'string' && typeof file.pages === 'number')
      told.set(file.file, file.pages)
  }
  return told
}

function filesIn(contents: unknown): unknown[] {
  const data = isMapData(contents) ? contents.data : undefined
  const materials = isMapData(data) && Array.isArray(data.materials) ? data.materials : []
  return materials.flatMap((each) => (isMapData(each) && Array.isArray(each.files) ? each.files : []))
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}
