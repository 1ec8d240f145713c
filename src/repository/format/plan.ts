import { isMapData } from '../../core/facts/data.ts'
import { documentNames } from '../../core/facts/documents.ts'
import { digestOf } from '../digest.ts'
import { attempt } from '../git.ts'
import { headState, status } from '../git-work-tree.ts'
import { fixedFiles } from '../init/texts.ts'
import { loadLaw } from '../law.ts'
import { ownLines } from '../own-lines.ts'
import { documentOf } from '../raw.ts'
import type { Repository } from '../repository.ts'
import type { TransactionRequest } from '../transaction.ts'
import { formatIn, needOwnFormat } from './check.ts'
import { filesWithLines, staleSchemas } from './own-files.ts'
import { type FormatStep, formatSteps } from './steps.ts'

/** What brings a repository to the format and the files of this ejc. */
export interface Migration {
  readonly from: number
  readonly to: number
  /** What the steps between the formats do, in words. */
  readonly steps: readonly string[]
  /** The files to be written, as they become. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Those of them that are not there yet. */
  readonly added: readonly string[]
  /** Files that ejc wrote otherwise by now, and the office has changed or removed: they stay as they are. */
  readonly kept: readonly string[]
}

/**
 * Plans what `ejc migrate` writes; nothing is changed. Throws `other-format` for a repository of a newer ejc, and
 * what reading it throws.
 */
export async function planMigration(
  repository: Repository,
  steps: readonly FormatStep[] = formatSteps,
): Promise<Migration> {
  const to = Math.max(...steps.map((step) => step.to))
  const from = formatIn(repository.config()) ?? to
  if (from > to) needOwnFormat(repository.config(), to)
  const wanted = steps.filter((step) => step.to > from)
  const documents = wanted.length ? changedDocuments(repository, wanted) : new Map<string, Uint8Array>()
  const { written, kept } = await fixedChanges(repository)
  const files = new Map([
    ...documents,
    ...(await schemaChanges(repository, documents)),
    ...filesWithLines(repository.root),
    ...written,
  ])
  const added = [...files.keys()].filter((path) => repository.readBytes(path) === undefined)
  return { from, to, steps: wanted.map(({ title }) => title), files, added, kept }
}

/** What to write for a migration: everything in one commit, or nothing where a file has changed since. */
export function migrationRequest(repository: Repository, { files, to }: Migration): TransactionRequest {
  const digests = [...files.keys()].map((path) => {
    const there = repository.readBytes(path)
    return [path, there === undefined ? null : digestOf(there)] as const
  })
  return {
    action: 'migrate',
    caseId: null,
    subject: null,
    message: `更新案件库到本版 ejc 的格式（${to}）`,
    files,
    expected: new Map(digests),
    executable: new Set([...files.keys()].filter((path) => /^hooks\/pre-/.test(path))),
  }
}

function changedDocuments(repository: Repository, steps: readonly FormatStep[]): Map<string, Uint8Array> {
  const texts = documentsOf(repository).map(({ file, text }) => {
    const fresh = steps.reduce((said, step) => step.change(file, said), text)
    return fresh === text ? [] : [[file, Buffer.from(fresh)] as const]
  })
  return new Map(texts.flat())
}

/** Every YAML file that has a schema. */
function documentsOf(repository: Repository): { readonly file: string; readonly text: string }[] {
  const ofCases = repository.caseIds().flatMap((id) => {
    const { documents } = repository.readCase(id)
    return documentNames.flatMap((name) => documents[name] ?? [])
  })
  const others = [repository.readSubmissions() ?? []].flat()
  const all = [repository.config(), ...others, ...repository.readCalendars(), ...repository.readProjects()]
  return [...all, ...ofCases].map((raw) => ({ file: raw.file, text: raw.text() }))
}

/** The schemas for editors, by the pack that ejc.yaml names; none where it can't be used. */
async function schemaChanges(
  repository: Repository,
  documents: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const changed = documents.get('ejc.yaml')
  const { result } = changed ? documentOf('ejc.yaml', changed) : repository.config()
  const id = result.ok && isMapData(result.data) ? result.data.regulation : undefined
  const pack = (await loadLaw(repository)).regulation(String(id))
  return pack ? staleSchemas(repository, pack) : new Map()
}

/** Files to which lines are added, or that hold nothing, are no files of ejc alone. */
const notWhole = ['.gitattributes', '.gitignore', 'cases/.gitkeep']

/** The files of ejc alone that it writes otherwise by now: those that it may write anew, and those that stay. */
async function fixedChanges(
  repository: Repository,
): Promise<{ readonly written: Map<string, Uint8Array>; readonly kept: string[] }> {
  const written = new Map<string, Uint8Array>()
  const kept: string[] = []
  const changed = new Set((await status(repository.root)).map(({ path }) => path))
  for (const [path, text] of fixedFiles.filter(([name]) => !notWhole.includes(name))) {
    const there = repository.readBytes(path)
    const fresh = Buffer.from(text)
    if (there && Buffer.compare(there, fresh) === 0) continue
    if (await isOurs(repository.root, path, there !== undefined, changed)) written.set(path, fresh)
    else kept.push(path)
  }
  return { written, kept: kept.filter((path) => repository.readBytes(path) !== undefined) }
}

/** The actions whose commits write files of ejc alone. */
const writing = ['init', 'doctor', 'migrate']

/** Whether a file is as ejc wrote it last, or never was there: nothing of the office is lost by writing it anew. */
async function isOurs(
  root: string,
  path: string,
  isThere: boolean,
  changed: ReadonlySet<string>,
): Promise<boolean> {
  if (changed.has(path)) return false
  if ((await headState(root)).commit === null) return !isThere
  const message = await attempt(root, ['log', '-1', '--no-show-signature', '--format=%B', '--', path])
  if (message.trim() === '') return !isThere
  return isThere && writing.includes(ownLines(message).action ?? '')
}
