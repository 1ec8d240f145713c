import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { digestOf } from './digest.ts'
import { digestOfFile } from './durable.ts'
import { RepositoryError } from './errors.ts'
import { answerOf, attempt, listedPaths } from './git.ts'
import {
  changedPaths,
  filesInCommits,
  type HistoryEntry,
  history,
  mayBeOfTwoCases,
  ofTwoCases,
} from './git-history.ts'
import { needGit } from './gitdir.ts'
import { documentPath, printable, slashed } from './paths.ts'
import { commitTransaction, type TransactionResult } from './transaction.ts'

/** The last action of a case, and the files as they were before it (paths relative to the repository). */
export interface TakingBack {
  readonly entry: HistoryEntry
  /** The bytes before the action; null for a file that the action made. */
  readonly files: ReadonlyMap<string, Uint8Array | null>
  /** SHA-256 (hex) of each file after the action, which must still be the same; null for a file that it removed. */
  readonly expected: ReadonlyMap<string, string | null>
}

/** The action that writes papers. It does not prevent an undo, since papers follow from the facts. */
const PAPERS = 'render'

/** The last action of a case that ejc recorded, papers not counted. Throws `not-undoable` when there is none. */
export async function lastAction(root: string, caseId: string): Promise<HistoryEntry> {
  needGit(root)
  const entry = (await history(root, caseId)).find(({ action }) => action !== PAPERS)
  if (entry) return entry
  throw new RepositoryError(
    'not-undoable',
    `案件 ${caseId} 没有可撤销的事项：提交记录里没有 ejc 办理的事项（用 --no-commit 办的、只取了部分历史的也查不到）。录错了的更正：ejc amend ${caseId}`,
  )
}

/**
 * What to write to take an action of a case back. Throws `not-undoable`, naming files and commits, when the action also
 * changed files of other cases, or when its files have changed since: a later change is never overwritten.
 */
export async function takingBack(root: string, entry: HistoryEntry): Promise<TakingBack> {
  const otherId = await otherCase(root, entry)
  const paths = await pathsOf(root, otherId === null ? [entry.caseId] : [entry.caseId, otherId], entry)
  const versions = await filesInCommits(
    root,
    [entry.commit, `${entry.commit}^`].flatMap((commit) => paths.map((path) => ({ commit, path }))),
  )
  const left = (index: number): Uint8Array | null => versions[index] ?? null
  const expected = new Map(paths.map((path, at) => [path, digestIfAny(left(at))] as const))
  const files = new Map(paths.map((path, at) => [path, left(paths.length + at)] as const))
  await needUntouched(root, entry, expected)
  if (otherId !== null) await needNothingSince(root, otherId, entry)
  const gone = [entry.caseId, otherId].find((id) => files.get(`cases/${id}/case.yaml`) === null)
  if (typeof gone === 'string') await needNothingOf(root, gone, entry, files)
  return { entry, files, expected }
}

const digestIfAny = (bytes: Uint8Array | null): string | null => bytes && digestOf(bytes)

/** Whether the case itself is removed: a ledger brought it in, and nothing was done in it since. */
export function isWholeCase({ entry, files }: TakingBack): boolean {
  return files.get(documentPath(entry.caseId, 'case')) === null
}

/** The other case of an action that made two cases one, or one two; null for an action on one case. */
async function otherCase(root: string, entry: HistoryEntry): Promise<string | null> {
  const { caseId, subject, transaction } = entry
  if (!mayBeOfTwoCases(entry)) return null
  return ofTwoCases(await history(root, caseId)).has(transaction) ? subject : null
}

/**
 * Refuses where something was done in one of the two cases since: to take the split or the combination back would leave
 * half of that work behind.
 */
async function needNothingSince(root: string, other: string, entry: HistoryEntry): Promise<void> {
  for (const id of [entry.caseId, other]) {
    const last = await lastAction(root, id)
    if (last.transaction === entry.transaction) continue
    throw refused(entry, `此后 ${id} 又办理了“${printable(last.title)}”，要先 ejc undo ${id}`)
  }
}

/** Refuses where a case that is to be removed has got files of its own since, or where another case names it. */
async function needNothingOf(
  root: string,
  id: string,
  entry: HistoryEntry,
  files: TakingBack['files'],
): Promise<void> {
  const left = filesBelow(join(root, 'cases', id))
    .map((name) => `cases/${id}/${name}`)
    .filter((path) => !files.has(path))
  if (left.length) throw refused(entry, `${id} 里还有后来的文件，请先移走：${left.map(printable).join('、')}`)
  const found = await answerOf(root, ['grep', '-z', '-l', '-w', '--fixed-strings', '-e', id, '--', 'cases'])
  const naming = listedPaths(found ?? '').filter(
    (path) => !path.startsWith(`cases/${id}/`) && !files.has(path),
  )
  if (naming.length)
    throw refused(entry, `其他案件还写着 ${id}，请先改正：${naming.map(printable).join('、')}`)
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((each) => !each.isDirectory())
    .map((each) => slashed(relative(folder, join(each.parentPath, each.name))))
}

/** Writes the former files and commits them as the action `undo`; all or nothing. */
export function takeBack(
  root: string,
  { entry, files, expected }: TakingBack,
  message: string,
  commit: boolean,
): Promise<TransactionResult> {
  const { caseId, subject, transaction } = entry
  const request = { action: 'undo', caseId, subject, undoes: transaction, message, files, expected }
  return commitTransaction(root, request, { commit })
}

/** Those of the paths (relative to the repository) whose file in the work tree differs from the commit. */
export async function filesChangedSince(
  root: string,
  commit: string,
  paths: readonly string[],
): Promise<string[]> {
  if (!paths.length) return []
  const diff = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--relative', commit, '--']
  const output = await attempt(root, ['--literal-pathspecs', ...diff, ...paths])
  return listedPaths(output)
}

/** The paths that the action changed, all of them of its case, or of its two cases. */
async function pathsOf(root: string, cases: readonly string[], entry: HistoryEntry): Promise<string[]> {
  const { prefix } = needGit(root)
  const inside = prefix === '' ? '' : `${prefix}/`
  const paths = await changedPaths(root, entry.commit)
  if (!paths.length) throw refused(entry, '这一次没有改动文件')
  const foreign = paths.filter((path) => !cases.some((id) => path.startsWith(`${inside}cases/${id}/`)))
  if (!foreign.length) return paths.map((path) => path.slice(inside.length))
  const how = `要整次撤销的，请核对后用 git revert ${entry.commit.slice(0, SHORT)}`
  throw refused(entry, `这一次还改动了本案以外的文件：${foreign.map(printable).join('、')}。${how}`)
}

/** The number of characters of a commit's hash that people see. */
const SHORT = 10

async function needUntouched(
  root: string,
  entry: HistoryEntry,
  expected: TakingBack['expected'],
): Promise<void> {
  const paths = [...expected.keys()]
  const later = await laterCommits(root, entry.commit, paths)
  if (later.length) {
    const how = `要改的请用 ejc amend ${entry.caseId}；确要撤销的，先用 git revert 逐个撤销上列提交`
    throw refused(entry, `此后又有提交改动了同样的文件：\n${later.join('\n')}\n${how}`)
  }
  const changed = paths.filter((path) => digestOfFile(join(root, path)) !== expected.get(path))
  if (!changed.length) return
  const files = changed.map((path) => `  ${printable(path)}`).join('\n')
  const how = '请用 git diff 核对：要保留的，直接在文件中改正；不要的，用 git restore 文件 还原，再撤销'
  throw refused(entry, `下列文件此后有没有提交的改动：\n${files}\n${how}`)
}

/** The later commits that changed one of the files, one a line. */
async function laterCommits(root: string, commit: string, paths: readonly string[]): Promise<string[]> {
  const literally = '--literal-pathspecs'
  const diff = ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', commit, 'HEAD', '--', ...paths]
  if ((await attempt(root, [literally, ...diff])) === '') return []
  const format = `--format=  %h %cs %an：%s`
  const log = ['log', '--no-show-signature', format, `${commit}..HEAD`, '--', ...paths]
  const lines = (await attempt(root, [literally, ...log])).split('\n')
  return lines.filter((line) => line.trim() !== '').map(printable)
}

function refused({ commit, title }: HistoryEntry, why: string): RepositoryError {
  return new RepositoryError(
    'not-undoable',
    `不能撤销最近一次办理“${printable(title)}”（提交 ${commit.slice(0, SHORT)}），没有改动任何文件：${why}。`,
  )
}
