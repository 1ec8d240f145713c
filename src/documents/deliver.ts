import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { bytesOf, removeFolder, writeWhole } from '../repository/durable.ts'
import { RepositoryError, reasonOf } from '../repository/errors.ts'
import type { Repository } from '../repository/repository.ts'
import { isSealed, sealed, toPdfs } from './pdf.ts'
import { isEditedByHand, type Paper } from './render.ts'

/** Where papers go: documents/ of the case, or a folder that the officer names. */
export interface Destination {
  /** The path of a file: relative to the case repository, or absolute. */
  pathOf(file: string): string
  read(path: string): Uint8Array | undefined
}

/** documents/ of a case, where papers are recorded. */
export function inCase(repository: Repository, caseId: string): Destination {
  return { pathOf: (file) => `cases/${caseId}/documents/${file}`, read: (path) => repository.readBytes(path) }
}

/** A folder outside the record. */
export function inFolder(folder: string): Destination {
  return { pathOf: (file) => join(resolve(folder), file), read: (path) => bytesOf(path) ?? undefined }
}

/** A paper whose bytes are made, with what lies in its place. */
export interface MadePaper {
  readonly paper: Paper
  readonly path: string
  readonly bytes: Uint8Array
  readonly existing: Uint8Array | undefined
  /** The file there has the same bytes: nothing is to be written. */
  readonly unchanged: boolean
  /** The file there is not as ejc wrote it: writing would destroy somebody's work. */
  readonly edited: boolean
}

/**
 * Makes the bytes of papers and looks at what lies in their place; writes nothing. `onPaper` is told before each how
 * many are done.
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
    made.push({ paper, path, bytes, existing, unchanged, edited })
  }
  return made
}

/** A PDF to be made of a paper, with what lies in its place. */
export interface PlannedPdf {
  readonly path: string
  readonly docx: Uint8Array
  readonly existing: Uint8Array | undefined
  /** The file there is not as ejc wrote it, such as a scan of the signed paper. */
  readonly edited: boolean
  /** The paper that it is made of stays as it is. */
  readonly unchanged: boolean
}

/**
 * The PDFs of the papers that are new, have none yet, or have one that is not ejc's. PDFs are not reproducible, so one of
 * ejc that belongs to an unchanged paper stays as it is.
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

// So many at a time: few starts of LibreOffice, and yet word of how far it is.
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
  const folder = mkdtempSync(join(tmpdir(), 'ejc-render-'))
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

/** Writes files outside the record, none of them ever half. Throws RepositoryError naming the one that can't be written. */
export function writeFiles(files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    try {
      writeWhole(path, bytes)
    } catch (error) {
      throw new RepositoryError('io', `无法写入 ${path}：${reasonOf(error)}`, { file: path, cause: error })
    }
  }
}
