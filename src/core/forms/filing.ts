import type { IsoDate } from '../calendar/dates.ts'
import type { Enforcement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { applyConfirmation } from '../stages/actions/apply-confirmation.ts'
import { applyEnforcement } from '../stages/actions/apply-enforcement.ts'
import { applyPaymentOrder } from '../stages/actions/apply-payment-order.ts'
import { preserve } from '../stages/actions/preserve.ts'
import { sue } from '../stages/actions/sue.ts'
import { boundBy } from '../stages/binding.ts'
import type { Action } from '../stages/define.ts'
import { obligorNames } from './fields.ts'

/** What the office takes to a court: what it is called, for whom and when; its subject is that of its own paper. */
export interface CourtFiling {
  readonly subject: string
  /** What is asked of the court, as an authorisation names it. */
  readonly matter: string
  readonly court: string | undefined
  readonly on: IsoDate | undefined
  readonly obligors: readonly string[]
  /** Where its court is recorded, and by which step. */
  readonly path: string
  readonly action: string
}

/** Everything that a case took or takes to a court, in the order of the record. */
export function courtFilingsOf(facts: Facts): CourtFiling[] {
  // An agreement whose confirmation was applied for twice has one paper.
  return [...new Map(allFilings(facts).map((filing) => [filing.subject, filing])).values()]
}

function allFilings(facts: Facts): CourtFiling[] {
  const { confirmations, suits, paymentOrders, preservations, enforcements } = facts.court
  const parties = (reference: string | undefined) =>
    facts.agreements.find(({ id }) => id === reference)?.obligors ?? []
  return [
    ...confirmations.map(
      ({ agreement, court, appliedOn }): CourtFiling => ({
        ...{ ...filedBy(applyConfirmation), subject: agreement, path: `court.confirmations[${agreement}]` },
        ...{ court, on: appliedOn, obligors: parties(agreement) },
      }),
    ),
    ...suits.map(
      ({ id, court, filedOn, obligors }): CourtFiling => ({
        ...{ ...filedBy(sue), subject: id, path: `court.suits[${id}]` },
        ...{ court, on: filedOn, obligors },
      }),
    ),
    ...paymentOrders.map(
      ({ id, court, appliedOn, agreement, obligors = parties(agreement) }): CourtFiling => ({
        ...{ ...filedBy(applyPaymentOrder), subject: id, path: `court.paymentOrders[${id}]` },
        ...{ court, on: appliedOn, obligors },
      }),
    ),
    ...preservations.map(
      ({ kind, court, appliedOn, obligors = [] }): CourtFiling => ({
        ...{ ...filedBy(preserve), subject: `${kind}/${appliedOn}` },
        ...{ court, on: appliedOn, obligors, path: `court.preservations[${kind}/${appliedOn}]` },
      }),
    ),
    ...enforcements.flatMap((each) => enforcementFiling(facts, each)),
  ]
}

function enforcementFiling(facts: Facts, enforcement: Enforcement): CourtFiling[] {
  const { id, court, appliedOn: on, reference = '', obligors = boundBy(facts, reference) } = enforcement
  const subject = id ?? enforcement.reference
  if (subject === undefined) return []
  return [
    { ...filedBy(applyEnforcement), subject, court, on, obligors, path: `court.enforcements[${subject}]` },
  ]
}

/** What an authorisation says of the step by which something is filed, and the step itself. */
function filedBy({ id, title }: Pick<Action, 'id' | 'title'>): Pick<CourtFiling, 'matter' | 'action'> {
  return { matter: title, action: id }
}

/** 某公司、郑某: those against or with whom something is filed. */
export function opponentsOf(facts: Facts, { obligors }: Pick<CourtFiling, 'obligors'>): string {
  return obligorNames(facts, obligors)
}
