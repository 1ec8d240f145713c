import type { CalendarData } from '../core/calendar/data.ts'
import { RegulationError } from '../core/regulation/error.ts'
import { resolvePack } from '../core/regulation/merge.ts'
import type { RawPack } from '../core/regulation/pack.ts'
import { createRegulation, type Regulation } from '../core/regulation/regulation.ts'
import { type FileProblem, unreadable } from './check.ts'
import { RepositoryError } from './errors.ts'
import type { RawDocument, Repository } from './repository.ts'

/** The pack of a new repository, and of `explain` outside of one. */
export const defaultRegulation = 'guangxi-2025-draft'

/** The law that this program ships, and what the repository adds to it. */
export interface Law {
  readonly calendars: CalendarData
  /** The ids of all packs, shipped and own. */
  readonly ids: readonly string[]
  /** A pack with what it extends, made on first use. */
  regulation(id: string): Regulation | undefined
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
  const own = await Promise.all((repository?.readRegulations() ?? []).map(checkPack))
  const problems = own.flatMap((pack) => pack.problems)
  const packs = [...own.flatMap(({ pack }) => pack ?? []), ...shipped]
  const made = new Map<string, Regulation>()
  return {
    calendars,
    ids: packs.filter(({ base }) => base !== true).map(({ id }) => id),
    problems,
    regulation(id) {
      const known = made.get(id)
      if (known || !packs.some((pack) => pack.id === id)) return known
      const regulation = complete(id, packs)
      made.set(id, regulation)
      return regulation
    },
  }
}

interface CheckedPack {
  readonly pack?: RawPack
  readonly problems: readonly FileProblem[]
}

/** A pack of the repository's own, checked against the schema of packs. */
async function checkPack(raw: RawDocument): Promise<CheckedPack> {
  if (!raw.result.ok) return { problems: unreadable(raw.file, raw.result.problems) }
  const { validate } = await import('../generated/validators-regulation.js')
  // The schema boundary: the pack is used only when the validator accepts it.
  if (validate(raw.result.data)) return { pack: raw.result.data as RawPack, problems: [] }
  const problems = (validate.errors ?? []).map(({ instancePath, keyword }): FileProblem => {
    const path = instancePath.split('/').slice(1)
    const message = `规范包的 ${path.join('.') || '根'} 不合格式（${keyword}），请对照 schemas/regulation.schema.json 改正。`
    return { rule: 'schema/invalid', file: raw.file, path, message, position: 'value' }
  })
  return { problems }
}

/** A pack with all that it extends; a broken chain is the repository's fault and is said as such. */
function complete(id: string, packs: readonly RawPack[]): Regulation {
  try {
    return createRegulation(resolvePack(id, packs))
  } catch (error) {
    if (error instanceof RegulationError) throw new RepositoryError('invalid-document', error.message)
    throw error
  }
}
