import { plumb } from '../../repository/git.ts'
import { identity } from '../../repository/git-work-tree.ts'
import type { CommandContext } from './context.ts'

/** Asks who commits where git does not know it; nobody is asked without a terminal. */
export async function fixIdentity({ interactive, folder, out }: CommandContext): Promise<void> {
  if (!interactive || (await identity(folder))) return
  const { openTerminal } = await import('../prompts/terminal.ts')
  const terminal = openTerminal()
  const validate = (answer: string): true | string => answer.trim() !== '' || '请填写。'
  const name = await terminal.input({ title: '姓名', hint: '（办理记录里的记录人）' }, { validate })
  const email = await terminal.input({ title: '邮箱', hint: '（没有的可写工号）' }, { validate })
  await plumb(folder, ['config', '--global', 'user.name', name.trim()])
  await plumb(folder, ['config', '--global', 'user.email', email.trim()])
  out.note(`已记下提交人：${name.trim()}。`)
}
