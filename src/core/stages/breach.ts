import { chineseDate, type IsoDate } from '../calendar/dates.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import { agreementsBindingAnyone, confirmedUntilReplaced } from '../facts/agreements.ts'
import { type Debt, debtorsOf, debtsOf, owersOf } from '../facts/debts.ts'
import { destinations, isReceiver } from '../facts/destinations.ts'
import type { DebtKind, PaymentOrder } from '../facts/documents.ts'
import { type Instalment, instalments, instalmentsUnder, paidInFullOn, paidOn } from '../facts/instalments.ts'
import { type Fen, fenOf, showYuan, sumFen } from '../facts/money.ts'
import { obligationId } from '../facts/performance.ts'
import type { Owed } from '../facts/pursuit.ts'
import { releasedOn } from '../facts/queries.ts'
import { bindingSuits } from '../facts/suits.ts'
import { worksAt } from '../facts/works.ts'
import { type Day, hasPassed } from '../setting.ts'
import type { CaseView } from '../view.ts'

/** Something that was due under an agreement, judgment or payment order and that nobody did. */
export interface NonPerformance {
  /**
   * In Chinese, as a paper that goes out says it: by the day in the agreement, which is certain, never 暂定, and without
   * the numbers that the record gives.
   */
  readonly what: string
  /** What a demand asks for: how much is to be paid, and where; where it is left out, what was not done. */
  readonly toDo?: string
  /** Who was to perform it. */
  readonly obligors: readonly string[]
  /** Who can be held to it: those jointly liable too. */
  readonly liable: readonly string[]
  readonly kind: DebtKind
  /** The day by which it was to be performed. */
  readonly dueOn: IsoDate | undefined
  /** What is still owed in money, in 分; 0 for work. */
  readonly owed: Fen
  /** The instalment that was not paid. */
  readonly instalment?: string
}

/** What was not performed under one agreement, suit or payment order (`G1`, `S1`, `Z1`). */
export interface Breach {
  readonly reference: string
  readonly failures: readonly NonPerformance[]
  /** Debts without a day for performance on record: only the officer can tell whether they were kept. */
  readonly undated: readonly Pick<Debt, 'obligor' | 'kind'>[]
}

/** Whether something may be demanded now: a failure on record, or a duty without a day on record. */
export function isBreached({ failures, undated }: Breach): boolean {
  return failures.length > 0 || undated.length > 0
}

/** Whether nothing but the officer's own knowledge tells of a breach. */
export function isOnlyUndated(breach: Breach | undefined): boolean {
  return breach !== undefined && breach.failures.length === 0 && breach.undated.length > 0
}

/** Whether something may be demanded of this obligor now. */
export function isInBreach({ failures, undated }: Breach, obligor: string): boolean {
  return (
    failures.some(({ liable }) => liable.includes(obligor)) ||
    undated.some((debt) => debt.obligor === obligor)
  )
}

/** What of a breach one obligor can be held to. */
export function ofObligor({ reference, failures, undated }: Breach, obligor: string): Breach {
  return {
    reference,
    failures: failures.filter(({ liable }) => liable.includes(obligor)),
    undated: undated.filter((debt) => debt.obligor === obligor),
  }
}

/** The obligors of whom something may be demanded now. */
export function obligorsInBreach({ failures, undated }: Breach): string[] {
  const named = [...failures.flatMap(({ obligors }) => obligors), ...undated.map(({ obligor }) => obligor)]
  return [...new Set(named)]
}

/** A breach without what is pursued already, as `isPursued` says of each obligor. */
export function withoutPursued(
  { reference, failures, undated }: Breach,
  isPursued: (owed: Owed) => boolean,
): Breach {
  const open = failures.flatMap((failure) => {
    const { kind, dueOn, instalment } = failure
    const isLeft = (obligor: string): boolean => !isPursued({ reference, obligor, kind, dueOn, instalment })
    const [obligors, liable] = [failure.obligors.filter(isLeft), failure.liable.filter(isLeft)]
    // Where nobody is named, nobody can be pursued already.
    if (failure.liable.length && !liable.length) return []
    return [{ ...failure, obligors: obligors.length ? obligors : liable, liable }]
  })
  return {
    reference,
    failures: open,
    undated: undated.filter((debt) => !isPursued({ reference, ...debt, dueOn: undefined })),
  }
}

/** What kinds of debt may be demanded now. */
export function kindsInBreach({ failures, undated }: Breach): DebtKind[] {
  return [...new Set([...failures, ...undated].map(({ kind }) => kind))].toSorted()
}

/** The money still owed of what was due, in 分. */
export function moneyOwed({ failures }: Breach): Fen {
  return sumFen(failures.map(({ owed }) => owed))
}

/** Instalments whose day (moved off rest days) has passed without full payment, of obligors who were not released. */
export function unpaidInstalments(
  view: Pick<CaseView, 'facts' | 'calendar' | 'today' | 'watch'>,
  among: readonly Instalment[] = instalments(view.facts),
): Instalment[] {
  const { facts, calendar } = view
  return among.filter((instalment) => {
    const { dueOn } = instalment.payment
    if (dueOn === undefined || !hasPassed(view, calendar.nextWorkingDay(dueOn).date)) return false
    if (paidInFullOn(facts, instalment)) return false
    return owersOf(facts, instalment).some((id) => !releasedOn(facts, id))
  })
}

/** What was not performed under an agreement, a judgment or a payment order; undefined for an unknown reference. */
export function breachOf(view: CaseView, reference: string): Breach | undefined {
  const { facts } = view
  const order = facts.court.paymentOrders.find(({ id, effectiveOn }) => id === reference && effectiveOn)
  if (order) return { reference, failures: unpaidOrder(view, order), undated: [] }
  const agreements = [...agreementsBindingAnyone(facts), ...confirmedUntilReplaced(facts)]
  const isKnown = [...agreements, ...bindingSuits(facts)].some(({ id }) => id === reference)
  if (!isKnown) return undefined
  return {
    reference,
    failures: [...overdueInstalments(view, reference), ...overdueWorks(view, reference)],
    undated: openDebts(view, reference)
      .filter((debt) => isUndated(debt, view))
      .map(({ obligor, kind }) => ({ obligor, kind })),
  }
}

/** The debts under a reference that are not performed, without obligors against whom the claim was given up. */
function openDebts({ facts }: CaseView, reference: string): Debt[] {
  return debtsOf(facts, reference).filter(
    ({ performedOn, obligor }) => !performedOn && !releasedOn(facts, obligor),
  )
}

/**
 * Whether only the officer can tell if a debt was broken: no day or no instalment of it is on record, and no day lies
 * ahead.
 */
function isUndated({ kind, dueOn, instalments: owed, works, isUnscheduled }: Debt, day: Day): boolean {
  if (isUnscheduled) return true
  if (kind === 'money') return owed.length === 0 && (dueOn === undefined || hasPassed(day, dueOn))
  const isOpen = works.filter(
    ({ doneOn, origin }) => !doneOn && origin !== 'substitute' && origin !== 'begun',
  )
  return isOpen.some(({ completeBy }) => completeBy === undefined)
}

function unpaidOrder({ facts }: CaseView, order: PaymentOrder): NonPerformance[] {
  const obligors = debtsOf(facts, order.id)
    .filter(({ performedOn }) => !performedOn)
    .map(({ obligor }) => obligor)
  const { amount, result = 'effective' } = order
  if (result !== 'effective' || (!obligors.length && debtorsOf(facts, order).length)) return []
  const owed = fenOf(amount)
  const what = amount === undefined ? '支付令确定的款项未支付' : `支付令确定的${yuan(owed)}未支付`
  return [{ what, obligors, liable: obligors, kind: 'money', dueOn: undefined, owed }]
}

/** An amount as papers write it, without a blank. */
export const yuan = (fen: Fen): string => showYuan(fen).replace(' ', '')

function overdueInstalments(view: CaseView, reference: string): NonPerformance[] {
  const { facts } = view
  // What was performed as amended is not enforced as it was before.
  const former = confirmedUntilReplaced(facts)
    .filter(({ id }) => id === reference && openDebts(view, id).some(({ kind }) => kind === 'money'))
    .flatMap((agreement) => instalmentsUnder(facts, agreement))
  return unpaidInstalments(view, [...instalments(facts), ...former])
    .filter(({ source }) => obligationId(source) === reference)
    .map((instalment) => {
      const { id, amount, dueOn = '', obligor } = instalment.payment
      const owed = fenOf(amount) - paidOn(facts, instalment)
      const liable = owersOf(facts, instalment).filter((each) => !releasedOn(facts, each))
      const payers = liable.filter((each) => obligor === undefined || each === obligor)
      return {
        what: `应于${chineseDate(dueOn)}前支付的${yuan(fenOf(amount))}${owed < fenOf(amount) ? `，尚欠${yuan(owed)}` : '尚未支付'}`,
        toDo: paymentDemanded(view, owed, instalment),
        obligors: payers.length ? payers : liable,
        liable,
        kind: 'money',
        dueOn,
        owed,
        instalment: id,
      }
    })
}

/** What is to be paid and where, without the number of the account, which stands in the agreement. */
function paymentDemanded(
  { regulation }: CaseView,
  owed: Fen,
  { payment: { payee, destination = '' } }: Instalment,
): string {
  const where = regulation.item('paymentDestinations', destination)?.label ?? ''
  const to = isReceiver(destination) ? `向${where}` : ''
  const beside = to === '' && where !== '' ? `（${where}）` : ''
  const bank = payee?.bank === undefined ? '' : `，开户行：${payee.bank}`
  const account = payee === undefined ? '' : `，付至协议约定的账户（户名：${payee.name}${bank}）`
  return `${to}${destination === destinations.treasury ? '缴纳' : '支付'}${yuan(owed)}${beside}${account}`
}

/** The days of the restoration that have passed without the work. */
function overdueWorks({ facts, deadlines }: CaseView, reference: string): NonPerformance[] {
  return deadlines.flatMap((deadline): NonPerformance[] => {
    const { subject, status, title, due } = deadline
    if (status !== 'overdue' || subject === null || deadlineDescription(deadline)?.debt !== 'work') return []
    const owed = worksAt(facts, subject).filter(({ obligation }) => obligationId(obligation) === reference)
    const obligors = [...new Set(owed.flatMap((work) => work.obligors))]
    const what = `${due ? `应于${chineseDate(due)}前` : '应当'}${title}，至今没有履行`
    const bound = obligors.filter((id) => !releasedOn(facts, id))
    const failure = { what, toDo: title, obligors: bound, liable: bound, dueOn: due ?? undefined }
    return owed.length ? [{ ...failure, kind: 'work', owed: 0n }] : []
  })
}
