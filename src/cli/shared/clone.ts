import { accessSync, chmodSync, constants, existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { answerOf, plumb } from '../../repository/git.ts'
import { type GitLocation, locateGit } from '../../repository/gitdir.ts'
import { executableFiles } from '../../repository/init/hooks.ts'
import { setUpClone, shellCall } from '../../repository/sync/driver.ts'
import type { CommandContext } from './context.ts'
import { ownProgram } from './own-program.ts'

/** Sets up what this clone lacks: how the files of cases are merged, the check before a commit, hooks that can run. */
export async function fixClone(root: string, { note }: CommandContext['out']): Promise<void> {
  const git = locateGit(root)
  if (!git) return
  await setUpClone(root, ownProgram())
  // The hooks find this program, even where no ejc is installed for all users.
  if ((await hookProgram(root)) !== 'runs') {
    await plumb(root, ['config', '--local', HOOK_PROGRAM, shellCall(ownProgram())])
  }
  const { own, state } = await hooksState(root, git)
  if (state === 'off') {
    await plumb(root, ['config', '--local', 'core.hooksPath', own])
    note('已启用提交前检查：有错误的案件不能提交。')
  }
  const closed = closedHooks(root)
  for (const file of closed) chmodSync(join(root, file), 0o755)
  if (closed.length) note(`已把 ${closed.join('、')} 设为可执行。`)
}

/** Whether the hooks of the repository are there and run in this clone; `own` is their folder as git is told of it. */
export async function hooksState(
  root: string,
  { top, prefix }: GitLocation,
): Promise<{ state: 'none' | 'off' | 'elsewhere' | 'on'; folder: string | null; own: string }> {
  const own = prefix === '' ? 'hooks' : `${prefix}/hooks`
  const folder = await answerOf(root, ['config', '--get', 'core.hooksPath'])
  if (!existsSync(join(root, 'hooks/pre-commit'))) return { state: 'none', folder, own }
  if (folder === null) return { state: 'off', folder, own }
  return { state: resolve(top, folder) === join(root, 'hooks') ? 'on' : 'elsewhere', folder, own }
}

/** The hooks of the repository that can't be run. */
export function closedHooks(root: string): string[] {
  return [...executableFiles].filter(
    (file) => existsSync(join(root, file)) && !isExecutable(join(root, file)),
  )
}

function isExecutable(file: string): boolean {
  // Windows has no executable bit; git for Windows runs hooks by their first line.
  if (process.platform === 'win32') return true
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const HOOK_PROGRAM = 'ejc.command'

/** Whether the program that hooks are told to start still runs; node or ejc may have moved since. */
export async function hookProgram(root: string): Promise<'unset' | 'runs' | 'gone'> {
  const program = await answerOf(root, ['config', '--get', HOOK_PROGRAM])
  if (program === null) return 'unset'
  // git runs an alias by the same shell as its hooks, on Windows too.
  const alias = ['-c', `alias.ejc-program=!f() { ${program} --version; }; f`, 'ejc-program']
  const { exit } = await plumb(root, alias, { answers: [1, 2, 126, 127, 128, 129] })
  return exit === 0 ? 'runs' : 'gone'
}
