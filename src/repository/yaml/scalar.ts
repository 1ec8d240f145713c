/**
 * Thrown where a text is not in the style of ejc; made once, since making an error takes longer than reading a line.
 */
export const doubt = new Error('left to the general reader')

/** A value, and the offset after it: of the next line, or, within brackets, on the same line. */
export interface Scalar {
  readonly value: unknown
  readonly end: number
}

/** The offset of the next line. */
export function skipLine(text: string, from: number): number {
  return text.indexOf('\n', from) + 1
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
])

/** Whether a plain text means null or a boolean. */
export function isKeyword(text: string): boolean {
  return words.has(text)
}

/** Characters with which something other than a plain text begins or may begin. */
const signs = new Set('-?:,[]{}#&*!|>\'"%@`~.+=<')
const number = /^(?:\d[\d_.]*(?:e[-+]?\d*)?|0[xob][\da-f_]*)$/i
const wholeNumberText = /^(?:0|[1-9]\d{0,14})$/

/** A plain value that ends with its line or a comment. */
export function plainValue(text: string, start: number): Scalar {
  const end = skipLine(text, start)
  const line = text.slice(start, end - 1)
  const comment = line.indexOf(' #')
  return { value: plainScalar(comment < 0 ? line : line.slice(0, comment)), end }
}

const endOfItem = /[,[\]{}\n]/g

/** A value within brackets: plain up to a comma or a bracket, or in quotes. `end` is the offset after it. */
export function itemValue(text: string, start: number): Scalar {
  const first = text.charAt(start)
  if (first === '"' || first === "'") return quoted(text, start, first)
  endOfItem.lastIndex = start
  const end = endOfItem.exec(text)?.index ?? start
  const source = text.slice(start, end)
  if (source === '' || source.includes('#')) throw doubt
  return { value: plainScalar(source), end }
}

function plainScalar(text: string): unknown {
  const source = withoutSpaces(text)
  if (signs.has(source.charAt(0)) || source.includes(': ') || source.endsWith(':')) throw doubt
  return resolved(source)
}

/** The offset of the next line; nothing but a comment may stand before it. */
export function endOfLine(text: string, from: number): number {
  const end = skipLine(text, from)
  if (!/^(?: *| +#.*)$/.test(text.slice(from, end - 1))) throw doubt
  return end
}

/** Without blanks at both ends; other white space, such as the Chinese one, belongs to the text. */
function withoutSpaces(text: string): string {
  let end = text.length
  while (text.charAt(end - 1) === ' ') end -= 1
  return text.slice(0, end)
}

function resolved(source: string): unknown {
  const word = words.get(source)
  if (word !== undefined) return word
  if (!number.test(source)) return source
  if (!wholeNumberText.test(source)) throw doubt
  return Number(source)
}

/** A text in quotes that ends on its line. */
export function quotedText(text: string, start: number, quote: '"' | "'"): Scalar {
  const { value, end } = quoted(text, start, quote)
  return { value, end: endOfLine(text, end) }
}

/** A text in quotes; `end` is the offset after the closing quote. */
function quoted(text: string, start: number, quote: '"' | "'"): Scalar {
  const close = quote === "'" ? closeOfSingle(text, start) : closeOfDouble(text, start)
  if (close < 0 || close >= skipLine(text, start)) throw doubt
  const inside = text.slice(start + 1, close)
  return { value: quote === "'" ? inside.replaceAll("''", "'") : unescaped(inside), end: close + 1 }
}

function closeOfSingle(text: string, start: number): number {
  let close = text.indexOf("'", start + 1)
  while (close >= 0 && text.charAt(close + 1) === "'") close = text.indexOf("'", close + 2)
  return close
}

function closeOfDouble(text: string, start: number): number {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1)
  return close
}

function isEscaped(text: string, at: number): boolean {
  let first = at
  while (text.charAt(first - 1) === '\\') first -= 1
  return (at - first) % 2 === 1
}

/** A text whose only escapes are those that YAML and JSON share. */
const common = /^(?:[^\\]|\\["\\/bfnrt])*$/

function unescaped(inside: string): string {
  if (!inside.includes('\\')) return inside
  if (!common.test(inside)) throw doubt
  const text: unknown = JSON.parse(`"${inside}"`)
  return String(text)
}

/** A block of text after `|` or `|-`, indented further than `indent`. */
export function blockText(text: string, start: number, indent: number): Scalar {
  let line = skipLine(text, start)
  const header = text.slice(start, line - 1)
  const column = indentAt(text, line)
  if ((header !== '|' && header !== '|-') || column <= indent || text.charAt(line + column) === '\n')
    throw doubt
  const lines: string[] = []
  while (line < text.length) {
    const end = skipLine(text, line)
    const set = indentAt(text, line)
    const empty = line + set === end - 1
    // Whether spaces at the end of a block count is left to the general reader.
    if (empty && set > column) throw doubt
    if (!empty && set < column) break
    lines.push(empty ? '' : text.slice(line + column, end - 1))
    line = end
  }
  while (lines.at(-1) === '') lines.pop()
  return { value: `${lines.join('\n')}${header === '|' ? '\n' : ''}`, end: line }
}

function indentAt(text: string, line: number): number {
  let at = line
  while (text.charAt(at) === ' ') at += 1
  return at - line
}
