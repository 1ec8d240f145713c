import { type OptionValues, text } from './command.ts'
import type { CommandContext } from './context.ts'
import { UsageError } from './exit.ts'

/** The error of a call that gives no reason where nobody can be asked. */
export function reasonOwed(what: string, example: string): UsageError {
  return new UsageError(`请写明${what}：--reason 文字，例如 --reason ${example}。`)
}

/**
 * Why something is done: given by `--reason`, or asked in a terminal. Throws UsageError where nobody gives it.
 * @param what the question, such as 为什么并案
 * @param example a reason as somebody may write it
 */
export async function neededReason(
  { interactive }: CommandContext,
  options: OptionValues,
  what: string,
  example: string,
): Promise<string> {
  const given = text(options, 'reason')?.trim() ?? ''
  if (given !== '') return given
  if (!interactive) throw reasonOwed(what, example)
  const { openTerminal } = await import('../prompts/terminal.ts')
  const words = { title: what, hint: '（必填，一句话，ejc log 可查）' }
  const typed = await openTerminal().input(words, {
    validate: (said) => said.trim() !== '' || `请写明${what}。`,
  })
  return typed.trim()
}
