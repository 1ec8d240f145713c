import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { packIds, type VisibleLaw, visibleLaw } from '../packs.ts'
import { pinnedCases, type Summary, summaryOf } from './summary.ts'
import { packsText } from './text.ts'

/** `ejc regulation list`: the packs, their state and dates, and how many cases each governs. */
export async function listPacks(context: CommandContext, ids: readonly string[]): Promise<ExitCode> {
  if (ids.length) throw new UsageError('ejc regulation list 列出全部规范包，后面不写编号。')
  const { out, global } = context
  const visible = await visibleLaw(context)
  const cases = pinnedCases(visible)
  const packs = packIds(visible).map((id) => summaryOf(id, visible, cases))
  if (global.json) out.json('regulations', packs)
  else out.print(packsText(packs, context))
  const broken = brokenPacks(packs, visible)
  for (const name of broken)
    out.note(`规范包 ${name} 无法使用，运行 ejc lint 或者 ejc regulation show 查看原因。`)
  return broken.length ? Exit.Failed : Exit.Ok
}

/** Files that break the schema of packs, and packs that build on a pack that does not exist. */
function brokenPacks(packs: readonly Summary[], { law }: VisibleLaw): string[] {
  const files = law.problems.map(({ file }) => file)
  return [...new Set([...files, ...packs.filter(({ status }) => status === null).map(({ id }) => id)])]
}
