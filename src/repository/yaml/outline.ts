import type { Node } from 'yaml'
import { yamlLibrary } from './library.ts'

/** Some lines of a text. */
export interface Lines {
  readonly lines: readonly string[]
  /** The first line, and the one after the last. */
  readonly from: number
  readonly to: number
}

/** An item of a block list, or a pair of a block map, as lines. */
export interface BlockItem {
  /** The line that it begins on, and the one after its last. */
  readonly start: number
  readonly end: number
  /** Blank lines and comments that belong to no item. */
  readonly filler: readonly string[]
  /** The comments right above it. */
  readonly lead: readonly string[]
  readonly body: readonly string[]
  /** The comment beside its first line. */
  readonly comment: string | undefined
}

/** A block map or list: its items, one after the other, and what stands below the last. */
export interface YamlBlock {
  readonly lines: readonly string[]
  readonly indent: number
  readonly items: readonly BlockItem[]
  readonly tail: readonly string[]
}

/** The lines of a block map or list; undefined where an item does not begin a line of its own. */
export function blockOf(node: Node, text: string, { lines, from, to }: Lines): YamlBlock | undefined {
  const starts = startsOf(node, text)
  const [first] = starts ?? []
  if (!starts || first === undefined) return undefined
  const indent = indentOf(lines[first] ?? '')
  if (starts.some((start) => indentOf(lines[start] ?? '') !== indent)) return undefined
  if (starts.some((start, index) => start < from || start >= (starts[index + 1] ?? to))) return undefined
  const ends = starts.map((start, index) => endOfBody(lines, start, starts[index + 1] ?? to, indent))
  const items = starts.map((start, index) => {
    const above = index === 0 ? from : (ends[index - 1] ?? from)
    const end = ends[index] ?? to
    const lead = leadOf(lines, above, start, indent)
    return {
      start,
      end,
      filler: lines.slice(above, lead),
      lead: lines.slice(lead, start),
      body: lines.slice(start, end),
      comment: commentOf(node, index, lines[start] ?? ''),
    }
  })
  return { lines, indent, items, tail: lines.slice(ends.at(-1) ?? to, to) }
}

function startsOf(node: Node, text: string): number[] | undefined {
  const { isMap, isNode, isSeq } = yamlLibrary()
  const nodes = isMap(node) ? node.items.map(({ key }) => key) : isSeq(node) ? node.items : []
  const starts = nodes.map((each) => (isNode(each) && each.range ? lineAt(text, each.range[0]) : -1))
  return starts.includes(-1) ? undefined : starts
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** Up to the last line that is neither blank nor a comment of the level of the item or above. */
function endOfBody(lines: readonly string[], start: number, next: number, indent: number): number {
  let end = next
  while (end > start + 1 && isBetween(lines[end - 1] ?? '', indent)) end -= 1
  return end
}

function isBetween(line: string, indent: number): boolean {
  const text = line.trimStart()
  return text === '' || (text.startsWith('#') && indentOf(line) <= indent)
}

/** Where the comments right above an item begin. The line that names the schema belongs to the file. */
function leadOf(lines: readonly string[], above: number, start: number, indent: number): number {
  let lead = start
  while (lead > above && isLead(lines[lead - 1] ?? '', indent)) lead -= 1
  return lead
}

function isLead(line: string, indent: number): boolean {
  return (
    line.trimStart().startsWith('#') && indentOf(line) === indent && !line.includes('yaml-language-server')
  )
}

/** The comment at the end of the first line of an item, where its value ends on that line. */
function commentOf(node: Node, index: number, line: string): string | undefined {
  const { isMap, isNode, isScalar, isSeq } = yamlLibrary()
  const value = isMap(node) ? node.items[index]?.value : isSeq(node) ? node.items[index] : undefined
  const comment = isNode(value) ? value.comment : undefined
  if (typeof comment !== 'string' || (isScalar(value) && value.type?.startsWith('BLOCK'))) return undefined
  return line.endsWith(`#${comment}`) ? `#${comment}` : undefined
}
