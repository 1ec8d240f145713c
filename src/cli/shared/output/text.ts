import { clean } from './clean.ts'
import { widthOf, widthOfCharacter } from './width.ts'

/** Text filled up with spaces to a number of columns; longer text stays. */
export function padTo(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)))
}

/** A line never starts with one of these. */
const CLOSING = '，。、；：！？）〕】》〉」』〗〙］｝”’％%…·)],.;:!?}'
/** A line never ends with one of these. */
const OPENING = '（〔【《〈「『〖〘［｛“‘([{'
const LETTER = /[!-~\p{Script=Latin}\p{N}]/u
const SPACE = 0x20
const FIRST_BEYOND_ASCII = 0x80
const FIRST_OF_TWO = 0x10000
/**
 * What a character is, as bits. No bit but `Asked`: an ordinary character. `Asked` not set: the kind is not known yet.
 */
const CharacterKind = { Asked: 1, Closing: 2, Opening: 4, Letter: 8 } as const
const knownKinds = new Uint8Array(FIRST_OF_TWO)

function characterKind(code: number): number {
  if (!(code < FIRST_OF_TWO)) return CharacterKind.Asked
  return knownKinds[code] || findKind(code)
}

function findKind(code: number): number {
  const character = String.fromCharCode(code)
  const kind =
    CharacterKind.Asked |
    (CLOSING.includes(character) ? CharacterKind.Closing : 0) |
    (OPENING.includes(character) ? CharacterKind.Opening : 0) |
    (LETTER.test(character) ? CharacterKind.Letter : 0)
  knownKinds[code] = kind
  return kind
}

/**
 * Data as lines of at most `columns`: control characters removed, Latin words and calls of ejc whole where they fit,
 * no line that starts with a comma or a full stop or ends with an opening bracket.
 */
export function wrap(text: string, columns: number): string[] {
  return clean(text)
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(columns, 2)))
}

function wrapLine(text: string, columns: number): string[] {
  // No character takes more than two columns.
  if (text.length * 2 <= columns || widthOf(text) <= columns) return [text.trimEnd()]
  const lines: string[] = []
  let start = 0
  let end = 0
  let width = 0
  for (const piece of linePieces(text, columns)) {
    if (width + piece.solid > columns) {
      lines.push(text.slice(start, end).trimEnd())
      start = piece.start
      width = 0
    }
    end = piece.end
    width += piece.width
  }
  return [...lines, text.slice(start).trimEnd()]
}

/** A piece of a text that should stay on one line, with the columns it takes: in all, and without spaces at its end. */
interface LinePiece {
  readonly start: number
  end: number
  width: number
  solid: number
}

/** Words and characters in their order: punctuation stays with its neighbour, spaces with what is before them. */
function linePieces(text: string, columns: number): readonly LinePiece[] {
  const pieces: LinePiece[] = []
  let tooWide = false
  let last: LinePiece | undefined
  for (let start = 0; start < text.length; start = last.end) {
    const word = wordAt(text, start)
    const isSpace = text.charCodeAt(start) === SPACE
    if (last && (isSpace || !mayPart(text, start))) {
      last.end = word.end
      last.width += word.width
      if (!isSpace) last.solid = last.width
    } else {
      pieces.push(word)
      last = word
    }
    tooWide ||= last.solid > columns
  }
  return tooWide ? pieces.flatMap((piece) => splitToFit(text, piece, columns)) : pieces
}

/** Whether a line may begin at a place. After a space, a Latin mark begins a word: .gitignore. */
function mayPart(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  if (characterKind(code) & CharacterKind.Closing && (code >= FIRST_BEYOND_ASCII || before !== SPACE))
    return false
  return (characterKind(before === SPACE ? lastSolid(text, at) : before) & CharacterKind.Opening) === 0
}

function lastSolid(text: string, at: number): number {
  let place = at - 1
  while (text.charCodeAt(place) === SPACE) place -= 1
  return text.charCodeAt(place)
}

/** One character, a word, or a call of ejc with its words. */
function wordAt(text: string, start: number): LinePiece {
  const first = text.codePointAt(start) ?? 0
  let end = start + (first < FIRST_OF_TWO ? 1 : 2)
  if (inWord(first)) {
    const isCall = text.startsWith('ejc ', start)
    while (end < text.length) {
      const next = inWord(text.charCodeAt(end)) ? end + 1 : isCall ? endOfNextWord(text, end) : end
      if (next === end) break
      end = next
    }
  }
  const width = inWord(first) ? widthOf(text.slice(start, end)) : widthOfCharacter(first)
  return { start, end, width, solid: width }
}

/**
 * Where the next word of a call ends; a Chinese word is one of the call where a space, the end, a bracket or 、 follows it.
 */
function endOfNextWord(text: string, at: number): number {
  if (text.charCodeAt(at) !== SPACE) return at
  if (inWord(text.charCodeAt(at + 1))) return at + 2
  let end = at + 1
  while (end < text.length && isOfName(text.charCodeAt(end))) end += 1
  const isWord = end > at + 1 && (end === text.length || END_OF_CALL.includes(text.charAt(end)))
  return isWord ? end : at
}

const END_OF_CALL = ' ”）、'

/** Whether a character can stand in a Chinese word of a call: no space, no punctuation. */
function isOfName(code: number): boolean {
  return code !== SPACE && (characterKind(code) & (CharacterKind.Closing | CharacterKind.Opening)) === 0
}

/** Splits a piece that is too wide for a line: after a space, else where punctuation allows it. */
function splitToFit(text: string, piece: LinePiece, columns: number): readonly LinePiece[] {
  if (piece.solid <= columns) return [piece]
  const parts: LinePiece[] = []
  for (let start = piece.start; start < piece.end; ) {
    const end = cutOf(text, start, piece.end, columns)
    const part = text.slice(start, end)
    parts.push({ start, end, width: widthOf(part), solid: widthOf(part.trimEnd()) })
    start = end
  }
  return parts
}

/** Where the line that begins at `start` best ends, at the latest at `end`. */
function cutOf(text: string, start: number, end: number, columns: number): number {
  let [at, width, space, fair] = [start, 0, start, start]
  while (at < end) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code < FIRST_OF_TWO ? 1 : 2)
    width += widthOfCharacter(code)
    if (width > columns && at > start) break
    if (code === SPACE) space = next
    if (next < end && mayPart(text, next)) fair = next
    at = next
  }
  if (at >= end) return end
  return space > start ? space : fair > start ? fair : at
}

function inWord(code: number): boolean {
  return (characterKind(code) & CharacterKind.Letter) !== 0
}

/** Data on lines of at most `columns`, each after `indent`; the first line begins with `first` instead. */
export function wrapIndented(text: string, columns: number, indent = '', first = indent): string {
  const lines = wrap(text, columns - Math.max(widthOf(indent), widthOf(first)))
  return lines.map((line, index) => `${index === 0 ? first : indent}${line}`).join('\n')
}

/** A message of several lines inside the width; every line keeps its indent. */
export function messageText(message: string, width: number): string {
  const lines = message.split('\n').map((line) => ({ line, indent: /^ */.exec(line)?.[0] ?? '' }))
  return lines
    .map(({ line, indent }) =>
      // A line that was laid out before stays: the room for the indent of a second line is not taken from it.
      widthOf(clean(line)) <= width
        ? clean(line).trimEnd()
        : wrapIndented(line.trim(), width, `${indent}  `, indent),
    )
    .join('\n')
}

/** A message wrapped for a terminal of some columns; unchanged without a terminal, or where it is laid out already. */
export function forTerminal(message: string, columns: number | undefined): string {
  return columns === undefined || message.includes('\u001b') ? message : messageText(message, columns)
}
