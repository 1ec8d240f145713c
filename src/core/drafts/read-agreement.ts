import type { IsoDate } from '../calendar/dates.ts'
import type { Fen } from '../facts/money.ts'
import { plainSigns } from '../plain-input.ts'
import type { Clause } from '../regulation/pack.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { agreementVocabulary } from './agreement-vocabulary.ts'
import { moneyIn } from './amounts.ts'
import { daysIn } from './dates.ts'
import type { DraftParagraph, WordDraft } from './draft.ts'
import { type OwnForm, readOwnForm } from './own-form.ts'
import { recogniseDraft } from './recognise.ts'
import { type DraftSection, draftSections, type Outline } from './sections.ts'
import type { Topics } from './topics.ts'
import type { Vocabulary } from './vocabulary.ts'
import { compact, restAsWritten, sentencesOf, spansOf, wordPatterns } from './words.ts'

/** A clause that was found in an agreement. */
export interface TakenClause {
  readonly code: string
  readonly title: string
  /** As it was written; paragraphs are lines. */
  readonly text: string
  /** The headings above it; empty where sentences under other headings settle it. */
  readonly headings: readonly string[]
  /** The paragraphs of the file that it was taken from. */
  readonly numbers: readonly number[]
}

/** A sentence about money, with the amounts and days that it names. */
export interface FoundMoney {
  readonly number: number
  readonly amounts: readonly Fen[]
  readonly days: readonly IsoDate[]
}

/** What was read in a signed agreement. */
export interface AgreementRead {
  readonly clauses: readonly TakenClause[]
  readonly missing: readonly Clause[]
  /** Paragraphs with text that belong to no clause: names of the parties and the like. */
  readonly unused: readonly number[]
  /** Paragraphs with words of people that belong to no clause: an officer has to look at each. */
  readonly strays: readonly DraftParagraph[]
  /** What it calls the total; several where it names different ones. */
  readonly totals: readonly FoundMoney[]
  readonly payments: readonly FoundMoney[]
}

/**
 * Reads the text of each clause out of a signed agreement. What stands in the form of the annex is known to the letter;
 * the rest is left to the recogniser that checks drafts: a clause has the text under its own headings; else what speaks
 * of it under a heading that it shares; else the paragraphs that settle it, or speak of it in other words.
 */
export function readAgreement(
  { accepted }: Pick<WordDraft, 'accepted'>,
  regulation: Regulation,
): AgreementRead {
  const { clauses, pack } = regulation
  const vocabulary = agreementVocabulary(regulation)
  const form = readOwnForm(accepted, regulation, vocabulary.isSignature)
  const open = form ? accepted.filter(({ number }) => !form.placed.has(number)) : accepted
  const { stateOf, topics } = recogniseDraft(open, vocabulary)
  const outline = draftSections(open, vocabulary)
  const paragraphs = new Map(open.map((paragraph) => [paragraph.number, paragraph]))
  const book: Book = { outline, vocabulary, paragraphs, topics }
  const read = clauses.flatMap((clause) => {
    const own = form ? formClause(clause, form, vocabulary) : []
    if (own.length) return own
    return stateOf(clause.code).state === 'present' ? takenClause(clause, book) : []
  })
  const left = form ? looseIn(form, read, book) : []
  const taken = clauses.flatMap((clause) => withLoose(clause, read, left))
  const used = new Set(taken.flatMap(({ numbers }) => numbers))
  const strays = new Set([
    ...(form?.strays ?? []),
    ...left.map(({ number }) => number).filter((each) => !used.has(each)),
  ])
  const passages = [...(form?.apart ?? []), ...outline.passages.map(({ number }) => number)]
  const unused = passages.filter((number) => !used.has(number) && !strays.has(number)).sort((a, b) => a - b)
  return {
    clauses: taken,
    missing: clauses.filter(({ code }) => !taken.some((each) => each.code === code)),
    unused: [...new Set(unused)],
    strays: accepted.filter(({ number }) => strays.has(number)),
    totals: totalsIn(accepted, pack.drafts?.totals),
    payments: paymentsIn(accepted, vocabulary),
  }
}

interface Book {
  readonly outline: Outline
  readonly vocabulary: Vocabulary
  readonly paragraphs: ReadonlyMap<number, DraftParagraph>
  readonly topics: Topics
}

/** A line that somebody wrote into a section, with the clause that has it. */
interface LooseLine {
  readonly number: number
  readonly code: string
  readonly text: string
}

/** The lines of the sections that no clause was read from; the title of a text that one has is none. */
function looseIn({ loose }: OwnForm, read: readonly TakenClause[], book: Book): LooseLine[] {
  const used = new Set(read.flatMap(({ numbers }) => numbers))
  const { all, passages } = book.outline
  const said = new Set(passages.map(({ number }) => number))
  const titles = all.filter(
    ({ number, names, own }) =>
      !said.has(number) && names.length > 0 && own.some((passage) => used.has(passage.number)),
  )
  return [...loose].flatMap(([number, code]) => {
    const text = wholeLine(book.paragraphs.get(number))
    const isTitle = titles.some((title) => title.number === number)
    return used.has(number) || isTitle || !/[\p{L}\p{N}]/u.test(text) ? [] : [{ number, code, text }]
  })
}

/** A clause with the lines that belong to it where nothing else is made of them. */
function withLoose(
  { code, title }: Clause,
  read: readonly TakenClause[],
  left: readonly LooseLine[],
): TakenClause[] {
  const more = left.filter((line) => line.code === code)
  const taken = read.find((each) => each.code === code)
  if (!more.length) return taken ? [taken] : []
  const { headings = [], numbers = [], text } = taken ?? {}
  const lines = more.map((line) => plainSigns(line.text))
  const all = [...numbers, ...more.map(({ number }) => number)].sort((a, b) => a - b)
  return [{ code, title, text: [...(text ? [text] : []), ...lines].join('\n'), headings, numbers: all }]
}

/** A clause by its place in the form of the annex; none where it is left blank there. */
function formClause({ code, title }: Clause, form: OwnForm, vocabulary: Vocabulary): TakenClause[] {
  const { heading = title, lines = new Map<number, string>() } = form.clauses.get(code) ?? {}
  const written = [...lines].filter(([, line]) => line !== '')
  const text = plainSigns(written.map(([, line]) => line).join('\n'))
  if (!vocabulary.real(text).length) return []
  return [{ code, title, text, headings: [heading], numbers: [...lines.keys()] }]
}

function takenClause({ code, title }: Clause, book: Book): TakenClause[] {
  const ways = [ownPlaces, sharedPlaces, settlingPlaces, whyNotPlaces, topicPlaces]
  for (const way of ways) {
    const { headings, lines } = way(code, book)
    const numbers = [...lines.keys()].sort((a, b) => a - b)
    const text = plainSigns(numbers.map((number) => lines.get(number) ?? '').join('\n'))
    if (book.vocabulary.real(text).length) return [{ code, title, text, headings, numbers }]
  }
  return []
}

/** Lines of text by the number of their paragraph. */
interface Places {
  readonly headings: readonly string[]
  readonly lines: ReadonlyMap<number, string>
}

function ownPlaces(code: string, { outline, vocabulary, paragraphs }: Book): Places {
  const own = outline.all.filter(({ names }) => names.length === 1 && names[0] === code)
  const lines = new Map<number, string>()
  const used = own.filter((section) => {
    const found = linesUnder(section, paragraphs)
    const says = [...found.values()].some((line) => vocabulary.real(line).length > 0)
    // A short item such as 双方对评估报告无异议 looks like a heading, and is the clause itself.
    const isItem = !says && !section.styled && vocabulary.settlesMore(section.title)
    if (isItem) found.set(section.number, wholeLine(paragraphs.get(section.number)))
    if (!says && !isItem) return false
    for (const [number, line] of found) if (!lines.has(number)) lines.set(number, line)
    return true
  })
  return { headings: used.map(({ title }) => title), lines }
}

function sharedPlaces(code: string, { outline, vocabulary, paragraphs }: Book): Places {
  const shared = outline.all.filter(({ names }) => names.length > 1 && names.includes(code))
  const lines = new Map<number, string>()
  const used = shared.filter((section) => {
    const speaking = [...linesUnder(section, paragraphs)].filter(([, line]) =>
      vocabulary.real(line).some((sentence) => vocabulary.speaksOf(code, sentence)),
    )
    for (const [number, line] of speaking) lines.set(number, line)
    return speaking.length > 0
  })
  return { headings: used.map(({ title }) => title), lines }
}

function settlingPlaces(code: string, { outline, vocabulary, paragraphs }: Book): Places {
  const settling = outline.passages.filter(({ text }) =>
    vocabulary.real(text).some((sentence) => vocabulary.settles(code, sentence)),
  )
  const lines = settling.map(({ number, text }) => [number, restOf(paragraphs.get(number), text)] as const)
  return { headings: [], lines: new Map(lines) }
}

/** The paragraphs that say why nothing is restored, for the clauses that this answers. */
function whyNotPlaces(code: string, { outline, vocabulary, paragraphs }: Book): Places {
  const saying = outline.passages.filter(({ text }) =>
    vocabulary.real(text).some((sentence) => vocabulary.saysWhyNot(code, sentence)),
  )
  const lines = saying.map(({ number, text }) => [number, restOf(paragraphs.get(number), text)] as const)
  return { headings: [], lines: new Map(lines) }
}

/** The paragraphs that speak of a clause in other words than those of the pack. */
function topicPlaces(code: string, { paragraphs, topics }: Book): Places {
  const numbers = topics.places(code)
  return {
    headings: [],
    lines: new Map(numbers.map((number) => [number, wholeLine(paragraphs.get(number))])),
  }
}

/** The lines under a heading, with items that name no other clause. */
function linesUnder(section: DraftSection, paragraphs: Book['paragraphs']): Map<number, string> {
  const lines = new Map<number, string>()
  for (const { number, text } of section.own) {
    const paragraph = paragraphs.get(number)
    lines.set(number, number === section.number ? restOf(paragraph, text) : wholeLine(paragraph))
  }
  for (const child of section.children) {
    if (!child.names.every((name) => section.names.includes(name))) continue
    lines.set(child.number, wholeLine(paragraphs.get(child.number)))
    for (const [number, line] of linesUnder(child, paragraphs))
      if (number !== child.number) lines.set(number, line)
  }
  return lines
}

/** A paragraph with the number that Word puts before it. */
function wholeLine(paragraph: DraftParagraph | undefined): string {
  return `${paragraph?.label ?? ''}${paragraph?.text.trim() ?? ''}`
}

/** The text after a heading in the same paragraph. */
function restOf(paragraph: DraftParagraph | undefined, rest: string): string {
  return restAsWritten(paragraph?.text ?? rest, rest)
}

/** What a text calls the total: each sum once. */
export function totalsIn(
  paragraphs: readonly DraftParagraph[],
  words: readonly string[] | undefined,
): FoundMoney[] {
  const patterns = wordPatterns(words)
  const found = sumsAbout(paragraphs, (sentence) => {
    const [span] = spansOf(compact(sentence), patterns)
    return span ? compact(sentence).slice(span.start) : undefined
  })
  const totals = found.map((money) => ({ ...money, amounts: money.amounts.slice(0, 1) }))
  return totals.filter(
    ({ amounts: [fen] }, at) => totals.findIndex(({ amounts: [other] }) => other === fen) === at,
  )
}

function paymentsIn(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): FoundMoney[] {
  return sumsAbout(paragraphs, (sentence) =>
    vocabulary.settles('performance', compact(sentence)) ? sentence : undefined,
  )
}

/** The amounts and days in the parts of sentences that are about something. */
function sumsAbout(
  paragraphs: readonly DraftParagraph[],
  about: (sentence: string) => string | undefined,
): FoundMoney[] {
  return paragraphs.flatMap(({ number, text }) =>
    sentencesOf(text).flatMap((sentence) => {
      const part = about(sentence)
      const amounts = part === undefined ? [] : moneyIn(part).map(({ fen }) => fen)
      return amounts.length ? [{ number, amounts, days: daysIn(sentence) }] : []
    }),
  )
}
