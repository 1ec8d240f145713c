import { plumb } from '../../repository/git.ts'
import { type Identity, identity } from '../../repository/git-work-tree.ts'
import type { CommandContext } from './context.ts'

/**
 * Asks who commits where git does not know it, and with `doubt` also whether what git knows is right; nobody is asked
 * without a terminal.
 */
export async function fixIdentity(
  { interactive, folder, out }: CommandContext,
  { doubt = false }: { readonly doubt?: boolean } = {},
): Promise<void> {
  if (!interactive) return
  const known = await identity(folder)
  if (known && !(doubt && (await isWrong(known)))) return
  const { openTerminal } = await import('../prompts/terminal.ts')
  const terminal = openTerminal()
  const validate = (answer: string): true | string => answer.trim() !== '' || '请填写。'
  const ask = (title: string, hint: string, fallback: string | undefined) =>
    terminal.input({ title, hint }, { validate, fallback })
  const name = await ask('姓名', '（办理记录里的记录人）', known?.name)
  const email = await ask('邮箱', '（没有的可写工号）', known?.email)
  await plumb(folder, ['config', '--global', 'user.name', name.trim()])
  await plumb(folder, ['config', '--global', 'user.email', email.trim()])
  out.note(`已记下提交人：${name.trim()}。`)
}

async function isWrong({ name, email }: Identity): Promise<boolean> {
  const { openTerminal } = await import('../prompts/terminal.ts')
  return !(await openTerminal().confirm(`办理记录里的记录人是 ${name} <${email}>，对吗？`, true))
}
