import type { Command, CommandOption } from './command.ts'
import { UsageError } from './exit.ts'
import { globalOptions } from './global-options.ts'

/** Dashes that input methods and Word put for hyphens: —, –, ―, －, −. */
const DASHES = /^[‐‑‒–—―−﹘﹣－]+/u

/**
 * Refuses a word that begins with a dash which is no hyphen (——overdue): it is an option, and nobody looks for such a
 * word. What stands behind an option that takes a value, or behind `--`, is content.
 * @throws UsageError with the option that was meant
 */
export function refuseMistypedOptions(
  argv: readonly string[],
  command: Pick<Command, 'options'> | undefined,
): void {
  const valued = [...globalOptions, ...(command?.options ?? [])].flatMap(namesWithValue)
  for (const [index, word] of argv.entries()) {
    if (word === '--') return
    const dashes = DASHES.exec(word)?.[0]
    if (dashes === undefined || valued.includes(argv[index - 1] ?? '')) continue
    const rest = word.slice(dashes.length).normalize('NFKC')
    const meant = `${rest.length === 1 ? '-' : '--'}${rest}`
    const hint = rest === '' ? '' : `是否想写 ${meant}？`
    throw new UsageError(`“${word}”开头的不是英文连字符，不能当作选项。${hint}确是文字的，写在 -- 之后。`)
  }
}

/** The names of an option that a value follows: `--set` and `-C`. */
function namesWithValue({ flags }: CommandOption): string[] {
  return flags.includes('<') ? flags.split(/[ ,]+/).filter((part) => part.startsWith('-')) : []
}
