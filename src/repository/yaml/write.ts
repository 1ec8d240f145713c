import type { Document, Node, YAMLMap, YAMLSeq } from 'yaml'
import { isDeepEqual, isMapData } from '../../core/facts/data.ts'
import { RepositoryError } from '../errors.ts'
import type { Edit, Path } from './edit.ts'
import { editData, plainData } from './edit.ts'
import { yamlLibrary } from './library.ts'
import type { NodeStyle } from './node.ts'
import { nodeOf, pairOf, scalarOf } from './node.ts'
import { readYaml } from './read.ts'
import { restoreLines } from './restore.ts'
import { spliceYaml } from './splice.ts'

export type { Edit, Path } from './edit.ts'

export interface EditOptions {
  /** The first line of a new file, without `# `: `yaml-language-server: $schema=…`. */
  header?: string
  /** The schema's order of the keys of the map at `path`, for new keys. */
  orderOf?: (path: Path) => readonly string[] | undefined
  /** The Chinese title of the key at `path`, for new keys. */
  commentOf?: (path: Path) => string | undefined
}

/**
 * The text of a document after the edits; `text` undefined makes a new document.
 * Comments, order and style of what exists stay, line by line where nothing changed; LF, no BOM.
 * The result always reads back as exactly `editData(old data, edits)`.
 * Throws `RepositoryError('yaml')` when the text or the result is unreadable; RangeError as `editData`.
 */
export function editYaml(
  text: string | undefined,
  edits: readonly Edit[],
  options: EditOptions = {},
): string {
  const before = text === undefined ? {} : dataToEdit(text)
  const expected = editData(before, edits)
  if (text !== undefined && isDeepEqual(before, expected)) return text
  const spliced = text === undefined ? undefined : splicedText(text, before, expected, options)
  if (spliced !== undefined && readsAs(spliced, expected)) return spliced
  for (const quoteAll of [false, true]) {
    const rendered = renderEdits(text, before, expected, edits, { ...options, quoteAll })
    const restored = text === undefined ? rendered : restoreLines(text, rendered)
    const good = [restored, rendered].find((candidate) => readsAs(candidate, expected))
    if (good !== undefined) return good
  }
  throw new RepositoryError('yaml', '写入后的文件将无法读取（可能超过 256 KiB 或含有不可用的键）：没有写入')
}

/** The edited text with every other line as it stood; undefined where lines and values do not go together. */
function splicedText(
  text: string,
  before: unknown,
  after: unknown,
  options: EditOptions,
): string | undefined {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  return spliceYaml(plain, before, after, {
    ...options,
    indentSeq: isListIndented(plain),
    placeOf: (key, present, path) => placeFor(key, present, options.orderOf?.(path)),
  })
}

/** Whether lists stand further in than their keys. */
function isListIndented(text: string): boolean {
  return !/^([ ]*)[^\s#-][^\n]*:[ ]*(?:#[^\n]*)?\n\1- /m.test(text)
}

function dataToEdit(text: string): unknown {
  const result = readYaml(Buffer.from(text))
  if (result.ok) return result.data
  const [problem] = result.problems
  const line = problem?.line ?? 1
  throw new RepositoryError('yaml', `原文件第 ${line} 行无法读取，不能修改：${problem?.message ?? ''}`, {
    line,
  })
}

function readsAs(text: string, expected: unknown): boolean {
  const result = readYaml(Buffer.from(text))
  return result.ok && isDeepEqual(result.data, expected)
}

function renderEdits(
  text: string | undefined,
  before: unknown,
  expected: unknown,
  edits: readonly Edit[],
  options: EditOptions & NodeStyle,
): string {
  const document = open(text, options.header)
  // Each edit is applied on its own, so that list items keep their comments when one before them is removed.
  let current = before
  for (const edit of edits) {
    const next = editData(current, [edit])
    document.contents = carryOver(document, edit, current, next, options)
    current = next
  }
  document.contents = update(document.contents, current, expected, [], options, false)
  return document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
    indentSeq: isListIndented(text ?? ''),
  })
}

/** Parses in the failsafe schema: every scalar is text, so that the user's numbers are written back digit by digit. */
function open(text: string | undefined, header: string | undefined): Document<Node> {
  const { Document: NewDocument, parseDocument, YAMLMap: MapNode } = yamlLibrary()
  const options = { version: '1.2', schema: 'failsafe', uniqueKeys: false, logLevel: 'error' } as const
  if (text !== undefined) {
    const parsed: Document<Node> = parseDocument(text, options)
    if (parsed.errors.length > 0)
      throw new RepositoryError('yaml', '原文件含有不能改写的写法：请先手工整理缩进')
    return parsed
  }
  const document = new NewDocument<Node>(undefined, options)
  document.contents = new MapNode()
  if (header !== undefined) document.commentBefore = ` ${header.replace(/^#\s*/, '')}`
  return document
}

/** Applies one edit: a removed list item is taken out of its list; all else follows from comparing the data. */
function carryOver(
  document: Document<Node>,
  edit: Edit,
  before: unknown,
  after: unknown,
  style: NodeStyle,
): Node | null {
  const last = edit.path.at(-1)
  if (edit.kind === 'remove' && typeof last === 'number' && !isDeepEqual(before, after)) {
    document.deleteIn(edit.path)
    return document.contents
  }
  return update(document.contents, before, after, [], style, false)
}

/** The node for `after`; it keeps as much of the node for `before` as possible. */
function update(
  node: unknown,
  before: unknown,
  after: unknown,
  path: Path,
  style: NodeStyle,
  flow: boolean,
): Node {
  const { isMap, isNode, isScalar, isSeq } = yamlLibrary()
  if (isNode(node) && isDeepEqual(before, after)) return node
  if (isMap(node) && isMapData(before) && isMapData(after))
    return updateMap(node, before, after, path, style, flow)
  if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) {
    return updateList(node, before, after, path, style, flow)
  }
  const made =
    isScalar(node) && typeof after !== 'object'
      ? scalarOf(after, style, flow)
      : nodeOf(after, path, style, flow)
  if (!isNode(node)) return made
  if (
    isScalar(made) &&
    isScalar(node) &&
    made.type === 'PLAIN' &&
    typeof after === 'string' &&
    node.type?.startsWith('QUOTE')
  ) {
    made.type = node.type
  }
  made.commentBefore = node.commentBefore ?? null
  if (isScalar(made) || made.commentBefore === null) made.comment = node.comment ?? null
  made.spaceBefore = node.spaceBefore === true
  return made
}

function updateMap(
  map: YAMLMap,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path: Path,
  style: NodeStyle,
  flow: boolean,
): Node {
  const inFlow = flow || map.flow === true
  map.items = map.items.filter((pair) => Object.hasOwn(after, keyText(pair.key)))
  for (const pair of map.items) {
    const key = keyText(pair.key)
    pair.value = update(pair.value, before[key], after[key], [...path, key], style, inFlow)
  }
  const order = style.orderOf?.(path)
  for (const key of Object.keys(plainMap(after))) {
    if (Object.hasOwn(before, key)) continue
    const place = placeFor(
      key,
      map.items.map((pair) => keyText(pair.key)),
      order,
    )
    map.items.splice(place, 0, pairOf(key, after[key], [...path, key], style, inFlow))
  }
  if (map.items.length > 0 && Object.keys(before).length === 0) map.flow = flow
  return map
}

const plainMap = (value: Record<string, unknown>): Record<string, unknown> => {
  const copy = plainData(value)
  return isMapData(copy) ? copy : {}
}

function keyText(key: unknown): string {
  const { isScalar } = yamlLibrary()
  return isScalar(key) ? String(key.value) : ''
}

/** The place of a new key: before the first existing key that comes later in the schema, else at the end. */
function placeFor(key: string, existing: readonly string[], order: readonly string[] | undefined): number {
  const rank = order?.indexOf(key) ?? -1
  if (rank < 0) return existing.length
  const later = existing.findIndex((other) => (order?.indexOf(other) ?? -1) > rank)
  return later < 0 ? existing.length : later
}

function updateList(
  list: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  path: Path,
  style: NodeStyle,
  flow: boolean,
): Node {
  const inFlow = flow || (list.flow === true && list.items.length > 0)
  const items = list.items.slice(0, after.length)
  list.items = after.map((value, index) => {
    const old = items[index]
    if (old !== undefined) return update(old, before[index], value, [...path, index], style, inFlow)
    return nodeOf(value, [...path, index], style, inFlow || isLikeFlow(items.at(-1), value))
  })
  if (before.length === 0) list.flow = flow
  return list
}

/** Whether a new item goes on one line, as the items beside it do. */
function isLikeFlow(sibling: unknown, value: unknown): boolean {
  const { isCollection } = yamlLibrary()
  return isCollection(sibling) && sibling.flow === true && !JSON.stringify(value).includes('\\n')
}
