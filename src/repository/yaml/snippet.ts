import type { Node } from 'yaml'
import type { Path } from './edit.ts'
import { yamlLibrary } from './library.ts'
import { type NodeStyle, nodeOf, pairOf, scalarOf } from './node.ts'

interface SnippetStyle extends NodeStyle {
  readonly indentSeq: boolean
}

/** A new pair of a block map as lines. */
export function pairLines(
  key: string,
  value: unknown,
  path: Path,
  style: SnippetStyle,
  indent: number,
): string[] {
  const { YAMLMap: MapNode } = yamlLibrary()
  const map = new MapNode()
  map.items.push(pairOf(key, value, path, style, false))
  return indented(map, style, indent)
}

/** A new item of a block list as lines, on one line in brackets where `flow`. */
export function itemLines(
  value: unknown,
  path: Path,
  style: SnippetStyle,
  indent: number,
  flow: boolean,
): string[] {
  const { YAMLSeq: SeqNode } = yamlLibrary()
  const list = new SeqNode()
  const isLong = JSON.stringify(value).includes('\\n')
  list.items.push(nodeOf(value, path, style, flow && !isLong))
  return indented(list, style, indent)
}

/** A scalar as it is written on a line, or within brackets; undefined where it takes several lines. */
export function scalarText(
  value: unknown,
  style: NodeStyle,
  flow: boolean,
  quote: 'QUOTE_DOUBLE' | 'QUOTE_SINGLE' | undefined,
): string | undefined {
  const { YAMLSeq: SeqNode } = yamlLibrary()
  const scalar = scalarOf(value, style, flow)
  if (quote !== undefined && scalar.type === 'PLAIN' && typeof value === 'string') scalar.type = quote
  const list = new SeqNode()
  list.flow = flow
  list.items.push(scalar)
  const text = rendered(list, true).trimEnd()
  if (text.includes('\n')) return undefined
  return flow ? text.replace(/^\[ /, '').replace(/ \]$/, '') : text.replace(/^- /, '')
}

function indented(node: Node, { indentSeq }: SnippetStyle, indent: number): string[] {
  const lines = rendered(node, indentSeq).replace(/\n$/, '').split('\n')
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(indent)}${line}`))
}

function rendered(node: Node, indentSeq: boolean): string {
  const { Document: NewDocument } = yamlLibrary()
  const document = new NewDocument<Node>(undefined, { version: '1.2', schema: 'failsafe', logLevel: 'error' })
  document.contents = node
  return document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq,
  })
}
