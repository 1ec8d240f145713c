import { formHeadings } from '../regulation/agreement-form.ts'
import type { DraftParagraph } from './draft.ts'
import { labelledText } from './headings.ts'
import { countOfLabel } from './labels.ts'
import { compact, tidy } from './words.ts'

/** A heading of the form where it stands in a draft. */
export interface FormStart {
  /** The index of its paragraph. */
  readonly at: number
  /** The sections under it: its own, and those behind it whose heading is gone. */
  readonly sections: readonly string[]
}

/** The number of a paragraph, Word's or typed: 3 of 三、 and of （3）. */
export function countOf(paragraph: DraftParagraph): number | undefined {
  const isTyped = labelledText({ ...paragraph, label: '' }).rank !== ''
  return countOfLabel(tidy(isTyped ? paragraph.text : paragraph.label).trim())
}

/**
 * Where the headings of the form stand, in their order. A heading in other words is known by its number between its
 * neighbours; the section of one that is gone belongs to the heading before it. Undefined where fewer stand there than
 * tell the form, or where both are gone above the facts, so that nothing parts these from the parties.
 */
export function startsIn(paragraphs: readonly DraftParagraph[]): FormStart[] | undefined {
  const places = placesOf(paragraphs)
  if (places[0] === undefined && places[1] === undefined) return undefined
  const starts: { at: number; sections: string[] }[] = []
  for (const [index, { section }] of formHeadings.entries()) {
    const at = places[index]
    if (at !== undefined) starts.push({ at, sections: [] })
    if (section !== undefined) starts.at(-1)?.sections.push(section)
  }
  return starts
}

function placesOf(paragraphs: readonly DraftParagraph[]): (number | undefined)[] {
  const places: (number | undefined)[] = []
  let from = 0
  for (const { text } of formHeadings) {
    const at = paragraphs.findIndex((each, index) => index >= from && isHeading(each, text))
    places.push(at < 0 ? undefined : at)
    if (at >= 0) from = at + 1
  }
  // Fewer than these are headings that many an agreement has.
  if (places.filter((at) => at !== undefined).length < fewestHeadings) return places.map(() => undefined)
  for (const [index, { text }] of formHeadings.entries()) {
    if (places[index] !== undefined) continue
    const before = places.slice(0, index).findLast((at) => at !== undefined) ?? -1
    const after = places.slice(index + 1).find((at) => at !== undefined) ?? paragraphs.length
    const alike = [...paragraphs.keys()].slice(before + 1, after).filter((at) => {
      const paragraph = paragraphs[at]
      return paragraph !== undefined && hasItsNumber(paragraph, text)
    })
    if (alike.length === 1) places[index] = alike[0]
  }
  return places
}

const fewestHeadings = 4
const longestHeading = 30

/** A heading without its number and without the explanation that the form prints behind it. */
function isHeading(paragraph: DraftParagraph, text: string): boolean {
  const title = compact(text).replace(/^(?:\([^)]*\)|[^、]{1,2}、)/u, '')
  const written = compact(labelledText(paragraph).rest)
  return written === title || (written.startsWith(`${title}(`) && written.endsWith(')'))
}

/** A short line that is no sentence, with the number of a heading. */
function hasItsNumber(paragraph: DraftParagraph, text: string): boolean {
  const heading: DraftParagraph = { ...paragraph, label: '', text }
  const { rank, rest } = labelledText(paragraph)
  const isShort = rest !== '' && rest.length <= longestHeading && !/[。;:,!?]/u.test(rest)
  return isShort && rank === labelledText(heading).rank && countOf(paragraph) === countOf(heading)
}
