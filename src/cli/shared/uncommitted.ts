import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { RepositoryError } from '../../repository/errors.ts'
import { attempt, plumb } from '../../repository/git.ts'
import { headState, type StatusEntry, status, waitForIndex } from '../../repository/git-work-tree.ts'
import { needGit } from '../../repository/gitdir.ts'
import { withLock } from '../../repository/lock.ts'
import { commitOnly } from '../../repository/make-commit.ts'
import { isOwnPlace } from '../../repository/own-places.ts'
import { printable } from '../../repository/paths.ts'
import type { CommandContext } from './context.ts'

const MOST_NAMED = 10

/** What is to be done once everything is committed. */
interface Next {
  /** Its name, for the words. */
  readonly what: string
  /** The call that would commit first, with `--commit`. */
  readonly call: string
  /** Only files below this folder of the case repository matter, and only they are committed. */
  readonly within?: string
}

const SYNC: Next = { what: '同步', call: 'ejc sync' }

/** Whether changes by hand are to be committed; `ask` leaves it to the officer. */
export type Settling = 'commit' | 'ask' | 'refuse'

/**
 * Makes sure that everything is committed: changes by hand are committed when `settling` or the officer says so.
 * Returns the number of files that it committed.
 * Throws `changed-meanwhile`, naming the files, when they are not.
 */
export async function settleUncommitted(
  context: CommandContext,
  root: string,
  settling: Settling,
  then: Next = SYNC,
): Promise<number> {
  const { top } = needGit(root)
  const { within } = then
  const found = (await status(within === undefined ? top : root)).filter(
    ({ path }) => within === undefined || path.startsWith(within),
  )
  const strangers = found.filter((entry) => isStranger(entry, needGit(root).prefix))
  const entries = found.filter((entry) => !strangers.includes(entry))
  const paths = entries.map(({ path }) => path)
  needNoRepositories(within === undefined ? top : root, paths, then.what)
  if (strangers.length && !context.global.json) context.out.note(strangersText(pathsOf(strangers), then.what))
  if (!paths.length) return 0
  const list = [
    ...filesText('下列文件改动后还没有提交：', pathsOf(entries.filter(({ code }) => code !== NEW))),
    ...filesText('下列文件是新的，还没有提交：', pathsOf(entries.filter(({ code }) => code === NEW))),
  ].join('\n')
  if (settling !== 'commit' && !(settling === 'ask' && (await agreesToCommit(context, list, then.what)))) {
    const how = `请核对后运行 ${then.call} --commit（先提交再${then.what}）${otherwise(entries)}`
    throw new RepositoryError('changed-meanwhile', `${list}\n没有${then.what}：${how}。`)
  }
  const message = messageFor(paths)
  await withLock(root, () =>
    within === undefined
      ? commitAll(top, entries, message)
      : unlessCommitted(root, message, async () => void (await commitOnly(root, paths, message, null))),
  )
  return paths.length
}

/** The code of a file that git does not know. */
const NEW = '??'

const pathsOf = (entries: readonly StatusEntry[]): string[] => entries.map(({ path }) => path)

/** Whether a file is new and lies in none of the places of the library, whose root is below the top of git. */
function isStranger({ code, path }: StatusEntry, prefix: string): boolean {
  const folder = prefix === '' ? '' : `${prefix}/`
  return code === NEW && path.startsWith(folder) && !isOwnPlace(path.slice(folder.length))
}

/** The files of one sort below a line that says what they are; of many, the first. */
function filesText(heading: string, paths: readonly string[]): string[] {
  if (!paths.length) return []
  const named = paths.slice(0, MOST_NAMED).map((path) => `  ${printable(path)}`)
  return [heading, ...named, ...(paths.length > MOST_NAMED ? [`  ……共 ${paths.length} 个`] : [])]
}

function strangersText(paths: readonly string[], what: string): string {
  return [
    ...filesText('下列文件不在案件库自己的文件夹里：', paths),
    `不提交，也不影响${what}；清单、日历之类可以放进 reports/，不需要的请删除。`,
  ].join('\n')
}

/** What else can be done with files: what was changed is restored, what is new is moved away or deleted. */
function otherwise(entries: readonly StatusEntry[]): string {
  const isNew = entries.some(({ code }) => code === NEW)
  const isChanged = entries.some(({ code }) => code !== NEW)
  return `${isChanged ? '，或者还原改动过的文件' : ''}${isNew ? '，或者移走、删除新的文件' : ''}`
}

/**
 * Throws `changed-meanwhile` where a folder is a git repository of its own: git would commit its name alone, none of
 * its files, and no colleague could merge that.
 */
function needNoRepositories(folder: string, paths: readonly string[], what: string): void {
  const own = paths.filter((path) => existsSync(join(folder, path, '.git')))
  if (!own.length) return
  const named = own.map((path) => `  ${printable(path)}`).join('\n')
  throw new RepositoryError(
    'changed-meanwhile',
    `下列文件夹自己是一个 git 库，里面的文件提交不了：\n${named}\n没有${what}：是另一个案件库的，请移到案件库以外；是材料的，请只放文件，不带其中的 .git 文件夹。`,
  )
}

/**
 * Runs a step that commits. A git that fails once the branch has moved, for example because a hook kills it,
 * has made the commit.
 */
async function unlessCommitted(root: string, message: string, step: () => Promise<void>): Promise<void> {
  const { commit: before } = await headState(root)
  try {
    await step()
  } catch (error) {
    if (!(await isCommitted(root, before, message))) throw error
    await waitForIndex(root)
  }
}

/** Whether HEAD is now a commit with this message that follows the one before. */
async function isCommitted(root: string, before: string | null, message: string): Promise<boolean> {
  const { commit } = await headState(root)
  if (commit === null || commit === before) return false
  const [parent = '', ...said] = (await attempt(root, ['log', '-1', '--format=%P%n%B', commit])).split('\n')
  return parent === (before ?? '') && said.join('\n').startsWith(message)
}

/**
 * Commits everything. When the commit is refused, for example by a hook, exactly what was staged before is staged
 * again.
 */
async function commitAll(top: string, entries: readonly StatusEntry[], message: string): Promise<void> {
  const staged = (await attempt(top, ['write-tree'])).trim()
  // A deletion that is staged already has neither a file nor an entry that could be added.
  const paths = entries.filter(({ code }) => code !== 'D ').map(({ path }) => `${path}\0`)
  const named = ['--pathspec-from-file=-', '--pathspec-file-nul']
  // Also what a sparse checkout would leave out.
  const how = ['--literal-pathspecs', '-c', 'core.sparseCheckout=false']
  try {
    if (paths.length > 0) await plumb(top, [...how, 'add', '--all', ...named], { input: paths.join('') })
    const changed = await attempt(top, ['diff', '--cached', '--name-only'])
    const commit = async () => void (await attempt(top, ['commit', '--quiet', '-m', message]))
    if (changed !== '') await unlessCommitted(top, message, commit)
  } catch (error) {
    // With -m, entries of files that a sparse checkout leaves out stay marked so. On a full disk this fails too: then
    // what was changed stays staged, and the next call commits it.
    await attempt(top, ['read-tree', '-m', staged]).catch(() => undefined)
    throw error
  }
}

async function agreesToCommit(
  { interactive, out }: CommandContext,
  list: string,
  what: string,
): Promise<boolean> {
  if (!interactive) return false
  const { openTerminal } = await import('../prompts/terminal.ts')
  out.note(list)
  return openTerminal().confirm(`先提交这些改动，再${what}？`, true)
}

/** The commit names the case, when it concerns one case only. */
function messageFor(paths: readonly string[]): string {
  const ids = new Set(paths.map((path) => /(?:^|\/)cases\/([^/]+)\//.exec(path)?.[1] ?? ''))
  const [only = '', ...others] = ids
  return others.length || only === '' ? '手工修改' : `${only} 手工修改\n\nEjc-Case: ${only}`
}
