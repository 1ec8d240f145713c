import { titlesOf } from '../../../core/schema/conditions.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { keyOrder, schemaAt, titleAt } from '../../../core/schema/walk.ts'
import { UsageError } from '../exit.ts'

/** The item whose keys are named. */
interface SetPlace {
  readonly name: SchemaName
  readonly path: readonly PathSegment[]
}

/** The places inside the item that each `--set` fills in. */
export function pathsSet(place: SetPlace, sets: readonly string[]): (readonly PathSegment[])[] {
  return sets.map((set) => keysOf(place, (set.split('=')[0] ?? '').replace(/\[\]$/, '')))
}

/** The keys of a path; a title stands for its key, 核查日期 for checkedOn, or for the way to it inside sections. */
export function keysOf(place: SetPlace, written: string): PathSegment[] {
  const path: PathSegment[] = []
  // obligors[0].name is obligors.0.name, as search and lint write it.
  const plain = written.replace(/\[(\d+)\]/g, '.$1')
  const [before, inside] = plain.split('[].')
  if (inside !== undefined)
    throw new UsageError(
      `--set ${written}=…：列表中的一项要写明第几项，从 0 数起：第一项 --set ${before}.0.${inside}=…，第二项 --set ${before}.1.${inside}=…。`,
    )
  for (const word of plain.split('.')) {
    const here = [...place.path, ...path]
    const keys = schemaAt(place.name, [...here, word]) ? [] : (keyOrder(place.name, here) ?? [])
    const titled = keys.filter((key) =>
      titlesOf(schemaAt(place.name, [...here, key]) ?? {}).includes(word.trim()),
    )
    const [only, ...others] = titled
    const isKnown = only !== undefined || schemaAt(place.name, [...here, word]) !== undefined
    const inner = isKnown || /^\d+$/.test(word) ? undefined : innerPath(place, here, word.trim())
    if (inner) path.push(...inner)
    else path.push(only && !others.length ? only : /^\d+$/.test(word) ? Number(word) : word)
  }
  return path
}

/** How many sections deep a field is looked for: those of an item, and those inside them. */
const DEEPEST = 3

/**
 * The way to the one field inside the sections below a path that bears a title: 监理报告 leads to supervisor.report.
 * Undefined where none does; fields of list items are left out, since a title does not say which item is meant.
 * @throws UsageError naming the ways, where several fields bear the title.
 */
function innerPath(
  { name }: Pick<SetPlace, 'name'>,
  above: readonly PathSegment[],
  title: string,
): readonly PathSegment[] | undefined {
  const below = (at: readonly PathSegment[], depth: number): (readonly PathSegment[])[] =>
    (keyOrder(name, [...above, ...at]) ?? []).flatMap((key) => {
      const path = [...at, key]
      const node = schemaAt(name, [...above, ...path])
      const own = at.length && titlesOf(node ?? {}).includes(title) ? [path] : []
      return [...own, ...(node?.properties && depth < DEEPEST ? below(path, depth + 1) : [])]
    })
  const [only, ...others] = below([], 1)
  if (only === undefined || !others.length) return only
  const ways = [only, ...others].map((path) => `「${titledPath(name, above, path)}」`)
  throw new UsageError(`--set ${title}=…：有几栏都叫“${title}”，请写明是哪一栏：${ways.join('、')}。`)
}

/** 监理单位.监理报告, as it can be written for the keys. */
function titledPath(name: SchemaName, above: readonly PathSegment[], path: readonly PathSegment[]): string {
  return path
    .map((key, index) => titleAt(name, [...above, ...path.slice(0, index + 1)]) ?? String(key))
    .join('.')
}
