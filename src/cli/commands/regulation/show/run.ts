import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../../shared/exit.ts'
import { needRegulation, packIds, visibleLaw } from '../packs.ts'
import { packJson } from './json.ts'
import { packDescription } from './text.ts'

/**
 * `ejc regulation show [ID]`: the matters, figures and lists of a pack, each with its article and whether it was
 * checked.
 */
export async function showPack(context: CommandContext, ids: readonly string[]): Promise<ExitCode> {
  const [given, ...more] = ids
  if (more.length) throw new UsageError('ejc regulation show 一次查看一个规范包。')
  const { out, global } = context
  const visible = await visibleLaw(context)
  const id = given ?? visible.workspace?.setting.config.regulation ?? packIds(visible)[0] ?? ''
  const { pack } = needRegulation(visible, id)
  if (global.json) out.json('regulation', packJson(pack, visible.own.get(id) ?? null))
  else out.print(packDescription(pack, out))
  return Exit.Ok
}
