import { isMapData } from '../../facts/data.ts'
import type { Fault } from './fault.ts'
import type { IntakeCase } from './intake.ts'
import type { KnownCase } from './match.ts'

/** Who the obligors of a row are in the case that has its number; the fault where it can't be told. */
export interface Recognised {
  /** The ids of the obligors by their names. */
  readonly ids: ReadonlyMap<string, string>
  readonly fault?: Fault
}

/**
 * Recognises the case and its obligors as they are, else as the import wrote them, since they may have been renamed in
 * ejc. `imported`: case.yaml as the last import wrote it; asked for only where a name is not known.
 */
export function recogniseCase(intake: IntakeCase, known: KnownCase, imported: () => unknown): Recognised {
  const { obligors = [], title } = known.file
  const ids = new Map(obligors.map(({ name, id }) => [name, id]))
  if (intake.obligors.every(({ name }) => ids.has(name))) return { ids }
  const before = imported()
  const all = new Map([...oldNames(before, new Set(ids.values())), ...ids])
  const isTitle = [title, isMapData(before) ? before.title : undefined].includes(intake.title)
  const isNamed = intake.obligors.some(({ name }) => all.has(name))
  if (!isTitle && !isNamed && intake.title !== undefined && ids.size > 0)
    return { ids: all, fault: otherCase(intake, known) }
  const fault = replacedObligor(intake, known, all)
  return { ids: all, ...(fault && { fault }) }
}

/** The names under which the import wrote the obligors that are still there. */
function oldNames(file: unknown, ids: ReadonlySet<string>): [string, string][] {
  const obligors = isMapData(file) && Array.isArray(file.obligors) ? file.obligors : []
  return obligors.flatMap((each): [string, string][] =>
    isMapData(each) && typeof each.name === 'string' && typeof each.id === 'string' && ids.has(each.id)
      ? [[each.name, each.id]]
      : [],
  )
}

/** A wrong case id, or the numbers of another year in a ledger of the same name. */
function otherCase({ sheet, row, headings }: IntakeCase, { id, file }: KnownCase): Fault {
  const message = `这个编号在本库是 ${id}“${file.title}”，案件名称和义务人都不同：不是它的，请改正编号；是它的，请先用 ejc amend 改名称`
  return { sheet, row, column: headings.get('number') ?? '编号', message, refuses: true }
}

/** A row that names somebody else in the place of an obligor: a new name, or another one, which no row tells. */
function replacedObligor(
  { sheet, row, headings, obligors }: IntakeCase,
  { file: { obligors: known = [] } }: KnownCase,
  ids: ReadonlyMap<string, string>,
): Fault | undefined {
  const named = new Set(obligors.map(({ name }) => ids.get(name)))
  const fresh = obligors.find(({ name }) => !ids.has(name))
  const gone = known.find(({ id }) => !named.has(id))
  if (!fresh || !gone) return undefined
  const message = `台账写的是“${fresh.name}”，案件里是“${gone.name}”：改了名称的，请先用 ejc amend 更正；是增加的，两个都写`
  return { sheet, row, column: headings.get('obligors') ?? '义务人', message, refuses: true }
}
