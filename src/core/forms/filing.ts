import type { IsoDate } from '../calendar/dates.ts'
import type { Enforcement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { boundBy } from '../stages/binding.ts'
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
        subject: agreement,
        matter: '申请司法确认',
        ...{ court, on: appliedOn, obligors: parties(agreement) },
        ...{ path: `court.confirmations[${agreement}]`, action: 'apply-confirmation' },
      }),
    ),
    ...suits.map(
      ({ id, court, filedOn, obligors }): CourtFiling => ({
        ...{ subject: id, matter: '提起诉讼', court, on: filedOn, obligors },
        ...{ path: `court.suits[${id}]`, action: 'sue' },
      }),
    ),
    ...paymentOrders.map(
      ({ id, court, appliedOn, agreement, obligors = parties(agreement) }): CourtFiling => ({
        ...{ subject: id, matter: '申请支付令', court, on: appliedOn, obligors },
        ...{ path: `court.paymentOrders[${id}]`, action: 'apply-payment-order' },
      }),
    ),
    ...preservations.map(
      ({ kind, court, appliedOn, obligors = [] }): CourtFiling => ({
        subject: `${kind}/${appliedOn}`,
        matter: '申请保全',
        ...{ court, on: appliedOn, obligors },
        ...{ path: `court.preservations[${kind}/${appliedOn}]`, action: 'preserve' },
      }),
    ),
    ...enforcements.flatMap((each) => enforcementFiling(facts, each)),
  ]
}

function enforcementFiling(facts: Facts, enforcement: Enforcement): CourtFiling[] {
  const { id, court, appliedOn: on, reference = '', obligors = boundBy(facts, reference) } = enforcement
  const subject = id ?? enforcement.reference
  if (subject === undefined) return []
  const place = { path: `court.enforcements[${subject}]`, action: 'apply-enforcement' }
  return [{ subject, matter: '申请强制执行', court, on, obligors, ...place }]
}

/** 某公司、郑某: those against or with whom something is filed. */
export function opponentsOf(facts: Facts, { obligors }: Pick<CourtFiling, 'obligors'>): string {
  return obligorNames(facts, obligors)
}
