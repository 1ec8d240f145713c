import { compare } from '../calendar/dates.ts'
import { bindingAgreements } from './agreements.ts'
import { standingAppraisals } from './appraisals.ts'
import { CLEAN_UP, destinations, isLoss } from './destinations.ts'
import type { Agreement, Payment } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Instalment, instalments, paymentsOn, uncreditedPayments } from './instalments.ts'
import { isInKind } from './shares.ts'

/**
 * Whether an instalment must go to the treasury: it pays for losses that no restoration and no substitute makes good.
 */
export function isOwedToTreasury(facts: Facts, instalment: Instalment): boolean {
  const findings = restorabilityFound(facts)
  if (findings.length === 0 || findings.includes('full')) return false
  const { heads = [] } = instalment.payment
  const isForLosses = heads.length > 0 && heads.every(isLoss)
  return isForLosses && !isMadeUpFor(facts, instalment)
}

/**
 * Whether there is nothing that an implementer could be paid for: nothing can be restored, and no substitute is carried
 * out (`treasury`). What cleaning up has cost goes back to whoever bore it all the same.
 */
export function isNothingToRestore(facts: Facts, instalment: Instalment): boolean {
  const findings = restorabilityFound(facts)
  const isHopeless = findings.length > 0 && findings.every((restorability) => restorability === 'none')
  return isHopeless && !isMadeUpFor(facts, instalment)
}

/**
 * Whether there is nothing that what was paid before any agreement could restore: nothing can be restored, and neither
 * an agreement nor a judgment asks for a substitute.
 */
export function isNothingToRestoreYet(facts: Facts): boolean {
  const findings = restorabilityFound(facts)
  const isHopeless = findings.length > 0 && findings.every((restorability) => restorability === 'none')
  const isMadeUp =
    facts.restoration.projects.length > 0 ||
    bindingAgreements(facts).some(hasSubstitutes) ||
    facts.court.suits.some(({ restoration }) => restoration !== undefined)
  return isHopeless && !isMadeUp
}

function restorabilityFound(facts: Facts) {
  return standingAppraisals(facts).flatMap(({ restorability }) => restorability ?? [])
}

/**
 * Whether only the agreed deposit with a notary keeps an instalment out of the treasury: nothing on record says which
 * substitute it waits for.
 */
export function isDepositedForNothing(facts: Facts, instalment: Instalment): boolean {
  const { destination, ...payment } = instalment.payment
  // What the deposit was used for since is the substitute that it waited for (`project-library`).
  const isUsed = (facts.documents.payments?.uses ?? []).some(({ project }) => project !== undefined)
  if (destination !== destinations.notary || isUsed) return false
  return isOwedToTreasury(facts, { ...instalment, payment })
}

/** Whether the agreement has substitutes carried out, or the judgment orders a restoration all the same. */
function isMadeUpFor(facts: Facts, { source, payment }: Instalment): boolean {
  // Agreed to be deposited with a notary, the money waits for the substitute that it pays for (`project-library`).
  if (payment.destination === destinations.notary) return true
  if ('suit' in source) {
    const { id, restoration } = source.suit
    return restoration !== undefined || facts.restoration.projects.some(({ suit }) => suit === id)
  }
  return hasSubstitutes(source.agreement)
}

function hasSubstitutes({ substitutes }: Agreement): boolean {
  return (substitutes ?? []).some(isInKind)
}

/**
 * Where the money of an instalment goes: what must go to the treasury, what was agreed, where the last payment for the
 * same went, else by what it is for.
 */
export function destinationOf(facts: Facts, instalment: Instalment): string {
  const { heads = [] } = instalment.payment
  if (isOwedToTreasury(facts, instalment)) return destinations.treasury
  const isUnused = isNothingToRestore(facts, instalment)
  const destination = instalment.payment.destination ?? lastDestination(facts, instalment)
  if (destination !== undefined && !(isUnused && destination === destinations.implementer)) return destination
  if (heads.length === 0 || heads.some(isLoss)) return destinations.treasury
  if (!heads.includes(CLEAN_UP)) return destinations.costBearer
  return isUnused ? destinations.treasury : destinations.implementer
}

/** Where the latest payment on another instalment for the same heads went; for costs and for losses that differs. */
function lastDestination(facts: Facts, instalment: Instalment): string | undefined {
  const headsOf = ({ payment: { heads = [] } }: Instalment): string => heads.toSorted().join()
  const isAlike = (each: Instalment): boolean =>
    each.payment !== instalment.payment && headsOf(each) !== '' && headsOf(each) === headsOf(instalment)
  const alike = instalments(facts).filter(isAlike)
  const paid = new Set(alike.flatMap((each) => paymentsOn(facts, each)))
  return latestOf(facts, (payment) => paid.has(payment))
}

/** Where the latest of these payments went. */
function latestOf({ payments }: Facts, isMeant: (payment: Payment) => boolean): string | undefined {
  return payments
    .filter(({ destination }) => destination !== undefined)
    .toSorted((a, b) => compare(a.paidOn, b.paidOn))
    .findLast(isMeant)?.destination
}

/** Where the last payment before any agreement went: what is paid then, mostly goes to the same. */
export function lastAdvanceDestination(facts: Facts): string | undefined {
  const early = new Set(uncreditedPayments(facts))
  const last = latestOf(facts, (payment) => early.has(payment))
  return last === destinations.implementer && isNothingToRestoreYet(facts) ? undefined : last
}
