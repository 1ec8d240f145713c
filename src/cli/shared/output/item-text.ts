import type { Facts } from '../../../core/facts/facts.ts'
import { parseFen, showYuan } from '../../../core/facts/money.ts'
import { type Choice, choicesOf } from '../../../core/schema/choices.ts'
import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { Place } from '../answers/set.ts'
import { paragraph } from './text.ts'
import { widthOf } from './width.ts'

/** What names the codes and ids of an item. */
interface Names {
  readonly facts: Pick<Facts, 'obligors'>
  readonly choices: Readonly<Record<string, readonly Choice[]>>
}

const LONGEST_TEXT = 120
const STEP = 2

/** An item as people read it: the title of each key and its value, codes and ids by their names, long texts cut. */
export function itemText(place: Place, item: Item, names: Names, width: number): string {
  return Object.entries(item)
    .flatMap(([key, value]) => linesOf({ ...place, path: [...place.path, key] }, value, names, STEP))
    .map(({ indent, text }) => paragraph(text, width, ' '.repeat(indent + STEP), ' '.repeat(indent)))
    .join('\n')
}

interface Line {
  readonly indent: number
  readonly text: string
}

function linesOf(place: Place, value: unknown, names: Names, indent: number): Line[] {
  const title = titleOf(place)
  if (value === undefined || (Array.isArray(value) && !value.length)) return []
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    const inner = { ...place, path: [...place.path, 0] }
    return [{ indent, text: `${title}：${value.map((each) => shown(inner, each, names)).join('、')}` }]
  }
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => [
      { indent, text: `${title} ${index + 1}：` },
      ...below({ ...place, path: [...place.path, index] }, each, names, indent),
    ])
  }
  if (typeof value === 'object' && value !== null)
    return [{ indent, text: `${title}：` }, ...below(place, value, names, indent)]
  return [{ indent, text: `${title}：${shown(place, value, names)}` }]
}

function below(place: Place, value: object, names: Names, indent: number): Line[] {
  return Object.entries(value).flatMap(([key, each]) =>
    linesOf({ ...place, path: [...place.path, key] }, each, names, indent + STEP),
  )
}

function titleOf({ name, path, lists }: Place): string {
  const key = String(path.at(-1))
  if (path.at(-2) === 'clauses') return lists.clauses?.find(({ code }) => code === key)?.label ?? key
  return schemaAt(name, path)?.title ?? key
}

function shown(place: Place, value: unknown, names: Names): string {
  const node: SchemaNode = schemaAt(place.name, place.path) ?? {}
  if (typeof value === 'boolean') return value ? '是' : '否'
  const text = String(value)
  const fen = node['x-format'] === 'money' ? parseFen(text) : undefined
  if (fen !== undefined) return showYuan(fen)
  const named = choicesFor(node, place, names)?.find(({ code }) => code === text)?.label
  return cut(named ?? text)
}

function choicesFor(
  node: SchemaNode,
  { path, lists }: Place,
  { facts, choices }: Names,
): readonly Choice[] | undefined {
  const own = choices[lastKey(path)]
  if (own) return own
  if (node['x-ref'] === 'obligor')
    return facts.obligors.map(({ id, name }) => ({ code: id, label: `${id} ${name}` }))
  return choicesOf(node, lists)
}

function lastKey(path: readonly PathSegment[]): string {
  return String(path.findLast((segment) => typeof segment === 'string'))
}

/** Text on one line; of a long one the beginning, with the number of characters that it has in all. */
export function cut(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ')
  if (widthOf(line) <= LONGEST_TEXT) return line
  const characters = [...line]
  return `${characters.slice(0, LONGEST_TEXT / 2).join('')}…（共 ${characters.length} 字）`
}
