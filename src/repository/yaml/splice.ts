import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { type DataMap, isDeepEqual, isMapData } from '../../core/facts/data.ts'
import type { Path } from './edit.ts'
import { inlineValue } from './inline.ts'
import { yamlLibrary } from './library.ts'
import type { NodeStyle } from './node.ts'
import { type BlockItem, blockOf, type Lines, type YamlBlock } from './outline.ts'
import { itemLines, pairLines } from './snippet.ts'

/** How new lines are to look, and where a new key of the map goes among the present ones. */
export interface SpliceStyle extends NodeStyle {
  readonly indentSeq: boolean
  readonly placeOf: (key: string, present: readonly string[], path: Path) => number
}

/** A change of one value: its node, and the data before and after. */
interface Change {
  readonly node: Node
  readonly before: unknown
  readonly after: unknown
  readonly path: Path
}

/**
 * The text with `before` changed to `after`, line by line: a line changes only where its own value does, whatever the
 * indentation, the blanks and the comments around it. The comment above an item goes with it; one that a blank line
 * parts from it stays. Undefined for a text in which lines and values do not go together: the caller renders it anew,
 * and checks in any case that the result reads as intended.
 */
export function spliceYaml(
  text: string,
  before: unknown,
  after: unknown,
  style: SpliceStyle,
): string | undefined {
  const { isMap, parseDocument } = yamlLibrary()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'error',
  })
  const { contents } = document
  if (document.errors.length || !isMap(contents) || !isMapData(before) || !isMapData(after)) return undefined
  const change = { node: contents, before, after, path: [] }
  const lines = text.replace(/\n$/, '').split('\n')
  const block = blockOf(contents, text, { lines, from: 0, to: lines.length })
  const spliced = block && splicedMap(block, contents, change, { text, style })
  return spliced && `${spliced.join('\n')}\n`
}

interface Source {
  readonly text: string
  readonly style: SpliceStyle
}

/** The lines of a block map or list after the change. */
function splicedBlock(change: Change, lines: Lines, source: Source): string[] | undefined {
  const { isMap, isSeq } = yamlLibrary()
  const { node, before, after } = change
  const block = blockOf(node, source.text, lines)
  if (!block) return undefined
  if (isMap(node) && isMapData(before) && isMapData(after)) return splicedMap(block, node, change, source)
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after))
    return splicedList(block, node, change, source)
  return undefined
}

function splicedMap(block: YamlBlock, map: YAMLMap, { before, after, path }: Change, source: Source) {
  if (!isMapData(before) || !isMapData(after)) return undefined
  const parts: { readonly key: string; readonly lines: string[] }[] = []
  for (const [index, item] of block.items.entries()) {
    const pair = map.items[index]
    const key = pair && keyOf(pair)
    if (pair === undefined || key === undefined) return undefined
    if (!Object.hasOwn(after, key)) {
      parts.push({ key: '', lines: keptFiller(item, index) })
      continue
    }
    const body = splicedPair(
      block,
      item,
      pair,
      { before: before[key], after: after[key], path: [...path, key] },
      source,
    )
    if (!body) return undefined
    parts.push({ key, lines: [...item.filler, ...item.lead, ...body] })
  }
  for (const key of addedKeys(before, after, path, source.style)) {
    const present = parts.filter((part) => part.key !== '')
    const place = source.style.placeOf(
      key,
      present.map((part) => part.key),
      path,
    )
    const next = present[place]
    const at = next ? parts.indexOf(next) : parts.length
    const lines = pairLines(key, after[key], [...path, key], source.style, block.indent)
    parts.splice(at, 0, { key, lines })
  }
  return [...parts.flatMap(({ lines }) => lines), ...block.tail]
}

function addedKeys(before: DataMap, after: DataMap, path: Path, style: NodeStyle): string[] {
  const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key) && after[key] !== undefined)
  const order = style.orderOf?.(path) ?? []
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length)
  return added.toSorted((a, b) => rank(a) - rank(b))
}

function keyOf({ key }: Pair): string | undefined {
  const { isScalar } = yamlLibrary()
  return isScalar(key) ? String(key.value) : undefined
}

/** What stands before a removed item, without the blank lines that parted it from the item before. */
function keptFiller({ filler }: BlockItem, index: number): string[] {
  return index === 0 || filler.some((line) => line.trim() !== '') ? [...filler] : []
}

type Values = Omit<Change, 'node'>

function splicedPair(
  block: YamlBlock,
  item: BlockItem,
  pair: Pair,
  values: Values,
  source: Source,
): string[] | undefined {
  const { isNode } = yamlLibrary()
  if (isDeepEqual(values.before, values.after)) return [...item.body]
  const { value } = pair
  const key = keyOf(pair) ?? ''
  if (isNode(value) && isBlock(value) && isFilled(values.after)) {
    const below = { lines: block.lines, from: item.start + 1, to: item.end }
    const spliced = splicedBlock({ node: value, ...values }, below, source)
    return spliced && [...item.body.slice(0, 1), ...spliced]
  }
  const inline = inlineValue(item, isNode(value) ? value : undefined, values, source)
  return (
    inline ??
    remade(item, pairLines(key, values.after, values.path, withoutTitles(source.style), block.indent))
  )
}

function splicedList(block: YamlBlock, list: YAMLSeq, { before, after, path }: Change, source: Source) {
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined
  const origins = originsOf(before, after)
  const lines: string[] = []
  let last = -1
  for (const [index, value] of after.entries()) {
    const origin = origins[index]
    if (origin === undefined) {
      const flow = isFlow(list.items.at(-1))
      lines.push(...itemLines(value, [...path, index], source.style, block.indent, flow))
      continue
    }
    lines.push(...block.items.slice(last + 1, origin).flatMap((item, at) => keptFiller(item, last + 1 + at)))
    last = origin
    const [item, node] = [block.items[origin], list.items[origin]]
    const values = { before: before[origin], after: value, path: [...path, index] }
    const body = item && splicedItem(block, item, node, values, source)
    if (!item || !body) return undefined
    lines.push(...item.filler, ...item.lead, ...body)
  }
  const rest = block.items.slice(last + 1).flatMap((item, at) => keptFiller(item, last + 1 + at))
  return [...lines, ...rest, ...block.tail]
}

/** For each item after the change, the index of the item that it was; in the same order. Undefined for a new one. */
function originsOf(before: readonly unknown[], after: readonly unknown[]): (number | undefined)[] {
  if (after.length >= before.length)
    return after.map((_, index) => (index < before.length ? index : undefined))
  let from = 0
  return after.map((value, index) => {
    const left = before.length - (after.length - index)
    const candidates = before.map((_, at) => at).slice(from, left + 1)
    const same = candidates.find((at) => isDeepEqual(before[at], value))
    const found = same ?? candidates.find((at) => isAlike(before[at], value)) ?? from
    from = found + 1
    return found
  })
}

function isAlike(before: unknown, after: unknown): boolean {
  return isMapData(before) && isMapData(after) && before.id !== undefined && before.id === after.id
}

function splicedItem(
  block: YamlBlock,
  item: BlockItem,
  node: unknown,
  values: Values,
  source: Source,
): string[] | undefined {
  const { isMap, isNode } = yamlLibrary()
  if (isDeepEqual(values.before, values.after)) return [...item.body]
  if (!isNode(node)) return undefined
  if (isMap(node) && isBlock(node) && isFilled(values.after)) {
    // Without its dash, the item is a map like any other.
    const lines = [...block.lines]
    lines[item.start] = lines[item.start]?.replace('-', ' ') ?? ''
    const spliced = splicedBlock({ node, ...values }, { lines, from: item.start, to: item.end }, source)
    return spliced && dashed(spliced, block.indent)
  }
  const flow = isFlow(node)
  return (
    inlineValue(item, node, values, source) ??
    remade(item, itemLines(values.after, values.path, withoutTitles(source.style), block.indent, flow))
  )
}

/** The dash again, on the first line that holds a key; undefined where another line stands before it. */
function dashed(lines: readonly string[], indent: number): string[] | undefined {
  const [first = '', ...rest] = lines
  if (!first.startsWith(' '.repeat(indent + 1)) || /^\s*(?:#|$)/.test(first)) return undefined
  return [`${first.slice(0, indent)}-${first.slice(indent + 1)}`, ...rest]
}

/** New lines in place of an item, with the comment that stood beside it. */
function remade(item: BlockItem, lines: readonly string[]): string[] {
  if (item.comment === undefined) return [...lines]
  const [only = '', ...more] = lines
  if (!more.length) return [`${only} ${item.comment}`]
  return [`${' '.repeat(only.length - only.trimStart().length)}${item.comment}`, ...lines]
}

function withoutTitles({ commentOf: _, ...style }: SpliceStyle): SpliceStyle {
  return style
}

function isBlock(node: Node): boolean {
  const { isCollection } = yamlLibrary()
  return isCollection(node) && node.flow !== true && node.items.length > 0
}

function isFlow(node: unknown): boolean {
  const { isCollection } = yamlLibrary()
  return isCollection(node) && node.flow === true
}

function isFilled(data: unknown): boolean {
  return Array.isArray(data) ? data.length > 0 : isMapData(data) && Object.keys(data).length > 0
}
