import { type DataMap, isMapData } from '../../../core/facts/data.ts'
import { doubtfulLetters } from '../../../core/plain-input.ts'
import type { Naming } from '../../../core/schema/explain.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import { validateDocument } from '../../../core/schema/validate.ts'
import { keyOrder, schemaAt, titleAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import { isUnlikePerson } from '../../../core/unlike-name.ts'
import { editData } from '../../../repository/yaml/edit.ts'
import { UsageError } from '../exit.ts'
import { readFrom } from './from.ts'
import { applySets, type ItemPlace } from './set.ts'

/** An item to be collected: where it stands, and what it needs. */
export interface WantedItem extends ItemPlace {
  /** The keys that are asked, in this order. */
  readonly ask: readonly string[]
  /** Keys that must be given, beyond those that the schema requires. */
  readonly required: readonly string[]
  /** Whether the officer must answer a key, given the answers beside it: `replyBy`, `clue.receivedOn`. */
  readonly owed?: ((key: string, beside: Item) => boolean) | undefined
  readonly defaults: Item
  /** Values that follow from the answers so far, in the place of the defaults. */
  readonly proposes?: (answers: Item) => Item
  /** What was recorded, where that is corrected: all of it stays but what is changed. */
  readonly amends?: Item | undefined
  /**
   * Sections of the defaults that are known only in part: every key of them is asked, and the known part is proposed.
   */
  readonly knownInPart?: readonly string[]
  /** The days that the item puts out of order, as far as it is answered. */
  readonly dayOrder?: (item: Item) => readonly DayTrouble[]
  /** Adds what follows from the answers, such as the department from the kind of damage. */
  readonly complete?: (item: Item) => Item
  /** Refuses what the law does not allow before the missing keys are named: nobody fills in an item that is refused. */
  readonly check?: (known: Item) => void
}

/** A day that comes before another which it must follow, and what to do. */
export interface DayTrouble {
  readonly message: string
  /** Whether the item can't be written so; else the officer may say that it is so. */
  readonly isRefused: boolean
}

/** What the call gives, and how the rest is asked for. */
export interface GivenItem {
  readonly from: string | undefined
  readonly sets: readonly string[]
  /** Asks for what was not given; absent without a terminal. */
  readonly prompt?: (wanted: WantedItem, given: Item) => Promise<Item>
  /** Is told what the call gives, before the rest is added. */
  readonly noted?: (stated: Item) => void
}

/**
 * The item of an action: the defaults, over them --from, over that --set, and the rest asked for in a terminal.
 * @throws UsageError naming every missing key, where nobody can be asked.
 */
export async function collectItem(
  wanted: WantedItem,
  { from, sets, prompt, noted }: GivenItem,
): Promise<Item> {
  const given = givenItem(wanted, from, sets)
  noted?.(given)
  // An officer who is asked may still give the answer that lifts the refusal.
  const defaults = wanted.amends && Object.keys(given).length ? {} : wanted.defaults
  const known = knownItem({ ...wanted, defaults }, from === undefined ? withKnownParts(wanted, given) : given)
  if (!prompt) wanted.check?.(known)
  const answered = prompt ? await prompt({ ...wanted, defaults }, given) : known
  const complete = wanted.complete?.(answered) ?? answered
  const missing = requiredKeys(wanted).filter((key) => complete[key] === undefined)
  // Whoever is asked has answered them: nobody else may leave out what the questions call for.
  const inside = prompt ? [] : owedInside(wanted, complete)
  const lacking = [...missing.map((key) => [key]), ...inside]
  if (lacking.length) throw new UsageError(namedMissing(wanted, lacking))
  sayDoubtful(wanted, complete)
  // Whoever was asked has said that these are names.
  if (!prompt) sayOddNames(wanted, complete)
  return inSchemaOrder(wanted, complete)
}

/**
 * Of a section of which `--set` gives a part, the rest as it is known: a person's name beside the post that is given. Of
 * another person, company or day nothing is known: what the section can't be without tells them apart.
 */
function withKnownParts({ name, path, defaults, amends, say }: WantedItem, given: Item): Item {
  if (amends) return given
  const whole = ([key, value]: [string, unknown]): [string, unknown] => {
    const [node, known] = [schemaAt(name, [...path, key]), defaults[key]]
    const isSection = node?.properties !== undefined && !node.oneOf && isMapData(value) && isMapData(known)
    if (!isSection || !isSameThing(node.required ?? [], value, known)) return [key, value]
    const kept = Object.keys(known).filter((each) => value[each] === undefined)
    const titles = kept.map((each) => titleAt(name, [...path, key, each]) ?? each)
    if (kept.length) say?.(`“${node.title ?? key}”没有写的照原来的记录：${titles.join('、')}。`)
    return [key, { ...known, ...value }]
  }
  return Object.fromEntries(Object.entries(given).map(whole))
}

/** Whether what is given says nothing else of the keys by which two are told apart. */
function isSameThing(keys: readonly string[], value: DataMap, known: DataMap): boolean {
  return keys.every((key) => value[key] === undefined || value[key] === known[key])
}

/** What the call gives, and what is known or follows from it otherwise. */
function knownItem({ ask, defaults, amends, proposes }: WantedItem, given: Item): Item {
  const known: Item = { ...defaults, ...given }
  if (!proposes || amends) return known
  for (const key of ask) if (given[key] === undefined) propose(known, key, proposes)
  return known
}

/** Puts the value that follows from the answers in the place of the default; what follows from nothing stays. */
export function propose(answers: Item, key: string, proposes: (answers: Item) => Item): void {
  const proposed = proposes(answers)
  if (!(key in proposed)) return
  if (proposed[key] === undefined) delete answers[key]
  else answers[key] = proposed[key]
}

/** Names letters that look like Latin ones and are not: they may be meant, so that nobody but the officer can tell. */
function sayDoubtful({ say }: WantedItem, item: Item): void {
  const found = new Map(doubtfulLetters(JSON.stringify(item)).map((each) => [each.letter, each.looksLike]))
  const named = [...found].map(([letter, looksLike]) => `“${letter}”（像 ${looksLike}）`)
  if (named.length) say?.(`写的内容里有别种文字的字母：${named.join('、')}。不是有意写的，请改成英文字母。`)
}

/** Names what stands in a list of persons and looks like a part of a sentence. */
function sayOddNames(wanted: WantedItem, item: Item): void {
  const odd = oddNames(wanted, item)
  if (odd.length) wanted.say?.(`${odd.join('、')}像是句子，不像人名，请核对。`)
}

/** What the call gives. A correction gives the whole item: what was recorded, wherever the call says nothing else. */
function givenItem(wanted: WantedItem, from: string | undefined, sets: readonly string[]): Item {
  const { amends } = wanted
  const corrects = amends !== undefined && (from !== undefined || sets.length > 0)
  const base = from === undefined ? (corrects ? amends : {}) : readFrom(from)
  return copiedItem(applySets(wanted, base, sets, corrects))
}

/** How the problems of an item are told: of a file with its keys, of options too, of answers only with titles. */
export function namingFor(interactive: boolean, from: string | undefined): Naming {
  if (from !== undefined) return 'title-and-key'
  return interactive ? 'title' : 'title-and-option'
}

/** The keys without which the item means nothing: those of the schema and those of the action. */
export function requiredKeys({
  name,
  path,
  required,
  isBackfilled,
}: Pick<WantedItem, 'name' | 'path' | 'required' | 'isBackfilled'>): string[] {
  const node = schemaAt(name, path)
  const lacking = isBackfilled ? (node?.['x-backfill'] ?? []) : []
  const ofSchema = (node?.required ?? []).filter((key) => !lacking.includes(key))
  return [...new Set([...ofSchema, ...required])]
}

/** A problem of an item: its place in the document, and a text with the titles of the keys. */
interface ItemProblem {
  readonly path: readonly PathSegment[]
  readonly text: string
}

/** The problems of the item, with the titles of its keys. */
export function itemProblems(place: ItemPlace, item: Item): string[] {
  return placedProblems(place, item).map(({ text }) => text)
}

/** The same, with their places. */
export function placedProblems(place: ItemPlace, item: Item): ItemProblem[] {
  const whole = place.path.reduceRight<unknown>(
    (inner, segment) => (typeof segment === 'number' ? [inner] : { [segment]: inner }),
    item,
  )
  const depth = place.path.map((segment) => (typeof segment === 'number' ? 0 : segment))
  const inside = (path: readonly (string | number)[]): boolean =>
    depth.every((segment, index) => path[index] === segment)
  return validateDocument(place.name, whole, place.lists, place.naming ?? 'title', place.isBackfilled)
    .filter(({ path }) => inside(path) && path.length >= depth.length)
    .map(({ path, message }) => {
      const section = sectionTitles(place, path.slice(0, -1))
      // A message that begins with the title of the section names it already.
      const isNamed = section.some((title) => message.startsWith(`「${title}`))
      return { path, text: [...(isNamed ? [] : section), message].join('：') }
    })
}

/** The values of an item that fit their schema: only these are held against the law while the item is unchecked. */
export function validPart(place: ItemPlace, item: Item): Item {
  const wrong = new Set(placedProblems(place, item).map(({ path }) => path[place.path.length]))
  return Object.fromEntries(Object.entries(item).filter(([key]) => !wrong.has(key)))
}

/** The titles of the sections of the item in which a value stands: 判决的款项第 1 项. */
function sectionTitles({ name, path: { length } }: ItemPlace, path: readonly PathSegment[]): string[] {
  const titles = path.map((segment, index) => {
    if (typeof segment === 'number') return `第 ${segment + 1} 项`
    return titleAt(name, path.slice(0, index + 1)) ?? segment
  })
  const below = titles.slice(length)
  // 承办单位负责人 says already that it is of 承办单位.
  const inside = below.filter((title, index) => !below[index + 1]?.startsWith(title)).join('')
  return inside ? [inside] : []
}

/**
 * What must be answered inside the sections of an item, by the answers beside it: the work of a substitute by labour.
 */
function owedInside({ name, path, owed }: WantedItem, item: Item): (readonly PathSegment[])[] {
  const below = (value: unknown, at: readonly PathSegment[]): (readonly PathSegment[])[] => {
    if (Array.isArray(value)) return value.flatMap((each, index) => below(each, [...at, index]))
    if (!isMapData(value)) return []
    const lacking = (keyOrder(name, [...path, ...at]) ?? []).filter(
      (key) => value[key] === undefined && owed?.([...at, key].join('.'), value),
    )
    const inside = Object.entries(value).flatMap(([key, each]) => below(each, [...at, key]))
    return [...lacking.map((key) => [...at, key]), ...inside]
  }
  return Object.entries(item).flatMap(([key, each]) => below(each, [key]))
}

function namedMissing({ name, path }: WantedItem, missing: readonly (readonly PathSegment[])[]): string {
  const lines = missing.map(
    (keys) => `  ${keys.join('.')}（${titleAt(name, [...path, ...keys]) ?? keys.at(-1)}）`,
  )
  return ['缺少以下内容，请用 --set 键=值 或 --from 文件 给出：', ...lines].join('\n')
}

function inSchemaOrder({ name, path }: WantedItem, item: Item): Item {
  const order = Object.keys(schemaAt(name, path)?.properties ?? {})
  const keys = [
    ...order.filter((key) => key in item),
    ...Object.keys(item).filter((key) => !order.includes(key)),
  ]
  return Object.fromEntries(keys.map((key) => [key, item[key]]))
}

function copiedItem(value: unknown): Item {
  const copy = editData(value, [])
  return typeof copy === 'object' && copy !== null ? { ...copy } : {}
}

/** The value where it is a map, else an item without keys. */
export function itemOrEmpty(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** What stands in the lists of persons of an item and is more likely a part of a sentence, each with its list. */
export function oddNames({ name, path }: Pick<ItemPlace, 'name' | 'path'>, item: Item): string[] {
  const below = (value: unknown, at: readonly PathSegment[]): string[] => {
    if (Array.isArray(value)) return value.flatMap((each, index) => below(each, [...at, index]))
    if (isMapData(value)) return Object.entries(value).flatMap(([key, each]) => below(each, [...at, key]))
    const isPerson = typeof value === 'string' && schemaAt(name, at)?.['x-format'] === 'name'
    if (!isPerson || !isUnlikePerson(value)) return []
    return [`${schemaAt(name, at.slice(0, -1))?.title ?? ''}中的“${value}”`]
  }
  return below(item, path)
}
