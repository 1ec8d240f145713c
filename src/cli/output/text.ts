import { clean } from './clean.ts'
import { widthOf } from './width.ts'

/** Text filled up with spaces to a number of columns; longer text stays. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

/** A line never starts with one of these. */
const CLOSING = /^[，。、；：！？）〕】》〉”’%…·)\],.;:!?]/
/** A line never ends with one of these. */
const OPENING = /[（〔【《〈“‘([]$/
/** Latin words and numbers stay whole; every Chinese character is a piece of its own. */
const PIECES = /[\p{Script=Latin}\p{N}_./@:+#=~<>-]+|[\s\S]/gu

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
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, columns)) {
    if (widthOf(line) + widthOf(piece) <= columns) {
      line += piece
      continue
    }
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  return [...lines, line.trimEnd()]
}

/** What may not be parted: punctuation sticks to its neighbour, too long a word is cut. */
function piecesOf(text: string, columns: number): string[] {
  const pieces: string[] = []
  for (const piece of (text.match(PIECES) ?? []).flatMap((word) => cut(word, columns))) {
    const last = pieces.at(-1)
    const sticks = last !== undefined && (CLOSING.test(piece) || OPENING.test(last))
    if (sticks && widthOf(last) + widthOf(piece) <= columns) pieces[pieces.length - 1] = last + piece
    else pieces.push(piece)
  }
  return pieces
}

function cut(word: string, columns: number): string[] {
  if (widthOf(word) <= columns) return [word]
  const parts: string[] = []
  let part = ''
  for (const character of word) {
    if (widthOf(part) + widthOf(character) > columns) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}

/** Data on lines of at most `columns`, each set in by `indent`; the first line begins with `first` instead. */
export function paragraph(text: string, columns: number, indent = '', first = indent): string {
  const lines = wrap(text, columns - Math.max(widthOf(indent), widthOf(first)))
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`).join('\n')
}
