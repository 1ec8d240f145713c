import { type Topic, titledIn } from './topic-words.ts'
import { matchesWords } from './words.ts'

/**
 * How much each feature of a text speaks for each clause, learned from drafts of which it is known (`src/build/clause-weights`).
 * The last two labels are no clauses.
 */
export interface WeightTable {
  readonly labels: readonly string[]
  /** By feature: a character for each label. */
  readonly weights: Readonly<Record<string, string>>
}

/** What an agreement says beside its clauses. */
export const OTHER = 'other'
/** Why nothing is restored, which answers all clauses on restoration. */
export const UNRESTORED = 'unrestored'

/** What a table tells of a sentence under a title: the logarithm of the probability of each label. */
export type Weigh = (sentence: string, title: string) => readonly number[]

/** The words that features rest on. */
export interface FeatureWords {
  readonly codes: readonly string[]
  readonly topics: readonly Topic[]
  named(title: string): readonly string[]
  speaksOf(code: string, sentence: string): boolean
  settles(code: string, sentence: string): boolean
}

const LONGEST_GRAM = 3

/** Figures as one sign, since their value says nothing about the clause. */
const figureless = (text: string): string =>
  text.replaceAll(/\d+(?:\.\d+)?/gu, '0').replaceAll(/[一二三四五六七八九十百千两]+/gu, '〇')

function grams(text: string, sort: string): string[] {
  const plain = figureless(text)
  const found = new Set<string>()
  for (let length = 1; length <= LONGEST_GRAM; length++)
    for (let at = 0; at + length <= plain.length; at++) found.add(sort + plain.slice(at, at + length))
  return [...found]
}

/**
 * The features of a compact sentence: its characters by one, two and three, the classes of words of the pack that it
 * holds, and the clauses that it settles or speaks of by the pack.
 */
export function sentenceFeatures(
  sentence: string,
  { codes, topics, settles, speaksOf }: FeatureWords,
): string[] {
  return [
    ...grams(sentence, 'w'),
    ...topics.flatMap(({ fields }) =>
      fields.flatMap(({ name, words }) => (matchesWords(sentence, words) ? [name] : [])),
    ),
    ...codes.flatMap((code) => [
      ...(settles(code, sentence) ? [`settles ${code}`] : []),
      ...(speaksOf(code, sentence) ? [`speaks ${code}`] : []),
    ]),
  ]
}

/** The features of a compact title; no title is one as well. */
export function titleFeatures(title: string, { topics, named }: FeatureWords): string[] {
  if (title === '') return ['untitled']
  return [
    ...grams(title, 't'),
    ...named(title).map((code) => `names ${code}`),
    ...titledIn(title, topics).map((code) => `hints ${code}`),
  ]
}

/** A weight is kept as one printable character, in fifths around this one. */
const ZERO = 79
const MOST = 46
const FIFTHS = 5

/** The weights of a feature, a character each. */
export function writtenWeights(weights: readonly number[]): string {
  return weights
    .map((weight) => Math.max(-MOST, Math.min(MOST, Math.round(weight * FIFTHS))))
    .map((fifths) => String.fromCodePoint(ZERO + fifths))
    .join('')
}

/** A table as text: the labels in a line, then a line for each feature, its weights first. */
export function writtenTable({ labels, weights }: WeightTable): string {
  const lines = Object.entries(weights).map(([feature, row]) => row + feature)
  return [labels.join(' '), ...lines].join('\n')
}

/** The table that was written so. */
export function readTable(text: string): WeightTable {
  const [first = '', ...lines] = text.split('\n')
  const labels = first.split(' ')
  const { length } = labels
  return {
    labels,
    weights: Object.fromEntries(lines.map((line) => [line.slice(length), line.slice(0, length)])),
  }
}

/** The feature that every text has. */
export const ALWAYS = 'always'

/** Weighs sentences by a table; each answer is remembered, since texts recur in both readings of tracked changes. */
export function weighBy({ labels, weights }: WeightTable, words: FeatureWords): Weigh {
  const known = new Map<string, readonly number[]>()
  const titles = new Map<string, readonly string[]>()
  return (sentence, title) => {
    const key = `${title}\n${sentence}`
    const before = known.get(key)
    if (before) return before
    const ofTitle = titles.get(title) ?? titleFeatures(title, words)
    titles.set(title, ofTitle)
    const features = [...sentenceFeatures(sentence, words), ...ofTitle, ALWAYS]
    const rows = features.flatMap((feature) =>
      Object.hasOwn(weights, feature) ? (weights[feature] ?? []) : [],
    )
    const share = 1 / Math.sqrt(Math.max(rows.length, 1)) / FIFTHS
    const sums = labels.map((_, label) =>
      rows.reduce((sum, row) => sum + (row.charCodeAt(label) - ZERO) * share, 0),
    )
    const answer = logProbabilities(sums)
    known.set(key, answer)
    return answer
  }
}

/** Sums of weights as logarithms of probabilities. */
export function logProbabilities(sums: readonly number[]): number[] {
  const most = Math.max(...sums)
  const whole = most + Math.log(sums.reduce((sum, each) => sum + Math.exp(each - most), 0))
  return sums.map((each) => each - whole)
}
