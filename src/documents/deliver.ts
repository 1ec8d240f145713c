import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { bytesIfThere, removeFolder, writeWhole } from '../repository/durable.ts'
import { RepositoryError, systemErrorReason } from '../repository/errors.ts'
import type { Repository } from '../repository/repository.ts'
import { scratchFolder } from '../repository/scratch.ts'
import { damageOf } from './damage.ts'
import { isSealed, sealed, toPdfs } from './pdf.ts'
import { isEditedByHand, type Paper } from './render.ts'

/** Where papers are written: documents/ of the case, or a folder that the officer names. */
export interface Destination {
  /** The path of a file: relative to the case repository, or absolute. */
  pathOf(file: string): string
  read(path: string): Uint8Array | undefined
}

/** documents/ of a case, where papers are recorded. */
export function caseDestination(repository: Repository, caseId: string): Destination {
  return { pathOf: (file) => `cases/${caseId}/documents/${file}`, read: (path) => repository.readBytes(path) }
}

/** A folder outside of the case. */
export function folderDestination(folder: string): Destination {
  return { pathOf: (file) => join(resolve(folder), file), read: (path) => bytesIfThere(path) ?? undefined }
}

/** A paper whose bytes are made, and how the file in its place compares with it. */
export interface MadePaper {
  readonly paper: Paper
  readonly path: string
  readonly bytes: Uint8Array
  readonly existing: Uint8Array | undefined
  /** Whether the file there has the same bytes, so that nothing has to be written. */
  readonly unchanged: boolean
  /** Whether the file there is no longer as ejc wrote it: to overwrite it would destroy somebody's work. */
  readonly edited: boolean
  /** Why the file there is no longer as it was saved, in Chinese; undefined for a sound one. */
  readonly damage: string | undefined
}

/**
 * Makes the bytes of papers and compares them with the files in their place; writes nothing. `onPaper` is called before
 * each paper with the number done.
 * @throws DocumentError when a template or a value can't be printed
 */
export async function makePapers(
  papers: readonly Paper[],
  to: Destination,
  onPaper: (done: number) => void,
): Promise<MadePaper[]> {
  const made: MadePaper[] = []
  for (const paper of papers) {
    onPaper(made.length)
    const path = to.pathOf(paper.file)
    const [bytes, existing] = [await paper.bytes(), to.read(path)]
    const unchanged = existing !== undefined && Buffer.compare(existing, bytes) === 0
    const edited = existing !== undefined && !unchanged && isEditedByHand(existing)
    const damage = edited ? damageOf(existing) : undefined
    made.push({ paper, path, bytes, existing, unchanged, edited, damage })
  }
  return made
}

/** A PDF that will be made of a paper, and what is known of the file in its place. */
export interface PlannedPdf {
  readonly path: string
  readonly docx: Uint8Array
  readonly existing: Uint8Array | undefined
  /** Whether the file there is not as ejc wrote it, such as a scan of the signed paper. */
  readonly edited: boolean
  /** Whether the paper itself does not change. */
  readonly unchanged: boolean
}

/**
 * The PDFs to make: for papers that are new, have no PDF yet, or have one that ejc did not make. PDFs are not
 * reproducible, so a PDF by ejc of an unchanged paper stays as it is.
 */
export function plannedPdfs(made: readonly MadePaper[], to: Destination): PlannedPdf[] {
  return made.flatMap(({ path, bytes, unchanged }): PlannedPdf[] => {
    const target = path.replace(/\.docx$/u, '.pdf')
    const existing = to.read(target)
    const edited = existing !== undefined && !isSealed(existing)
    if (unchanged && existing && !edited) return []
    return [{ path: target, docx: bytes, existing, edited, unchanged }]
  })
}

// The number of papers for one start of LibreOffice: few starts, but progress can still be shown.
const batch = 20

/**
 * Makes PDFs, by path.
 * @throws DocumentError without LibreOffice
 */
export async function makePdfs(
  planned: readonly PlannedPdf[],
  onPdf: (done: number) => void,
): Promise<Map<string, Uint8Array>> {
  const pdfs = new Map<string, Uint8Array>()
  const folder = scratchFolder()
  try {
    for (let from = 0; from < planned.length; from += batch) {
      onPdf(from)
      const sources = planned.slice(from, from + batch).map(({ path, docx }) => {
        const source = join(folder, basename(path).replace(/\.pdf$/u, '.docx'))
        writeFileSync(source, docx)
        return { path, source }
      })
      const converted = await toPdfs(
        sources.map(({ source }) => source),
        folder,
      )
      for (const [index, file] of converted.entries())
        pdfs.set(sources[index]?.path ?? file, sealed(readFileSync(file)))
    }
  } finally {
    removeFolder(folder)
  }
  return pdfs
}

/** Writes files outside of the case, each whole or not at all. Throws RepositoryError, naming the file that failed. */
export function writeFiles(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    try {
      writeWhole(path, bytes)
    } catch (error) {
      throw new RepositoryError('io', `无法写入 ${path}：${systemErrorReason(error)}`, {
        file: path,
        cause: error,
      })
    }
  }
}
