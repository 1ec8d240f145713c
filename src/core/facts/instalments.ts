import { compare, type IsoDate } from '../calendar/dates.ts'
import { obligedUnder, obligingAgreements } from './agreements.ts'
import type { Agreement, Payment, ScheduledPayment, Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Fen, fenOf, sum } from './money.ts'
import { versionsOf } from './queries.ts'
import { bindingSuits, boundBySuit } from './suits.ts'

/** An instalment that somebody owes, and what it stands in. */
export interface Instalment {
  readonly payment: ScheduledPayment
  readonly source: { readonly agreement: Agreement } | { readonly suit: Suit }
}

/** Every instalment of the agreements in force and of the effective judgments, of those they still bind. */
export function instalments(facts: Facts): Instalment[] {
  const agreed = obligingAgreements(facts).flatMap((agreement) =>
    owedBy(agreement, obligedUnder(facts, agreement)).map((payment) => ({ payment, source: { agreement } })),
  )
  const judged = bindingSuits(facts).flatMap((suit) =>
    owedBy(suit, boundBySuit(suit)).map((payment) => ({ payment, source: { suit } })),
  )
  return [...agreed, ...judged]
}

/** The instalments that name one of these obligors, or none. */
function owedBy({ payments = [] }: Agreement | Suit, obligors: readonly string[]): ScheduledPayment[] {
  return payments.filter(({ obligor }) => obligor === undefined || obligors.includes(obligor))
}

/** What was paid on an instalment. */
export function paymentsOn(facts: Facts, { payment, source }: Instalment): Payment[] {
  return facts.payments.filter(
    (paid) =>
      paid.id === payment.id &&
      (paid.agreement === undefined ||
        ('agreement' in source &&
          versionsOf(facts, source.agreement).some(({ id }) => id === paid.agreement))) &&
      (paid.suit === undefined || ('suit' in source && paid.suit === source.suit.id)),
  )
}

/** What was paid on an instalment, in 分. */
export function paidOn(facts: Facts, instalment: Instalment): Fen {
  return sum(paymentsOn(facts, instalment).map(({ amount }) => amount))
}

/** The day on which the payments on an instalment reached its amount. */
export function paidInFullOn(facts: Facts, instalment: Instalment): IsoDate | undefined {
  const due = fenOf(instalment.payment.amount)
  let paid: Fen = 0n
  const byDay = paymentsOn(facts, instalment).sort((a, b) => compare(a.paidOn, b.paidOn))
  for (const payment of byDay) {
    paid += fenOf(payment.amount)
    if (paid >= due) return payment.paidOn
  }
  return undefined
}
