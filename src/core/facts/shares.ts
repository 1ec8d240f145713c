import type { Agreement, Compensation, Share, Substitute } from './documents.ts'
import { type Fen, fenOf, sum, sumOf } from './money.ts'

/**
 * Those who answer together, by the shares of an agreement: each share is performed by its own obligors, and one share
 * performed leaves the others owed. Whom no share names answer together; where there is no share, all do.
 */
export function shareGroups({ shares = [] }: Agreement, among: readonly string[]): string[][] {
  const named = shares.map(({ obligors }) => among.filter((id) => obligors.includes(id)))
  const unnamed = among.filter((id) => !shares.some(({ obligors }) => obligors.includes(id)))
  const groups = [...named, unnamed].filter(({ length }) => length > 0)
  return [...new Map(groups.map((group) => [group.join(), group])).values()]
}

/** Those liable together with an obligor for the whole: he and whoever shares a joint share with him. */
export function jointWith({ shares = [] }: Agreement, obligor: string): string[] {
  const joint = shares.filter(({ joint, obligors }) => joint === true && obligors.includes(obligor))
  return [...new Set([obligor, ...joint.flatMap(({ obligors }) => obligors)])]
}

/** Whether a group pays its whole share, so that nothing of the common work is left to it. */
export function isPaidShare(agreement: Agreement, group: readonly string[]): boolean {
  const own = ({ obligors }: Share): boolean => obligors.every((id) => group.includes(id))
  const owed = (agreement.shares ?? []).filter(own).map(({ amount }) => amount)
  const paid = (agreement.payments ?? []).filter(
    ({ obligor }) => obligor !== undefined && group.includes(obligor),
  )
  return owed.length > 0 && paid.length > 0 && sumOf(paid) >= sum(owed)
}

/** Whether something of what is agreed is to be restored, and not paid. */
export function isOwedAsWork(compensation: Compensation | undefined): boolean {
  return (compensation?.items ?? []).some(({ by, amount }) => by === 'work' && fenOf(amount) > 0n)
}

/** What a compensation comes to, in 分: the total it states, else the sum of its items. */
export function compensationTotal({ total, items }: Compensation): Fen {
  return total ? fenOf(total) : sumOf(items)
}

/** Whether a substitute takes the place of money; instalments and money itself are ways of paying. */
export function isInKind({ mode }: Substitute): boolean {
  return mode !== 'instalments' && mode !== 'monetary'
}

/** What an agreement says of the money that is to be paid. */
type AgreedMoney = {
  readonly [Key in 'compensation' | 'payments' | 'substitutes']?: Agreement[Key] | undefined
}

/**
 * The money that an agreement asks for and puts in no instalment, in 分: the items by payment, less what is done in
 * their place, less the schedule; 0 where nothing is left.
 */
export function unscheduledMoney({ compensation, payments = [], substitutes = [] }: AgreedMoney): Fen {
  const items = (compensation?.items ?? []).filter(({ by }) => by === 'payment')
  const left = sumOf(items) - sumOf(substitutes.filter(isInKind)) - sumOf(payments)
  return left > 0n ? left : 0n
}

/** A share that stands alone: whose it is, and how much of it is to be paid, in 分. */
export interface OwnShare {
  readonly obligors: readonly string[]
  readonly money: Fen
  /** What of it is in no instalment, in 分. */
  readonly unscheduled: Fen
}

/**
 * The separate share of an obligor; undefined where he answers for the whole, where a part is owed as work, which
 * shares don't tell from the money, or where an instalment or what is done in kind names nobody.
 */
export function ownShare(agreement: Agreement, obligor: string): OwnShare | undefined {
  const { compensation, obligors, payments = [], shares = [], substitutes = [] } = agreement
  const groups = shareGroups(agreement, obligors)
  const [group, ...others] = groups.filter((each) => each.includes(obligor))
  if (!group || others.length || groups.length < 2 || isOwedAsWork(compensation)) return undefined
  const inKind = substitutes.filter(isInKind)
  if (payments.some((each) => each.obligor === undefined) || inKind.some((each) => !each.obligors?.length))
    return undefined
  const own = shares.filter((share) => share.obligors.every((id) => group.includes(id)))
  if (!own.length) return undefined
  const done = inKind.filter((each) => each.obligors?.every((id) => group.includes(id)))
  const scheduled = payments.filter((each) => each.obligor !== undefined && group.includes(each.obligor))
  const money = sumOf(own) - sumOf(done)
  return { obligors: group, money, unscheduled: money - sumOf(scheduled) }
}
