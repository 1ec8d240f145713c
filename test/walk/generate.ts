import { addDays, addMonths, type IsoDate } from '../../src/core/calendar/dates.ts'
import type { Facts } from '../../src/core/facts/facts.ts'
import { isCreditCode } from '../../src/core/facts/identifiers.ts'
import { type Choice, choicesOf, type Lists } from '../../src/core/schema/choices.ts'
import type { PathSegment, SchemaNode } from '../../src/core/schema/node.ts'
import type { SchemaName } from '../../src/core/schema/validate.ts'
import { schemaAt, titleAt } from '../../src/core/schema/walk.ts'
import type { Item } from '../../src/core/stages/define.ts'
import type { Random } from './random.ts'

/** What a value is made from: the schema says what it must be, the case what it may refer to. */
export interface Making {
  readonly random: Random
  readonly name: SchemaName
  readonly lists: Lists
  readonly facts: Facts | undefined
  readonly choices: Readonly<Record<string, readonly Choice[]>>
  /** The day of what happened before, and today. Whatever has happened lies between them. */
  readonly from: IsoDate
  readonly today: IsoDate
  /** A number that no id of the case has yet. */
  readonly fresh: () => number
}

/** Keys of days that are set or agreed, not past. */
const AHEAD = /^(?:replyBy|performBy|dueOn|newDueOn|startBy|completeBy|evaluateBy|until|to|at)$/

/** A value of the schema at a path; undefined where nothing sensible can be said, as a reference to what is not there. */
export function makeValue(making: Making, path: readonly PathSegment[], siblings: Item): unknown {
  const node = schemaAt(making.name, path)
  if (!node || !isAsked(node, siblings)) return undefined
  const key = String(path.findLast((segment) => typeof segment === 'string'))
  const types = [node.type ?? []].flat()
  if (types.includes('array')) return makeList(making, path, node)
  if (node.properties) return makeSection(making, path, node)
  const codes = codesAt(making, node, key)
  if (codes) return making.random.pick(codes)
  if (types.includes('boolean')) return making.random.chance(0.75)
  if (types.includes('integer')) return making.random.whole(1, 20)
  return makeText(making, node, path)
}

/** Whether `x-when` lets a key be asked. */
function isAsked(node: SchemaNode, siblings: Item): boolean {
  return (node['x-when'] ?? '').split('&').every((condition) => {
    const [key = '', wanted] = condition.split('=')
    if (!key) return true
    const value = siblings[key]
    return wanted === undefined ? value !== undefined : wanted.split('|').includes(String(value))
  })
}

/** The codes or ids that a value can be; undefined where it is free. */
function codesAt({ choices, facts, lists }: Making, node: SchemaNode, key: string): string[] | undefined {
  const own = choices[key] ?? choicesOf(node, lists)
  if (own) return own.map(({ code }) => code)
  const ref = node['x-ref']
  if (!ref) return node['x-format'] === 'id' && key !== 'id' ? [] : undefined
  const named: Partial<Record<typeof ref, readonly { readonly id: string }[] | undefined>> = {
    obligor: facts?.obligors,
    evidence: facts?.evidence,
    agreement: facts?.agreements,
    appraisal: facts?.appraisals,
    project: facts?.restoration.projects,
    suit: facts?.court.suits,
  }
  return (named[ref] ?? []).map(({ id }) => id)
}

function makeSection(making: Making, path: readonly PathSegment[], node: SchemaNode): Item | undefined {
  const made: Item = {}
  for (const key of Object.keys(node.properties ?? {})) {
    const isRequired = (node.required ?? []).includes(key)
    const child = schemaAt(making.name, [...path, key])
    if (!isRequired && (child?.['x-ask'] === false || making.random.chance(0.5))) continue
    const value = makeValue(making, [...path, key], made)
    if (value !== undefined) made[key] = value
    else if (isRequired) return undefined
  }
  return made
}

function makeList(making: Making, path: readonly PathSegment[], node: SchemaNode): unknown[] | undefined {
  const { random } = making
  const item = schemaAt(making.name, [...path, 0])
  if (!item) return undefined
  const codes = item.properties ? undefined : codesAt(making, item, String(path.at(-1)))
  if (codes) return codes.length ? random.some(codes) : undefined
  const count = random.whole(1, 2)
  const made = Array.from({ length: count }, (_, index) => makeValue(making, [...path, index], {}))
  const items = made.filter((value) => value !== undefined)
  return items.length ? distinct(items, node['x-key'] ?? []) : undefined
}

/** Items that the keys of the list tell apart. */
function distinct(items: readonly unknown[], keys: readonly string[]): unknown[] {
  const told = new Map<string, unknown>()
  for (const item of items) {
    const own: Item = typeof item === 'object' && item !== null ? { ...item } : { item }
    const key = JSON.stringify((keys.length ? keys : Object.keys(own)).map((each) => own[each]))
    if (!told.has(key)) told.set(key, item)
  }
  return [...told.values()]
}

function makeText(making: Making, node: SchemaNode, path: readonly PathSegment[]): string {
  const key = String(path.findLast((segment) => typeof segment === 'string'))
  const { random, today } = making
  switch (node['x-format']) {
    case 'date':
      return AHEAD.test(key) ? dayAhead(making) : pastDay(making)
    case 'dateTime':
      return `${addDays(today, random.whole(5, 30))} 09:30`
    case 'money':
      return `${random.whole(1, 900) * 1000}.00`
    case 'creditCode':
      return random.pick(creditCodes) ?? ''
    case 'idNumber':
      return '11010519491231002X'
    case 'id':
      return `P${making.fresh()}`
    default:
      return `某${node.title ?? titleAt(making.name, path) ?? key}${random.whole(1, 9)}`
  }
}

/** A day on which something happened: mostly today, when it is entered. */
export function pastDay({ random, from, today }: Making): IsoDate {
  return random.chance(0.7) ? today : random.dayBetween(from, today)
}

function dayAhead({ random, today }: Making): IsoDate {
  return random.chance(0.5) ? addDays(today, random.whole(1, 30)) : addMonths(today, random.whole(1, 11))
}

/** Codes of made-up organisations, each with its right check character. GB 32100-2015 */
const creditCodes = ['91450100MA5K0001', '91450100MA5K0002', '91450100MA5K0003', '91450100MA5K0004'].flatMap(
  (stem) => [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((check) => `${stem}1${check}`).filter(isCreditCode),
)
