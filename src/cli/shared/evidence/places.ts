import { existsSync, realpathSync, statSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { ConfigDocument, Evidence } from '../../../core/facts/documents.ts'
import { nextIdOfKind } from '../../../core/stages/addresses.ts'
import { portableNames } from '../../../repository/archive.ts'
import type { PlannedCopy } from '../../../repository/attach.ts'
import type { FileToCopy } from '../../../repository/content.ts'
import { digestOfFile } from '../../../repository/durable.ts'
import { OUTSIDE_VARIABLE, outsideFolder } from '../../../repository/outside.ts'
import { listedName, pathBelow, safeFileName } from '../../../repository/paths.ts'
import type { Beside } from '../../../repository/record.ts'
import type { RawCase } from '../../../repository/repository.ts'
import { UsageError } from '../exit.ts'
import { clean } from '../output/output.ts'

/** A file that becomes evidence. */
export interface Source {
  /** Absolute. */
  readonly path: string
  readonly name: string
  readonly size: number
  readonly sha256: string
}

/** What stands in the list of evidence for a file: its number, its name, where it lies, its SHA-256. */
export type EvidenceEntry = Pick<Evidence, 'id' | 'title' | 'file' | 'outside' | Detail> & {
  readonly sha256: string
}

/** What the table of a folder may say of a file, beside its title. */
type Detail = 'collectedOn' | 'source' | 'proves'

/** Where the named files go. Files that are listed already are written only where the folder lacks them. */
export interface Placement {
  /** New entries, in the order of the files. */
  readonly entries: readonly EvidenceEntry[]
  /** Entries of the list that lacked their SHA-256, by their index. */
  readonly completed: readonly { readonly index: number; readonly sha256: string }[]
  /** The names of files that are on the list already, and the number of their evidence. */
  readonly known: readonly { readonly name: string; readonly id: string }[]
  /** What is written into the repository, by path in it. */
  readonly files: ReadonlyMap<string, Beside>
  /** What is copied to the folder outside. */
  readonly copies: readonly PlannedCopy[]
}

/** The case that evidence is placed in. */
export interface CaseOfEvidence {
  readonly root: string
  readonly raw: Pick<RawCase, 'folder' | 'files' | 'id'>
  readonly evidence: readonly Evidence[]
  readonly config: ConfigDocument
}

type Growing<T> = { -readonly [key in keyof T]: T[key] extends readonly (infer Item)[] ? Item[] : T[key] }

/** Finds the place of each file. Throws UsageError for one that has none. */
export function placeAll(place: CaseOfEvidence, sources: readonly Source[]): Placement {
  const files = new Map<string, Beside>()
  const placed: Growing<Placement> = { entries: [], completed: [], known: [], files, copies: [] }
  for (const source of sources) {
    const before = listedEvidence(place, placed, source)
    if (before) {
      placed.known.push({ name: source.name, id: before.id })
      if (before.file !== undefined && !place.raw.files.includes(before.file))
        placeAgain(place, files, source, before.file)
      continue
    }
    const index = place.evidence.findIndex((evidence) => lacksDigest(place, evidence, source))
    if (index >= 0) {
      placed.completed.push({ index, sha256: source.sha256 })
      placeAgain(place, files, source, place.evidence[index]?.file)
    } else placeNew(place, placed, files, source)
  }
  return placed
}

function listedEvidence(
  { evidence }: CaseOfEvidence,
  { entries }: Pick<Placement, 'entries'>,
  { sha256 }: Source,
): { readonly id: string; readonly file?: string } | undefined {
  return [...evidence, ...entries].find((each) => each.sha256?.toLowerCase() === sha256)
}

/** Whether an entry written by hand means this file: it lies there, or has its name and is missing. */
function lacksDigest(place: CaseOfEvidence, { file, sha256 }: Evidence, source: Source): boolean {
  if (file === undefined || sha256) return false
  if (place.raw.files.includes(file)) return insideOf(caseFolder(place), source.path) === file
  return basename(file) === source.name
}

/** The file of an entry, where the folder of the case lacks it or git may not know it yet. */
function placeAgain(
  place: CaseOfEvidence,
  files: Map<string, Beside>,
  source: Source,
  file: string | undefined,
): void {
  if (file === undefined) return
  const path = `${place.raw.folder}/${file}`
  const before = digestOfFile(join(place.root, path))
  if (before === null || before === source.sha256) files.set(path, { content: fitting(source), before })
}

const MEGABYTE = 1024 * 1024
/** What goes outside where the office has a folder for it (MB), and what the repository takes at all. */
const LARGE = 50
const LARGEST = 1024

function placeNew(
  place: CaseOfEvidence,
  placed: Growing<Placement>,
  files: Map<string, Beside>,
  source: Source,
): void {
  const id = nextIdOfKind('E', [...place.evidence, ...placed.entries])
  const own = insideOf(caseFolder(place), source.path)
  const lies = own?.startsWith('attachments/') ? own : undefined
  const title = basename(source.name, extname(source.name))
  const entry = { id, title, sha256: source.sha256 }
  if (lies === undefined && isLarge(place, source)) {
    const folder = needOutside(place)
    const there = insideOf(folder, source.path)
    const outside = there ?? freeOutside(folder, place.raw.id, id, source)
    if (there === undefined)
      placed.copies.push({
        source: source.path,
        target: join(folder, outside),
        size: source.size,
        sha256: source.sha256,
      })
    placed.entries.push({ ...entry, outside })
    return
  }
  const taken = [...place.raw.files, ...placed.entries.flatMap(({ file }) => file ?? [])]
  const file = lies ?? unusedName(taken, `attachments/${safeFileName(`${id}-${source.name}`)}`)
  const before = lies === undefined ? null : source.sha256
  files.set(`${place.raw.folder}/${file}`, { content: fitting(source), before })
  placed.entries.push({ ...entry, file })
}

const caseFolder = ({ root, raw }: CaseOfEvidence): string => join(root, raw.folder)

/** The path of a file below a folder, posix; undefined where it lies elsewhere. */
function insideOf(folder: string, file: string): string | undefined {
  const way = pathBelow(realpathSync(folder), realpathSync(file))
  return way ? listedName(way) : undefined
}

/**
 * The name, or the next one with a number, that no other file has; upper and lower case count as equal, as in Windows.
 */
function unusedName(taken: readonly string[], name: string): string {
  return portableNames([...taken, name]).at(-1) ?? name
}

function isLarge({ root, config }: CaseOfEvidence, { size }: Source): boolean {
  return (
    outsideFolder(root, config) !== undefined && size > (config.evidence?.overMegabytes ?? LARGE) * MEGABYTE
  )
}

/** The folder outside. Throws UsageError where this machine does not have it, or where it is not outside at all. */
function needOutside({ root, config }: CaseOfEvidence): string {
  const folder = outsideFolder(root, config) ?? root
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const how = `请接上存储设备、新建该文件夹，或者用环境变量 ${OUTSIDE_VARIABLE} 写明它在本机的位置`
    throw new UsageError(`大文件要放到 ${clean(folder)}（外存文件夹），本机没有这个文件夹：${how}。`)
  }
  if (realpathSync(folder) !== root && insideOf(root, folder) === undefined) return folder
  throw new UsageError(
    `${clean(folder)} 在案件库内，会被提交：请改为案件库以外的文件夹：ejc init --set evidence.outside=文件夹。`,
  )
}

function freeOutside(folder: string, caseId: string, id: string, { name, sha256 }: Source): string {
  const wanted = `${caseId}/${safeFileName(`${id}-${name}`)}`
  const same = (path: string): boolean =>
    !existsSync(join(folder, path)) || digestOfFile(join(folder, path)) === sha256
  const taken: string[] = []
  for (;;) {
    const path = unusedName(taken, wanted)
    if (same(path)) return path
    taken.push(path)
  }
}

/** A file for the repository, to be copied when it is written. Throws UsageError where it is too large. */
function fitting({ path, name, size, sha256 }: Source): FileToCopy {
  if (size <= LARGEST * MEGABYTE) return { from: path, sha256 }
  const how =
    '请运行 ejc init --set evidence.outside=案件库以外的文件夹，大文件放在那里，案件库只记路径和校验值'
  throw new UsageError(`“${clean(name)}”超过 1 GB，不能放进案件库：${how}。`)
}
