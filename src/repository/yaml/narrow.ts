import type { DataMap } from '../../core/facts/data.ts'
import { isForbiddenKey } from './rules.ts'
import {
  blockText,
  doubt,
  endOfLine,
  isKeyword,
  itemValue,
  plainValue,
  quotedText,
  type Scalar,
  skipLine,
} from './scalar.ts'

/** Where the keys and values of a map, or the items of a list, begin: character offsets. */
export type Offsets = ReadonlyMap<string | number, { readonly key: number; readonly value: number }>

/** The data, and its places in the text: offsets by map or list, and the offset of the first key. */
export interface Narrow {
  readonly data: DataMap
  readonly offsets: ReadonlyMap<object, Offsets>
  readonly start: number
}

/** The reader's current line: the offset of its first character and its column; -1 at the end. */
interface Cursor {
  readonly text: string
  at: number
  indent: number
  depth: number
  readonly offsets: Map<object, Map<string | number, { key: number; value: number }>> | undefined
}

/** Deeper nesting is left to the general reader. */
const deepest = 32
const longestKey = 64
/** Characters that ejc never writes: tabs, controls, and line separators that readers of YAML treat differently. */
const unusual = /[^\n\u0020-\u007e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u

/**
 * Reads the YAML that ejc itself writes: maps and lists (in brackets too, on one line), plain and quoted text on one
 * line, `|` blocks, comments. Undefined for anything else, valid or not: the general reader decides. It is more than
 * twice as fast as the general reader. With `places` it also keeps all positions, so that findings need no second
 * parser, which would make a cold `ejc lint` take half as long again.
 */
export function readNarrow(text: string, places = false): Narrow | undefined {
  if (!text.endsWith('\n') || unusual.test(text)) return undefined
  const offsets = places ? new Map() : undefined
  const cursor: Cursor = { text, at: 0, indent: 0, depth: 0, offsets }
  try {
    toContent(cursor, 0)
    const start = cursor.at
    if (cursor.indent !== 0 || isItem(cursor)) return undefined
    const data = readMap(cursor, 0)
    return cursor.indent < 0 ? { data, offsets: offsets ?? new Map(), start } : undefined
  } catch (error) {
    if (error === doubt) return undefined
    throw error
  }
}

/** Goes on to the first line at or after `from` that is neither empty nor a comment. */
function toContent(cursor: Cursor, from: number): void {
  const { text } = cursor
  for (let line = from; line < text.length; line = skipLine(text, line)) {
    const at = skipSpaces(text, line)
    const first = text.charCodeAt(at)
    if (first === NEWLINE || first === HASH) continue
    cursor.at = at
    cursor.indent = at - line
    return
  }
  cursor.at = text.length
  cursor.indent = -1
}

const [SPACE, NEWLINE, HASH, DASH, COLON, QUOTE] = [...' \n#-:"'].map((sign) => sign.charCodeAt(0))

function isItem({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE
}

function readMap(cursor: Cursor, indent: number): DataMap {
  const map: DataMap = {}
  const offsets = entered(cursor, map)
  while (cursor.indent === indent && !isItem(cursor)) {
    const key = cursor.at
    const colon = colonAfter(cursor.text, key)
    if (colon === undefined) throw doubt
    const name = nameOf(cursor, key, colon, map)
    const start = valueStart(cursor.text, colon + 1)
    const value = start === undefined ? readNested(cursor, colon, indent) : readValue(cursor, start, indent)
    map[name] = value
    offsets?.set(name, { key, value: start === undefined || isCollection(value) ? key : start })
  }
  cursor.depth -= 1
  return map
}

function entered(
  cursor: Cursor,
  collection: object,
): Map<string | number, { key: number; value: number }> | undefined {
  cursor.depth += 1
  if (cursor.depth > deepest) throw doubt
  if (!cursor.offsets) return undefined
  const offsets = new Map<string | number, { key: number; value: number }>()
  cursor.offsets.set(collection, offsets)
  return offsets
}

/** The key that ends before a colon, without its quotes. */
function nameOf({ text }: Cursor, start: number, colon: number, map: DataMap): string {
  const name = text.charCodeAt(start) === QUOTE ? text.slice(start + 1, colon - 1) : text.slice(start, colon)
  if (Object.hasOwn(map, name) || isForbiddenKey(name) || isKeyword(name)) throw doubt
  return name
}

/** The offset of the colon after a key of Latin letters, digits, `-` and `_`; undefined when there is no such key. */
function colonAfter(text: string, key: number): number | undefined {
  const isQuoted = text.charCodeAt(key) === QUOTE
  const start = isQuoted ? key + 1 : key
  let end = start
  while (end - start < longestKey && isKeyCharacter(text.charCodeAt(end), end > start)) end += 1
  const colon = isQuoted ? end + 1 : end
  const next = text.charCodeAt(colon + 1)
  const isKey = end > start && (!isQuoted || text.charCodeAt(end) === QUOTE)
  return isKey && text.charCodeAt(colon) === COLON && (next === SPACE || next === NEWLINE) ? colon : undefined
}

function isKeyCharacter(code: number, inside: boolean): boolean {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  return isLetter || (inside && ((code >= 48 && code <= 57) || code === DASH || code === 95))
}

/** Where the value begins on the line of its key; undefined when there is none. */
function valueStart(text: string, from: number): number | undefined {
  const start = skipSpaces(text, from)
  const first = text.charCodeAt(start)
  return first === NEWLINE || first === HASH ? undefined : start
}

/** The value on the lines below a key: a map, a list (which need not be indented), or nothing. */
function readNested(cursor: Cursor, from: number, indent: number): unknown {
  toContent(cursor, skipLine(cursor.text, from))
  if (cursor.indent > indent)
    return isItem(cursor) ? readList(cursor, cursor.indent) : readMap(cursor, cursor.indent)
  return cursor.indent === indent && isItem(cursor) ? readList(cursor, indent) : null
}

function readList(cursor: Cursor, indent: number): unknown[] {
  const list: unknown[] = []
  const offsets = entered(cursor, list)
  while (cursor.indent === indent && isItem(cursor)) {
    const start = cursor.at + '- '.length
    offsets?.set(list.length, { key: start, value: start })
    list.push(readItem(cursor, start, indent))
  }
  cursor.depth -= 1
  return list
}

function readItem(cursor: Cursor, start: number, indent: number): unknown {
  const first = cursor.text.charCodeAt(start)
  if (first === SPACE || first === NEWLINE || first === HASH) throw doubt
  if (colonAfter(cursor.text, start) === undefined) return readValue(cursor, start, indent)
  cursor.at = start
  cursor.indent = indent + '- '.length
  return readMap(cursor, cursor.indent)
}

/** A value on one line, or a block of text. Other values over several lines are left to the general reader. */
function readValue(cursor: Cursor, start: number, indent: number): unknown {
  const { value, end } = scalarAt(cursor, start, indent)
  toContent(cursor, end)
  if (cursor.indent > indent) throw doubt
  return value
}

function scalarAt(cursor: Cursor, start: number, indent: number): Scalar {
  const { text } = cursor
  const first = text.charAt(start)
  if (first === '|') return blockText(text, start, indent)
  if (first === '"' || first === "'") return quotedText(text, start, first)
  if (first !== '[' && first !== '{') return plainValue(text, start)
  cursor.at = start
  const value = readItemInBrackets(cursor)
  return { value, end: endOfLine(text, cursor.at) }
}

/** Reads an item within brackets, or a list or map in brackets; moves the cursor to its end. */
function readItemInBrackets(cursor: Cursor): unknown {
  const first = cursor.text.charAt(cursor.at)
  if (first === '[') return readListInBrackets(cursor)
  if (first === '{') return readMapInBrackets(cursor)
  const { value, end } = itemValue(cursor.text, cursor.at)
  cursor.at = end
  return value
}

function readListInBrackets(cursor: Cursor): unknown[] {
  const list: unknown[] = []
  const offsets = entered(cursor, list)
  for (const start of itemsInBrackets(cursor, ']')) {
    offsets?.set(list.length, { key: start, value: start })
    list.push(readItemInBrackets(cursor))
  }
  cursor.depth -= 1
  return list
}

function readMapInBrackets(cursor: Cursor): DataMap {
  const map: DataMap = {}
  const offsets = entered(cursor, map)
  for (const key of itemsInBrackets(cursor, '}')) {
    const colon = colonAfter(cursor.text, key)
    if (colon === undefined) throw doubt
    const name = nameOf(cursor, key, colon, map)
    const start = skipSpaces(cursor.text, colon + 1)
    cursor.at = start
    const value = readItemInBrackets(cursor)
    map[name] = value
    offsets?.set(name, { key, value: isCollection(value) ? key : start })
  }
  cursor.depth -= 1
  return map
}

/** The offset of each item within brackets; before the next one, the caller must move the cursor after the last. */
function* itemsInBrackets(cursor: Cursor, close: string): Iterable<number> {
  const { text } = cursor
  cursor.at = skipSpaces(text, cursor.at + 1)
  while (text.charAt(cursor.at) !== close) {
    yield cursor.at
    cursor.at = skipSpaces(text, cursor.at)
    const isLast = text.charAt(cursor.at) !== ','
    if (isLast) break
    cursor.at = skipSpaces(text, cursor.at + 1)
    if (text.charAt(cursor.at) === close) throw doubt
  }
  if (text.charAt(cursor.at) !== close) throw doubt
  cursor.at += 1
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at += 1
  return at
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}
