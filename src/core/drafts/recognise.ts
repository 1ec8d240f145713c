import type { DraftParagraph } from './draft.ts'
import { type DraftSection, draftSections } from './sections.ts'
import { type Topics, weighedTopics } from './topics.ts'
import type { Vocabulary } from './vocabulary.ts'
import { compact } from './words.ts'

/**
 * Whether a draft holds a clause; `number` is the paragraph of a heading without text, `alone` says whether that
 * heading names no other clause.
 */
export type ClauseState =
  | { readonly state: 'present' }
  | { readonly state: 'missing' }
  /** `number` is the paragraph that may be the clause. */
  | { readonly state: 'doubtful'; readonly number: number }
  | {
      readonly state: 'blank'
      readonly number: number
      readonly title: string
      readonly alone: boolean
    }

/** The statements under a heading, as compact sentences. */
type StatementsIn = (section: DraftSection) => readonly string[]

/**
 * Recognises each clause in one reading of a draft. A clause is present when its own heading has text under it, when
 * the text under a heading that it shares with other clauses speaks of it, or when a sentence anywhere settles it, or
 * is likely to be about it by what other drafts taught, and no heading of its own is left blank.
 */
export function recogniserOf(
  paragraphs: readonly DraftParagraph[],
  vocabulary: Vocabulary,
): (code: string) => ClauseState {
  return recogniseDraft(paragraphs, vocabulary).stateOf
}

/** What a draft holds, with what the weights tell of it. */
export function recogniseDraft(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary) {
  const { all, passages } = draftSections(paragraphs, vocabulary)
  // A sentence that is repeated is asked about once, so that a very long text of them takes no longer.
  const settled = [...new Set(passages.flatMap(({ text }) => vocabulary.real(text)))]
  const known = new Map(all.map((section) => [section, [...new Set(statementsUnder(section, vocabulary))]]))
  const realIn: StatementsIn = (section) => known.get(section) ?? []
  const strictly = (code: string): ClauseState => {
    const naming = all.filter(({ names }) => names.includes(code))
    const state = stateByHeadings(code, naming, realIn, vocabulary)
    if (state.state === 'present' || (state.state === 'blank' && state.alone)) return state
    return settled.some((sentence) => vocabulary.settles(code, sentence)) ? PRESENT : state
  }
  const hasOwnText = (code: string): boolean =>
    all.some(({ names, own }) => names.length === 1 && names[0] === code && own.length > 0)
  const topics = weighedTopics(paragraphs, vocabulary)
  const stateOf = (code: string): ClauseState => {
    if (settled.some((sentence) => vocabulary.saysWhyNot(code, sentence))) return PRESENT
    const state = strictly(code)
    if (state.state === 'present')
      return unlessUnlikely(code, topics, hasOwnText(code) ? DENIED_UNDER_HEADING : DENIED)
    if (state.state === 'blank' && state.alone)
      return hasOwnText(code) ? state : unlessElsewhere(code, state, topics)
    return stateByWeights(code, state, topics)
  }
  return { stateOf, topics }
}

/** As likely as this, a clause whose own heading has no text, not even a blank to fill in, stands elsewhere. */
const ELSEWHERE = 0.95

function unlessElsewhere(code: string, blank: ClauseState, { presence, places }: Topics): ClauseState {
  const [number] = presence(code) >= ELSEWHERE ? places(code) : []
  return number === undefined ? blank : { state: 'doubtful', number }
}

/** As likely as this, a clause is there; the figures weigh what is passed over against what is wrongly reported. */
const LIKELY = 0.4
/** Less likely than this, it is missing; between the two, a person has to look. */
const UNLIKELY = 0.05

/** Less likely than this, words of the pack that tell a clause speak of another: 修复前 in the plan is no schedule. */
const DENIED = 0.08
/** The same for a text under the heading of the clause alone. */
const DENIED_UNDER_HEADING = 0.01

function unlessUnlikely(code: string, { weighs, presence, places }: Topics, denied: number): ClauseState {
  const [number] = weighs(code) && presence(code) < denied ? places(code) : []
  return number === undefined ? PRESENT : { state: 'doubtful', number }
}

function stateByWeights(
  code: string,
  otherwise: ClauseState,
  { presence, places, partOf }: Topics,
): ClauseState {
  const likely = presence(code)
  if (likely >= LIKELY) return PRESENT
  const number = likely >= UNLIKELY ? places(code)[0] : partOf(code)
  return otherwise.state === 'missing' && number !== undefined ? { state: 'doubtful', number } : otherwise
}

const PRESENT: ClauseState = { state: 'present' }

function stateByHeadings(
  code: string,
  naming: readonly DraftSection[],
  realIn: StatementsIn,
  vocabulary: Vocabulary,
): ClauseState {
  const own = naming.filter(({ names }) => names.length === 1)
  const shared = naming.filter(({ names }) => names.length > 1)
  const isThere =
    own.some((section) => realIn(section).some((sentence) => !isOfOthers(code, sentence, vocabulary))) ||
    shared.some((section) => realIn(section).some((sentence) => vocabulary.speaksOf(code, sentence)))
  if (isThere) return PRESENT
  const blank = [...own, ...shared].find((section) => isBlank(section, realIn))
  if (!blank) return { state: 'missing' }
  return { state: 'blank', number: blank.number, title: blank.title, alone: blank.names.length === 1 }
}

/** Whether a sentence under the heading of a clause only settles others: reasons and shares under 责任承担 set no payment. */
function isOfOthers(code: string, sentence: string, vocabulary: Vocabulary): boolean {
  return !vocabulary.speaksOf(code, sentence) && vocabulary.settlesOther(code, sentence)
}

/** Whether a heading has no statement under it. A heading that only holds headings of other clauses decides nothing. */
function isBlank(section: DraftSection, realIn: StatementsIn): boolean {
  const holdsOthers = section.children.some(({ names }) => names.length > 0)
  return realIn(section).length === 0 && !(holdsOthers && section.own.length === 0)
}

// 赔偿款项的支付 has a word or two more than names of clauses; a sentence has more.
const shortestStatement = 4

/** The statements under a heading, including items that name no clause. */
function statementsUnder(section: DraftSection, vocabulary: Vocabulary): string[] {
  const texts = textsUnder(section, section.names, vocabulary).flatMap((text) => vocabulary.real(text))
  if (texts.length > 0 || section.own.length > 0 || section.children.length > 0 || section.styled)
    return texts
  // A short item such as 双方对评估报告无异议 looks like a heading, and is the clause itself.
  const { title } = section
  return vocabulary.settlesMore(title) && vocabulary.surplus(title) >= shortestStatement
    ? [compact(title)]
    : []
}

/** `names` are the clauses that the items belong to. */
function textsUnder(
  { own, children }: DraftSection,
  names: DraftSection['names'],
  vocabulary: Vocabulary,
): string[] {
  const items = children.filter((child) => child.names.length === 0)
  return [
    ...own.map(({ text }) => text),
    ...items.flatMap((item) => [
      ...(isClauseItem(item, names, vocabulary) ? [item.title] : []),
      ...textsUnder(item, names, vocabulary),
    ]),
  ]
}

// A bare 付款期限 says nothing; an item of a list does, though it may be as short as 现场勘查笔录.
const shortestItem = 15

function isClauseItem(
  { title }: DraftSection,
  names: DraftSection['names'],
  vocabulary: Vocabulary,
): boolean {
  return title.length >= shortestItem || names.some((code) => vocabulary.speaksOf(code, compact(title)))
}
