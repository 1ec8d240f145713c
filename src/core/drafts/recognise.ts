import type { DraftParagraph } from './draft.ts'
import { type Section, sectionsOf } from './sections.ts'
import type { Vocabulary } from './vocabulary.ts'
import { compact } from './words.ts'

/**
 * How a clause stands in a draft; `number` is the paragraph of the heading that nothing stands under, `alone` whether it
 * names this clause and no other.
 */
export type ClauseState =
  | { readonly state: 'present' }
  | { readonly state: 'missing' }
  | {
      readonly state: 'blank'
      readonly number: number
      readonly title: string
      readonly alone: boolean
    }

/** What is really said under a heading, in compact sentences. */
type RealIn = (section: Section) => readonly string[]

/**
 * Tells how each clause stands in one reading of a draft. A clause is there when a heading of its own has text under
 * it, when it is spoken of under a heading that it shares with others, or when a sentence anywhere settles it and no
 * heading of its own is left blank.
 */
export function recogniserOf(
  paragraphs: readonly DraftParagraph[],
  vocabulary: Vocabulary,
): (code: string) => ClauseState {
  const { all, passages } = sectionsOf(paragraphs, vocabulary)
  const settled = passages.flatMap(({ text }) => vocabulary.real(text))
  const known = new Map(all.map((section) => [section, realTexts(section, vocabulary)]))
  const realIn: RealIn = (section) => known.get(section) ?? []
  return (code) => {
    const naming = all.filter(({ names }) => names.includes(code))
    const state = stateByHeadings(code, naming, realIn, vocabulary)
    if (state.state === 'present' || (state.state === 'blank' && state.alone)) return state
    return settled.some((sentence) => vocabulary.settles(code, sentence)) ? present : state
  }
}

const present: ClauseState = { state: 'present' }

function stateByHeadings(
  code: string,
  naming: readonly Section[],
  realIn: RealIn,
  vocabulary: Vocabulary,
): ClauseState {
  const own = naming.filter(({ names }) => names.length === 1)
  const shared = naming.filter(({ names }) => names.length > 1)
  const isThere =
    own.some((section) => realIn(section).length > 0) ||
    shared.some((section) => realIn(section).some((sentence) => vocabulary.speaksOf(code, sentence)))
  if (isThere) return present
  const blank = [...own, ...shared].find((section) => isBlank(section, realIn))
  if (!blank) return { state: 'missing' }
  return { state: 'blank', number: blank.number, title: blank.title, alone: blank.names.length === 1 }
}

/** A heading with nothing real under it. One that only holds headings of other clauses decides nothing. */
function isBlank(section: Section, realIn: RealIn): boolean {
  const holdsOthers = section.children.some(({ names }) => names.length > 0)
  return realIn(section).length === 0 && !(holdsOthers && section.own.length === 0)
}

// 赔偿款项的支付 has a word or two more than names of clauses; a sentence has more.
const leastSaid = 4

/** What is really said under a heading, items without a name of their own included. */
function realTexts(section: Section, vocabulary: Vocabulary): string[] {
  const texts = textsIn(section, section.names, vocabulary).flatMap((text) => vocabulary.real(text))
  if (texts.length > 0 || section.own.length > 0 || section.children.length > 0 || section.styled)
    return texts
  // A short item such as 双方对评估报告无异议 looks like a heading, and is the clause itself.
  const { title } = section
  return vocabulary.settlesMore(title) && vocabulary.surplus(title) >= leastSaid ? [compact(title)] : []
}

/** `names` are the clauses that the items belong to. */
function textsIn({ own, children }: Section, names: Section['names'], vocabulary: Vocabulary): string[] {
  const items = children.filter((child) => child.names.length === 0)
  return [
    ...own.map(({ text }) => text),
    ...items.flatMap((item) => [
      ...(saysSomething(item, names, vocabulary) ? [item.title] : []),
      ...textsIn(item, names, vocabulary),
    ]),
  ]
}

// A bare 付款期限 says nothing; an item of a list does, though it may be as short as 现场勘查笔录.
const shortestItem = 15

function saysSomething({ title }: Section, names: Section['names'], vocabulary: Vocabulary): boolean {
  return title.length >= shortestItem || names.some((code) => vocabulary.speaksOf(code, compact(title)))
}
