import { readChain, type Step } from './chain.ts'
import type { DraftParagraph } from './draft.ts'
import { unitsOf } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'
import { UNRESTORED } from './weights.ts'
import { partsBetweenCommas } from './words.ts'

/** What the weights tell of the clauses of a draft, whatever words it uses. */
export interface Topics {
  /** Whether anything was weighed, and the weights know the clause: no draft taught one that a new text adds. */
  weighs(code: string): boolean
  /** How likely it is that some sentence is the clause, from 0 to 1. */
  presence(code: string): number
  /** The paragraphs that speak of a clause rather than of another; the likeliest one if there is none. */
  places(code: string): readonly number[]
  /** The paragraph of a sentence of which a part, read by itself, is clearly the clause: people put two in one. */
  partOf(code: string): number | undefined
}

/** No agreement is longer; to weigh the words of each sentence takes long. */
const MOST_CHARACTERS = 200_000
const MOST_PARAGRAPHS = 5_000

const NOTHING: Topics = { weighs: () => false, presence: () => 0, places: () => [], partOf: () => undefined }

const CLEARLY = Math.log(0.8)

const HALF = 0.5

function isLongerThanAny(paragraphs: readonly DraftParagraph[]): boolean {
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  return characters > MOST_CHARACTERS || paragraphs.length > MOST_PARAGRAPHS
}

/** Weighs all sentences of a draft against the clauses, by the weights that were learned from other drafts. */
export function weighedTopics(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): Topics {
  const { weights } = vocabulary
  if (!weights || isLongerThanAny(paragraphs)) return NOTHING
  const steps = stepsOf(paragraphs, vocabulary, weights)
  const { labels } = weights
  const answersOf = (code: string): number[] =>
    [code, ...(vocabulary.unrestored.has(code) ? [UNRESTORED] : [])].map((label) => labels.indexOf(label))
  const { presence, shares } = readChain(steps, labels.length)
  const places = (code: string): readonly number[] => {
    const own = shares[labels.indexOf(code)] ?? []
    const most = own.reduce((all, share) => Math.max(all, share), 0)
    return [
      ...new Set(steps.flatMap(({ number }, at) => ((own[at] ?? 0) >= Math.min(HALF, most) ? [number] : []))),
    ]
  }
  const partOf = (code: string): number | undefined => {
    const label = labels.indexOf(code)
    const isClear = (part: string): boolean => (weights.weigh(part, '')[label] ?? -Infinity) >= CLEARLY
    return steps.find(({ sentence }) => partsBetweenCommas(sentence).some(isClear))?.number
  }
  const clearPart = (label: number): number => {
    const shares = steps.flatMap(({ isPart, logs }) => (isPart ? [logs[label] ?? -Infinity] : []))
    const most = Math.max(-Infinity, ...shares)
    return most >= CLEARLY ? Math.exp(most) : 0
  }
  const presenceOf = (code: string): number =>
    Math.max(...answersOf(code).flatMap((label) => [presence[label] ?? 0, clearPart(label)]))
  return { weighs: (code) => labels.includes(code), partOf, presence: presenceOf, places }
}

/** A sentence, or a part of one that may be several clauses. */
interface SentenceStep extends Step {
  readonly sentence: string
  readonly isPart: boolean
}

function stepsOf(
  paragraphs: readonly DraftParagraph[],
  vocabulary: Vocabulary,
  { labels, weigh }: NonNullable<Vocabulary['weights']>,
): SentenceStep[] {
  // 因不再修复，以支付赔偿金的方式承担责任 answers the clauses on restoration, and sets no payment.
  const isWhyNot = (sentence: string): boolean =>
    vocabulary.codes.some((code) => vocabulary.saysWhyNot(code, sentence))
  const logsOf = (sentence: string, title: string): readonly number[] => {
    const logs = weigh(sentence, title)
    // 部分地块无需修复 leaves the others to be restored.
    if (vocabulary.mayBeUnrestored(sentence)) return logs
    return logs.map((log, at) => (labels[at] === UNRESTORED ? -Infinity : log))
  }
  const readable = (sentence: string, title: string): string[] =>
    Math.max(...weigh(sentence, title)) < SURE ? sentence.split(/,(?=.{6})/u) : [sentence]
  return unitsOf(paragraphs, vocabulary).flatMap(({ title, number, sentences }) =>
    sentences
      .filter((sentence) => !isWhyNot(sentence))
      .flatMap((whole) =>
        readable(whole, title).map((sentence, at, parts) => {
          const isPart = parts.length > 1
          return { title, number, goesOn: at > 0, isPart, sentence, logs: logsOf(sentence, title) }
        }),
      ),
  )
}

/** A sentence that is not clearly one clause may be several, as one of a merged paragraph is: its parts are read. */
const SURE = Math.log(0.95)
