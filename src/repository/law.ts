import type { CalendarData } from '../core/calendar/data.ts'
import type { Path } from '../core/facts/locations.ts'
import { placedPath } from '../core/regulation/entries.ts'
import { RegulationError } from '../core/regulation/error.ts'
import { resolvePack } from '../core/regulation/merge.ts'
import type { RawPack } from '../core/regulation/pack.ts'
import { createRegulation, type Regulation } from '../core/regulation/regulation.ts'
import { type FileProblem, unreadableFile } from './check.ts'
import { textIn } from './raw.ts'
import type { RawDocument, Repository } from './repository.ts'

/** The pack of a new repository, and of `explain` outside of one. */
export const defaultRegulation = 'guangxi-2025-draft'

/** The law that this program ships, and what the repository adds to it. */
export interface Law {
  readonly calendars: CalendarData
  /** The ids of all packs, shipped and own. */
  readonly ids: readonly string[]
  /** A pack together with what it extends, made on first use; undefined where there is none or it can't be used. */
  regulation(id: string): Regulation | undefined
  /** Why a pack can't be used; undefined where it can. */
  fault(id: string): FileProblem | undefined
  /** Problems of the repository's own packs. */
  readonly problems: readonly FileProblem[]
}

/** Loads the shipped packs and calendars, and the repository's own packs (regulations/*.yaml). */
export async function loadLaw(repository?: Repository): Promise<Law> {
  const [{ packIds, loadRawPack }, { default: calendars }] = await Promise.all([
    import('../generated/law/index.ts'),
    import('../generated/law/calendars.json'),
  ])
  const shipped = (await Promise.all(packIds.map(loadRawPack))).filter((pack) => pack !== undefined)
  const own = await Promise.all((repository?.readRegulations() ?? []).map(checkAgainstSchema))
  const packs = [...own.flatMap(({ pack }) => pack ?? []), ...shipped]
  const checked = own.map((each) => ({ ...each, problems: [...each.problems, ...lacks(each, packs)] }))
  const spoiled = shipped.flatMap(({ id }) => spoiledBy(id, checked, packs))
  const regulations = new Map<string, Regulation>()
  const fault = (id: string): FileProblem | undefined =>
    checked.find((each) => each.id === id)?.problems[0] ?? spoiled.find((each) => each.id === id)?.problem
  return {
    calendars,
    ids: packs.filter(({ base }) => base !== true).map(({ id }) => id),
    problems: [...checked.flatMap(({ problems }) => problems), ...spoiled.map(({ problem }) => problem)],
    fault,
    regulation(id) {
      const known = regulations.get(id)
      if (known || fault(id) || !packs.some((pack) => pack.id === id)) return known
      const regulation = createRegulation(resolvePack(id, packs))
      regulations.set(id, regulation)
      return regulation
    },
  }
}

interface CheckedPack {
  readonly id: string | undefined
  readonly file: string
  /** Only where the schema accepts it. */
  readonly pack?: RawPack
  readonly problems: readonly FileProblem[]
}

/** A pack of the repository's own, checked against the schema of packs. */
async function checkAgainstSchema(raw: RawDocument): Promise<CheckedPack> {
  const { file, result } = raw
  const id = textIn(raw, 'id')
  if (!result.ok) return { id, file, problems: unreadableFile(file, result.problems) }
  const { validate } = await import('../generated/validators-regulation.js')
  // The schema boundary: the pack is used only when the validator accepts it.
  if (validate(result.data)) return { id, file, pack: result.data as RawPack, problems: [] }
  const { schemaFaultsOf } = await import('./regulation/check.ts')
  const problems = (await schemaFaultsOf(result.data)).map(({ path, message }): FileProblem => {
    return { rule: 'schema/invalid', file, path, message, position: 'value' }
  })
  return { id, file, problems }
}

/** The shipped packs that can't be used because a pack of the repository replaces what they extend. */
function spoiledBy(
  id: string,
  own: readonly CheckedPack[],
  packs: readonly RawPack[],
): { readonly id: string; readonly problem: FileProblem }[] {
  if (!own.length || own.some((each) => each.id === id)) return []
  try {
    resolvePack(id, packs)
    return []
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error
    const base = packs.find((pack) => pack.id === id)?.extends
    const file = own.find((each) => each.id === base)?.file ?? own[0]?.file ?? 'regulations'
    const message = `${error.message}请改正该文件，或者给它改一个编号。`
    return [{ id, problem: { rule: 'schema/invalid', file, path: ['id'], message, position: 'value' } }]
  }
}

/** What a pack still lacks together with all that it extends, each at the nearest place in its own file. */
function lacks({ id, file, pack }: CheckedPack, packs: readonly RawPack[]): FileProblem[] {
  if (!pack || id === undefined) return []
  const problem = (path: Path, message: string): FileProblem => {
    return { rule: 'schema/invalid', file, path, message, position: 'key' }
  }
  try {
    resolvePack(id, packs)
    return []
  } catch (error) {
    if (!(error instanceof RegulationError)) throw error
    if (!error.gaps.length) return [problem(['extends'], error.message)]
    return error.gaps.map((gap) => {
      const path = placedPath(pack, gap.path)
      return problem(path, `规范包 ${id} 不完整：${gap.message}。`)
    })
  }
}
