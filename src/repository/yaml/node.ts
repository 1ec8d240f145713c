import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { isMapData } from '../../core/facts/data.ts'
import type { Path } from './edit.ts'
import { yamlLibrary } from './library.ts'
import { conflictMarker } from './text.ts'

/** How new parts of a document are to look. */
export interface NodeStyle {
  /** The schema's order of the keys of the map at `path`. */
  orderOf?: (path: Path) => readonly string[] | undefined
  /** The Chinese title of the key at `path`, written as a comment beside keys of the top two levels. */
  commentOf?: (path: Path) => string | undefined
  /** Whether every new string gets double quotes, because a nicer form does not read back the same. */
  quoteAll?: boolean
}

const commentedLevels = 2
const longestFlow = 100
const resolvesToOther = /^(?:~|null|true|false|y|n|yes|no|on|off)?$/i
const likeNumberOrIdentifier = /^[-+.\d][-+.\dA-Za-z: ]*$/
const date = /^\d{4}-\d{2}-\d{2}$/

/**
 * Nodes for `value`. They are made for the failsafe schema, in which every scalar is text: numbers are written plain,
 * and a string that looks like something else is quoted.
 */
export function nodeOf(value: unknown, path: Path, style: NodeStyle, flow: boolean): Node {
  if (Array.isArray(value)) return listOf(value, path, style, flow)
  if (isMapData(value)) return mapOf(value, path, style, flow)
  return scalarOf(value, style, flow)
}

export function scalarOf(value: unknown, style: NodeStyle, flow: boolean): Scalar {
  const { Scalar: ScalarNode } = yamlLibrary()
  const scalar = new ScalarNode(typeof value === 'string' ? value : JSON.stringify(value ?? null))
  scalar.type = typeof value === 'string' ? stringType(value, style, flow) : 'PLAIN'
  return scalar
}

function stringType(text: string, style: NodeStyle, flow: boolean): Scalar.Type {
  if (style.quoteAll) return 'QUOTE_DOUBLE'
  if (text.includes('\n')) return flow || !fitsLiteral(text) ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL'
  if (date.test(text)) return 'PLAIN'
  if (resolvesToOther.test(text) || likeNumberOrIdentifier.test(text)) return 'QUOTE_DOUBLE'
  return text.includes('"') || /[\p{Cc}\u2028\u2029]/u.test(text) ? 'QUOTE_DOUBLE' : 'PLAIN'
}

/** Whether a text can be a literal block: it has no escapes, and a line like a conflict marker would break the file. */
function fitsLiteral(text: string): boolean {
  return !/(?!\n)[\p{Cc}\u2028\u2029]|^\s|[ \t]$/mu.test(text) && !conflictMarker.test(text)
}

function listOf(values: readonly unknown[], path: Path, style: NodeStyle, flow: boolean): YAMLSeq {
  const { YAMLSeq: SeqNode } = yamlLibrary()
  const list = new SeqNode()
  list.flow = flow || isShortList(values)
  values.forEach((value, index) => {
    list.items.push(nodeOf(value, [...path, index], style, list.flow === true))
  })
  return list
}

function isShortList(values: readonly unknown[]): boolean {
  const scalars = values.every((value) => typeof value !== 'object' && !String(value).includes('\n'))
  return scalars && values.join(', ').length <= longestFlow
}

function mapOf(value: Record<string, unknown>, path: Path, style: NodeStyle, flow: boolean): YAMLMap {
  const { YAMLMap: MapNode } = yamlLibrary()
  const map = new MapNode()
  map.flow = flow || Object.keys(value).length === 0
  for (const key of orderedKeys(value, style.orderOf?.(path))) {
    map.items.push(pairOf(key, value[key], [...path, key], style, map.flow))
  }
  return map
}

/** A new entry of a map, with its title beside it when it stands in block style near the top. */
export function pairOf(
  key: string,
  value: unknown,
  path: Path,
  style: NodeStyle,
  flow: boolean,
): Pair<Scalar, Node> {
  const { isCollection, Pair: PairNode } = yamlLibrary()
  const keyNode = scalarOf(key, { quoteAll: style.quoteAll === true }, true)
  const valueNode = nodeOf(value, path, style, flow)
  const title = flow || path.length > commentedLevels ? undefined : style.commentOf?.(path)
  if (title !== undefined && title !== '') {
    const comment = ` ${title.replace(/\s+/g, ' ')}`
    if (isCollection(valueNode) && !valueNode.flow) keyNode.commentBefore = comment
    else valueNode.comment = comment
  }
  return new PairNode(keyNode, valueNode)
}

function orderedKeys(value: Record<string, unknown>, order: readonly string[] | undefined): string[] {
  const keys = Object.keys(value)
  if (!order) return keys
  const known = order.filter((key) => Object.hasOwn(value, key))
  return [...known, ...keys.filter((key) => !order.includes(key))]
}
