import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type DocumentName, documentNames, isDocumentName } from '../core/facts/documents.ts'
import { RepositoryError } from './errors.ts'
import { locateGit } from './gitdir.ts'
import { isCaseId, printable } from './paths.ts'
import type { RawDocument } from './raw.ts'
import { documentReader, type ListedFile, listFiles } from './raw.ts'
import { caseHint, sparseHint } from './similar-case.ts'
import type { FileView } from './view.ts'
import { openView } from './view.ts'

export type { RawDocument } from './raw.ts'

/** One case as it lies on disk, not yet checked against a schema. */
export interface RawCase {
  readonly id: string
  /** `cases/<id>`, relative to the repository. */
  readonly folder: string
  /** The documents that exist; a missing key means that the phase has not begun. */
  readonly documents: Readonly<Partial<Record<DocumentName, RawDocument>>>
  /** Every file of the folder, documents, attachments and unknown ones, relative to the folder; listed on first use. */
  readonly files: readonly string[]
  /** The same files, and what each is. */
  readonly listed: readonly ListedFile[]
}

export interface Repository {
  /** Absolute path of the folder that holds ejc.yaml. */
  readonly root: string
  /** ejc.yaml. */
  config(): RawDocument
  /** Sorted ids of the folders in cases/ whose names are case ids. */
  caseIds(): string[]
  /** Entries of cases/ that are no case folders, as relative paths. */
  strayEntries(): string[]
  caseExists(id: string): boolean
  /** Reads one case whole, never half of a write in progress. Throws `no-such-case` or `unsafe-path`. */
  readCase(id: string): RawCase
  /** submissions.yaml, when there is one. */
  readSubmissions(): RawDocument | undefined
  /** calendar/*.yaml in the order of their names. */
  readCalendars(): RawDocument[]
  /** projects/*.yaml in the order of their names. */
  readProjects(): RawDocument[]
  /** regulations/*.yaml, the office's own packs, in the order of their names. */
  readRegulations(): RawDocument[]
  /** The files of templates/ and of the folders in it, as relative paths in the order of their names. */
  templates(): string[]
  /** Any YAML file of the repository by its relative path; undefined when there is none. */
  readDocument(relative: string): RawDocument | undefined
  /** The bytes of any file by its relative path, through the journal; undefined when there is none. */
  readBytes(relative: string): Uint8Array | undefined
  /** The SHA-256 (hex) of any file, of whatever size; undefined when there is none. */
  digest(relative: string): string | undefined
  /** The names of all folders in cases/, whatever they hold: their numbers are taken. */
  folderNames(): string[]
}

/** The nearest case repository upward from a folder, which need not be there; undefined where there is none. */
export function libraryAround(start: string): string | undefined {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'ejc.yaml'))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** The root of the case repository that holds `start`: the nearest folder upward with an ejc.yaml. */
export async function findRepository(start: string): Promise<string> {
  const from = resolve(start)
  if (!existsSync(from))
    throw new RepositoryError('not-a-repository', `没有文件夹 ${from}：请核对 -C 后面的路径`, { file: from })
  const found = libraryAround(from)
  if (found !== undefined) return realpathSync(found)
  throw new RepositoryError(
    'not-a-repository',
    `${from} 不是案件库（其上各级文件夹均无 ejc.yaml）：请进入案件库，或用 -C 指定，或先运行 ejc init 新建`,
  )
}

/** Opens the repository at `root` (see `findRepository`) for reading; starts no git and reads nothing yet. */
export async function openRepository(root: string): Promise<Repository> {
  const real = realpathSync(root)
  const view = openView(real, locateGit(real))
  const read = documentReader(view)
  const all = (folder: string): RawDocument[] =>
    view.consistently(() => yamlNamesIn(view, folder).flatMap((name) => read(`${folder}/${name}`) ?? []))
  return {
    root: real,
    config: () => required(view.consistently(() => read('ejc.yaml'))),
    caseIds: () => caseFolders(view).filter((name) => isCaseId(name) && !isEmpty(view, `cases/${name}`)),
    strayEntries: () => strayEntries(view),
    caseExists: (id) => isCaseId(id) && !isEmpty(view, `cases/${id}`),
    readCase: (id) => readRawCase(view, read, id),
    readSubmissions: () => view.consistently(() => read('submissions.yaml')),
    readCalendars: () => all('calendar'),
    readProjects: () => all('projects'),
    readRegulations: () => all('regulations'),
    templates: () => view.consistently(() => filesIn(view, 'templates', 1)),
    readDocument: (relative) => view.consistently(() => read(relative)),
    readBytes: (relative) => view.consistently(() => view.bytes(relative)),
    digest: (relative) => view.consistently(() => view.digest(relative)),
    folderNames: () => caseFolders(view),
  }
}

function readRawCase(view: FileView, read: ReturnType<typeof documentReader>, id: string): RawCase {
  if (!isCaseId(id))
    throw new RepositoryError(
      'unsafe-path',
      `案件编号“${printable(id)}”不合格式（例：NN-2026-0001）。${caseHint(view.root, id)}`,
    )
  const folder = `cases/${id}`
  const { documents, entries: top } = view.consistently(() => {
    const found: Partial<Record<DocumentName, RawDocument>> = {}
    const entries = view.list(folder)
    if (!entries?.length)
      throw new RepositoryError(
        'no-such-case',
        `案件库中没有案件 ${id}（${folder} 不存在）。${caseHint(view.root, id)}${sparseHint(view.root, id)}`,
        {
          file: folder,
        },
      )
    for (const entry of entries) {
      const name = entry.name.endsWith('.yaml') ? entry.name.slice(0, -'.yaml'.length) : ''
      if (!isDocumentName(name)) continue
      const document = read(`${folder}/${entry.name}`, entry.kind)
      if (document) found[name] = document
    }
    return { documents: inProceedingOrder(found), entries }
  })
  return withFiles({ id, folder, documents }, () => view.consistently(() => listFiles(view, folder, top)))
}

/** A case whose files are listed on first use. */
function withFiles(raw: Omit<RawCase, 'files' | 'listed'>, list: () => readonly ListedFile[]): RawCase {
  let listed: readonly ListedFile[] | undefined
  let files: readonly string[] | undefined
  return {
    ...raw,
    get listed() {
      listed ??= list()
      return listed
    },
    get files() {
      files ??= this.listed.map(({ path }) => path)
      return files
    },
  }
}

/** The documents in the order of the proceedings: a directory lists its files in no fixed order. */
function inProceedingOrder(found: Partial<Record<DocumentName, RawDocument>>): RawCase['documents'] {
  const ordered: Partial<Record<DocumentName, RawDocument>> = {}
  for (const name of documentNames) {
    const document = found[name]
    if (document) ordered[name] = document
  }
  return ordered
}

function required(document: RawDocument | undefined): RawDocument {
  if (document) return document
  throw new RepositoryError('not-a-repository', '案件库缺少 ejc.yaml：请先运行 ejc init', {
    file: 'ejc.yaml',
  })
}

function caseFolders(view: FileView): string[] {
  const entries = view.consistently(() => view.list('cases')) ?? []
  return entries
    .flatMap((entry) => (entry.kind === 'folder' || entry.kind === 'link' ? entry.name : []))
    .sort()
}

/**
 * Whether a folder is missing or holds nothing. Git does not track an empty folder, such as one that a killed
 * renumbering leaves.
 */
function isEmpty(view: FileView, folder: string): boolean {
  // The quick look first: ten thousand folders are looked at for every list.
  return !existsSync(join(view.root, folder, 'case.yaml')) && !view.list(folder)?.length
}

function strayEntries(view: FileView): string[] {
  const entries = view.consistently(() => view.list('cases')) ?? []
  const stray = entries.filter((entry) => entry.kind === 'file' || !isCaseId(entry.name))
  return stray.map((entry) => `cases/${entry.name}`).sort()
}

/** The files of a folder and of the folders in it, so many levels down. */
function filesIn(view: FileView, folder: string, levels: number): string[] {
  const entries = view.list(folder) ?? []
  return entries
    .flatMap(({ name, kind }) => {
      const path = `${folder}/${name}`
      if (kind === 'folder') return levels > 0 ? filesIn(view, path, levels - 1) : []
      return kind === 'other' ? [] : [path]
    })
    .sort()
}

function yamlNamesIn(view: FileView, folder: string): string[] {
  const entries = view.list(folder) ?? []
  return entries.flatMap(({ name, kind }) => (kind !== 'folder' && /\.ya?ml$/.test(name) ? name : [])).sort()
}

/** The number after the highest of a year among `ids`: `<prefix>-<year>-<number>`. */
export function nextCaseId(ids: readonly string[], prefix: string, year: number): string {
  const stem = `${prefix}-${year}-`
  const numbers = ids
    .filter((id) => isCaseId(id) && id.startsWith(stem))
    .map((id) => Number(id.slice(stem.length)))
  const next = `${stem}${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`
  if (isCaseId(next)) return next
  throw new RepositoryError(
    'unsafe-path',
    `无法编出案件编号“${printable(next)}”：ejc.yaml 的 idPrefix 应为 1 至 8 位大写字母或数字并以字母开头，年度为四位，一年至多 9999 件`,
  )
}
