import { compare, type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import { confirmedUntilReplaced, laterVersions } from './agreements.ts'
import type { Agreement, DebtKind, Payment, PaymentOrder } from './documents.ts'
import type { Facts } from './facts.ts'
import {
  creditedId,
  type Instalment,
  instalments,
  instalmentsUnder,
  paidFor,
  paidInFullOn,
  paymentsOn,
  paymentsUnder,
} from './instalments.ts'
import { fenOf, sum } from './money.ts'
import { oncePerCase } from './once.ts'
import { type Obligation, obligationId, obligations, obligedBy } from './performance.ts'
import { endedOn } from './queries.ts'
import { jointWith, ownShare, unscheduledMoney } from './shares.ts'
import { isPartJudged } from './suit-scope.ts'
import { type Work, works, worksUnder } from './works.ts'

/** What a debt arises from: an agreement, a judgment or a payment order. */
export type Instrument = Obligation | { readonly order: PaymentOrder }

/**
 * What one obligor owes of one kind under one instrument: each debt has a clock of its own. A joint debt stands once
 * for each of those who owe it.
 */
export interface Debt {
  /** `G1/o2/money` */
  readonly address: string
  /** The number of the agreement, judgment or payment order: `G1`, `S1`, `Z1`. */
  readonly reference: string
  readonly instrument: Instrument
  readonly obligor: string
  readonly kind: DebtKind
  /**
   * The last day for performance; of several instalments the last (`enforcement-period`). Undefined where none was set.
   */
  readonly dueOn: IsoDate | undefined
  /** The day on which the whole of it was performed. */
  readonly performedOn: IsoDate | undefined
  /** The day from which nothing more is asked of this obligor. */
  readonly releasedOn: IsoDate | undefined
  readonly instalments: readonly Instalment[]
  readonly works: readonly Work[]
  /** Whether money was agreed on that no instalment holds: nothing tells when it is due. */
  readonly isUnscheduled?: boolean
}

/** Every debt under the agreements in force, the effective judgments and the effective payment orders. */
export const debts = oncePerCase((facts): readonly Debt[] => [
  ...obligations(facts).flatMap((obligation) => debtsUnder(facts, obligation)),
  ...facts.court.paymentOrders.flatMap((order) => debtsByOrder(facts, order)),
])

/** The debts under an agreement, judgment or payment order (`G1`, `S1`, `Z1`). */
export function debtsOf(facts: Facts, reference: string): Debt[] {
  return [...debts(facts), ...amendedTitleDebts(facts)].filter((debt) => debt.reference === reference)
}

/**
 * The debts under agreements that a court confirmed and that were amended since: they can be enforced until the amended
 * agreement is confirmed (`confirmedUntilReplaced`). What the parties owe now is in the amended one; once that is
 * performed, nothing is left of these.
 */
export const amendedTitleDebts = oncePerCase((facts): readonly Debt[] =>
  confirmedUntilReplaced(facts).flatMap((agreement) => {
    const later = laterVersions(facts, agreement).map(({ id }) => id)
    const now = debts(facts).filter(({ reference }) => later.includes(reference))
    const works = worksUnder(facts, { agreement })
    return debtsUnder(facts, { agreement }, instalmentsUnder(facts, agreement), works).map((debt) => {
      const same = now.find(({ obligor, kind }) => obligor === debt.obligor && kind === debt.kind)
      return { ...debt, performedOn: debt.performedOn ?? same?.performedOn }
    })
  }),
)

/** Whether a debt is still owed. */
export function isOwed({ performedOn: performed, releasedOn }: Debt): boolean {
  return performed === undefined && releasedOn === undefined
}

/** The day on which all that an obligation asks was done; undefined while anything is left, or nothing is on record. */
export function performedOn(facts: Facts, obligation: Obligation): IsoDate | undefined {
  const owed = debtsOf(facts, obligationId(obligation)).filter(({ releasedOn }) => releasedOn === undefined)
  return latestOfAll(owed.map((debt) => debt.performedOn))
}

/** Those who owe an instalment: whom it names and who is jointly liable with him, or all where it names nobody. */
export function owersOf(facts: Facts, { payment, source }: Instalment): string[] {
  const bound = obligedBy(facts, source)
  if ('suit' in source)
    return payment.obligor === undefined ? bound : bound.filter((id) => id === payment.obligor)
  const { agreement } = source
  const owers = payment.obligor === undefined ? bound : jointWith(agreement, payment.obligor)
  const isOpen = (id: string): boolean => !isPartJudged(facts, agreement, { kind: 'money', payment }, id)
  return owers.filter((id) => bound.includes(id) && isOpen(id))
}

function debtsUnder(
  facts: Facts,
  obligation: Obligation,
  allInstalments: readonly Instalment[] = instalments(facts),
  allWorks: readonly Work[] = works(facts),
): Debt[] {
  const reference = obligationId(obligation)
  const scheduled = allInstalments.filter(({ source }) => obligationId(source) === reference)
  const toDo = allWorks.filter((work) => obligationId(work.obligation) === reference)
  const isUnsaid = scheduled.length === 0 && toDo.length === 0
  // A judgment binds every defendant to something, whether or not its orders against him are on record.
  const isSilent = (money: readonly Instalment[], work: readonly Work[]) =>
    isUnsaid || ('suit' in obligation && money.length === 0 && work.length === 0)
  const unscheduled = (obligor: string) =>
    'agreement' in obligation &&
    isUnscheduledFor(obligation.agreement, obligor) &&
    !isPartJudged(facts, obligation.agreement, { kind: 'money', payment: undefined }, obligor)
  return obligedBy(facts, obligation).flatMap((obligor): Debt[] => {
    const debt = { reference, instrument: obligation, obligor, releasedOn: endedOn(facts, obligor) }
    const money = scheduled.filter((instalment) => owersOf(facts, instalment).includes(obligor))
    const work = toDo.filter(({ obligors }) => obligors.includes(obligor))
    return [
      ...(unscheduled(obligor) ? [unscheduledDebt(facts, debt, money)] : []),
      ...(!unscheduled(obligor) && (money.length || isSilent(money, work))
        ? [moneyDebt(facts, debt, money)]
        : []),
      ...(work.length ? [workDebt(debt, work)] : []),
    ]
  })
}

type Heading = Pick<Debt, 'reference' | 'instrument' | 'obligor' | 'releasedOn'>

/** Money: by its instalments; where a judgment names none, by the one day that it sets for all. */
function moneyDebt(facts: Facts, heading: Heading, owed: readonly Instalment[]): Debt {
  const { instrument } = heading
  const setDay = 'suit' in instrument ? instrument.suit.performBy : undefined
  return {
    ...heading,
    address: addressOf(heading, 'money'),
    kind: 'money',
    dueOn: latest(...owed.map(({ payment }) => payment.dueOn)) ?? setDay,
    performedOn: latestOfAll(owed.map((instalment) => paidInFullOn(facts, instalment))),
    instalments: owed,
    works: [],
  }
}

/**
 * Money of which a part or all is in no instalment: performed on the day when the payments under the agreement reach
 * it.
 */
function unscheduledDebt(facts: Facts, heading: Heading, owed: readonly Instalment[]): Debt {
  const { instrument } = heading
  const scheduled = moneyDebt(facts, heading, owed)
  const paidOn =
    'agreement' in instrument ? agreedMoneyPaidOn(facts, instrument.agreement, heading.obligor) : undefined
  const isScheduledPaid = owed.length === 0 || scheduled.performedOn !== undefined
  return { ...scheduled, performedOn: isScheduledPaid ? paidOn : undefined, isUnscheduled: true }
}

/** Whether money that an obligor owes is in no instalment: of his share, where it stands alone, else of the whole. */
function isUnscheduledFor(agreement: Agreement, obligor: string): boolean {
  const left = unscheduledMoney(agreement)
  const share = ownShare(agreement, obligor)
  return left > 0n && (share === undefined || share.unscheduled > 0n)
}

/** The day on which all the money that an agreement asks of an obligor was paid, in instalments or not. */
function agreedMoneyPaidOn(facts: Facts, agreement: Agreement, obligor: string): IsoDate | undefined {
  const share = ownShare(agreement, obligor)
  const whole = unscheduledMoney(agreement) + sum((agreement.payments ?? []).map(({ amount }) => amount))
  const due = share?.money ?? whole
  const scheduled = instalmentsUnder(facts, agreement).flatMap((each) => paymentsOn(facts, each))
  const all = [...new Set([...paymentsUnder(facts, agreement), ...scheduled])]
  const own = all.filter((each) => share === undefined || isPaidBy(agreement, each, share.obligors))
  let paid = 0n
  for (const { amount, paidOn } of own.toSorted((a, b) => compare(a.paidOn, b.paidOn))) {
    paid += fenOf(amount)
    if (paid >= due) return paidOn
  }
  return undefined
}

/** Whether a payment is of certain obligors: it says whose it is, or is on an instalment that one of them owes. */
function isPaidBy({ payments = [] }: Agreement, paid: Payment, obligors: readonly string[]): boolean {
  const payer = paidFor(paid) ?? payments.find(({ id }) => id === creditedId(paid))?.obligor
  return payer !== undefined && obligors.includes(payer)
}

function workDebt(heading: Heading, owed: readonly Work[]): Debt {
  return {
    ...heading,
    address: addressOf(heading, 'work'),
    kind: 'work',
    dueOn: latest(...owed.map(({ completeBy }) => completeBy)),
    performedOn: latestOfAll(owed.map(({ doneOn }) => doneOn)),
    instalments: [],
    works: owed,
  }
}

/** What an effective payment order asks of each of its debtors. */
function debtsByOrder(facts: Facts, order: PaymentOrder): Debt[] {
  const { id: reference, effectiveOn, result = 'effective' } = order
  if (!effectiveOn || result !== 'effective') return []
  return debtorsOf(facts, order).map((obligor) => {
    const heading = { reference, instrument: { order }, obligor, releasedOn: endedOn(facts, obligor) }
    const ordered = instalments(facts).filter(
      (instalment) => isOrdered(order, instalment) && owersOf(facts, instalment).includes(obligor),
    )
    return { ...moneyDebt(facts, heading, ordered), dueOn: undefined }
  })
}

/** Whom a payment order names; the parties of its agreement where it names nobody. */
export function debtorsOf(facts: Facts, { agreement, obligors }: PaymentOrder): readonly string[] {
  return obligors ?? facts.agreements.find(({ id }) => id === agreement)?.obligors ?? []
}

/** Whether an instalment was due when a payment order on its agreement was applied for. */
export function isOrdered({ agreement, appliedOn }: PaymentOrder, { payment, source }: Instalment): boolean {
  const isDue = payment.dueOn !== undefined && payment.dueOn <= appliedOn
  return 'agreement' in source && source.agreement.id === agreement && isDue
}

function addressOf({ reference, obligor }: Heading, kind: DebtKind): string {
  return `${reference}/${obligor}/${kind}`
}
