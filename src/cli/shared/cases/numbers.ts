import { isCaseId } from '../../../repository/paths.ts'
import { hasCases, meantCases } from '../../../repository/similar-case.ts'
import type { CommandArgument } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { UsageError } from '../exit.ts'

/**
 * The words of a call, with each case called by its number: nn-2026-1, 2026-1 and a bare 1 are the one case that they
 * can mean; of several, the one chosen in a terminal. A word that means none is left for the command to refuse.
 * @throws UsageError for a word that may mean several cases, where nobody can be asked
 */
export async function withCaseNumbers(
  context: Pick<CommandContext, 'root' | 'interactive' | 'workspace' | 'out'>,
  declared: readonly CommandArgument[],
  words: readonly string[],
): Promise<readonly string[]> {
  const numbered = words.map((word, index) => {
    const argument = declared[index] ?? declared.at(-1)
    return argument !== undefined && namesCase(argument, word) && !isCaseId(word)
  })
  if (!numbered.includes(true)) return words
  const root = await context.root()
  const full: string[] = []
  for (const [index, word] of words.entries())
    full.push(numbered[index] ? await caseChosen(context, root, word) : word)
  return full
}

/** The case that a word means; in a terminal one of several is chosen. @throws UsageError as `caseMeant` */
async function caseChosen(
  { interactive, workspace, out }: Pick<CommandContext, 'interactive' | 'workspace' | 'out'>,
  root: string,
  word: string,
): Promise<string> {
  const ids = meantCases(root, word)
  if (!interactive || ids.length < 2) return caseMeant(root, word)
  const [{ openTerminal }, { readCases }] = await Promise.all([
    import('../../prompts/terminal.ts'),
    import('./read.ts'),
  ])
  const { views } = readCases(await workspace(), ids, out)
  const titles = new Map(views.map(({ facts }) => [facts.id, facts.case.title]))
  const choices = ids.map((id) => ({ value: id, name: [id, titles.get(id)].filter(Boolean).join('  ') }))
  return openTerminal().select(`“${word}”是哪一件？`, choices)
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
  const ids = [only, ...others]
  throw new UsageError(
    `案件编号“${word}”不止一件（${ids.join('、')}），请写 ${ids.map((id) => shortest(root, id)).join(' 或 ')}。`,
  )
}

/** The shortest way to write the number of a case that means no other: 2026-1; else the whole number. */
function shortest(root: string, id: string): string {
  const [, year = '', number = ''] = id.split('-')
  const short = `${year}-${Number(number)}`
  return meantCases(root, short).length === 1 ? short : id
}

/** Whether a word stands where a case is named, and is not what may stand there instead: [案件|verify]. */
function namesCase({ syntax }: CommandArgument, word: string): boolean {
  const [first, ...instead] = syntax.replace(/^[<[]|[\]>]$|\.{3}/g, '').split('|')
  return first === '案件' && !instead.includes(word)
}
