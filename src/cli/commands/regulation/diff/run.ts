import { packDifferences } from '../../../../core/regulation/diff.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { caseMeant } from '../../../shared/cases/numbers.ts'
import { type ReadableCase, readCases } from '../../../shared/cases/read.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { type MovedCase, movedCase } from '../moved.ts'
import { needRegulation, type VisibleLaw, visibleLaw } from '../packs.ts'
import { caseJson, diffText } from './text.ts'

/** `ejc regulation diff A B [CASE…]`: what differs, and what changes in each case that moved from A to B. */
export async function diffPacks(context: CommandContext, words: readonly string[]): Promise<ExitCode> {
  const [a, b, ...ids] = words
  if (a === undefined || b === undefined)
    throw new UsageError('请写明要比较的两个规范包：ejc regulation diff 原规范 新规范 [案件…]。')
  const { out, global } = context
  const visible = await visibleLaw(context)
  const [from, to] = [needRegulation(visible, a), needRegulation(visible, b)]
  for (const { pack, id } of [from, to])
    if (pack.base) throw new UsageError(`${id} 仅供其他规范继承，案件不能适用，请写继承它的规范包。`)
  const { cases, complete } = movedCases(context, visible, ids, (workspace, reading) =>
    movedCase(workspace, reading, from, to),
  )
  const differences = packDifferences(from.pack, to.pack)
  if (global.json) {
    out.json('regulation-diff', { from: a, to: b, differences, cases: cases.map(caseJson) })
  } else out.print(diffText({ from: from.pack, to: to.pack, differences, cases }, out))
  return complete ? Exit.Ok : Exit.Failed
}

type CaseComparer = (workspace: Workspace, reading: ReadableCase) => MovedCase

/** The named cases, or all of the repository; a case that can't be relied on is named on stderr and left out. */
function movedCases(
  { out }: CommandContext,
  { workspace }: VisibleLaw,
  ids: readonly string[],
  move: CaseComparer,
): { readonly cases: readonly MovedCase[]; readonly complete: boolean } {
  if (!workspace) {
    if (ids.length) throw new UsageError('这里不是案件库，不能逐案比较：请用 -C 指定案件库。')
    return { cases: [], complete: true }
  }
  const named = ids.map((id) => caseMeant(workspace.repository.root, id))
  const { views, complete } = readCases(workspace, named, out)
  return { cases: views.map((view) => move(workspace, workspace.needCase(view.facts.id))), complete }
}
