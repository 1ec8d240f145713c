import { isDeepEqual } from '../facts/data.ts'
import { isMap } from './complete.ts'
import { type Remark, remarksOf } from './copy-remarks.ts'
import { identifierIn } from './entries.ts'
import { mergedPack, resolvePack } from './merge.ts'
import type { Json, JsonObject, PackStatus, RawPack, RegulationPack } from './pack.ts'
import { citationIn, placeInText } from './place-in-text.ts'

/** The head of a new text, which it does not copy from another text. Dates are YYYY-MM-DD. */
export interface NewHead {
  readonly id: string
  readonly title: string
  readonly shortTitle: string
  /** 文号. */
  readonly number?: string
  readonly status: PackStatus
  readonly issuer: string
  readonly effectiveFrom?: string
  /**
   * 行政区划代码 of the place for which the text is made; without it, that of the text to copy from, to be compared.
   */
  readonly region?: string
}

/** A new pack as a file will hold it, and the comments above its entries. */
export interface PackCopy {
  readonly data: JsonObject
  readonly remarks: readonly Remark[]
}

const REVIEW = { review: '待核' }

/** The kind of each section, in the order of a pack: whether somebody compares its entries with the text one by one. */
const SECTIONS = {
  matters: 'map',
  articles: 'list',
  annexes: 'list',
  points: 'list',
  periods: 'map',
  limits: 'map',
  lists: 'map',
  clauses: 'list',
  drafts: 'words',
  forms: 'list',
  jurisdiction: 'single',
  rolling: 'single',
} as const

/**
 * Makes a pack that stands beside national law: everything that the text `from` adds to the law on which it builds, in
 * the order of the text, each entry marked as not yet compared with the new text.
 * @throws RegulationError when the text to copy from is unknown or lacks something
 */
export function copyPack(from: string, packs: readonly RawPack[], head: NewHead): PackCopy {
  const source = resolvePack(from, packs)
  const base = source.basedOn?.find((id) => packs.some((pack) => pack.id === id && pack.base === true))
  const merged = mergedPack(from, packs)
  const inherited = base === undefined ? {} : mergedPack(base, packs)
  const sections = Object.entries(SECTIONS).flatMap(([section, kind]): [string, Json][] => {
    const [before, after] = [inherited[section], merged[section]]
    if (after === undefined || isDeepEqual(before, after)) return []
    if (kind === 'map') return [[section, ownEntries(source, section, before, after)]]
    if (kind === 'list') return [[section, ownItems(before, after)]]
    return [[section, kind === 'single' && isMap(after) ? { ...after, ...REVIEW } : after]]
  })
  const data = {
    ...headOf(head, base, source.region),
    ...(source.templates !== undefined && { templates: source.templates }),
    ...Object.fromEntries(sections),
    laws: lawsOf(head, ownItems(inherited.laws, merged.laws)),
  }
  return { data, remarks: remarksOf(data, source) }
}

function headOf(head: NewHead, base: string | undefined, region: string | undefined): JsonObject {
  const { id, title, shortTitle, number, status, issuer, effectiveFrom } = head
  const place = head.region ?? region
  return {
    id,
    ...(base !== undefined && { extends: base }),
    title,
    shortTitle,
    ...(number !== undefined && { number }),
    status,
    issuer,
    ...(place !== undefined && { region: place }),
    ...(place !== head.region && REVIEW),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
  }
}

/** The entries of a map that differ from the inherited ones, in the order of the text. */
function ownEntries(
  source: RegulationPack,
  section: string,
  inherited: Json | undefined,
  whole: Json,
): JsonObject {
  const [before, after] = [isMap(inherited) ? inherited : {}, isMap(whole) ? whole : {}]
  const place = (id: string): number => placeInText(citationIn(source, section, id))
  const own = Object.entries(after).flatMap(([id, entry]): [string, Json][] => {
    const old = before[id]
    if (isDeepEqual(old, entry) || !isMap(entry)) return []
    const items = isMap(old) && 'items' in old ? { items: ownItems(old.items, entry.items, {}) } : {}
    return [[id, { ...entry, ...items, ...REVIEW }]]
  })
  return Object.fromEntries([
    ...own.toSorted(([one], [other]) => place(one) - place(other)),
    ...removedFrom(Object.keys(before), Object.keys(after)),
  ])
}

/** The items of a list that differ from the inherited ones; by their keys where an inherited item is removed. */
function ownItems(inherited: Json | undefined, whole: Json | undefined, mark: JsonObject = REVIEW): Json {
  const before = new Map(itemsOf(inherited).map((item) => [identifierIn(item) ?? '', item]))
  const after = itemsOf(whole)
  const own = after
    .filter((item) => !isDeepEqual(before.get(identifierIn(item) ?? ''), item))
    .map((item): Json => ({ ...item, ...mark }))
  const removed = removedFrom(
    [...before.keys()],
    after.map((item) => identifierIn(item) ?? ''),
  )
  if (removed.length === 0) return own
  return Object.fromEntries([
    ...own.map((item): [string, Json] => [identifierIn(item) ?? '', item]),
    ...removed,
  ])
}

function itemsOf(list: Json | undefined): JsonObject[] {
  return Array.isArray(list) ? list.filter(isMap) : []
}

function removedFrom(before: readonly string[], after: readonly string[]): [string, Json][] {
  return before.filter((key) => !after.includes(key)).map((key) => [key, null])
}

/** The texts that papers cite, with the new text; other texts lose the aliases that are now its names. */
function lawsOf({ id, title, number, status, effectiveFrom }: NewHead, copied: Json): Json {
  const names = [title, ...(number === undefined ? [] : [number])]
  const law: JsonObject = {
    id,
    title,
    aliases: names.slice(1),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(status === 'draft' && { draft: true }),
    verified: true,
    matter: 'law-prevails',
    ...REVIEW,
  }
  const freed = (other: Json): Json =>
    isMap(other) && Array.isArray(other.aliases)
      ? { ...other, aliases: other.aliases.filter((alias) => !names.includes(String(alias))) }
      : other
  if (isMap(copied))
    return {
      [id]: law,
      ...Object.fromEntries(Object.entries(copied).map(([key, each]) => [key, freed(each)])),
    }
  return [
    law,
    ...(Array.isArray(copied) ? copied : []).filter((each) => identifierIn(each) !== id).map(freed),
  ]
}
