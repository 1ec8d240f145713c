import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { bytesIfThere } from '../../../repository/durable.ts'
import { answerOf, plumb } from '../../../repository/git.ts'
import { locateGit } from '../../../repository/gitdir.ts'
import { setUpClone, shellCall } from '../../../repository/sync/driver.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import { ownProgram } from '../../shared/own-program.ts'
import { closedHooks, hooksState, missingAttributes, staleSchemas } from './repository.ts'

/** What this clone lacks: how the files of cases are merged, the check before a commit, hooks that can run. */
export async function fixClone(
  { root }: Workspace['repository'],
  { note }: CommandContext['out'],
): Promise<void> {
  const git = locateGit(root)
  if (!git) return
  await setUpClone(root, ownProgram())
  // The hooks find this program, even where no ejc is installed for all users.
  if ((await answerOf(root, ['config', '--get', 'ejc.command'])) === null)
    await plumb(root, ['config', '--local', 'ejc.command', shellCall(ownProgram())])
  const { own, state } = await hooksState(root, git)
  if (state === 'off') {
    await plumb(root, ['config', '--local', 'core.hooksPath', own])
    note('已启用提交前检查：有错误的案件不能提交。')
  }
  const closed = closedHooks(root)
  for (const file of closed) chmodSync(join(root, file), 0o755)
  if (closed.length) note(`已把 ${closed.join('、')} 设为可执行。`)
}

/** Commits the files that this ejc would write otherwise, and only these. */
export async function fixFiles(
  { repository, setting }: Workspace,
  { note }: CommandContext['out'],
): Promise<void> {
  const files = staleSchemas(repository, setting)
  const schemas = files.size > 0
  const lines = missingAttributes(repository.root)
  if (lines.length) files.set('.gitattributes', withLines(repository.root, lines))
  if (!files.size) return
  const message = schemas ? '更新编辑器用的 schema' : '补上 .gitattributes 的设置'
  const request = { action: 'doctor', caseId: null, subject: null, message, files }
  await commitTransaction(repository.root, request, { commit: true })
  note(`已更新 ${[...files.keys()].join('、')}。`)
}

function withLines(root: string, lines: readonly string[]): Uint8Array {
  const there = new TextDecoder().decode(bytesIfThere(join(root, '.gitattributes')) ?? new Uint8Array())
  const whole = there === '' || there.endsWith('\n') ? there : `${there}\n`
  return Buffer.from(`${whole}${lines.join('\n')}\n`)
}
