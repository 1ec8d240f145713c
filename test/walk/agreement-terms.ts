import { addDays, addMonths } from '../../src/core/calendar/dates.ts'
import { standingAppraisals } from '../../src/core/facts/appraisals.ts'
import { type Fen, sum, yuanOf } from '../../src/core/facts/money.ts'
import type { Item } from '../../src/core/stages/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import type { Making } from './generate.ts'

/** The terms of an agreement that hold together: every clause, sums that match, instalments within the period. 第二十一条 */
export function agreementTerms(making: Making, _: Item, view: CaseView): Item {
  const { random, today } = making
  const total = totalOf(making, view)
  const isWork = random.chance(0.5)
  const work = isWork ? total / 2n : 0n
  const count = random.whole(1, 3)
  return {
    clauses: clausesOf(making, view),
    compensation: {
      items: [
        ...(isWork ? [{ head: 'clean-up-restoration', amount: yuanOf(work), by: 'work' }] : []),
        { head: 'service-loss', amount: yuanOf(total - work), by: 'payment' },
      ],
      total: yuanOf(total),
    },
    shares: undefined,
    payments: paymentsOf(making, total - work, count),
    ...(count > 1 && { performanceBond: { amount: '10000.00', form: '银行保函' } }),
    restoration:
      isWork || random.chance(0.5)
        ? { startBy: addDays(today, 20), completeBy: addMonths(today, 4), evaluateBy: addMonths(today, 5) }
        : undefined,
  }
}

/** What was appraised, sometimes a little less, which is not allowed. */
function totalOf({ random }: Making, { facts }: CaseView): Fen {
  const amounts = standingAppraisals(facts).flatMap((appraisal) => appraisal.amounts ?? [])
  const appraised = sum(amounts.map(({ amount }) => amount))
  const claimed = appraised > 0n ? appraised : 100_000_00n
  return random.chance(0.05) ? claimed - 100n : claimed
}

/** Each clause of the text, at times said not to apply, seldom left out. */
function clausesOf({ random }: Making, { regulation }: CaseView): Item {
  const written = regulation.requiredClauses
    .filter(() => random.chance(0.998))
    .map(({ code, title }) => [
      code,
      random.chance(0.05) ? { notApplicable: '本案没有此项。' } : `${title}：双方确认。`,
    ])
  return Object.fromEntries(written)
}

/** A schedule of payments that adds up to an amount, month by month. */
export function paymentsOf({ random, today, fresh }: Making, amount: Fen, count: number): Item[] | undefined {
  if (count === 0 || amount <= 0n) return undefined
  const part = amount / BigInt(count)
  const first = random.whole(1, 40)
  return Array.from({ length: count }, (_, index) => ({
    id: `P${fresh()}`,
    dueOn: addDays(addMonths(today, index), first),
    amount: yuanOf(index === 0 ? amount - part * BigInt(count - 1) : part),
    heads: ['service-loss'],
  }))
}
