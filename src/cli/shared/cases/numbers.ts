import { isCaseId } from '../../../repository/paths.ts'
import { hasCases, meantCases } from '../../../repository/similar-case.ts'
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

/** What a call that is about a case says where the library has none yet. */
export const NO_CASES = '案件库里还没有案件。运行 ejc new 登记线索。'

/**
 * The number of the case that a word means; the word itself where it means none. @throws UsageError for several, or no
 * case at all
 */
export function caseMeant(root: string, word: string): string {
  const [only, ...others] = meantCases(root, word)
  if (only === undefined && !hasCases(root)) throw new UsageError(NO_CASES)
  if (only === undefined || !others.length) return only ?? word
  throw new UsageError(`案件编号“${word}”不止一件，请写全：${[only, ...others].join('、')}。`)
}

/** Whether a word stands where a case is named, and is not what may stand there instead: [案件|verify]. */
function namesCase({ syntax }: CommandArgument, word: string): boolean {
  const [first, ...instead] = syntax.replace(/^[<[]|[\]>]$|\.{3}/g, '').split('|')
  return first === '案件' && !instead.includes(word)
}
