import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { headState, initGit } from '../../../repository/git-work-tree.ts'
import { locateGit } from '../../../repository/gitdir.ts'
import { settleKilledInit } from '../../../repository/init/settle.ts'
import type { CommandContext } from '../../shared/context.ts'
import { fixIdentity } from '../../shared/identity.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { settleUncommitted } from '../../shared/uncommitted.ts'
import { setUp } from './run.ts'

/**
 * Finishes what an earlier call has begun. A case repository that git does not hold yet, such as a folder that was copied
 * without its git folder, is committed as it is. True where there was something to finish.
 */
export async function resume(context: CommandContext, root: string, commit: boolean): Promise<boolean> {
  if (await settleKilledInit(root)) {
    context.out.note(`上次在 ${root} 新建案件库时中断，现已续完。`)
    return true
  }
  if (!commit || !existsSync(join(root, 'ejc.yaml')) || (await isHeld(root))) return false
  await fixIdentity(context)
  if (!locateGit(root)) await initGit(root)
  const count = await settleUncommitted(context, root, 'commit')
  context.out.note(`${root} 里的案件库还没有提交过，现已提交 ${count} 个文件。`)
  return true
}

/** Whether git holds a commit of the repository, or of the larger one that it lies in. */
async function isHeld(root: string): Promise<boolean> {
  const git = locateGit(root)
  return git !== undefined && (git.prefix !== '' || (await headState(root)).commit !== null)
}

/** Sets up what was finished, and says how to go on. */
export async function goOn({ global, out, calledIn }: CommandContext, root: string): Promise<void> {
  await setUp(root)
  const { commit } = await headState(root)
  if (global.json)
    out.json('written', { case: null, action: 'init', subject: null, files: [], commit, dryRun: false })
  else out.note(`下一步：${ejcCall(relative(calledIn, root) || undefined, ['new'])}`)
}
