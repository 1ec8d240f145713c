import { claimantsOf, otherSigningParties, type SigningParty } from '../../core/facts/claimants.ts'
import { destinations } from '../../core/facts/destinations.ts'
import type { ScheduledPayment } from '../../core/facts/documents.ts'
import { type Fen, fenOf, showYuan, sum } from '../../core/facts/money.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import type { Asking } from './context.ts'
import type { Option } from './terminal.ts'

/** What the answers to an agreement leave open: who signs, what is to be paid, and in which parts. */

/** The answers that matter: those of the agreement, and the items of the same list that were answered before. */
type Answers = Pick<Asking, 'whole' | 'before'>

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
export function inKind(whole: Item): Item[] {
  return itemsIn(whole.substitutes).filter(({ mode }) => mode !== 'instalments' && mode !== 'monetary')
}

export function compensationItems(whole: Item): Item[] {
  return itemsIn(itemOrEmpty(whole.compensation).items)
}

export function paidItems(whole: Item): Item[] {
  return compensationItems(whole).filter(({ by }) => by === 'payment')
}

/** What is to be paid in money, in 分, less what is done in its place. */
export function owedMoney(whole: Item): Fen {
  const left = sumOfAmounts(paidItems(whole)) - sumOfAmounts(inKind(whole))
  return left > 0n ? left : 0n
}

/** What no payment before holds, in 分; never less than nothing. */
export function moneyLeft({ whole, before }: Answers): Fen {
  const left = owedMoney(whole) - sumOfAmounts(before)
  return left > 0n ? left : 0n
}

/** The total that the shares divide, in 分. */
export function totalOf(whole: Item): Fen {
  const { total } = itemOrEmpty(whole.compensation)
  return typeof total === 'string' ? fenOf(total) : sumOfAmounts(compensationItems(whole))
}

/**
 * The account into which the last payment of the same destination goes, here or in an earlier agreement; else that of
 * the treasury, where the settings of the office name it.
 */
export function usualPayee(
  { destination }: Item,
  { before, facts, known: knownTo }: Pick<Asking, 'before' | 'facts' | 'known'>,
): unknown {
  const earlier = (facts?.agreements ?? []).flatMap(({ payments = [] }): ScheduledPayment[] => payments)
  const known = [...earlier, ...before].filter((each) => each.destination === destination && each.payee)
  return (
    known.at(-1)?.payee ?? (destination === destinations.treasury ? knownTo('config.treasury') : undefined)
  )
}

/** What a list of amounts must come to, and what it comes to so far; undefined for a list without such a sum. */
export function sumsOfList(place: ItemPlace, { whole, before }: Answers): { due: Fen; so: Fen } | undefined {
  const name = nameOfPlace(place)
  const due = name === PAYMENTS ? owedMoney(whole) : name === SHARES ? totalOf(whole) : 0n
  return due > 0n ? { due, so: sumOfAmounts(before) } : undefined
}

/**
 * What is wrong with an amount: more than what the list has left. A payment may also be of what is done in its place.
 */
export function excessOf(place: ItemPlace, amount: string, asking: Answers): string | undefined {
  const list = { ...place, path: place.path.slice(0, -2) }
  const most =
    nameOfPlace(list) === PAYMENTS ? sumOfAmounts(paidItems(asking.whole)) : sumsOfList(list, asking)?.due
  if (place.path.at(-1) !== 'amount' || !most) return undefined
  const left = most - sumOfAmounts(asking.before)
  if (fenOf(amount) <= left) return undefined
  return `共 ${showYuan(most)}，前面已经写了 ${showYuan(sumOfAmounts(asking.before))}，这里最多 ${showYuan(left > 0n ? left : 0n)}。`
}

/** What people, units and places are called by: none of it is figures alone. */
const IN_WORDS = ['address', 'bank', 'contact', 'location', 'name', 'occupation', 'post']

/** What is wrong with a name or an address: figures alone, as when a telephone, a day or a number was typed there. */
export function misnamed({ path }: ItemPlace, text: string): string | undefined {
  const isInWords = IN_WORDS.includes(String(path.at(-1)))
  return isInWords && !/\p{L}/u.test(text) ? '这一栏写姓名、名称或者地址，不能只有数字。' : undefined
}

/** The heads of damage that an agreement names; undefined where they leave no choice. */
export function agreedHeads(place: ItemPlace, whole: Item): string[] | undefined {
  if (nameOfPlace(place) !== `${PAYMENTS}.heads`) return undefined
  const heads = compensationItems(whole).map(({ head }) => String(head))
  return heads.length > 1 ? heads : undefined
}

/** Those who sign: the claimants, the obligors and the co-signatories who were answered. */
export function possibleSignatories({ facts, whole }: Pick<Asking, 'facts' | 'whole'>): Option[] {
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

export function fen(amount: unknown): Fen {
  return typeof amount === 'string' ? fenOf(amount) : 0n
}

export function sumOfAmounts(items: readonly Item[]): Fen {
  return sum(items.flatMap(({ amount }) => (typeof amount === 'string' ? [amount] : [])))
}

export function itemsIn(value: unknown): Item[] {
  return Array.isArray(value) ? value.map(itemOrEmpty) : []
}
