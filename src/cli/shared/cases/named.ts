import { textIn } from '../../../repository/raw.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../context.ts'
import { UsageError } from '../exit.ts'
import { ejcCall } from '../output/call.ts'
import { NO_CASES } from './numbers.ts'

/** How to ask for the case that a call is about. */
export interface CaseCall {
  /** The words of the call before the number of the case: `['evidence', 'add']`. */
  readonly words: readonly string[]
  /** The words after it in an example. */
  readonly after?: readonly string[]
  /** The question where the call names no case: 查看哪个案件？ */
  readonly question: string
}

/** How many cases are named as examples. */
const EXAMPLE_CASES = 3

/**
 * The case that a call names; where it names none, the one chosen from the list in a terminal.
 * @throws UsageError, with what to write and the newest cases, where nobody can be asked
 */
export async function namedCase(
  context: CommandContext,
  workspace: Workspace,
  given: string | undefined,
  call: CaseCall,
): Promise<string> {
  if (given !== undefined) return given
  const ids = workspace.repository.caseIds()
  if (!ids.length) throw new UsageError(NO_CASES)
  if (!context.interactive) throw new UsageError(withoutCase(context, workspace, ids, call))
  const { askCase } = await import('../../prompts/choose-case.ts')
  const id = await askCase(workspace, context.out, call.question)
  if (id === undefined) throw new UsageError('没有能够读取的案件。运行 ejc lint 查看原因。')
  return id
}

function withoutCase(
  { global }: CommandContext,
  { repository }: Workspace,
  ids: readonly string[],
  { words, after = [] }: CaseCall,
): string {
  const newest = ids.slice(-EXAMPLE_CASES)
  const lines = newest.map(
    (id) => `  ${id}  ${textIn(repository.readCase(id).documents.case, 'title') ?? ''}`,
  )
  const example = ejcCall(global.repo, [...words, newest.at(-1) ?? '', ...after])
  const more = ids.length > EXAMPLE_CASES ? [`共 ${ids.length} 件，运行 ejc list 查看全部。`] : []
  return [`缺少参数“案件”：请写明案件编号，例如 ${example}。案件库里有：`, ...lines, ...more].join('\n')
}
