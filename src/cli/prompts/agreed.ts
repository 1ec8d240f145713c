import { addMonths } from '../../core/calendar/dates.ts'
import { claimantsOf, otherSigningParties, type SigningParty } from '../../core/facts/claimants.ts'
import type { ScheduledPayment } from '../../core/facts/documents.ts'
import { type Fen, fenOf, showYuan, sum, yuanOf } from '../../core/facts/money.ts'
import { COSTS } from '../../core/facts/treasury.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import type { Asking } from './context.ts'
import type { Option } from './terminal.ts'

/** What the answers to an agreement leave open: who signs, what is to be paid, and in which parts. */

/** The answers that matter: those of the agreement, and the items of the same list that were answered before. */
type Answers = Pick<Asking, 'whole' | 'before'>

interface CountOfList {
  readonly count?: number | undefined
}

/** The obligors who sign, as the answers name them. */
export function signers({ whole }: Pick<Asking, 'whole'>): string[] {
  return Array.isArray(whole.obligors) ? whole.obligors.map(String) : []
}

/** The keys of a place, without the numbers of items: agreements.agreements.payments. */
export function nameOfPlace({ name, path }: Pick<ItemPlace, 'name' | 'path'>): string {
  return [name, ...path.filter((segment) => typeof segment === 'string')].join('.')
}

const AGREEMENT = 'agreements.agreements'
export const PAYMENTS = `${AGREEMENT}.payments`
const SHARES = `${AGREEMENT}.shares`

/** Whether a place is inside an agreement and names obligors: only those who sign it can stand there. */
export function isAboutSigners({ name, path }: Pick<ItemPlace, 'name' | 'path'>, whole: Item): boolean {
  const [, , key] = path
  return name === 'agreements' && key !== 'obligors' && Array.isArray(whole.obligors)
}

/** The sections of an agreement that its other answers call for. */
const CALLED_FOR: Readonly<Record<string, (whole: Item) => boolean>> = {
  [SHARES]: (whole) => signers({ whole }).length > 1,
  [PAYMENTS]: (whole) => owedMoney(whole) > 0n,
  [`${AGREEMENT}.restoration`]: (whole) =>
    compensationItems(whole).some(({ by }) => by === 'work') || inKind(whole).length > 0,
  [`${AGREEMENT}.performanceBond`]: (whole) =>
    itemsIn(whole.substitutes).some(({ mode }) => mode === 'instalments') || paysOnSeveralDays(whole),
  // Few restorations have a supervisor of the works, and few offices count what was restored.
  'restoration.projects.supervisor': () => false,
  'restoration.projects.restored': () => false,
}

/** Whether the answers so far call for a section, so that it is asked for and yes is proposed. */
export function isCalledFor(place: ItemPlace, { whole }: Pick<Asking, 'whole'>): boolean {
  return CALLED_FOR[nameOfPlace(place)]?.(whole) ?? true
}

/** Whether yes is proposed for a section: not for the account of a payment where that before was left without one. */
export function isLikely(place: ItemPlace, asking: Answers): boolean {
  const last = nameOfPlace(place) === `${PAYMENTS}.payee` ? asking.before.at(-1) : undefined
  return isCalledFor(place, asking) && (last === undefined || last.payee !== undefined)
}

/** Whether the answers beside a question leave nothing to ask: a share of one person is not joint. */
export function isIdle(place: ItemPlace, beside: Item): boolean {
  return (
    nameOfPlace(place) === `${SHARES}.joint` && Array.isArray(beside.obligors) && beside.obligors.length < 2
  )
}

/** Whether somebody pays on several days. */
function paysOnSeveralDays(whole: Item): boolean {
  const payments = itemsIn(whole.payments)
  return payments.some(({ obligor, dueOn }) =>
    payments.some((other) => other.obligor === obligor && other.dueOn !== dueOn),
  )
}

/** What is done in place of money; money itself and instalments are ways of paying. */
function inKind(whole: Item): Item[] {
  return itemsIn(whole.substitutes).filter(({ mode }) => mode !== 'instalments' && mode !== 'monetary')
}

function compensationItems(whole: Item): Item[] {
  return itemsIn(itemOrEmpty(whole.compensation).items)
}

function paidItems(whole: Item): Item[] {
  return compensationItems(whole).filter(({ by }) => by === 'payment')
}

/** What is to be paid in money, in 分, less what is done in its place. */
export function owedMoney(whole: Item): Fen {
  const left = sumOf(paidItems(whole)) - sumOf(inKind(whole))
  return left > 0n ? left : 0n
}

/** What no payment before holds, in 分; never less than nothing. */
function moneyLeft({ whole, before }: Answers): Fen {
  const left = owedMoney(whole) - sumOf(before)
  return left > 0n ? left : 0n
}

/** The total that the shares divide, in 分. */
function totalOf(whole: Item): Fen {
  const { total } = itemOrEmpty(whole.compensation)
  return typeof total === 'string' ? fenOf(total) : sumOf(compensationItems(whole))
}

/** One payment as it suggests itself. */
interface Part {
  readonly amount: Fen
  readonly obligor?: string
  readonly heads?: readonly string[]
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

/** In how many parts the money is paid, where nobody said. */
export function proposedCount(whole: Item): number {
  return (
    ownParts(whole)?.length ?? (itemsIn(whole.substitutes).some(({ mode }) => mode === 'instalments') ? 2 : 1)
  )
}

/** The part that comes next: as it suggests itself, else an equal part of what is left, the last with the rest. */
export function nextPart({ whole, before, count = 1 }: Answers & CountOfList): Part | undefined {
  const parts = ownParts(whole)
  const own = parts?.length === count ? parts[before.length] : undefined
  const isAsProposed =
    sumOf(before) === sum((parts ?? []).slice(0, before.length).map(({ amount }) => yuanOf(amount)))
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
export function nextDueOn({ whole, before, count }: Answers & CountOfList): string | undefined {
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

/** Where a payment goes by what it is for: costs to whoever bore them, losses to the treasury. */
export function destinationFor(heads: unknown): string | undefined {
  if (!Array.isArray(heads) || !heads.length || heads.includes('clean-up-restoration')) return undefined
  if (heads.every((head) => head === COSTS)) return 'cost-bearer'
  return heads.includes(COSTS) ? undefined : 'treasury'
}

/** The account into which the last payment of the same destination goes, here or in an earlier agreement. */
export function usualPayee(
  { destination }: Item,
  { before, facts }: Pick<Asking, 'before' | 'facts'>,
): unknown {
  const earlier = (facts?.agreements ?? []).flatMap(({ payments = [] }): ScheduledPayment[] => payments)
  const known = [...earlier, ...before].filter((each) => each.destination === destination && each.payee)
  return known.at(-1)?.payee
}

/** A share that comes next: those whom no share names, with what is left of the total, or their equal part of it. */
export function nextShare(
  { obligors }: Item,
  { whole, before }: Answers,
): { obligors: string[]; amount: Fen } {
  const named = before.flatMap((share) => (Array.isArray(share.obligors) ? share.obligors.map(String) : []))
  const open = signers({ whole }).filter((id) => !named.includes(id))
  const left = totalOf(whole) - sumOf(before)
  const own = Array.isArray(obligors) ? obligors.map(String).filter((id) => open.includes(id)) : open
  const isLast = own.length >= open.length || !open.length
  const amount = isLast ? left : (left * BigInt(own.length)) / BigInt(open.length)
  return { obligors: open, amount: amount > 0n ? amount : 0n }
}

/** What a list of amounts must come to, and what it comes to so far; undefined for a list without such a sum. */
export function sumsOfList(place: ItemPlace, { whole, before }: Answers): { due: Fen; so: Fen } | undefined {
  const name = nameOfPlace(place)
  const due = name === PAYMENTS ? owedMoney(whole) : name === SHARES ? totalOf(whole) : 0n
  return due > 0n ? { due, so: sumOf(before) } : undefined
}

/**
 * What is wrong with an amount: more than what the list has left. A payment may also be of what is done in its place.
 */
export function excessOf(place: ItemPlace, amount: string, asking: Answers): string | undefined {
  const list = { ...place, path: place.path.slice(0, -2) }
  const most = nameOfPlace(list) === PAYMENTS ? sumOf(paidItems(asking.whole)) : sumsOfList(list, asking)?.due
  if (place.path.at(-1) !== 'amount' || !most) return undefined
  const left = most - sumOf(asking.before)
  if (fenOf(amount) <= left) return undefined
  return `共 ${showYuan(most)}，前面已经写了 ${showYuan(sumOf(asking.before))}，这里最多 ${showYuan(left > 0n ? left : 0n)}。`
}

/** What is wrong with the name of an account or of a bank: figures alone, as when a day or a number was typed there. */
export function misnamed(place: ItemPlace, text: string): string | undefined {
  const isName = [`${PAYMENTS}.payee.name`, `${PAYMENTS}.payee.bank`].includes(nameOfPlace(place))
  return isName && !/\p{L}/u.test(text) ? '这一栏写单位、个人或者银行的名称，不能只有数字。' : undefined
}

/** The heads of damage that an agreement names; undefined where they leave no choice. */
export function agreedHeads(place: ItemPlace, whole: Item): string[] | undefined {
  if (nameOfPlace(place) !== `${PAYMENTS}.heads`) return undefined
  const heads = compensationItems(whole).map(({ head }) => String(head))
  return heads.length > 1 ? heads : undefined
}

/** Those who sign: the claimants, the obligors and the co-signatories who were answered. */
export function signingParties({ facts, whole }: Pick<Asking, 'facts' | 'whole'>): Option[] {
  if (!facts) return []
  const coSignatories = itemsIn(whole.coSignatories).flatMap(({ name }) =>
    typeof name === 'string' ? [{ name }] : [],
  )
  const obligors = signers({ whole })
  const others = otherSigningParties(facts, { id: '', obligors, coSignatories })
  const claimants = others.slice(0, claimantsOf(facts.case.jurisdiction).length)
  const parties = facts.obligors.filter(({ id }) => obligors.includes(id))
  const asOption = ({ party, name }: SigningParty): Option => ({ value: party, name })
  return [
    ...claimants.map(asOption),
    ...parties.map(({ id, name }) => ({ value: id, name })),
    ...others.slice(claimants.length).map(asOption),
  ]
}

/** Who signs for a party, as far as the case knows: its head, or a natural person himself. */
export function signatoryOf(party: unknown, { facts, known }: Pick<Asking, 'facts' | 'known'>): Item {
  if (party === 'obligee') return itemOrEmpty(known('config.unit.representative'))
  const obligor = facts?.obligors.find(({ id }) => id === party)
  if (obligor?.kind === 'individual') return { name: obligor.name }
  return itemOrEmpty(obligor?.representative)
}

function fen(amount: unknown): Fen {
  return typeof amount === 'string' ? fenOf(amount) : 0n
}

function sumOf(items: readonly Item[]): Fen {
  return sum(items.flatMap(({ amount }) => (typeof amount === 'string' ? [amount] : [])))
}

export function itemsIn(value: unknown): Item[] {
  return Array.isArray(value) ? value.map(itemOrEmpty) : []
}
