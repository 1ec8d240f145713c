import type { IsoDate } from '../calendar/dates.ts'
import { type Debt, debtsOf } from './debts.ts'
import type { Agreement, Payment, PaymentOrder } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Instalment, instalmentsUnder, paymentsOn, paymentsUnder } from './instalments.ts'
import { type Fen, fenOf, sum, sumFen } from './money.ts'
import { unscheduledMoney } from './shares.ts'

/** The money that certain obligors owed under an agreement, judgment or payment order on a day, in 分. */
export interface OwedMoney {
  /** All that was not paid by then, due or not. */
  readonly whole: Fen
  /** What of it was due by then. */
  readonly due: Fen
}

/**
 * What was owed on a day, less what was paid by then; without what a later version, a rescission or a judgment took
 * away, and without obligors who were released by then. Undefined where the record does not tell the amount.
 * @param reference the agreement, suit or payment order (`G1`, `S1`, `Z1`)
 * @param obligors those named; all who owe it where it is undefined
 */
export function moneyOwedOn(
  facts: Facts,
  reference: string,
  obligors: readonly string[] | undefined,
  day: IsoDate,
): OwedMoney | undefined {
  const debts = debtsOf(facts, reference).filter(
    ({ kind, obligor, releasedOn }) =>
      kind === 'money' &&
      (obligors?.includes(obligor) ?? true) &&
      (releasedOn === undefined || releasedOn > day),
  )
  const instalments = instalmentsOf(debts)
  const order = facts.court.paymentOrders.find(({ id }) => id === reference)
  if (order?.amount !== undefined && debts.length) return orderedOn(facts, order, instalments, day)
  const left = instalments.map((instalment) => ({
    rest: positive(fenOf(instalment.payment.amount) - paidBy(paymentsOn(facts, instalment), day)),
    dueOn: instalment.payment.dueOn,
  }))
  const total = (among: typeof left): Fen => sumFen(among.map(({ rest }) => rest))
  const due = total(left.filter(({ dueOn }) => dueOn !== undefined && dueOn < day))
  const agreement = facts.agreements.find(({ id }) => id === reference)
  // Nothing tells when it is due.
  const loose = agreement && debts.some((debt) => debt.isUnscheduled) ? looseOn(facts, agreement, day) : 0n
  return instalments.length || loose ? { whole: total(left) + loose, due } : undefined
}

/** The instalments of debts, each once: those who answer together owe the same one. */
function instalmentsOf(debts: readonly Debt[]): Instalment[] {
  const owed = debts.flatMap((debt) => debt.instalments)
  return [...new Map(owed.map((each) => [each.payment, each])).values()]
}

/** What a payment order asks for, less what was paid since it was applied for. */
function orderedOn(
  facts: Facts,
  { amount, appliedOn }: PaymentOrder,
  instalments: readonly Instalment[],
  day: IsoDate,
): OwedMoney {
  const since = instalments
    .flatMap((each) => paymentsOn(facts, each))
    .filter(({ paidOn }) => paidOn > appliedOn)
  const left = positive(fenOf(amount) - paidBy(since, day))
  return { whole: left, due: left }
}

/** What an agreement asks for in no instalment, less what was paid on none. */
function looseOn(facts: Facts, agreement: Agreement, day: IsoDate): Fen {
  const credited = new Set(instalmentsUnder(facts, agreement).flatMap((each) => paymentsOn(facts, each)))
  const loose = paymentsUnder(facts, agreement).filter((each) => !credited.has(each))
  return positive(unscheduledMoney(agreement) - paidBy(loose, day))
}

function paidBy(payments: readonly Payment[], day: IsoDate): Fen {
  return sum(payments.filter(({ paidOn }) => paidOn <= day).map(({ amount }) => amount))
}

const positive = (fen: Fen): Fen => (fen > 0n ? fen : 0n)
