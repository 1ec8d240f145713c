import { UNSEEN } from '../schema/hidden.ts'

// A line to write on may be of any length; cut short, no pattern that looks for its end takes long.
const longestRun = 20
/** White space is kept, since it parts words. */
const WITHOUT_WIDTH = new RegExp(String.raw`(?!\s)[${UNSEEN}]|\ufeff`, 'gu')
const LONG_RUN = /[^\p{L}\p{N}]{20,}/gu

/** Full-width letters, digits and signs as half-width ones, so that either way of typing reads the same. */
export function tidy(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ')
    .replaceAll(WITHOUT_WIDTH, '')
    .replaceAll(LONG_RUN, (run) => run.slice(0, longestRun))
}

/** The same without white space: Chinese text is spaced out for looks alone. */
export function compact(text: string): string {
  return tidy(text).replaceAll(/\s+/gu, '')
}

/** A stretch of a text, its end not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * An entry of a pack's words, ready to be looked for: parts that follow one another with anything between (`…`), each
 * in one of several wordings (`/`); `$` at its end: nothing follows.
 */
interface Entry {
  readonly parts: readonly (readonly string[])[]
  readonly atEnd: boolean
}

/** Words of a pack, ready to be looked for. */
export type Words = readonly Entry[]

/** Makes words of a pack ready. */
export function wordsOf(entries: readonly string[] = []): Words {
  return entries.map((entry) => ({
    parts: entry
      .replace(/\$$/u, '')
      .split('…')
      .map((part) => part.split('/').map(compact).filter(Boolean)),
    atEnd: entry.endsWith('$'),
  }))
}

/** Where one entry of words first stands in a compact text; undefined where it does not. */
function spanOf(text: string, { parts, atEnd }: Entry): Span | undefined {
  let span: Span | undefined
  for (const part of parts) {
    const next = firstOf(text, part, span?.end ?? 0)
    if (!next) return undefined
    span = { start: span?.start ?? next.start, end: next.end }
  }
  return atEnd && span?.end !== text.length ? undefined : span
}

/** The first of several wordings from a place on; the longest of those that begin there. */
function firstOf(text: string, wordings: readonly string[], from: number): Span | undefined {
  let first: Span | undefined
  for (const wording of wordings) {
    const start = text.indexOf(wording, from)
    if (start < 0) continue
    const end = start + wording.length
    if (!first || start < first.start || (start === first.start && end > first.end)) first = { start, end }
  }
  return first
}

/** The stretches of a compact text that entries of the words cover, one an entry. */
export function spansOf(text: string, words: Words): Span[] {
  return words.flatMap((entry) => spanOf(text, entry) ?? [])
}

/** Whether a compact text holds an entry of the words. */
export function holds(text: string, words: Words): boolean {
  return words.some((entry) => spanOf(text, entry) !== undefined)
}

/** Whether a compact text begins with an entry of the words. */
export function beginsWith(text: string, words: Words): boolean {
  return words.some((entry) => spanOf(text, entry)?.start === 0)
}

/** The sentences of a text, tidied; a semicolon or a line break ends one as well. */
export function sentencesOf(text: string): string[] {
  return tidy(text)
    .split(/[。;!?\n]/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}
