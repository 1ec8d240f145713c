import type { Node, Scalar } from 'yaml'
import { isDeepEqual, isMapData } from '../../core/facts/data.ts'
import { yamlLibrary } from './library.ts'
import type { NodeStyle } from './node.ts'
import type { BlockItem } from './outline.ts'
import { scalarText } from './snippet.ts'

/** A piece of the text, by offsets, and what stands there afterwards. */
interface Replacement {
  readonly from: number
  readonly to: number
  readonly text: string
}

interface Values {
  readonly before: unknown
  readonly after: unknown
}

interface Source {
  readonly text: string
  readonly style: NodeStyle
}

/**
 * An item whose value stands on one line, with the value changed and all else of the line as it stood. Undefined where
 * the value needs, or has, more than one line.
 */
export function inlineValue(
  item: BlockItem,
  node: Node | undefined,
  values: Values,
  source: Source,
): string[] | undefined {
  const { isScalar } = yamlLibrary()
  const [line = '', ...more] = item.body
  if (more.length || !node?.range) return undefined
  const isEmpty = isScalar(node) && (node.source ?? '') === '' && node.type === 'PLAIN'
  const replacements = isEmpty ? undefined : replacementsIn(node, values, source, false)
  if (!replacements) return undefined
  const offset = startOfLine(source.text, node.range[0])
  if (
    replacements.some(
      ({ from, to }) =>
        startOfLine(source.text, from) !== offset || source.text.slice(from, to).includes('\n'),
    )
  )
    return undefined
  return [
    replacements
      .toSorted((a, b) => b.from - a.from)
      .reduce(
        (text, { from, to, text: fresh }) => text.slice(0, from - offset) + fresh + text.slice(to - offset),
        line,
      ),
  ]
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** What changes in the source of a value; undefined where it takes another form. */
function replacementsIn(
  node: unknown,
  values: Values,
  source: Source,
  flow: boolean,
): Replacement[] | undefined {
  const { isCollection, isScalar } = yamlLibrary()
  if (isDeepEqual(values.before, values.after)) return []
  if (isScalar(node)) return scalarReplacement(node, values.after, source, flow)
  return isCollection(node) && node.flow === true ? replacementsInside(node, values, source) : undefined
}

function scalarReplacement(
  node: Scalar,
  after: unknown,
  { style }: Source,
  flow: boolean,
): Replacement[] | undefined {
  if (typeof after === 'object' || after === undefined || !node.range || node.type?.startsWith('BLOCK'))
    return undefined
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? node.type : undefined
  const text = scalarText(after, style, flow, quote)
  return text === undefined ? undefined : [{ from: node.range[0], to: node.range[1], text }]
}

/** Changed values within brackets, and new ones at the end. */
function replacementsInside(
  node: Node,
  { before, after }: Values,
  source: Source,
): Replacement[] | undefined {
  const { isMap, isScalar, isSeq } = yamlLibrary()
  const found: (Replacement[] | undefined)[] = []
  if (isMap(node) && isMapData(before) && isMapData(after)) {
    if (Object.keys(before).some((key) => !Object.hasOwn(after, key))) return undefined
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : ''
      found.push(replacementsIn(value, { before: before[name], after: after[name] }, source, true))
    }
    const added = Object.entries(after).filter(([key]) => !Object.hasOwn(before, key))
    if (added.length) found.push(undefined)
  } else if (isSeq(node) && Array.isArray(before) && Array.isArray(after) && after.length >= before.length) {
    for (const [index, value] of node.items.entries())
      found.push(replacementsIn(value, { before: before[index], after: after[index] }, source, true))
    if (after.length > before.length) found.push(appended(node, after.slice(before.length), source))
  } else return undefined
  const all = found.flatMap((each) => each ?? [])
  return found.includes(undefined) ? undefined : all
}

/** New scalars at the end of a list in brackets, parted as the others are. */
function appended(
  node: Node,
  values: readonly unknown[],
  { text, style }: Source,
): Replacement[] | undefined {
  const end = (node.range?.[1] ?? 0) - 1
  const inside = text.slice(node.range?.[0] ?? 0, end)
  if (text[end] !== ']' || inside.trimEnd().endsWith(',') || inside.trim() === '[') return undefined
  const texts = values.map((value) =>
    typeof value === 'object' ? undefined : scalarText(value, style, true, undefined),
  )
  if (texts.includes(undefined)) return undefined
  const at = (node.range?.[0] ?? 0) + inside.trimEnd().length
  return [{ from: at, to: at, text: texts.map((each) => `, ${each}`).join('') }]
}
