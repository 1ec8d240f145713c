import type { PrintPlan } from './check.ts'
import { isKeptWithNext } from './keep-next.ts'
import type { FoundPlaceholder } from './placeholders.ts'

/** This number of lines of body text stays on one page with what follows the text. */
const linesAtTheEnd = 2

/** A line of body text holds 28 characters; marks may stand closer, or hang over its end. */
const mostOnALine = 30

/** How many characters wide a text is; a figure or letter is half as wide. */
const widthOf = (text: string): number => text.length - (text.match(/[\x20-\x7e]/g)?.length ?? 0) / 2

/** One or two: how many lines a paragraph surely fills, indented by two characters. */
const fewestLines = (text: string): number => (widthOf(text) + 2 > mostOnALine ? 2 : 1)

/** Whether a paragraph is among the last lines of a text, which stay on one page with what follows it. */
export const isEnding = (lines: readonly string[], index: number): boolean =>
  lines.slice(index + 1).reduce((sum, each) => sum + fewestLines(each), 0) < linesAtTheEnd

/** The widths, in characters, by which a text is divided. */
interface Measure {
  /** Up to this width a paragraph stays whole with what follows it. */
  readonly whole: number
  /** What is divided has at least this width on each side. */
  readonly part: number
}

/**
 * Three lines, and two: lines of body text hold 28 characters. With the court, what is attached and the seal, three
 * lines fill 60 % of a page; each further one would leave more of the page before it empty.
 */
const inBody: Measure = { whole: 82, part: 32 }
/** Eight lines, and three: those in the wide column of a register hold 27. */
const inCell: Measure = { whole: 216, part: 54 }

/**
 * Lets long texts end in a short paragraph. LibreOffice does not divide a paragraph that is kept with the next, Word
 * does: a long one would leave half a page empty before it, and one that is not kept would leave the closing words and
 * the seal alone on the last page. So its last sentences become a paragraph of their own, which stays with the seal in
 * both.
 */
export const divideEndings = (found: readonly FoundPlaceholder[], plan: PrintPlan): PrintPlan => {
  const kept = found.filter(({ kind, alone, at }) => kind === 'text' && alone && isKeptWithNext(at.element))
  const measures = new Map(
    kept.map(({ name, at }) => [name, at.ancestors.some((each) => each.name === 'w:tc') ? inCell : inBody]),
  )
  const texts = [...plan.texts].map(([name, lines]): [string, readonly string[]] => {
    const measure = measures.get(name)
    return [name, measure ? shortEnded(lines, measure) : lines]
  })
  return { ...plan, texts: new Map(texts) }
}

const shortEnded = (lines: readonly string[], measure: Measure): string[] =>
  lines.flatMap((text, index) => (isEnding(lines, index) ? divided(text, measure) : [text]))

/** A long paragraph in two, at the last full stop that leaves enough on both sides, else at such a semicolon. */
const divided = (text: string, { whole, part }: Measure): string[] => {
  if (widthOf(text) <= whole) return [text]
  const isFair = (at: number): boolean =>
    Math.min(widthOf(text.slice(0, at)), widthOf(text.slice(at))) >= part
  const at = ['。！？', '；'].map((stops) => stopsIn(text, stops).findLast(isFair)).find(Boolean)
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at).trimStart()]
}

const opening = '“‘「『（《【〔('
const closing = '”’」』）》】〕)'

/** Where sentences end that stand in no brackets or quotation marks: the places behind their stops. */
const stopsIn = (text: string, stops: string): number[] => {
  const places: number[] = []
  let depth = 0
  let place = 0
  for (const character of text) {
    place += character.length
    if (opening.includes(character)) depth += 1
    else if (closing.includes(character)) depth = Math.max(depth - 1, 0)
    else if (depth === 0 && stops.includes(character)) places.push(place)
  }
  return places
}
