/** Full-width letters, digits and signs as half-width ones, so that either way of typing reads the same. */
export function tidy(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/gu, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replaceAll('\u3000', ' ')
    .replaceAll(/[\u200b-\u200d\ufeff]/gu, '')
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

/** Words of a pack, ready to be looked for: the parts between … follow one another, with anything between. */
export type Words = readonly (readonly string[])[]

/** Makes words of a pack ready. */
export function wordsOf(entries: readonly string[] = []): Words {
  return entries.map((entry) => entry.split('…').map(compact)).filter((parts) => parts.some(Boolean))
}

/** Where one entry of words first stands in a compact text; undefined where it does not. */
function spanOf(text: string, parts: Words[number]): Span | undefined {
  let start = -1
  let end = 0
  for (const part of parts) {
    const at = text.indexOf(part, end)
    if (at < 0) return undefined
    if (start < 0) start = at
    end = at + part.length
  }
  return { start, end }
}

/** The longest stretch of a compact text that an entry of the words covers. */
export function longestSpan(text: string, words: Words): Span | undefined {
  const spans = words.flatMap((parts) => spanOf(text, parts) ?? [])
  return spans.reduce<Span | undefined>(
    (longest, span) => (longest && longest.end - longest.start >= span.end - span.start ? longest : span),
    undefined,
  )
}

/** Whether a compact text holds an entry of the words. */
export function holds(text: string, words: Words): boolean {
  return words.some((parts) => spanOf(text, parts) !== undefined)
}

/** Whether a compact text begins with an entry of the words. */
export function beginsWith(text: string, words: Words): boolean {
  return words.some((parts) => spanOf(text, parts)?.start === 0)
}

/** The sentences of a text, tidied; a semicolon or a line break ends one as well. */
export function sentencesOf(text: string): string[] {
  return tidy(text)
    .split(/[。;!?\n]/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean)
}
