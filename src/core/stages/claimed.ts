import { accelerationClause, penaltyClause } from '../facts/agreements.ts'
import { owersOf } from '../facts/debts.ts'
import type { DebtKind } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { instalments, paidInFullOn } from '../facts/instalments.ts'
import { type Fen, sumFen } from '../facts/money.ts'
import { obligationId } from '../facts/performance.ts'
import { obligorsNamed } from '../facts/queries.ts'
import { jointWith } from '../facts/shares.ts'
import { type Breach, moneyOwed, type NonPerformance, obligorsInBreach, yuan } from './breach.ts'

/** The claim for a breach: what is claimed, from whom, in the words that a paper prints. */
export interface Claimed {
  /** All obligors who did not perform what is claimed, also those whom the paper does not name. */
  readonly owers: readonly string[]
  /** What the named obligors did not perform; undefined where the record holds no day for it. */
  readonly told: string | undefined
  /** The same as a demand asks for it. */
  readonly toDo: string | undefined
  /** How much of it is money, in 分. */
  readonly owed: Fen
}

/** A breach of some kinds of debt, by those who are named; of all kinds, by all, where nothing is named. */
export function claimedOf(
  facts: Facts,
  breach: Breach | undefined,
  debts: readonly DebtKind[] | undefined,
  named: readonly string[] | undefined,
): Claimed {
  const meant = ofKinds(breach, debts)
  const isConcerned = (each: NonPerformance): boolean =>
    !named || !each.liable.length || each.liable.some((id) => named.includes(id))
  const failures = meant.failures.filter(isConcerned).map((each) => ofThose(each, named))
  const left = { ...meant, failures }
  const owers = obligorsInBreach(left)
  return {
    owers: obligorsInBreach(meant),
    told: failures.length ? toldOf(facts, failures, owers).join('；') : undefined,
    toDo: failures.length ? asLines(toldOf(facts, failures.map(asDemanded), owers)) : undefined,
    owed: moneyOwed(left),
  }
}

/** A line for each; a single one is closed by the paper. */
function asLines(items: readonly string[]): string {
  return items.length > 1 ? `${items.join('；\n')}。` : items.join('')
}

/** A breach of some kinds of debt alone; of all of them where none is named. */
function ofKinds(breach: Breach | undefined, debts: readonly DebtKind[] | undefined): Breach {
  const { reference = '', failures = [], undated = [] } = breach ?? {}
  const isMeant = ({ kind }: { readonly kind: DebtKind }): boolean => !debts?.length || debts.includes(kind)
  return { reference, failures: failures.filter(isMeant), undated: undated.filter(isMeant) }
}

/** A failure as that of the obligors who are named: those who owe it, else those who are liable for it. */
function ofThose(failure: NonPerformance, named: readonly string[] | undefined): NonPerformance {
  if (!named) return failure
  const among = (ids: readonly string[]): string[] => ids.filter((id) => named.includes(id))
  const owing = among(failure.obligors)
  return { ...failure, obligors: owing.length ? owing : among(failure.liable) }
}

/**
 * What was not performed. Where only some obligors failed in a part of it, each part names its obligors once, so that
 * nobody takes a failure of all for that of the obligor named before it.
 */
function toldOf(facts: Facts, failures: readonly NonPerformance[], owers: readonly string[]): string[] {
  const isOfSome = ({ obligors }: NonPerformance): boolean =>
    obligors.length > 0 && obligors.length < owers.length
  if (!failures.some(isOfSome)) return [failures.map(({ what }) => what).join('；')]
  const byWhom = new Map<string, string[]>()
  for (const { obligors, what } of failures) {
    const whose = obligorsNamed(facts, obligors.length ? obligors : owers)
    byWhom.set(whose, [...(byWhom.get(whose) ?? []), what])
  }
  return [...byWhom].map(([whose, whats]) => `${whose}：${whats.join('；')}`)
}

/**
 * The orders against the named obligors that the court is asked for, one line for each failure, and the sum of money
 * in them, in 分. Where others are jointly liable for money, the order names them too.
 */
export function ordersFor(
  facts: Facts,
  breach: Breach,
  debts: readonly DebtKind[] | undefined,
  named: readonly string[],
  called = '被告',
): { readonly orders: readonly string[]; readonly owed: Fen } {
  const meant = ofKinds(breach, debts)
  const failures = meant.failures
    .filter(({ liable }) => liable.some((id) => named.includes(id)))
    .map((each) => ofThose(each, named))
  const isJoint = jointIn(facts, breach.reference)
  const groups = new Map<string, { whose: string; joint: string; own: NonPerformance[] }>()
  for (const each of failures) {
    const whose = each.obligors.length < named.length ? obligorsNamed(facts, each.obligors) : ''
    const joint = each.kind === 'money' ? jointlyOwed(facts, each, named, called, isJoint) : ''
    const group = groups.get(`${whose}\0${joint}`) ?? { whose, joint, own: [] }
    groups.set(`${whose}\0${joint}`, { ...group, own: [...group.own, each] })
  }
  const orders = [...groups.values()].flatMap(({ whose, joint, own }) => {
    const money = sumFen(own.map(({ owed }) => owed))
    const works = own.flatMap(({ kind, toDo }) => (kind === 'work' && toDo ? [toDo] : []))
    return [...(money > 0n ? [`支付到期未付的款项${yuan(money)}${joint}`] : []), ...works].map(
      (what) => `${called}${whose}${what}`,
    )
  })
  return { orders, owed: moneyOwed({ ...meant, failures }) }
}

/**
 * What the agreement lets the office ask for beside what was due: the penalty, and the money that falls due at once. How
 * much it is, only the officer can say: he fills in the sums, or strikes the line.
 */
export function agreedOrders(
  facts: Facts,
  breach: Breach,
  named: readonly string[],
  called: string,
): readonly string[] {
  const { owing, acceleration, penalty } = agreedFor(facts, breach, named)
  const who = `${called}${owing.length < named.length ? obligorsNamed(facts, owing) : ''}按照协议的约定`
  return [
    ...(acceleration === undefined ? [] : [`${who}提前支付尚未到期的款项××××元`]),
    ...(penalty === undefined
      ? []
      : [`${who}支付违约金（以××××元为基数，自××××年××月××日起，按××××计算至付清之日）`]),
  ]
}

/** What the agreement says of them, for a demand of those named: undefined where nothing, or where they owe no money. */
export function agreedTerms(facts: Facts, breach: Breach, named: readonly string[]): string | undefined {
  const { acceleration, penalty } = agreedFor(facts, breach, named)
  const terms = [acceleration, penalty].flatMap((each) => each?.split('；') ?? [])
  return terms.length ? [...new Set(terms)].join('；') : undefined
}

/** Who of those named is late with money, and what the agreement says of it; nothing where nobody is. */
function agreedFor(facts: Facts, breach: Breach, named: readonly string[]) {
  const late = breach.failures.filter(({ kind }) => kind === 'money')
  const owing = named.filter((id) => late.some(({ liable }) => liable.includes(id)))
  if (!owing.length) return { owing }
  const isEarly = hasLaterInstalments(facts, breach, owing)
  return {
    owing,
    acceleration: isEarly ? accelerationClause(facts, breach.reference) : undefined,
    penalty: penaltyClause(facts, breach.reference),
  }
}

/** Whether one of these obligors owes an instalment of the agreement that is neither paid nor a failure yet. */
function hasLaterInstalments(
  facts: Facts,
  { reference, failures }: Breach,
  obligors: readonly string[],
): boolean {
  return instalments(facts).some(
    (each) =>
      obligationId(each.source) === reference &&
      overlap(owersOf(facts, each), obligors) &&
      !failures.some(({ instalment }) => instalment === each.payment.id) &&
      paidInFullOn(facts, each) === undefined,
  )
}

const overlap = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((each) => others.includes(each))

/** Whether an agreement has some obligors answer jointly for the same money. */
function jointIn(facts: Facts, reference: string): (obligors: readonly string[]) => boolean {
  const agreement = facts.agreements.find(({ id }) => id === reference)
  return ([first, ...others]) =>
    agreement !== undefined &&
    first !== undefined &&
    others.length > 0 &&
    others.every((id) => jointWith(agreement, first).includes(id))
}

/** What is added to an order to pay, where several of those named answer jointly for it; else nothing. */
function jointlyOwed(
  facts: Facts,
  { obligors, liable }: NonPerformance,
  named: readonly string[],
  called: string,
  isJoint: (obligors: readonly string[]) => boolean,
): string {
  const others = liable.filter((id) => named.includes(id) && !obligors.includes(id))
  if (others.length) return `，${called}${obligorsNamed(facts, others)}承担连带清偿责任`
  return isJoint(obligors) ? '，相互承担连带清偿责任' : ''
}

const asDemanded = (failure: NonPerformance): NonPerformance => ({
  ...failure,
  what: failure.toDo ?? failure.what,
})
