import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { searchCases } from './run.ts'

/** What is said where no case holds all of the words. */
export interface Further {
  /** How many cases were gone through. */
  readonly cases: number
  /** How many cases hold each of several words. */
  readonly alone: readonly { readonly word: string; readonly cases: number }[]
  /** The beginning of a single word, where some case holds it. */
  readonly beginning: string | undefined
}

/** Looks for each of several words alone, and for the beginning of a single one. */
export async function lookFurther(
  context: CommandContext,
  words: readonly string[],
  options: OptionValues,
): Promise<Further> {
  const count = async (word: string): Promise<number> =>
    (await searchCases(context, [word], options, true)).found.length
  const { repository } = await context.workspace()
  const cases = repository.caseIds().length
  const [only = '', ...others] = words
  const alone: { readonly word: string; readonly cases: number }[] = []
  for (const word of others.length ? words : []) alone.push({ word, cases: await count(word) })
  const beginning = others.length ? undefined : await foundBeginning(only, count)
  return { cases, alone, beginning }
}

/** How many characters of a word are tried, the most first: the name of a company is told by so many. */
const LENGTHS = [4, 3, 2] as const

async function foundBeginning(
  word: string,
  count: (word: string) => Promise<number>,
): Promise<string | undefined> {
  if (!/^\p{Script=Han}+$/u.test(word)) return undefined
  for (const length of LENGTHS) {
    const beginning = [...word].slice(0, length).join('')
    if (beginning !== word && (await count(beginning))) return beginning
  }
  return undefined
}
