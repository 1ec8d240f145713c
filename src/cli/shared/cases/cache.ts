import type { CommandOption, OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'

/** Makes a command read and conclude everything again. */
export const withoutCache: CommandOption = {
  flags: '--no-cache',
  help: '不用上次的结果，逐案重新计算（结果相同，只是慢些）',
}

/** The build under which a command may cache its conclusions; none with `--no-cache`. */
export function cacheFor(
  { program }: CommandContext,
  { cache }: OptionValues,
): { readonly program?: string } {
  return cache === false ? {} : { program }
}
