import { addMonths, type IsoDate } from '../../core/calendar/dates.ts'
import {
  type Purpose,
  paymentsInText,
  restorationDays,
  sharesInText,
} from '../../core/drafts/terms-in-text.ts'
import { type Fen, sum, sumFen, yuanOf } from '../../core/facts/money.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import {
  compensationItems,
  fen,
  inKind,
  itemsIn,
  moneyLeft,
  owedMoney,
  paidItems,
  signers,
  sumOfAmounts,
  totalOf,
} from './agreed.ts'
import type { Asking } from './context.ts'

/** The answers that matter, with the case in which the parties have their names. */
type Answers = Pick<Asking, 'whole' | 'before' | 'facts'>

interface CountOfList {
  readonly count?: number | undefined
}

/** The text of a clause that was answered before the figures. */
function clauseText(whole: Item, code: string): string {
  const text = itemOrEmpty(whole.clauses)[code]
  return typeof text === 'string' ? text : ''
}

/** Whether the clauses say that the money is paid in instalments. */
export function saysInstalments(whole: Item): boolean {
  return /分(?:期|[二两三四五六七八九十\d]+期)/u.test(clauseText(whole, 'performance'))
}

/** The day that the clauses name for a step of the restoration: those of the first terms. */
export function dayInClauses(
  { whole, before }: Pick<Asking, 'whole' | 'before'>,
  purpose: Purpose['key'],
): IsoDate | undefined {
  return before.length ? undefined : restorationDays(clauseText(whole, 'restorationSchedule'))[purpose]
}

/** The obligors who sign, with their names. */
function namedSigners({ whole, facts }: Pick<Asking, 'whole' | 'facts'>): { id: string; name: string }[] {
  const ids = signers({ whole })
  return (facts?.obligors ?? []).filter(({ id }) => ids.includes(id))
}

/** The shares that the clause on liability names, where they make up the whole. */
function sharesSaid({ whole, facts }: Pick<Asking, 'whole' | 'facts'>) {
  const shares = sharesInText(clauseText(whole, 'liability'), namedSigners({ whole, facts }))
  const all = sumFen(shares.map(({ amount }) => amount))
  return all === totalOf(whole) ? shares : []
}

/** One payment as it suggests itself. */
interface Part {
  readonly amount: Fen
  readonly obligor?: string
  readonly dueOn?: IsoDate
  readonly heads?: readonly string[]
}

/** The payments that the clause on performance names, where they come to what is owed. */
function partsSaid({ whole, facts }: Pick<Asking, 'whole' | 'facts'>): Part[] | undefined {
  const parts = paymentsInText(clauseText(whole, 'performance'), namedSigners({ whole, facts }))
  const all = sumFen(parts.map(({ amount }) => amount))
  return parts.length && all === owedMoney(whole) ? parts : undefined
}

/**
 * The payments that suggest themselves: one for each separate share, else one for each head of damage; undefined where
 * something is done in place of money, or where payment in instalments was agreed.
 */
function ownParts(whole: Item): Part[] | undefined {
  const isInstalled = itemsIn(whole.substitutes).some(({ mode }) => mode === 'instalments')
  const items = paidItems(whole)
  if (isInstalled || inKind(whole).length || !items.length) return undefined
  const shares = itemsIn(whole.shares)
  const isSeparate = shares.length > 1 && shares.every(({ joint }) => joint !== true)
  if (!isSeparate) return items.map(({ head, amount }) => ({ amount: fen(amount), heads: [String(head)] }))
  if (compensationItems(whole).length > items.length) return undefined
  return shares.map(({ obligors, amount }) => {
    const [only, ...others] = Array.isArray(obligors) ? obligors.map(String) : []
    return { amount: fen(amount), ...(only && !others.length && { obligor: only }) }
  })
}

/** In how many parts the money is paid. */
export function proposedCount({ whole, facts }: Pick<Asking, 'whole' | 'facts'>): number {
  return (
    (partsSaid({ whole, facts }) ?? ownParts(whole))?.length ??
    (itemsIn(whole.substitutes).some(({ mode }) => mode === 'instalments') ? 2 : 1)
  )
}

/** The part that comes next: as it suggests itself, else an equal part of what is left, the last with the rest. */
export function nextPart({ whole, before, facts, count = 1 }: Answers & CountOfList): Part | undefined {
  const said = partsSaid({ whole, facts })
  const parts = said?.length === count ? said : ownParts(whole)
  const own = parts?.length === count ? parts[before.length] : undefined
  const isAsProposed =
    sumOfAmounts(before) === sum((parts ?? []).slice(0, before.length).map(({ amount }) => yuanOf(amount)))
  if (own && isAsProposed) return own
  const left = moneyLeft({ whole, before })
  if (left === 0n) return undefined
  const open = count - before.length
  const [only, ...others] = paidItems(whole)
  const heads = only && !others.length ? { heads: [String(only.head)] } : {}
  return { amount: open > 1 ? left / BigInt(open) : left, ...heads }
}

/**
 * The day of the payment that comes next: payments for several heads are mostly due together; instalments go on as far
 * apart as the two before.
 */
export function nextDueOn({ whole, before, facts, count }: Answers & CountOfList): string | undefined {
  const said = partsSaid({ whole, facts })
  if (said && said.length === count) return said[before.length]?.dueOn
  const [last, earlier] = before.toReversed().map(({ dueOn }) => (typeof dueOn === 'string' ? dueOn : ''))
  if (!last) return undefined
  if (ownParts(whole)?.length === count) return last
  if (!earlier) return undefined
  const months = monthOf(last) - monthOf(earlier)
  return months > 0 && addMonths(earlier, months) === last ? addMonths(last, months) : undefined
}

const MONTHS = 12

function monthOf(day: string): number {
  const [year, month] = day.split('-').map(Number)
  return (year ?? 0) * MONTHS + (month ?? 0)
}

/** A share that comes next: those whom no share names, with what is left of the total, or their equal part of it. */
export function nextShare(
  { obligors }: Item,
  { whole, before, facts }: Answers,
): { obligors: string[]; amount: Fen } {
  const said = sharesSaid({ whole, facts })
  const next = obligors ?? said[before.length]?.obligor
  const own = said.filter(({ obligor }) => [next].flat().join() === obligor)[0]
  if (own) return { obligors: [own.obligor], amount: own.amount }
  return shareLeft({ obligors }, { whole, before, facts })
}

function shareLeft({ obligors }: Item, { whole, before }: Answers): { obligors: string[]; amount: Fen } {
  const named = before.flatMap((share) => (Array.isArray(share.obligors) ? share.obligors.map(String) : []))
  const open = signers({ whole }).filter((id) => !named.includes(id))
  const left = totalOf(whole) - sumOfAmounts(before)
  const own = Array.isArray(obligors) ? obligors.map(String).filter((id) => open.includes(id)) : open
  const isLast = own.length >= open.length || !open.length
  const amount = isLast ? left : (left * BigInt(own.length)) / BigInt(open.length)
  return { obligors: open, amount: amount > 0n ? amount : 0n }
}

/** Who bears the first share, where each bears one alone. */
export function firstBearer({ whole }: Pick<Asking, 'whole'>): string | undefined {
  const bearers = itemsIn(whole.shares).map(({ obligors }) =>
    Array.isArray(obligors) ? obligors.map(String) : [],
  )
  return bearers.every(({ length }) => length === 1) ? bearers[0]?.[0] : undefined
}
