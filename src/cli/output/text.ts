import { clean } from './clean.ts'
import { widthOf, widthOfCharacter } from './width.ts'

/** Text filled up with spaces to a number of columns; longer text stays. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

/** A line never starts with one of these. */
const CLOSING = codesOf('，。、；：！？）〕】》〉”’%…·)],.;:!?')
/** A line never ends with one of these. */
const OPENING = codesOf('（〔【《〈“‘([')
/** Latin words and numbers stay whole; every Chinese character is a piece of its own. */
const WORD = /[\p{Script=Latin}\p{N}_./@:+#=~<>-]/u
const isInWord = new Map<number, boolean>()

function codesOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map((character) => character.charCodeAt(0)))
}

/**
 * Data as lines of at most `columns`: control characters removed, Latin words whole where they fit, no line that
 * starts with a comma or a full stop.
 */
export function wrap(text: string, columns: number): string[] {
  return clean(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(columns, 2)))
}

function wrapLine(text: string, columns: number): string[] {
  if (widthOf(text) <= columns) return [text.trimEnd()]
  const lines: string[] = []
  let start = 0
  let width = 0
  for (const piece of piecesOf(text, columns)) {
    if (width + piece.width <= columns) {
      width += piece.width
      continue
    }
    lines.push(text.slice(start, piece.start).trimEnd())
    const first = text.slice(piece.start, piece.end).trimStart()
    start = piece.end - first.length
    width = widthOf(first)
  }
  return [...lines, text.slice(start).trimEnd()]
}

/** A stretch of a text that may not be parted, with the columns it takes. */
interface Piece {
  readonly start: number
  end: number
  width: number
}

/** Words and characters, one after the other; punctuation sticks to its neighbour, too long a word is cut. */
function piecesOf(text: string, columns: number): Piece[] {
  const pieces: Piece[] = []
  let last: Piece | undefined
  for (let start = 0; start < text.length; start = last.end) {
    const piece = pieceAt(text, start, columns)
    const sticks = last && (CLOSING.has(text.charCodeAt(start)) || OPENING.has(text.charCodeAt(start - 1)))
    if (last && sticks && last.width + piece.width <= columns) {
      last.end = piece.end
      last.width += piece.width
    } else {
      pieces.push(piece)
      last = piece
    }
  }
  return pieces
}

/** One character, or as much of a word as fits. */
function pieceAt(text: string, start: number, columns: number): Piece {
  const first = text.codePointAt(start) ?? 0
  const piece = { start, end: start + unitsOf(first), width: widthOfCharacter(first) }
  if (!inWord(first)) return piece
  for (let code = text.codePointAt(piece.end); code !== undefined; code = text.codePointAt(piece.end)) {
    const width = widthOfCharacter(code)
    if (!inWord(code) || piece.width + width > columns) break
    piece.end += unitsOf(code)
    piece.width += width
  }
  return piece
}

/** How many places a character takes in a string. */
function unitsOf(code: number): number {
  return code > 0xffff ? 2 : 1
}

function inWord(code: number): boolean {
  const known = isInWord.get(code)
  if (known !== undefined) return known
  const found = WORD.test(String.fromCodePoint(code))
  isInWord.set(code, found)
  return found
}

/** Data on lines of at most `columns`, each set in by `indent`; the first line begins with `first` instead. */
export function paragraph(text: string, columns: number, indent = '', first = indent): string {
  const lines = wrap(text, columns - Math.max(widthOf(indent), widthOf(first)))
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`).join('\n')
}
