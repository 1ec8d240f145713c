import { RepositoryError } from '../../../repository/errors.ts'
import { attempt } from '../../../repository/git.ts'
import { status } from '../../../repository/git-work-tree.ts'
import { needGit } from '../../../repository/gitdir.ts'
import { withLock } from '../../../repository/lock.ts'
import { printable } from '../../../repository/paths.ts'
import type { CommandContext } from '../../shared/context.ts'

const MOST_NAMED = 10

/** Whether changes by hand are to be committed; `ask` leaves it to the officer. */
export type Settling = 'commit' | 'ask' | 'refuse'

/**
 * Makes sure that everything is committed: changes by hand are committed when `settling` or the officer says so.
 * Throws `changed-meanwhile`, naming the files, when they are not.
 */
export async function settleUncommitted(
  context: CommandContext,
  root: string,
  settling: Settling,
): Promise<void> {
  const { top } = needGit(root)
  const paths = (await status(top)).map(({ path }) => path)
  if (!paths.length) return
  const named = paths.slice(0, MOST_NAMED).map((path) => `  ${printable(path)}`)
  const more = paths.length > MOST_NAMED ? [`  ……共 ${paths.length} 个`] : []
  const list = ['下列文件改动后还没有提交：', ...named, ...more].join('\n')
  if (settling !== 'commit' && !(settling === 'ask' && (await agreesToCommit(context, list)))) {
    const how = '请核对后运行 ejc sync --commit（先提交再同步），或者还原这些文件'
    throw new RepositoryError('changed-meanwhile', `${list}\n没有同步：${how}。`)
  }
  await withLock(root, () => commitAll(top, messageFor(paths)))
}

/** When the commit is refused, as by a hook, exactly what was staged before is staged again. */
async function commitAll(top: string, message: string): Promise<void> {
  const staged = (await attempt(top, ['write-tree'])).trim()
  try {
    await attempt(top, ['add', '--all', '--', '.'])
    await attempt(top, ['commit', '--quiet', '-m', message])
  } catch (error) {
    await attempt(top, ['read-tree', staged])
    throw error
  }
}

async function agreesToCommit({ interactive, out }: CommandContext, list: string): Promise<boolean> {
  if (!interactive) return false
  const { openTerminal } = await import('../../prompts/terminal.ts')
  out.note(list)
  return openTerminal().confirm('先提交这些改动，再同步？', true)
}

/** The commit names the case, when it concerns one case only. */
function messageFor(paths: readonly string[]): string {
  const ids = new Set(paths.map((path) => /(?:^|\/)cases\/([^/]+)\//.exec(path)?.[1] ?? ''))
  const [only = '', ...others] = ids
  return others.length || only === '' ? '手工修改' : `${only} 手工修改\n\nEjc-Case: ${only}`
}
