import { readChain } from './chain.ts'
import type { DraftParagraph } from './draft.ts'
import { unitsOf } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What the evidence tells of the clauses of a draft, whatever words it uses. */
export interface Topics {
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

const NOTHING: Topics = { presence: () => 0, places: () => [], partOf: () => undefined }

const shortestPart = 6
const CLEARLY = Math.log(0.8)

const HALF = 0.5

function isLongerThanAny(paragraphs: readonly DraftParagraph[]): boolean {
  const characters = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  return characters > MOST_CHARACTERS || paragraphs.length > MOST_PARAGRAPHS
}

/** Weighs all sentences of a draft against the clauses, by the evidence that was learned from other drafts. */
export function topicsOf(paragraphs: readonly DraftParagraph[], vocabulary: Vocabulary): Topics {
  const { evidence } = vocabulary
  if (!evidence || isLongerThanAny(paragraphs)) return NOTHING
  // 因不再修复，以支付赔偿金的方式承担责任 answers the clauses on restoration, and sets no payment.
  const isWhyNot = (sentence: string): boolean =>
    vocabulary.codes.some((code) => vocabulary.saysWhyNot(code, sentence))
  const steps = unitsOf(paragraphs, vocabulary).flatMap(({ title, number, sentences }) =>
    sentences
      .filter((sentence) => !isWhyNot(sentence))
      .map((sentence) => ({
        title,
        number,
        parts: partsOf(sentence),
        logs: evidence.weigh(sentence, title),
      })),
  )
  const { labels } = evidence
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
    const isClear = (part: string): boolean => (evidence.weigh(part, '')[label] ?? -Infinity) >= CLEARLY
    return steps.find(({ parts }) => parts.some(isClear))?.number
  }
  return { partOf, presence: (code) => presence[labels.indexOf(code)] ?? 0, places }
}

/** The parts between the commas of a sentence that has several. */
function partsOf(sentence: string): string[] {
  const parts = sentence.split(',').filter(({ length }) => length >= shortestPart)
  return parts.length > 1 ? parts : []
}
