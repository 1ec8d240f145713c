import type { PathSegment } from '../../../core/schema/node.ts'
import { validateDocument } from '../../../core/schema/validate.ts'
import { schemaAt, titleAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import { editData } from '../../../repository/yaml/edit.ts'
import { UsageError } from '../exit.ts'
import { readFrom } from './from.ts'
import { applySets, type Place } from './set.ts'

/** What an item is collected for. */
export interface Wanted extends Place {
  /** The keys that are asked, in this order. */
  readonly ask: readonly string[]
  /** Keys that must be given, beyond those that the schema requires. */
  readonly required: readonly string[]
  /** Whether who is asked must answer a key, by what was answered beside it: `replyBy`, `clue.receivedOn`. */
  readonly owed?: ((key: string, beside: Item) => boolean) | undefined
  readonly defaults: Item
  /** What follows from the answers themselves, as the department from the kind of damage. */
  readonly complete?: (item: Item) => Item
  /** Refuses what is known before anything is missed: nobody fills in what the law does not allow. */
  readonly check?: (known: Item) => void
}

/** What the call gives, and who may be asked for the rest. */
export interface Given {
  readonly from: string | undefined
  readonly sets: readonly string[]
  /** The item, what was not given asked for; absent without a terminal. */
  readonly prompt?: (wanted: Wanted, given: Item) => Promise<Item>
}

/**
 * The item of an action: the defaults, over them --from, over that --set, and the rest asked for in a terminal.
 * @throws UsageError naming every missing key, where nobody can be asked.
 */
export async function collectItem(wanted: Wanted, { from, sets, prompt }: Given): Promise<Item> {
  const given = asItem(applySets(wanted, from === undefined ? {} : readFrom(from), sets))
  // Somebody who is asked may yet give the answer that lifts what stands against it.
  if (!prompt) wanted.check?.({ ...wanted.defaults, ...given })
  const answered = prompt ? await prompt(wanted, given) : { ...wanted.defaults, ...given }
  const complete = wanted.complete?.(answered) ?? answered
  const missing = requiredKeys(wanted).filter((key) => complete[key] === undefined)
  if (missing.length) throw new UsageError(namedMissing(wanted, missing))
  return inSchemaOrder(wanted, complete)
}

/** The keys without which the item means nothing: those of the schema and those of the action. */
export function requiredKeys({ name, path, required }: Wanted): string[] {
  return [...new Set([...(schemaAt(name, path)?.required ?? []), ...required])]
}

/** A problem of an item: where in the document, and in the titles of the keys as the officer was asked for them. */
interface ItemProblem {
  readonly path: readonly PathSegment[]
  readonly text: string
}

/** Problems of the item, named by the titles of its keys as the officer was asked for them. */
export function problemsOf(place: Place, item: Item): string[] {
  return placedProblems(place, item).map(({ text }) => text)
}

/** The same, with their places. */
export function placedProblems(place: Place, item: Item): ItemProblem[] {
  const whole = place.path.reduceRight<unknown>(
    (inner, segment) => (typeof segment === 'number' ? [inner] : { [segment]: inner }),
    item,
  )
  const depth = place.path.map((segment) => (typeof segment === 'number' ? 0 : segment))
  const inside = (path: readonly (string | number)[]): boolean =>
    depth.every((segment, index) => path[index] === segment)
  return validateDocument(place.name, whole, place.lists, 'title')
    .filter(({ path }) => inside(path) && path.length >= depth.length)
    .map(({ path, message }) => ({
      path,
      text: [...sectionsOf(place, path.slice(0, -1)), message].join('：'),
    }))
}

/** The values of an item that are of their schema: what is not yet checked is shown to the law without the others. */
export function validPart(place: Place, item: Item): Item {
  const wrong = new Set(placedProblems(place, item).map(({ path }) => path[place.path.length]))
  return Object.fromEntries(Object.entries(item).filter(([key]) => !wrong.has(key)))
}

/** The titles of the sections of the item in which a value stands: 判决的款项第 1 项. */
function sectionsOf({ name, path: { length } }: Place, path: readonly PathSegment[]): string[] {
  const titles = path.map((segment, index) => {
    if (typeof segment === 'number') return `第 ${segment + 1} 项`
    return titleAt(name, path.slice(0, index + 1)) ?? segment
  })
  const inside = titles.slice(length).join('')
  return inside ? [inside] : []
}

function namedMissing({ name, path }: Wanted, missing: readonly string[]): string {
  const lines = missing.map((key) => `  ${key}（${titleAt(name, [...path, key]) ?? key}）`)
  return ['缺少以下内容，请用 --set 键=值 或 --from 文件 给出：', ...lines].join('\n')
}

function inSchemaOrder({ name, path }: Wanted, item: Item): Item {
  const order = Object.keys(schemaAt(name, path)?.properties ?? {})
  const keys = [
    ...order.filter((key) => key in item),
    ...Object.keys(item).filter((key) => !order.includes(key)),
  ]
  return Object.fromEntries(keys.map((key) => [key, item[key]]))
}

function asItem(value: unknown): Item {
  const copy = editData(value, [])
  return typeof copy === 'object' && copy !== null ? { ...copy } : {}
}
