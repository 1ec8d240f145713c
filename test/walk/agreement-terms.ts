import { addDays, addMonths } from '../../src/core/calendar/dates.ts'
import { standingAppraisals } from '../../src/core/facts/appraisals.ts'
import { type Fen, sum, yuanOf } from '../../src/core/facts/money.ts'
import type { Item } from '../../src/core/stages/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import type { Making } from './generate.ts'

/** The terms of a consistent agreement: every clause, sums that match, instalments within the period. 第二十一条 */
export function agreementTerms(making: Making, { obligors }: Item, view: CaseView): Item {
  const { random } = making
  const total = totalOf(making, view)
  const isWork = random.chance(0.5)
  const work = isWork ? total / 2n : 0n
  const count = random.whole(1, 3)
  const parties = Array.isArray(obligors) ? obligors.map(String) : []
  const isSeparate = parties.length > 1 && random.chance(0.5)
  return {
    clauses: clausesOf(making, view),
    compensation: {
      items: [
        ...(isWork ? [{ head: 'clean-up-restoration', amount: yuanOf(work), by: 'work' }] : []),
        { head: 'service-loss', amount: yuanOf(total - work), by: 'payment' },
      ],
      total: yuanOf(total),
    },
    shares: sharesOf(making, total, parties, isSeparate),
    payments: isSeparate
      ? parties.flatMap((obligor, index) =>
          ownPayments(making, total - work, parties.length, { obligor, index }),
        )
      : paymentsOf(making, total - work, count),
    ...(count > 1 && { performanceBond: { amount: '10000.00', form: '银行保函' } }),
    restoration: isWork || random.chance(0.5) ? restorationOf(making, parties) : undefined,
  }
}

/** One set of terms, or one for each obligor, or one in phases; the mode is often left open. */
function restorationOf({ random, today }: Making, parties: readonly string[]): Item | Item[] {
  const days = {
    startBy: addDays(today, 20),
    completeBy: addMonths(today, 4),
    evaluateBy: addMonths(today, 5),
  }
  const terms: Item = random.chance(0.5) ? { mode: 'in-situ', ...days } : days
  if (random.chance(0.2)) {
    const phases = [2, 4].map((months, index) => ({
      id: String(index + 1),
      completeBy: addMonths(today, months),
    }))
    return { ...terms, phases }
  }
  if (parties.length < 2 || random.chance(0.5)) return terms
  return parties.map((obligor, index) => ({ id: `W${index + 1}`, obligors: [obligor], ...terms }))
}

/** Each for himself, all jointly, or nothing said of it. */
function sharesOf({ random }: Making, total: Fen, parties: readonly string[], isSeparate: boolean) {
  if (isSeparate) {
    const part = total / BigInt(parties.length)
    return parties.map((obligor, index) => ({
      obligors: [obligor],
      amount: yuanOf(index === 0 ? total - part * BigInt(parties.length - 1) : part),
      joint: false,
    }))
  }
  return parties.length > 1 && random.chance(0.5)
    ? [{ obligors: [...parties], amount: yuanOf(total), joint: true }]
    : undefined
}

/** The part of an amount that one of several pays by himself. */
function ownPayments(
  making: Making,
  amount: Fen,
  number: number,
  { obligor, index }: { readonly obligor: string; readonly index: number },
): Item[] {
  const part = amount / BigInt(number)
  const own = index === 0 ? amount - part * BigInt(number - 1) : part
  return (paymentsOf(making, own, 1) ?? []).map((payment) => ({ ...payment, obligor }))
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
