import type { RegulationPack } from '../../../core/regulation/pack.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { type Law, loadLaw } from '../../../repository/law.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'

/** The law that a call sees: that of the repository around the folder, or what ejc ships where there is none. */
export interface VisibleLaw {
  readonly law: Law
  readonly workspace: Workspace | undefined
  /** The id of each pack of the office's own, with its file. */
  readonly own: ReadonlyMap<string, string>
}

/** Reads the law. Throws RepositoryError when there is a repository that can't be relied on. */
export async function visibleLaw(context: CommandContext): Promise<VisibleLaw> {
  try {
    const workspace = await context.workspace()
    return { law: workspace.law, workspace, own: ownPacks(workspace) }
  } catch (error) {
    if (!(error instanceof RepositoryError) || error.code !== 'not-a-repository') throw error
    return { law: await loadLaw(), workspace: undefined, own: new Map() }
  }
}

function ownPacks({ repository }: Workspace): ReadonlyMap<string, string> {
  const named = repository.readRegulations().flatMap(({ file, result }): [string, string][] => {
    const data: unknown = result.ok ? result.data : undefined
    const id = typeof data === 'object' && data !== null && 'id' in data ? data.id : undefined
    return typeof id === 'string' ? [[id, file]] : []
  })
  return new Map(named)
}

/** The ids of all packs: first those that a case can be pinned to, then those that other packs build on. */
export function packIds({ law }: VisibleLaw): string[] {
  const bases = law.ids.flatMap((id) => packOf(law, id)?.basedOn ?? [])
  return [...new Set([...law.ids, ...bases])]
}

/** A pack; undefined when it is incomplete or extends a pack that does not exist, which `ejc lint` reports. */
export function packOf(law: Law, id: string): RegulationPack | undefined {
  try {
    return law.regulation(id)?.pack
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

/** The pack that a call names. Throws UsageError with the names of all packs. */
export function needRegulation(visible: VisibleLaw, id: string): Regulation {
  const regulation = visible.law.regulation(id)
  if (regulation) return regulation
  const ids = packIds(visible)
  const meant = closestChoice(
    id,
    ids.map((code) => ({ code, label: packOf(visible.law, code)?.shortTitle ?? code })),
  )
  const hint = meant ? `是否想写 ${meant.code}（${meant.label}）？` : `可用的有：${ids.join('、')}。`
  throw new UsageError(`没有规范包 ${id}。${hint}`)
}

/** What the state of a text is called. */
export const packStatusWords: Readonly<Record<RegulationPack['status'], string>> = {
  draft: '征求意见稿',
  'in-force': '现行',
  superseded: '已被取代',
}
