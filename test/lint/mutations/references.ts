import type { Documents } from '../../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../../src/core/lint/sample.ts'
import { type FactPlace, type Mutation, set, show, textsIn } from './mutation.ts'

const sample = sampleDocuments()

const refersTo = (text: string, place: FactPlace): boolean =>
  place.at(-1) !== 'id' && /^(o[12]|E\d|A1|G1|P[12]|R1)$/.test(text)

/** The id that a text names, as one that nothing has. */
const unknownId = (text: string): string => text.replace(/\d+$/, '77')

/** The other findings of a broken reference: nobody was served, agreed, paid or restored. */
const consequences: readonly (readonly [place: RegExp, besides: readonly string[]])[] = [
  [/services\.\d\.obligor/, ['consultation/service']],
  [/agreedWith/, ['case/stage-gap']],
  [/agreements\.0\.obligors/, ['case/stage-gap', 'deadline/overdue']],
  [/projects\.0\.agreement/, ['deadline/overdue', 'restoration/pre-agreement']],
  [/payments\.\d\.agreement/, ['deadline/overdue', 'payments/unpaid']],
]

const consequencesAt = (place: FactPlace): readonly string[] =>
  consequences.find(([pattern]) => pattern.test(place.join('.')))?.[1] ?? []

const dangling = textsIn(sample, refersTo).map(([place, text]): Mutation => {
  return {
    family: 'a reference to nothing',
    title: `${show(place)}: ${unknownId(text)}`,
    change: set(place, unknownId(text)),
    expects: {
      rule: 'case/dangling-reference',
      code: unknownId(text),
      at: place,
      besides: consequencesAt(place),
    },
  }
})

/** The key of a map misspelt by doubling its last letter. */
function misspelt(holder: FactPlace, key: string): (documents: Documents) => void {
  return (documents) => {
    const map = holder.reduce<unknown>(
      (value, step) => (value as Record<string, unknown>)[String(step)],
      documents,
    )
    const values = map as Record<string, unknown>
    values[`${key}${key.at(-1)}`] = values[key]
    delete values[key]
  }
}

const keys: readonly (readonly [FactPlace, string])[] = [
  [['case'], 'summary'],
  [['case', 'damage'], 'location'],
  [['case', 'obligors', 1], 'address'],
  [['screening'], 'officers'],
  [['investigation', 'initiation'], 'number'],
  [['appraisals', 'appraisals', 0], 'scope'],
  [['consultation', 'rounds', 0, 'notice'], 'panel'],
  [['agreements', 'agreements', 0], 'place'],
  [['court', 'confirmations', 0], 'rulingNumber'],
  [['restoration', 'projects', 0, 'evaluations', 0], 'experts'],
  [['supervision', 'disclosures', 0], 'url'],
]

const unknownKeys = keys.map(([holder, key]): Mutation => {
  const wrong: FactPlace = [...holder, `${key}${key.at(-1)}`]
  return {
    family: 'a key misspelt',
    title: show(wrong),
    change: misspelt(holder, key),
    expects: { rule: 'schema/unknown-key', at: wrong },
  }
})

const codes: readonly FactPlace[] = [
  ['case', 'clue', 'channel'],
  ['case', 'damage', 'scope'],
  ['case', 'damage', 'kind'],
  ['case', 'damage', 'media', 0],
  ['case', 'jurisdiction', 'level'],
  ['case', 'jurisdiction', 'department'],
  ['appraisals', 'appraisals', 0, 'kind'],
  ['appraisals', 'appraisals', 0, 'amounts', 0, 'head'],
  ['consultation', 'rounds', 0, 'services', 0, 'method'],
  ['consultation', 'rounds', 0, 'outcomes', 0, 'kind'],
  ['agreements', 'agreements', 0, 'compensation', 'items', 0, 'head'],
  ['payments', 'payments', 0, 'destination'],
  ['supervision', 'disclosures', 0, 'matter'],
]

const unknownCodes = codes.map((place): Mutation => {
  const expects = { rule: 'schema/invalid', at: place }
  return { family: 'a code of no list', title: show(place), change: set(place, 'hearsay'), expects }
})

export const referenceMutations: readonly Mutation[] = [...dangling, ...unknownKeys, ...unknownCodes]
