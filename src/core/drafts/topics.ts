import type { DraftParagraph } from './draft.ts'
import { takeLabel } from './labels.ts'
import { placedClauses } from './topic-places.ts'
import type { Field, Topic } from './topic-words.ts'
import type { Vocabulary } from './vocabulary.ts'
import { compact, holdsWords, longestSpan, type TextSpan, tidy } from './words.ts'

/** How much a text speaks of each clause. */
type Scores = ReadonlyMap<string, number>

/** A paragraph under a title, in sentences; the preamble has no title. */
interface Unit {
  readonly title: string
  readonly number: number
  readonly sentences: readonly string[]
}

const TITLE_WEIGHT = 1.5
/** A sentence that is the clause by the strict words of the pack weighs as much as two fields. */
const SETTLED_WEIGHT = 2
const AGAINST_WEIGHT = 1.5
const LEAST_TITLED = 2
const LEAST = 3
const CLEARLY_MORE = 0.5

const FEW_TITLES = 3

const longestTitle = 20

/** No agreement is longer; to weigh the words of each sentence takes long. */
const MOST_CHARACTERS = 200_000

/**
 * The clauses that a draft speaks of in other words than those of the pack, with the paragraphs that do. Each sentence
 * speaks of the one clause to which most of its words point, with the title above it as one more word; where two are
 * close, of none. What no word tells, the place may.
 */
export function topicsOf(
  paragraphs: readonly DraftParagraph[],
  vocabulary: Vocabulary,
  isMissing: (code: string) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const { topics } = vocabulary
  if (paragraphs.reduce((sum, { text }) => sum + text.length, 0) > MOST_CHARACTERS) return new Map()
  const units = unitsOf(paragraphs, vocabulary).map((unit) => readUnit(unit, vocabulary, isMissing))
  const found = new Map<string, number[]>()
  const add = (code: string, number: number): void => {
    found.set(code, [...(found.get(code) ?? []), number])
  }
  for (const { number, told } of units) for (const code of told) add(code, number)
  const order = topics.map(({ code }) => code).filter((code) => code !== 'other')
  const isLeft = (code: string): boolean => isMissing(code) && !found.has(code)
  // The place tells of a text under a title of its own; a letter has one text a clause, under its name at most.
  const isTitled = new Set(units.map(({ title }) => title)).size > FEW_TITLES
  const texts = units.filter(
    ({ label, title }, at) =>
      label !== 'other' &&
      (label !== undefined || !isTitled || (title !== '' && title !== units[at - 1]?.title)),
  )
  for (const { code, index } of placedClauses(texts, order, isLeft)) add(code, texts[index]?.number ?? 0)
  return found
}

/** What the words of a text tell: its sentences, all of them together, and what it is about at all. */
function readUnit(
  { title, sentences, number }: Unit,
  vocabulary: Vocabulary,
  isMissing: (code: string) => boolean,
) {
  const { topics } = vocabulary
  const named = vocabulary.named(title)
  // The name of a clause tells more than a hint at another: 期限 in 履行方式和期限.
  const titled = named.length > 0 ? named : titledIn(title, topics)
  const tellIn = (text: string, hints: readonly string[]) => {
    const scores: Scores = new Map(
      topics.map((topic) => [topic.code, scoreOf(topic, text, hints, vocabulary)]),
    )
    return { scores, first: winner(scores, hints) }
  }
  const { scores, first: whole } = tellIn(sentences.join('。'), titled)
  const told = sentences.flatMap((sentence) => tellIn(sentence, titled).first ?? [])
  return {
    title,
    number,
    scores,
    label: named[0] ?? whole ?? told[0] ?? explainedBy(scores, isMissing),
    // All sentences together tell only what the title says as well.
    told: new Set(whole !== undefined && titled.includes(whole) ? [...told, whole] : told),
  }
}

/** The clauses at which a title hints: 报告 inside of 对报告的意见 hints at nothing. */
function titledIn(title: string, topics: readonly Topic[]): string[] {
  const spans = topics.flatMap(({ code, titles }) => {
    const span = longestSpan(title, titles)
    return span ? [{ code, ...span }] : []
  })
  const isWithin = (inner: TextSpan, outer: TextSpan): boolean =>
    outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start
  return spans.filter((span) => !spans.some((other) => isWithin(span, other))).map(({ code }) => code)
}

function scoreOf(topic: Topic, text: string, titled: readonly string[], vocabulary: Vocabulary): number {
  const isTitled = titled.includes(topic.code)
  const fields = (list: readonly Field[]): number => list.filter((field) => holdsWords(text, field)).length
  const core = fields(topic.core)
  const settled = vocabulary.settles(topic.code, text) ? SETTLED_WEIGHT : 0
  if (core === 0 && settled === 0 && !isTitled) return 0
  const words = core + fields(topic.beside) - AGAINST_WEIGHT * fields(topic.against)
  return words + settled + (isTitled ? TITLE_WEIGHT / titled.length ** 0.5 : 0)
}

/** A clause that is told already, and of which the text speaks more than of any that is missing. */
function explainedBy(scores: Scores, isMissing: (code: string) => boolean): string | undefined {
  const [[first, most] = ['', 0]] = [...scores].sort((a, b) => b[1] - a[1])
  return most >= LEAST_TITLED && !isMissing(first) ? first : undefined
}

/** The clause to which a text clearly points more than to any other; a title that hints at it needs fewer words. */
function winner(scores: Scores, titled: readonly string[]): string | undefined {
  const [[first, most] = ['', 0], [, next] = ['', 0]] = [...scores].sort((a, b) => b[1] - a[1])
  const least = titled.includes(first) ? LEAST_TITLED : LEAST
  return most >= least && most - next >= CLEARLY_MORE ? first : undefined
}

/** The paragraphs of a draft, each under what looks like its title: a style, a cell on the left, a short line. */
function unitsOf(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): Unit[] {
  const units: Unit[] = []
  let above = ''
  for (const paragraph of withoutPreamble(paragraphs)) {
    const { rest } = takeLabel(tidy(paragraph.text).trim())
    if (rest === '' || vocabulary.isSignature(rest)) continue
    if (units.length > 3 && vocabulary.isAnnexList(rest)) break
    const { title, text } = dividedText(
      rest,
      paragraph,
      (before) => titledIn(compact(before), vocabulary.topics).length > 0,
    )
    if (title !== undefined) above = compact(title)
    const sentences = vocabulary.real(text).filter((sentence) => !SAYS_NOTHING.test(sentence))
    if (sentences.length > 0) units.push({ title: above, number: paragraph.number, sentences })
  }
  return units
}

/** A day alone, or the name of a party, which the line of the signatures has. */
const SAYS_NOTHING = /^(?:\d{4}年\d{1,2}月\d{1,2}日|[甲乙丙丁]方:.{2,30})$/u

/** Only numbers and tables show where the preamble ends; a draft that begins to number in its midst has none. */
function withoutPreamble(paragraphs: readonly DraftParagraph[]): readonly DraftParagraph[] {
  const first = paragraphs.findIndex(
    ({ text, label, cell }) => cell !== null || label !== '' || takeLabel(tidy(text).trim()).rank !== '',
  )
  return first > 0 && first < paragraphs.length * LARGEST_PREAMBLE ? paragraphs.slice(first) : paragraphs
}

const LARGEST_PREAMBLE = 1 / 3

/** 法条：《…》, 法条。《…》, 【法条】《…》 and 法条 《…》: a title before its text. */
const BEFORE_TEXT = /^[【[]?([^:。;,!?\s】\]《]{2,16})(?:[】\]]\s*:?|[:。]|\s+|——)\s*([\s\S]*)$/u
/** 什么时候开始，什么时候结束 is a title in spite of its comma. */
const QUESTION = /^[^。;:]*(?:什么|怎么|怎样|如何|几时|多少|谁|哪)[^。;:]*$/u
const NO_TITLE = /[。;,]|:./u

function dividedText(
  text: string,
  { lead, cell, outline, bold }: DraftParagraph,
  isHint: (title: string) => boolean,
): { readonly title?: string; readonly text: string } {
  const isLabelCell = cell !== null && cell.column < cell.columns - 1
  const isMarked = outline !== null || bold || isLabelCell
  const isTitle = !NO_TITLE.test(text.replace(/[。;:]$/u, '')) || QUESTION.test(text)
  if (isTitle && (isMarked || text.length <= longestTitle)) return { title: text, text: '' }
  const led = takeLabel(tidy(lead).trim()).rest
  if (led !== '' && led.length <= longestTitle && text.startsWith(led))
    return { title: led, text: text.slice(led.length) }
  const [, title, rest = ''] = BEFORE_TEXT.exec(text) ?? []
  return title !== undefined && rest !== '' && isHint(title) ? { title, text: rest } : { text }
}
