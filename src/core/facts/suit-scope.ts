import { earliest, type IsoDate, latestOfAll } from '../calendar/dates.ts'
import type { Agreement, ScheduledPayment, Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { fenOf, sum } from './money.ts'
import { setsOf } from './restoration-sets.ts'
import { isInKind, isOwedAsWork, jointWith, unscheduledMoney } from './shares.ts'
import { bindingSuitsOn, standingSuits } from './suits.ts'

/**
 * What a suit on the breach of an agreement is about. Only that is claimed by it and replaced by its judgment
 * (`breach-suit`); the rest of the agreement goes on.
 */

/** A part of what an agreement asks: one instalment, money or work without any day, or work with its last day. */
export type AgreedPart =
  | { readonly kind: 'money'; readonly payment: Pick<ScheduledPayment, 'id' | 'dueOn'> | undefined }
  | { readonly kind: 'work'; readonly dueOn: IsoDate | undefined }

/** Whether a suit on an agreement claims a part of it. Where it says nothing: what was due on the day it was filed. */
export function claims(facts: Facts, suit: Suit, agreement: Agreement, part: AgreedPart): boolean {
  if (suit.agreement !== agreement.id) return false
  const kinds = suit.debts?.length ? suit.debts : undefined
  if (kinds && !kinds.includes(part.kind)) return false
  const ids = suit.instalments?.length ? suit.instalments : undefined
  if (part.kind === 'money') {
    const { payment } = part
    if (payment === undefined) return true
    if (ids) return ids.includes(payment.id)
    return isDueAt(suit, payment.dueOn) || claimsAllMoney(facts, suit, agreement)
  }
  if (ids && !kinds) return false
  if (isDueAt(suit, part.dueOn) || suit.restoration !== undefined) return true
  // A suit over work of which nothing is due can only mean all of it.
  return kinds !== undefined && !workDays(agreement).some((day) => isDueAt(suit, day))
}

/** Whether something was due when a suit was filed; true where it has no day, or the suit has none. */
function isDueAt({ filedOn }: Suit, dueOn: IsoDate | undefined): boolean {
  return dueOn === undefined || filedOn === undefined || dueOn <= filedOn
}

/** Whether a suit asks for as much as all instalments of its defendants come to: what was not due yet is among them. */
function claimsAllMoney(facts: Facts, suit: Suit, agreement: Agreement): boolean {
  const { claimAmount, debts: kinds, filedOn = '', obligors } = suit
  const isOfMoneyAlone = kinds?.length === 1 || !isOwedAsWork(agreement.compensation)
  if (claimAmount === undefined || !isOfMoneyAlone) return false
  const asked = (agreement.payments ?? []).filter(
    ({ obligor }) => obligor === undefined || obligors.includes(obligor),
  )
  const paid = facts.payments.filter(
    ({ id, creditedTo, paidOn, suit: other }) =>
      other === undefined && paidOn <= filedOn && asked.some((each) => each.id === (creditedTo ?? id)),
  )
  const left = sum(asked.map(({ amount }) => amount)) - sum(paid.map(({ amount }) => amount))
  return left > 0n && fenOf(claimAmount) >= left
}

/** The last days of the work that an agreement sets, phase by phase. */
function workDays({ restoration }: Agreement, obligor?: string): (IsoDate | undefined)[] {
  return setsOf(restoration)
    .filter(({ obligors }) => !obligor || !obligors?.length || obligors.includes(obligor))
    .flatMap(({ completeBy, phases }) =>
      phases?.length ? phases.map((phase) => phase.completeBy ?? completeBy) : [completeBy],
    )
}

/** Whether a judgment on the breach of an agreement replaces a part of it for this obligor; a dismissal does not. */
export function isPartJudged(facts: Facts, agreement: Agreement, part: AgreedPart, obligor: string): boolean {
  return bindingSuitsOn(facts, obligor).some((suit) => claims(facts, suit, agreement, part))
}

/** Whether judgments have replaced all that an agreement asks of this obligor. */
export function isJudgedUnder(facts: Facts, agreement: Agreement, obligor: string): boolean {
  if (!bindingSuitsOn(facts, obligor).some((suit) => suit.agreement === agreement.id)) return false
  return partsOf(agreement, obligor).every((part) => isPartJudged(facts, agreement, part, obligor))
}

/** What an agreement asks of an obligor, part by part. */
function partsOf(agreement: Agreement, obligor: string): AgreedPart[] {
  const { payments = [], compensation, substitutes = [] } = agreement
  const joint = jointWith(agreement, obligor)
  const money = payments.filter((each) => each.obligor === undefined || joint.includes(each.obligor))
  const days = workDays(agreement, obligor)
  // Work without terms, and what is done in the place of money, have no day of their own.
  const hasOthers = days.length ? false : isOwedAsWork(compensation)
  const works = hasOthers || substitutes.some(isInKind) ? [...days, undefined] : days
  const undated: AgreedPart[] =
    unscheduledMoney(agreement) > 0n ? [{ kind: 'money', payment: undefined }] : []
  return [
    ...undated,
    ...money.map((payment): AgreedPart => ({ kind: 'money', payment })),
    ...works.map((dueOn): AgreedPart => ({ kind: 'work', dueOn })),
  ]
}

/** The day on which all these parts were claimed, by suits that are pending or that the court upheld. */
export function partsClaimedOn(
  facts: Facts,
  agreement: Agreement,
  parts: readonly AgreedPart[],
  obligor: string,
): IsoDate | undefined {
  const suits = standingSuits(facts, obligor)
  const days = parts.map((part) =>
    earliest(...suits.filter((suit) => claims(facts, suit, agreement, part)).map(({ filedOn }) => filedOn)),
  )
  return latestOfAll(days)
}

/** Whether a suit says what of an agreement it claims, by kind or by instalment. */
function saysScope({ debts, instalments }: Suit): boolean {
  return Boolean(debts?.length || instalments?.length)
}

/**
 * Whether a suit on an agreement leaves it open what it claims: not all that its defendants owe was due when it was
 * filed.
 */
export function isScopeOpen(facts: Facts, suit: Suit, agreement: Agreement): boolean {
  if (saysScope(suit)) return false
  const parts = suit.obligors.flatMap((obligor) => partsOf(agreement, obligor))
  const kinds = new Set(parts.map(({ kind }) => kind))
  return kinds.size > 1 || parts.some((part) => !claims(facts, suit, agreement, part))
}

/** Work of an agreement for those of whom no judgment on its breach asks it; nothing where there are none. */
export function unjudged<
  W extends {
    readonly obligation: { readonly agreement: Agreement } | { readonly suit: Suit }
    readonly completeBy?: IsoDate
    readonly obligors: readonly string[]
  },
>(facts: Facts, work: W): W[] {
  const { obligation, completeBy: dueOn } = work
  if ('suit' in obligation || !work.obligors.length) return [work]
  const isOpen = (id: string) => !isPartJudged(facts, obligation.agreement, { kind: 'work', dueOn }, id)
  const obligors = work.obligors.filter(isOpen)
  if (obligors.length === work.obligors.length) return [work]
  return obligors.length ? [{ ...work, obligors }] : []
}
