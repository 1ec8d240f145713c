import { compare, type IsoDate } from '../calendar/dates.ts'
import { boundAsBefore, obligedUnder, obligingAgreements } from './agreements.ts'
import type { Agreement, Payment, ScheduledPayment, Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { type Fen, fenOf, sum } from './money.ts'
import { oncePerCase } from './once.ts'
import { bindsNobody, versionsOf } from './queries.ts'
import { jointWith } from './shares.ts'
import { isPartJudged } from './suit-scope.ts'
import { bindingSuits, boundBySuit } from './suits.ts'

/** An instalment that somebody owes, and the agreement or suit that names it. */
export interface Instalment {
  readonly payment: ScheduledPayment
  readonly source: { readonly agreement: Agreement } | { readonly suit: Suit }
}

/**
 * Every instalment of the agreements in force and of the effective judgments, for the obligors whom they still bind.
 */
export const instalments = oncePerCase((facts): readonly Instalment[] => {
  const agreed = obligingAgreements(facts).flatMap((agreement) => instalmentsUnder(facts, agreement))
  const judged = bindingSuits(facts).flatMap((suit) =>
    instalmentsOf(suit, boundBySuit(suit)).map((payment) => ({ payment, source: { suit } })),
  )
  return [...agreed, ...judged]
})

/** The instalments of an agreement, amended since or not, for the obligors whom it still binds. */
export function instalmentsUnder(facts: Facts, agreement: Agreement): Instalment[] {
  const bound = obligedUnder(facts, agreement)
  // Who is jointly liable for what another pays owes it still when that other alone has amended the agreement.
  const isLeft = boundAsBefore(facts, agreement).length > 0
  const payersFor = (id: string) =>
    isLeft ? jointWith(agreement, id).filter((each) => bound.includes(each)) : [id]
  const among = isLeft ? agreement.obligors : bound
  const owed = instalmentsOf(agreement, among).filter((payment) => {
    const owers = payment.obligor === undefined ? bound : payersFor(payment.obligor)
    return owers.some((obligor) => !isPartJudged(facts, agreement, { kind: 'money', payment }, obligor))
  })
  return owed.map((payment) => ({ payment, source: { agreement } }))
}

/** The instalments that name one of these obligors, or none. */
function instalmentsOf({ payments = [] }: Agreement | Suit, obligors: readonly string[]): ScheduledPayment[] {
  return payments.filter(({ obligor }) => obligor === undefined || obligors.includes(obligor))
}

/** The instalment that a payment counts for: the one that it is credited to, else that of its own id. */
export function creditedId({ id, creditedTo }: Payment): string {
  return creditedTo ?? id
}

/** What was paid on an instalment, before it was agreed or after. */
export function paymentsOn(facts: Facts, instalment: Instalment): Payment[] {
  const { payment, source } = instalment
  return facts.payments.filter(
    (paid) =>
      creditedId(paid) === payment.id &&
      (paid.agreement === undefined ||
        (paid.creditedTo !== undefined && isFreed(facts, paid)) ||
        ('agreement' in source && isPaidUnder(facts, source.agreement, paid.agreement))) &&
      (paid.suit === undefined || ('suit' in source && paid.suit === source.suit.id)) &&
      !isOfAnother(facts, paid, instalment),
  )
}

/**
 * Whether a payment that names no instrument counts for an instalment of the same id under another one: it counts once,
 * for what its payer owes, and of that for what was due first.
 */
function isOfAnother(facts: Facts, paid: Payment, instalment: Instalment): boolean {
  const isBound = paid.agreement !== undefined && !isFreed(facts, paid)
  if (isBound || paid.suit !== undefined) return false
  const claims = namesakes(facts, creditedId(paid))
  if (claims.length < 2) return false
  const payer = paidFor(paid)
  const own = claims.filter(({ payment }) => payer === undefined || payment.obligor === payer)
  const dayOf = ({ payment: { dueOn = '' } }: Instalment): IsoDate => dueOn
  const [first] = (own.length ? own : claims).toSorted((a, b) => compare(dayOf(a), dayOf(b)))
  const origin = originOf(facts, instalment)
  return first !== undefined && originOf(facts, first) !== origin
}

/** The instalments in force of one id, the first of each instrument; more than one where an id was given twice. */
export function namesakes(facts: Facts, id: string): Instalment[] {
  const same = instalments(facts).filter(({ payment }) => payment.id === id)
  return [...new Map(same.toReversed().map((each) => [originOf(facts, each), each])).values()].toReversed()
}

/** The agreements and judgments in force that have an instalment of an id, but those from which `own` arises. */
export function instrumentsWith(facts: Facts, id: string, own?: Agreement | Suit): string[] {
  const origin = own && firstOf(facts, own)
  return namesakes(facts, id)
    .filter((each) => originOf(facts, each) !== origin)
    .map(({ source }) => ('agreement' in source ? source.agreement.id : source.suit.id))
}

/**
 * The agreement from which an instalment arises, in its first version; a judgment on its breach orders the same debt.
 */
function originOf(facts: Facts, { source }: Instalment): string {
  return firstOf(facts, 'agreement' in source ? source.agreement : source.suit)
}

function firstOf(facts: Facts, instrument: Agreement | Suit): string {
  const isSuit = facts.court.suits.some(({ id }) => id === instrument.id)
  const breached = 'agreement' in instrument ? instrument.agreement : undefined
  const agreement = facts.agreements.find(({ id }) => id === (isSuit ? breached : instrument.id))
  return agreement ? (versionsOf(facts, agreement).at(-1)?.id ?? agreement.id) : instrument.id
}

/** Whether a payment under an agreement counts for this one: under a former version, or under one that amends it. */
function isPaidUnder(facts: Facts, agreement: Agreement, paid: string): boolean {
  const later = facts.agreements.find(({ id }) => id === paid)
  return (
    versionsOf(facts, agreement).some(({ id }) => id === paid) ||
    (later !== undefined && versionsOf(facts, later).some(({ id }) => id === agreement.id))
  )
}

/** What was paid under an agreement as it stands, with what was paid before and credited to it. */
export function paymentsUnder(facts: Facts, { id, payments = [] }: Agreement): Payment[] {
  return facts.payments.filter(
    (paid) =>
      paid.agreement === id ||
      ((isAdvance(paid) || (paid.creditedTo !== undefined && isFreed(facts, paid))) &&
        payments.some((each) => each.id === creditedId(paid))),
  )
}

/**
 * Whether a payment was made under an agreement that came to nothing: rescinded since, or not confirmed by the court.
 */
function isFreed(facts: Facts, { agreement }: Pick<Payment, 'agreement'>): boolean {
  const under = facts.agreements.find(({ id }) => id === agreement)
  return under !== undefined && bindsNobody(facts, under)
}

/**
 * The payments that count for nothing yet: made before an agreement or a judgment asked for anything, as emergency
 * costs and advances are, or under an agreement that came to nothing, and not credited since.
 */
export function uncreditedPayments(facts: Facts): Payment[] {
  const agreements = facts.agreements.filter((agreement) => !bindsNobody(facts, agreement))
  return facts.payments.filter((paid) => {
    const isLoose = isAdvance(paid) || paid.creditedTo !== undefined
    if (!isAdvance(paid) && !isFreed(facts, paid)) return false
    const asking = agreements.filter(
      (agreement) => isLoose || isPaidUnder(facts, agreement, paid.agreement ?? ''),
    )
    const asked = [...asking, ...(isLoose ? facts.court.suits : [])].flatMap(({ payments }) => payments ?? [])
    return !asked.some(({ id }) => id === creditedId(paid))
  })
}

/** The obligor for whom a payment was made, where it says so: the payer himself, or the one that another paid for. */
export function paidFor({ payer }: { readonly payer?: Payment['payer'] | undefined }): string | undefined {
  return typeof payer === 'object' ? payer.obligor : payer
}

/**
 * Whether an obligor made a payment himself: the administrator of his bankruptcy pays out of his assets, whereas one by
 * a shareholder, an insurer or a guarantor discharges the debt without saying that he acknowledges it.
 */
export function isOwnPayment({ payer }: Pick<Payment, 'payer'>): boolean {
  return typeof payer !== 'object' || payer.relation === 'administrator'
}

/** Whether a payment rests on nobody's agreement or judgment, but on whoever made it. */
export function isAdvance({ agreement, suit, payer }: Payment): boolean {
  return agreement === undefined && suit === undefined && payer !== undefined
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
