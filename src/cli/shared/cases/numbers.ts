import { isCaseId } from '../../../repository/paths.ts'
import { meantCases } from '../../../repository/similar-case.ts'
import type { CommandArgument } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { UsageError } from '../exit.ts'

/**
 * The words of a call, with each case called by its number: nn-2026-1, 2026-1 and a bare 1 are the one case that they
 * can mean. A word that means none is left for the command to refuse.
 * @throws UsageError for a word that may mean several cases
 */
export async function withCaseNumbers(
  context: Pick<CommandContext, 'root'>,
  declared: readonly CommandArgument[],
  words: readonly string[],
): Promise<readonly string[]> {
  const numbered = words.map((word, index) => {
    const argument = declared[index] ?? declared.at(-1)
    return argument !== undefined && namesCase(argument, word) && !isCaseId(word)
  })
  if (!numbered.includes(true)) return words
  const root = await context.root()
  return words.map((word, index) => (numbered[index] ? caseMeant(root, word) : word))
}

/** The number of the case that a word means; the word itself where it means none. @throws UsageError for several */
export function caseMeant(root: string, word: string): string {
  const [only, ...others] = meantCases(root, word)
  if (only === undefined || !others.length) return only ?? word
  throw new UsageError(`案件编号“${word}”不止一件，请写全：${[only, ...others].join('、')}。`)
}

/** Whether a word stands where a case is named, and is not what may stand there instead: [案件|verify]. */
function namesCase({ syntax }: CommandArgument, word: string): boolean {
  const [first, ...instead] = syntax.replace(/^[<[]|[\]>]$|\.{3}/g, '').split('|')
  return first === '案件' && !instead.includes(word)
}
