import { withArticles } from './articles.ts'
import { assertComplete, isMap } from './complete.ts'
import { IDENTIFYING_KEYS } from './entries.ts'
import { RegulationError } from './error.ts'
import type { Json, JsonObject, RawPack, RegulationPack } from './pack.ts'

/** The head of a pack; it is never inherited. */
const HEAD = new Set([
  'base',
  'basedOn',
  'effectiveFrom',
  'effectiveTo',
  'extends',
  'id',
  'issuer',
  'note',
  'number',
  'region',
  'review',
  'shortTitle',
  'status',
  'supersededBy',
  'title',
])

const EMPTY: JsonObject = {
  matters: {},
  articles: [],
  annexes: [],
  points: [],
  periods: {},
  limits: {},
  lists: {},
  clauses: [],
  forms: [],
  laws: [],
}

/**
 * The pack with everything it inherits: maps are merged by key, lists by `code`, `id` or `number`, other values
 * replace. `null` removes an entry. To remove or amend single items, a list may be patched by a map of its keys:
 * `items: { superior-assignment: null, other: { label: … } }`. A resolved pack stands alone: it names its ancestors in
 * `basedOn`, no longer in `extends`, and resolving it again changes nothing.
 * @throws RegulationError when the pack, or one that it extends, is unknown, the chain is circular, or the result lacks
 * what an entry needs.
 */
export function resolvePack(id: string, packs: readonly (RawPack | RegulationPack)[]): RegulationPack {
  const cited = withArticles(mergedPack(id, packs))
  assertComplete(cited)
  const ancestors = chainOf(id, packs).flatMap((pack) => [
    ...(pack.extends ? [pack.extends] : []),
    ...ancestorsOf(pack),
  ])
  // The packs were validated against the schema, merging keeps types, and nothing is missing.
  return { ...cited, ...(ancestors.length > 0 && { basedOn: ancestors }) } as unknown as RegulationPack
}

/**
 * The pack with everything it inherits, as written: articles are not looked up, and gaps stay.
 * @throws RegulationError when the pack, or one that it extends, is unknown, or the chain is circular.
 */
export function mergedPack(id: string, packs: readonly (RawPack | RegulationPack)[]): JsonObject {
  const merged = chainOf(id, packs).reduceRight<JsonObject>(
    // A pack, raw or resolved, is plain data.
    (inherited, pack) => mergeMaps(withoutHead(inherited), pack as JsonObject),
    EMPTY,
  )
  delete merged.extends
  return merged
}

function ancestorsOf(pack: RawPack | RegulationPack): string[] {
  return Array.isArray(pack.basedOn) ? pack.basedOn.map(String) : []
}

/** The pack, then what it extends, up to the first ancestor. */
function chainOf(id: string, packs: readonly (RawPack | RegulationPack)[]): (RawPack | RegulationPack)[] {
  const chain: (RawPack | RegulationPack)[] = []
  for (let next: string | undefined = id; next !== undefined; next = chain.at(-1)?.extends) {
    const wanted: string = next
    if (chain.some((pack) => pack.id === wanted)) {
      const circle = [...chain.map((pack) => pack.id), wanted].join(' → ')
      throw new RegulationError(`法规数据互相继承，无法读取：${circle}。请改正其中的 extends。`)
    }
    const pack = packs.find((candidate) => candidate.id === wanted)
    if (!pack) {
      throw unknownPackError(
        wanted,
        packs.map((candidate) => candidate.id),
      )
    }
    chain.push(pack)
  }
  return chain
}

/** The error for a pack that does not exist, naming those that do. */
export function unknownPackError(id: string, known: readonly string[]): RegulationError {
  return new RegulationError(`没有名为“${id}”的法规数据。现有：${known.join('、') || '无'}。`)
}

function withoutHead(pack: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(pack).filter(([key]) => !HEAD.has(key)))
}

function merge(base: Json | undefined, patch: Json): Json {
  if (Array.isArray(patch)) return mergeLists(Array.isArray(base) ? base : [], patch)
  if (!isMap(patch)) return patch
  return Array.isArray(base) ? patchList(base, patch) : mergeMaps(isMap(base) ? base : {}, patch)
}

function mergeMaps(base: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key)
    else merged.set(key, merge(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

/** Items known by their key are merged in place, new ones appended; a list without keys is one value. */
function mergeLists(base: Json[], patch: Json[]): Json[] {
  const keyName = sharedKey(patch)
  if (keyName === undefined) return patch
  const items = patch.filter(isMap)
  return patchList(base, Object.fromEntries(items.map((item) => [String(item[keyName]), item])))
}

function patchList(base: Json[], patch: JsonObject): Json[] {
  // The existing items show which key identifies them; an entry of the patch need not repeat it.
  const keyName =
    sharedKey(base) ?? sharedKey(Object.values(patch).filter((value) => value !== null)) ?? 'code'
  const items = base.filter(isMap).map((item) => [String(item[keyName]), item] as const)
  const order = [...new Set([...items.map(([key]) => key), ...Object.keys(patch)])]
  const known = new Map(items)
  return order.flatMap((key) => {
    const change = patch[key]
    const item = known.get(key)
    if (change === null) return []
    if (!isMap(change)) return item ? [item] : []
    return [mergeMaps(item ?? { [keyName]: keyName === 'number' ? Number(key) : key }, change)]
  })
}

/** The key that every item has; undefined for a list of plain values. */
function sharedKey(items: Json[]): string | undefined {
  return IDENTIFYING_KEYS.find((key) => items.length > 0 && items.every((item) => isMap(item) && key in item))
}
