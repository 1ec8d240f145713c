import type { CommandOption } from '../../shared/command.ts'
import { globalOptions } from '../../shared/global-options.ts'

/** A command line up to the word that is being typed. */
export interface CommandLine {
  /** The name of the command; undefined while it is not written yet. */
  readonly command: string | undefined
  /** The words after it that are no options and no values of options. */
  readonly words: readonly string[]
  /** The options that were given, by their long names. */
  readonly given: ReadonlySet<string>
  /** The option whose value is being typed. */
  readonly awaiting: CommandOption | undefined
  /** The value of -C. */
  readonly repo: string | undefined
}

/** The names of an option: `-C, --repo <文件夹>` → `-C`, `--repo`. */
export function optionNames({ flags }: CommandOption): string[] {
  return flags.split(/[ ,]+/).filter((part) => part.startsWith('-'))
}

/** The name of an option's value: `--out <文件夹>` → `文件夹`; undefined where it takes no value, or need not. */
export function valueName({ flags }: CommandOption): string | undefined {
  return /<([^>]+)>/.exec(flags)?.[1]
}

/** Reads the words before the cursor; `options` are those of the command, which are known once it is loaded. */
export function readLine(before: readonly string[], options: readonly CommandOption[]): CommandLine {
  const known = [...options, ...globalOptions]
  const optionOf = (word: string) => known.find((option) => optionNames(option).includes(word))
  const words: string[] = []
  const givenOptions = new Set<string>()
  let awaiting: CommandOption | undefined
  let repo: string | undefined
  for (const word of before) {
    if (awaiting) {
      if (optionNames(awaiting).includes('--repo')) repo = word
      awaiting = undefined
      continue
    }
    if (!word.startsWith('-')) words.push(word)
    const option = optionOf(word)
    if (!option) continue
    for (const name of optionNames(option)) givenOptions.add(name)
    if (valueName(option) !== undefined) awaiting = option
  }
  const [command, ...rest] = words
  return { command, words: rest, given: givenOptions, awaiting, repo }
}
