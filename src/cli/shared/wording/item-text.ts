import type { Facts } from '../../../core/facts/facts.ts'
import { maskIdentifier } from '../../../core/facts/identifiers.ts'
import { parseFen, showYuan } from '../../../core/facts/money.ts'
import { isPersonalNumber, withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { type Choice, choicesOf } from '../../../core/schema/choices.ts'
import { titledBeside } from '../../../core/schema/conditions.ts'
import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { ItemPlace } from '../answers/set.ts'
import { wrapIndented } from '../output/text.ts'
import { widthOf } from '../output/width.ts'

/** What gives the codes and ids of an item their names. */
export interface Names {
  readonly facts: Pick<Facts, 'obligors'>
  readonly choices: Readonly<Record<string, readonly Choice[]>>
}

const LONGEST_TEXT = 120
/** A SHA-256, of which people see the beginning. */
const DIGEST = /^[0-9a-f]{64}$/
const DIGEST_SHOWN = 12
const INDENT_STEP = 2

/** An item as people read it: each key by its title, codes and ids by their names, long texts shortened. */
export function itemText(place: ItemPlace, item: Item, names: Names, width: number): string {
  return Object.entries(item)
    .flatMap(([key, value]) =>
      linesUnder({ ...place, path: [...place.path, key] }, value, item, names, INDENT_STEP),
    )
    .map(({ indent, text }) =>
      wrapIndented(text, width, ' '.repeat(indent + INDENT_STEP), ' '.repeat(indent)),
    )
    .join('\n')
}

interface ItemLine {
  readonly indent: number
  readonly text: string
}

function linesUnder(
  place: ItemPlace,
  value: unknown,
  beside: object,
  names: Names,
  indent: number,
): ItemLine[] {
  const title = placeTitle(place, beside)
  if (value === undefined || (Array.isArray(value) && !value.length)) return []
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    const inner = { ...place, path: [...place.path, 0] }
    return [{ indent, text: `${title}：${joinedValues(value.map((each) => valueLine(inner, each, names)))}` }]
  }
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => [
      { indent, text: `${title} ${index + 1}：` },
      ...linesInside({ ...place, path: [...place.path, index] }, each, names, indent),
    ])
  }
  if (typeof value === 'object' && value !== null)
    return [{ indent, text: `${title}：` }, ...linesInside(place, value, names, indent)]
  return [{ indent, text: `${title}：${valueLine(place, value, names)}` }]
}

function linesInside(place: ItemPlace, value: object, names: Names, indent: number): ItemLine[] {
  return Object.entries(value).flatMap(([key, each]) =>
    linesUnder({ ...place, path: [...place.path, key] }, each, value, names, indent + INDENT_STEP),
  )
}

/** Values of a list on one line; sentences with a stop stand one behind the other. */
export function joinedValues(texts: readonly string[]): string {
  return texts.some((text) => text.endsWith('。')) ? texts.join('') : texts.join('、')
}

/** The title of what stands at a place, beside what else stands in its section. */
export function placeTitle({ name, path, lists }: ItemPlace, beside: object = {}): string {
  const key = String(path.at(-1))
  if (path.at(-2) === 'clauses') return lists.clauses?.find(({ code }) => code === key)?.label ?? key
  return titledBeside(schemaAt(name, path) ?? {}, { ...beside }).title ?? key
}

/** A single value as people read it, on one line. */
export function valueLine(place: ItemPlace, value: unknown, names: Names): string {
  const node: SchemaNode = schemaAt(place.name, place.path) ?? {}
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  if (isPersonalNumber(place.path)) return maskIdentifier(text)
  if (DIGEST.test(text)) return `${text.slice(0, DIGEST_SHOWN)}…`
  const fen = node['x-format'] === 'money' ? parseFen(text) : undefined
  if (fen !== undefined) return showYuan(fen)
  const named = choicesAt(node, place, names)?.find(({ code }) => code === text)?.label
  return shortenedText(withMaskedNumbers(named ?? text))
}

/** The person who signs for the claimants, as `signatories` names him. */
const CLAIMANT: Choice = { code: 'obligee', label: '赔偿权利人一方' }

function choicesAt(
  node: SchemaNode,
  { path, lists }: ItemPlace,
  { facts, choices }: Names,
): readonly Choice[] | undefined {
  const own = choices[lastKeyOf(path)]
  if (own) return own
  const isShared = (name: string): boolean => facts.obligors.filter((each) => each.name === name).length > 1
  const parties = facts.obligors.map(({ id, name }) => ({
    code: id,
    label: isShared(name) ? `${name}（${id}）` : name,
  }))
  if (path.includes('signatories') && lastKeyOf(path) === 'party') return [CLAIMANT, ...parties]
  if (node['x-ref'] === 'obligor') return parties
  return choicesOf(node, lists)
}

function lastKeyOf(path: readonly PathSegment[]): string {
  return String(path.findLast((segment) => typeof segment === 'string'))
}

/** Text on one line; a long text is cut, with the number of characters that it has in all, spaces not counted. */
export function shortenedText(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ')
  if (widthOf(line) <= LONGEST_TEXT) return line
  const size = [...text.replace(/\s/gu, '')].length
  return `${[...line].slice(0, LONGEST_TEXT / 2).join('')}…（共 ${size} 字）`
}
