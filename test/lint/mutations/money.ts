import { sampleDocuments } from '../../../src/core/lint/sample.ts'
import { both, type FactPlace, type Mutation, plusFen, set, show, textsIn, valueAt } from './mutation.ts'

const sample = sampleDocuments()
const agreement: FactPlace = ['agreements', 'agreements', 0]
const items = [0, 1, 2].map((index): FactPlace => [...agreement, 'compensation', 'items', index, 'amount'])
const total: FactPlace = [...agreement, 'compensation', 'total']
const share: FactPlace = [...agreement, 'shares', 0, 'amount']
const scheduled = [0, 1].map((index): FactPlace => [...agreement, 'payments', index, 'amount'])
const paid = [0, 1].map((index): FactPlace => ['payments', 'payments', index, 'amount'])

const add = (place: FactPlace, fen: number) => set(place, plusFen(String(valueAt(sample, place)), fen))
const fenOff = [1, -1, 100_00, -100_00]
const say = (place: FactPlace, fen: number): string => `${show(place)} ${fen > 0 ? '+' : ''}${fen} 分`

const sums = fenOff.flatMap((fen): Mutation[] => [
  ...items.map((place): Mutation => {
    const expects = { rule: 'agreement/sum', code: 'total', at: total }
    return { family: 'a sum that does not add up', title: say(place, fen), change: add(place, fen), expects }
  }),
  {
    family: 'a sum that does not add up',
    title: say(total, fen),
    change: add(total, fen),
    expects: { rule: 'agreement/sum', code: 'total', at: total },
  },
  {
    family: 'a sum that does not add up',
    title: say(share, fen),
    change: add(share, fen),
    expects: { rule: 'agreement/sum', code: 'shares', at: [...agreement, 'shares'] },
  },
  ...scheduled.map((place, index): Mutation => {
    const actual = paid[index] ?? place
    return {
      family: 'a sum that does not add up',
      title: `${say(place, fen)}, and paid so`,
      change: both(add(place, fen), add(actual, fen)),
      expects: { rule: 'agreement/sum', code: 'payments', at: [...agreement, 'payments'] },
    }
  }),
])

const payments = [1, 100].flatMap((fen) =>
  paid.flatMap((place, index): Mutation[] => {
    const code = `P${index + 1}`
    return [
      {
        family: 'a payment too small',
        title: say(place, -fen),
        change: add(place, -fen),
        expects: {
          rule: 'payments/unpaid',
          code,
          at: scheduled[index] ?? place,
          besides: ['deadline/overdue'],
        },
      },
      {
        family: 'a payment too large',
        title: say(place, fen),
        change: add(place, fen),
        expects: { rule: 'payments/exceeds', code, at: place },
      },
    ]
  }),
)

const appraised = [0, 1, 2].map((index): Mutation => {
  const place: FactPlace = ['appraisals', 'appraisals', 0, 'amounts', index, 'amount']
  const expects = { rule: 'agreement/below-appraisal', at: [...agreement, 'compensation'] as const }
  return { family: 'an agreement below the appraisal', title: say(place, 1), change: add(place, 1), expects }
})

/** All amounts one 分 higher together: the agreement, its shares, the appraisal. */
const inStep: Mutation = {
  family: 'amounts changed in step',
  title: 'one 分 more everywhere',
  change: both(
    add(items[0] ?? total, 1),
    add(total, 1),
    add(share, 1),
    add(['appraisals', 'appraisals', 0, 'amounts', 0, 'amount'], 1),
  ),
  expects: 'lawful',
}

const amounts = textsIn(sample, (_, place) =>
  ['amount', 'total', 'estimatedLoss'].includes(String(place.at(-1))),
)

const malformed = amounts.flatMap(([place, value]) =>
  [`${value}5`, value.replace('000.', ',000.')].map((wrong): Mutation => {
    const title = `${show(place)}: ${JSON.stringify(wrong)}`
    const expects = { rule: 'schema/invalid', at: place }
    return { family: 'an amount that is none', title, change: set(place, wrong), expects }
  }),
)

export const moneyMutations: readonly Mutation[] = [...sums, ...payments, ...appraised, inStep, ...malformed]
