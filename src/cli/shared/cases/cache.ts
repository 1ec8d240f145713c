import type { CommandOption, OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'

/** Has a command read and conclude everything anew. */
export const withoutCache: CommandOption = {
  flags: '--no-cache',
  help: '不用上次的结果，逐案重新计算（结果相同，只是慢些）',
}

/** Under which name of the program a command may remember what it concluded; none with `--no-cache`. */
export function remembering(
  { program }: CommandContext,
  { cache }: OptionValues,
): { readonly program?: string } {
  return cache === false ? {} : { program }
}
