import { UNSEEN } from '../schema/hidden.ts'

// A line to write on may be of any length; cut short, no pattern that looks for its end takes long.
const longestRun = 20
/** White space stays, since it separates words. */
const WITHOUT_WIDTH = new RegExp(String.raw`(?!\s)[${UNSEEN}]|\ufeff`, 'gu')
const LONG_RUN = /[^\p{L}\p{N}]{20,}/gu
/** A text in which nothing is to be tidied, if it is short: most titles are so. */
const PLAIN = /^[ \w\u4e00-\u9fff]*$/

/** Full-width letters, digits and signs as half-width ones, so that either way of typing reads the same. */
export function tidy(text: string): string {
  if (text.length < longestRun && PLAIN.test(text)) return text
  return text
    .replace(/[\uff01-\uff5e]/gu, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ')
    .replaceAll(WITHOUT_WIDTH, '')
    .replaceAll(LONG_RUN, (run) => run.slice(0, longestRun))
}

/** The number of a paragraph before a figure: without a sign between them, 1.1 2025年 would read as 1.12025. */
const NUMBER_BEFORE_FIGURE = /^\s*(\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}(?=\t))\s+(?=\d)/u

/** The same without white space: in Chinese text, spaces only serve the looks. */
export function compact(text: string): string {
  return tidy(text).replace(NUMBER_BEFORE_FIGURE, '$1、').replaceAll(/\s+/gu, '')
}

/** A stretch of a text, its end not included. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/**
 * A pattern from the words of a pack: its parts follow one another with any text between them (`…`), and each part has
 * several wordings (`/`); `^` at the beginning means that nothing stands before, `$` at the end that nothing follows.
 */
interface WordPattern {
  readonly parts: readonly (readonly string[])[]
  readonly atStart: boolean
  readonly atEnd: boolean
}

/** Words of a pack, prepared for the search. */
export type WordPatterns = readonly WordPattern[]

/** Prepares words of a pack for the search. */
export function wordPatterns(entries: readonly string[] = []): WordPatterns {
  return entries.map((entry) => ({
    parts: entry
      .replace(/^\^|\$$/gu, '')
      .split('…')
      .map((part) => part.split('/').map(compact).filter(Boolean)),
    atStart: entry.startsWith('^'),
    atEnd: entry.endsWith('$'),
  }))
}

/** Where a pattern first matches in a compact text; undefined where it does not. */
function spanOf(text: string, { parts, atStart, atEnd }: WordPattern): TextSpan | undefined {
  let span: TextSpan | undefined
  for (const part of parts) {
    const next = firstOf(text, part, span?.end ?? 0)
    if (!next) return undefined
    span = { start: span?.start ?? next.start, end: next.end }
  }
  if (atStart && span?.start !== 0) return undefined
  return atEnd && span?.end !== text.length ? undefined : span
}

/** The first match of several wordings from a place on; of those that begin at the same place, the longest. */
function firstOf(text: string, wordings: readonly string[], from: number): TextSpan | undefined {
  let first: TextSpan | undefined
  for (const wording of wordings) {
    const start = text.indexOf(wording, from)
    if (start < 0) continue
    const end = start + wording.length
    if (!first || start < first.start || (start === first.start && end > first.end)) first = { start, end }
  }
  return first
}

/** The stretches of a compact text that the patterns match, one for each pattern. */
export function spansOf(text: string, words: WordPatterns): TextSpan[] {
  return words.flatMap((entry) => spanOf(text, entry) ?? [])
}

/** The longest stretch of a compact text that one of the patterns matches. */
export function longestSpan(text: string, words: WordPatterns): TextSpan | undefined {
  const lengthOf = ({ start, end }: TextSpan): number => end - start
  return spansOf(text, words).sort((a, b) => lengthOf(b) - lengthOf(a))[0]
}

/** Whether one of the patterns matches in a compact text. */
export function matchesWords(text: string, words: WordPatterns): boolean {
  return words.some((entry) => spanOf(text, entry) !== undefined)
}

/** How many characters at the end of a compact text the longest match of a pattern takes; 0 where it ends otherwise. */
export function endingIn(text: string, words: WordPatterns): number {
  const lengths = words.flatMap(({ parts }) =>
    (parts.at(-1) ?? []).flatMap((wording) => {
      if (!text.endsWith(wording)) return []
      const before = text.slice(0, text.length - wording.length)
      const span = spanOf(before, { parts: parts.slice(0, -1), atStart: false, atEnd: false })
      return parts.length === 1 ? [wording.length] : span ? [text.length - span.start] : []
    }),
  )
  return Math.max(0, ...lengths)
}

/** Whether a compact text begins with a match of one of the patterns. */
export function beginsWith(text: string, words: WordPatterns): boolean {
  return words.some((entry) => spanOf(text, entry)?.start === 0)
}

/** The sentences of a text, tidied; a semicolon or a line break ends one as well. */
export function sentencesOf(text: string): string[] {
  return tidy(text)
    .split(/[。;!?\n]/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}

const shortestPart = 6

/** The parts between the commas of a sentence that has several. */
export function partsBetweenCommas(sentence: string): string[] {
  const parts = sentence.split(',').filter(({ length }) => length >= shortestPart)
  return parts.length > 1 ? parts : []
}

/** The text after a title as it was written, not as it was tidied for comparison. */
export function restAsWritten(line: string, rest: string): string {
  if (rest === '') return ''
  const written = line.trim().slice(-rest.length)
  return tidy(written) === rest ? written : rest
}
