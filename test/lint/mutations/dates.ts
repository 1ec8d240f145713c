import { sampleDocuments } from '../../../src/core/lint/sample.ts'
import { type FactPlace, type Mutation, plusDays, set, show, textsIn, valueAt } from './mutation.ts'

const sample = sampleDocuments()
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
const dates = textsIn(sample, isDate)

const impossible = dates.flatMap(([place]) =>
  ['2025-02-30', '2025/3/6'].map((wrong): Mutation => {
    const expects = { rule: 'schema/invalid', at: place }
    const family = 'a date that does not exist'
    return { family, title: `${show(place)}: ${wrong}`, change: set(place, wrong), expects }
  }),
)

const clue: FactPlace = ['case', 'clue', 'foundOn']
const checked: FactPlace = ['screening', 'checkedOn']
const initiated: FactPlace = ['investigation', 'initiation', 'initiatedOn']
const concluded: FactPlace = ['investigation', 'conclusion', 'concludedOn']
const round: FactPlace = ['consultation', 'rounds', 0]
const issued: FactPlace = [...round, 'notice', 'issuedOn']
const served = [0, 1].map((index): FactPlace => [...round, 'services', index, 'servedOn'])
const replied = [0, 1].map((index): FactPlace => [...round, 'replies', index, 'repliedOn'])
const held = [0, 1].map((index): FactPlace => [...round, 'meetings', index, 'heldOn'])
const signed: FactPlace = ['agreements', 'agreements', 0, 'signedOn']
const appraisal: FactPlace = ['appraisals', 'appraisals', 0]
const confirmation: FactPlace = ['court', 'confirmations', 0]
const project: FactPlace = ['restoration', 'projects', 0]
const evaluation: FactPlace = [...project, 'evaluations', 0]

/** Steps that can not come in another order; each later one is moved to the day before the earlier. */
const steps: readonly (readonly [earlier: FactPlace, later: FactPlace, besides?: readonly string[]])[] = [
  [
    ['case', 'damage', 'occurredFrom'],
    ['case', 'damage', 'occurredTo'],
  ],
  [
    ['case', 'damage', 'occurredFrom'],
    ['case', 'damage', 'discoveredOn'],
  ],
  [clue, checked],
  [checked, initiated],
  [initiated, concluded],
  [
    [...appraisal, 'commissionedOn'],
    [...appraisal, 'receivedOn'],
  ],
  [concluded, issued],
  ...served.map((place) => [issued, place] as const),
  ...replied.map((place) => [issued, place] as const),
  [issued, held[0] ?? issued],
  [held[0] ?? issued, held[1] ?? issued],
  [held[1] ?? issued, signed],
  [signed, [...confirmation, 'appliedOn']],
  [
    [...confirmation, 'appliedOn'],
    [...confirmation, 'acceptedOn'],
  ],
  [
    [...confirmation, 'acceptedOn'],
    [...confirmation, 'announcedOn'],
  ],
  [
    [...confirmation, 'announcedOn'],
    [...confirmation, 'ruledOn'],
  ],
  [
    [...project, 'startedOn'],
    [...project, 'completedOn'],
  ],
  [
    [...project, 'completedOn'],
    [...evaluation, 'reportedOn'],
  ],
  [
    [...evaluation, 'reportedOn'],
    [...evaluation, 'submittedOn'],
  ],
  [
    [...evaluation, 'submittedOn'],
    [...evaluation, 'acceptedOn'],
  ],
  [
    [...evaluation, 'acceptedOn'],
    [...project, 'filedOn'],
  ],
  [
    [...evaluation, 'acceptedOn'],
    [...project, 'sentToCourtOn'],
  ],
]

const disordered = steps.flatMap(([earlier, later, besides = []]) =>
  [1, 10].map((days): Mutation => {
    const on = plusDays(String(valueAt(sample, earlier)), -days)
    return {
      family: 'a step before the one it follows',
      title: `${show(later)}, ${days} days before ${show(earlier)}`,
      change: set(later, on),
      expects: { rule: 'case/date-order', at: later, besides },
    }
  }),
)

/** What has happened can not be dated after today; plans can. */
const planned = ['replyBy', 'startBy', 'completeBy', 'evaluateBy', 'dueOn']

const future = dates.flatMap(([place]): Mutation[] => {
  if (planned.includes(String(place.at(-1)))) return []
  return [
    {
      family: 'a fact dated after today',
      title: show(place),
      change: set(place, '2026-11-25'),
      expects: {
        rule: 'case/future-date',
        at: place,
        besides: ['case/date-order', 'restoration/pre-agreement'],
      },
    },
  ]
})

export const dateMutations: readonly Mutation[] = [...impossible, ...disordered, ...future]
