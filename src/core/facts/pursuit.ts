import { earliest, type IsoDate } from '../calendar/dates.ts'
import { type Debt, debtorsOf, debtsOf, isOrdered, owersOf } from './debts.ts'
import type { DebtKind, Enforcement, PaymentOrder, Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Instalment, isOwnPayment, paidFor, paymentsOn } from './instalments.ts'
import { inEffectSince } from './judgments.ts'
import { fenOf, sum } from './money.ts'
import { isFruitlessOrder, wasNeverMade } from './orders.ts'
import { obligationId } from './performance.ts'
import { confirmationOf, releasedOn, versionsOf } from './queries.ts'
import { type AgreedPart, claims, partsClaimedOn } from './suit-scope.ts'
import { standingSuits } from './suits.ts'
import { confirmedSince, titleOf } from './titles.ts'
import type { Work } from './works.ts'

/**
 * What was done about a debt: applications for enforcement and payment orders, suits, and what interrupts its period.
 */

/**
 * From when a debt can be enforced, before any last day: the confirmation of an agreement, the effect of a judgment or
 * order.
 */
export function enforceableSince(facts: Facts, { instrument }: Debt): IsoDate | undefined {
  if ('suit' in instrument) return inEffectSince(instrument.suit)
  if ('order' in instrument) return instrument.order.effectiveOn
  const confirmation = confirmationOf(facts, instrument.agreement)
  return confirmation && confirmedSince(facts, confirmation)
}

/** The results of an application by which nothing was enforced: the court refused it, or it was taken back. */
const fruitless: ReadonlySet<Enforcement['result']> = new Set(['refused', 'rejected', 'withdrawn'])

/** What is owed by one obligor of one kind under one instrument, in whole or a part of it that was due on a day. */
export type Owed = Pick<Debt, 'reference' | 'obligor' | 'kind'> & {
  readonly dueOn?: IsoDate | undefined
  readonly instalment?: string | undefined
}

/** The applications for enforcement that are about what one obligor owes and did not come to nothing. */
function applicationsFor(facts: Facts, { reference, obligor, kind }: Owed): Enforcement[] {
  return facts.court.enforcements
    .filter((each) => titleOf(facts, each) === reference && !fruitless.has(each.result))
    .filter(({ obligors }) => !obligors?.length || obligors.includes(obligor))
    .filter(({ debts: kinds }) => !kinds?.length || kinds.includes(kind))
}

/** Whether what is due on a day was due when enforcement was applied for; true where one of the two days is unknown. */
function isInTimeFor({ appliedOn }: Enforcement, dueOn: IsoDate | undefined): boolean {
  return dueOn === undefined || appliedOn === undefined || dueOn <= appliedOn
}

/** Whether an application is before the court still: one that is suspended goes on when the cause has ceased. */
export function isOngoing({
  result = 'ongoing',
}: {
  readonly result?: Enforcement['result'] | undefined
}): boolean {
  return result === 'ongoing' || result === 'suspended'
}

/** Whether what is owed is being enforced now, or the court has enforced it: so that it needs no second application. */
export function isBeingEnforced(facts: Facts, owed: Owed): boolean {
  return applicationsFor(facts, owed).some(
    (each) => (isOngoing(each) || each.result === 'performed') && isInTimeFor(each, owed.dueOn),
  )
}

/** Whether the court enforces an instalment against somebody who owes it, and has recovered nothing yet. */
export function isUnderEnforcement(facts: Facts, instalment: Instalment): boolean {
  const owers = owersOf(facts, instalment).filter((id) => !releasedOn(facts, id))
  const { source, payment } = instalment
  const owed = { reference: obligationId(source), kind: 'money', dueOn: payment.dueOn } as const
  return (
    owers.some((obligor) => isBeingEnforced(facts, { ...owed, obligor })) &&
    !owers.some((obligor) => recoveriesFor(facts, { ...owed, obligor }).length > 0)
  )
}

/** The applications by which the court recovered money of what is owed. */
export function recoveriesFor(facts: Facts, owed: Owed): Enforcement[] {
  return applicationsFor(facts, owed).filter(
    (each) => (each.result === 'performed' || fenOf(each.recovered) > 0n) && isInTimeFor(each, owed.dueOn),
  )
}

/**
 * Whether an application reaches the whole of a debt: its last day had passed, or it asks for what was not due yet too.
 * It does the latter where it is over work of which nothing was due, or asks for all the money that those whom it names
 * owe.
 */
function reaches(facts: Facts, application: Enforcement, debt: Debt): boolean {
  const { debts: kinds, appliedOn, amount, obligors } = application
  if (appliedOn === undefined || isInTimeFor(application, debt.dueOn)) return true
  const named = debtsOf(facts, debt.reference).filter(
    ({ kind, obligor }) => kind === debt.kind && (!obligors?.length || obligors.includes(obligor)),
  )
  if (debt.kind === 'work') {
    const isDue = ({ completeBy }: Work) => completeBy !== undefined && completeBy <= appliedOn
    return (kinds?.includes('work') ?? false) && !named.some(({ works }) => works.some(isDue))
  }
  const owed = [
    ...new Map(named.flatMap((each) => each.instalments.map((one) => [one.payment, one]))).values(),
  ]
  const paid = owed
    .flatMap((instalment) => paymentsOn(facts, instalment))
    .filter(({ paidOn }) => paidOn <= appliedOn)
  const left = sum(owed.map(({ payment }) => payment.amount)) - sum(paid.map((each) => each.amount))
  return left > 0n && fenOf(amount) >= left
}

/** The day on which the enforcement of a debt was applied for. */
export function enforcedOn(facts: Facts, debt: Debt): IsoDate | undefined {
  const reaching = applicationsFor(facts, debt).filter((application) => reaches(facts, application, debt))
  return earliest(...reaching.map(({ appliedOn }) => appliedOn))
}

/**
 * Whether a payment order was applied for what an obligor owes under an agreement, and did not come to nothing.
 */
export function hasOrder(facts: Facts, owed: Omit<Owed, 'kind'>): boolean {
  return ordersFor(facts, owed).length > 0
}

/** The payment order in effect for money that an obligor owes: it is enforced, and nobody sues for it. */
export function effectiveOrder(facts: Facts, owed: Owed): PaymentOrder | undefined {
  if (owed.kind !== 'money') return undefined
  return ordersFor(facts, owed).find(
    ({ effectiveOn, result = 'effective' }) => effectiveOn !== undefined && result === 'effective',
  )
}

function ordersFor(facts: Facts, { reference, obligor, dueOn }: Omit<Owed, 'kind'>): PaymentOrder[] {
  return facts.court.paymentOrders.filter(
    (order) =>
      order.agreement === reference &&
      !isFruitlessOrder(order) &&
      debtorsOf(facts, order).includes(obligor) &&
      (dueOn === undefined || dueOn <= order.appliedOn),
  )
}

/**
 * The day on which the whole of a debt under an agreement was claimed in court: by suits, by an effective payment
 * order, or by enforcement of a notarised deed, which has the effect of a suit (`limitation-interruption`).
 */
export function claimedOn(facts: Facts, debt: Debt): IsoDate | undefined {
  const orders = facts.court.paymentOrders.filter(
    (order) =>
      order.effectiveOn !== undefined &&
      (order.result ?? 'effective') === 'effective' &&
      debtorsOf(facts, order).includes(debt.obligor) &&
      debt.instalments.length > 0 &&
      debt.instalments.every((instalment) => isOrdered(order, instalment)),
  )
  const { instrument } = debt
  const suit =
    'agreement' in instrument
      ? partsClaimedOn(facts, instrument.agreement, partsOfDebt(debt), debt.obligor)
      : undefined
  return earliest(suit, enforcedOn(facts, debt), ...orders.map(({ appliedOn }) => appliedOn))
}

/** What a debt under an agreement consists of, as a suit may claim it. */
function partsOfDebt({ kind, instalments, works, isUnscheduled }: Debt): AgreedPart[] {
  if (kind === 'work') return works.map(({ completeBy: dueOn }) => ({ kind, dueOn }))
  const scheduled = instalments.map(({ payment }): AgreedPart => ({ kind, payment }))
  return isUnscheduled ? [...scheduled, { kind, payment: undefined }] : scheduled
}

/** Whether what is owed under an agreement was claimed by a suit that is pending or that the court upheld. */
export function isClaimed(facts: Facts, { reference, obligor, kind, dueOn, instalment: id }: Owed): boolean {
  const agreement = facts.agreements.find((each) => each.id === reference)
  if (!agreement) return false
  const payment = agreement.payments?.find((each) => each.id === id)
  const part: AgreedPart = kind === 'work' ? { kind, dueOn } : { kind, payment }
  return standingSuits(facts, obligor).some((suit) => claims(facts, suit, agreement, part))
}

/** Whether a suit claims any of a debt under an agreement. */
export function concernsDebt(facts: Facts, suit: Suit, debt: Debt): boolean {
  const { instrument } = debt
  if (!('agreement' in instrument)) return false
  return partsOfDebt(debt).some((part) => claims(facts, suit, instrument.agreement, part))
}

/**
 * The days on which enforcement was applied for, of the whole of a debt or of a part, and that did not come to nothing.
 */
export function applicationDays(facts: Facts, debt: Debt): IsoDate[] {
  return applicationsFor(facts, debt).flatMap(({ appliedOn }) => appliedOn ?? [])
}

/**
 * The days that interrupt the period of a debt for those who owe it jointly with this obligor (`joint-interruption`).
 */
export function jointInterruptions(facts: Facts, debt: Debt): IsoDate[] {
  const { reference, kind, obligor } = debt
  const others = debtsOf(facts, reference).filter(
    (other) => other.kind === kind && other.obligor !== obligor && isCommon(other, debt),
  )
  const days = others.flatMap((other) => [
    ...interruptionsOfDebt(facts, other),
    ...applicationDays(facts, other),
    ...standingSuits(facts, other.obligor)
      .filter((suit) => concernsDebt(facts, suit, other))
      .flatMap(({ filedOn }) => filedOn ?? []),
  ])
  return [...new Set(days)].toSorted()
}

/** Whether two debtors owe an instalment or a work in common. */
function isCommon(one: Debt, other: Debt): boolean {
  return (
    one.instalments.some(({ payment }) => other.instalments.some((each) => each.payment === payment)) ||
    one.works.some(({ address }) => other.works.some((each) => each.address === address))
  )
}

/**
 * The days, in order, that interrupt the period of one debt (`limitation-interruption`), for its obligor alone: a
 * demand, a promise, a claim in bankruptcy, a part payment, a part of the work, an application for a payment order.
 */
export function interruptionsOfDebt(facts: Facts, debt: Debt): IsoDate[] {
  const { court } = facts
  const { obligor, kind } = debt
  const names = referencesOf(facts, debt)
  const concerns = (reference: string | undefined, kinds: readonly DebtKind[] | undefined): boolean =>
    (reference === undefined || names.includes(reference)) && (!kinds?.length || kinds.includes(kind))
  const demands = (court.demands ?? []).filter(
    (each) => each.obligors.includes(obligor) && concerns(each.reference, each.debts),
  )
  const others = court.limitationInterruptions.filter(
    (each) => each.obligor === obligor && concerns(each.reference, each.debts),
  )
  const orders = court.paymentOrders.filter(
    (order) =>
      kind === 'money' &&
      !wasNeverMade(order) &&
      names.includes(order.agreement ?? '') &&
      debtorsOf(facts, order).includes(obligor),
  )
  const days = [
    ...demands.map(({ on }) => on),
    ...others.map(({ on }) => on),
    ...orders.map(({ appliedOn }) => appliedOn),
    ...partPayments(facts, debt),
    ...partsOfWork(debt),
  ]
  return [...new Set(days)].toSorted()
}

/**
 * The days on which an obligor paid on his debt himself; what a third person pays for him is no acknowledgement of his.
 */
function partPayments(facts: Facts, debt: Debt): IsoDate[] {
  return debt.instalments.flatMap((instalment) =>
    paymentsOn(facts, instalment)
      .filter(isOwnPayment)
      .filter((paid) => {
        const payer = paidFor(paid) ?? instalment.payment.obligor
        return payer === undefined || payer === debt.obligor
      })
      .map(({ paidOn }) => paidOn),
  )
}

/** The days on which an obligor began or completed work that he owes, or a substitute of his was accepted. */
function partsOfWork({ works, obligor }: Debt): IsoDate[] {
  const days = works.flatMap(({ projects, substitute }) => [
    ...projects
      .filter(({ obligors }) => !obligors?.length || obligors.includes(obligor))
      .flatMap(({ startedOn, completedOn }) => [startedOn, completedOn]),
    substitute?.acceptedOn,
  ])
  return days.filter((day) => day !== undefined)
}

/**
 * What a demand may call the instrument of a debt: an agreement by any version, a payment order by its agreement too.
 */
function referencesOf(facts: Facts, { instrument, reference }: Debt): string[] {
  if ('agreement' in instrument) return versionsOf(facts, instrument.agreement).map(({ id }) => id)
  return 'order' in instrument ? [reference, instrument.order.agreement ?? reference] : [reference]
}
