import type { Vocabulary } from '../../core/drafts/vocabulary.ts'
import {
  ALWAYS,
  logProbabilities,
  OTHER,
  sentenceFeatures,
  titleFeatures,
  UNRESTORED,
  type WeightTable,
  writtenWeights,
} from '../../core/drafts/weights.ts'
import type { LabelledSentence } from './examples.ts'

/** A feature that a single author has is his habit; of many authors, one that only one in seventy has. */
const LEAST_AUTHORS = 2
const LEAST_SHARE = 1 / 70
/** How often all examples are gone through, how long the steps are, and how much weights shrink at each. */
const ROUNDS = 8
const STEP = 0.2
const SHRINKING = 1e-4
/** Smaller weights of a feature are left out of the table. */
const LEAST_WEIGHT = 0.8

/** An example in numbers. */
interface Numbered {
  readonly rows: readonly number[]
  /** For each label, whether the example may be it. */
  readonly isOf: readonly boolean[]
  readonly weight: number
}

/**
 * Learns how much each feature of a sentence speaks for each clause: a logistic regression, by gradient descent with
 * steps that shorten as a weight settles. The same examples give the same table.
 */
export function learnWeights(examples: readonly LabelledSentence[], vocabulary: Vocabulary): WeightTable {
  const labels = [...vocabulary.codes.filter((code) => code !== OTHER), UNRESTORED, OTHER]
  const featured = examples.map((example) => ({ example, features: featuresOf(example, vocabulary) }))
  const names = [...commonFeatures(featured), ALWAYS]
  const rowOf = new Map(names.map((name, row) => [name, row]))
  const numbered = featured.map(
    ({ example, features }): Numbered => ({
      rows: [...features.flatMap((name) => rowOf.get(name) ?? []), names.length - 1],
      isOf: labels.map((label) => example.labels.includes(label)),
      weight: example.weight,
    }),
  )
  const weights = descend(numbered, names.length, labels.length)
  const rows = names.map(
    (name, row) => [name, weights.slice(row * labels.length, (row + 1) * labels.length)] as const,
  )
  const telling = rows.filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST_WEIGHT))
  return {
    labels,
    weights: Object.fromEntries(telling.map(([name, row]) => [name, writtenWeights([...row])])),
  }
}

const featureMemory = new WeakMap<Vocabulary, Map<string, readonly string[]>>()

/** The features of an example, remembered: to leave one author out after another, all are asked for again and again. */
function featuresOf({ sentence, title }: LabelledSentence, vocabulary: Vocabulary): readonly string[] {
  const known = featureMemory.get(vocabulary) ?? new Map<string, readonly string[]>()
  featureMemory.set(vocabulary, known)
  const key = `${title}\n${sentence}`
  const features = known.get(key) ?? [
    ...sentenceFeatures(sentence, vocabulary),
    ...titleFeatures(title, vocabulary),
  ]
  known.set(key, features)
  return features
}

function commonFeatures(
  featured: readonly { readonly example: LabelledSentence; readonly features: readonly string[] }[],
): string[] {
  const authors = new Map<string, Set<string>>()
  for (const { example, features } of featured)
    for (const feature of features) {
      const of = authors.get(feature) ?? new Set()
      authors.set(feature, of.add(example.author))
    }
  const { size: count } = new Set(featured.map(({ example }) => example.author))
  const least = Math.max(LEAST_AUTHORS, count * LEAST_SHARE)
  return [...authors].filter(([, { size }]) => size >= least).map(([feature]) => feature)
}

function descend(examples: readonly Numbered[], features: number, labels: number): Float64Array {
  const weights = new Float64Array(features * labels)
  const paths = new Float64Array(features * labels).fill(Number.EPSILON)
  const order = shuffler(examples)
  for (let round = 0; round < ROUNDS; round++)
    for (const { rows, isOf, weight } of order()) {
      const share = 1 / Math.sqrt(rows.length)
      const sums = new Array<number>(labels).fill(0)
      for (const row of rows)
        for (let at = 0; at < labels; at++)
          sums[at] = (sums[at] ?? 0) + (weights[row * labels + at] ?? 0) * share
      const shares = logProbabilities(sums).map(Math.exp)
      const own = shares.reduce((sum, each, at) => sum + (isOf[at] ? each : 0), 0)
      const errors = shares.map((each, at) => (each - (isOf[at] ? each / own : 0)) * weight * share)
      for (const row of rows)
        for (const [at, error] of errors.entries()) {
          const place = row * labels + at
          const slope = error + SHRINKING * (weights[place] ?? 0)
          const path = (paths[place] ?? 0) + slope * slope
          paths[place] = path
          weights[place] = (weights[place] ?? 0) - (STEP * slope) / Math.sqrt(path)
        }
    }
  return weights
}

// The generator of Lehmer: no other order, and so no other table, on another day or machine.
const MULTIPLIER = 16_807
const MODULUS = 2_147_483_647

/** Gives the examples in another order each time, and in the same orders each run. */
function shuffler<T>(examples: readonly T[]): () => readonly T[] {
  const order = [...examples]
  let seed = 1
  return () => {
    for (let last = order.length - 1; last > 0; last--) {
      seed = (seed * MULTIPLIER) % MODULUS
      const other = Math.floor((seed / MODULUS) * (last + 1))
      const [here, there] = [order[last], order[other]]
      if (here !== undefined && there !== undefined) [order[last], order[other]] = [there, here]
    }
    return order
  }
}
