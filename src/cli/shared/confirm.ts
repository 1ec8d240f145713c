import { flag, type OptionValues } from './command.ts'
import type { CommandContext } from './context.ts'
import { CancelledError } from './exit.ts'

/** What is said where nothing was written: somebody declined, or the call only shows what it would write. */
export const NOT_WRITTEN = '没有写入。'
export const DRY_RUN = '没有写入（--dry-run）。'
export const DRY_RUN_ABOVE = '以上为将写入的内容（--dry-run），没有写入。'

/**
 * Asks whether to write; without a terminal, or with --yes, the answer is yes. `proposed` is the answer of a plain
 * Enter.
 */
export async function confirmed(
  context: CommandContext,
  options: OptionValues,
  question = '写入并提交？',
  declined = '没有写入；答过的内容已保留，下次可以接着填。',
  proposed = true,
): Promise<boolean> {
  if (!context.interactive || flag(options, 'yes')) return true
  const { openTerminal } = await import('../prompts/terminal.ts')
  if (await openTerminal().confirm(question, proposed)) return true
  throw new CancelledError(declined)
}
