import { daysLate } from '../calendar/calendar.ts'
import { compare, type IsoDate } from '../calendar/dates.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import { debtsOf } from '../facts/debts.ts'
import type { Agreement, Payment, RestorationProject } from '../facts/documents.ts'
import {
  creditedId,
  instalmentsUnder,
  paidFor,
  paidInFullOn,
  paymentsOn,
  paymentsUnder,
} from '../facts/instalments.ts'
import { obligorName } from '../facts/queries.ts'
import { projectsOf, worksAt, worksOfProject } from '../facts/works.ts'
import { restorationModeLabel } from '../regulation/restoration-modes.ts'
import { breachOf } from '../stages/breach.ts'
import type { CaseView } from '../view.ts'

/** A payment of one obligor under an agreement. */
export interface OwnPayment {
  readonly payment: Payment
  /** The day by which it was to be made, where an instalment sets one. */
  readonly dueOn: IsoDate | undefined
  /** By how many 天 it came after that day; 0 where it was in time, a rest day at the end being no delay. */
  readonly late: number
}

/**
 * Who made a payment: the obligor whom it names, the one whose instalment it meets, or the only one there is; undefined
 * where it may have been any of several, so that no paper credits one with what another has paid.
 */
export function payerUnder({ obligors, payments = [] }: Agreement, paid: Payment): string | undefined {
  const instalment = payments.find(({ id }) => id === creditedId(paid))
  const [only, ...others] = obligors
  return paidFor(paid) ?? instalment?.obligor ?? (others.length ? undefined : only)
}

/** What one obligor paid under an agreement, in order; `id` undefined for what nobody is named for. */
export function paymentsBy(view: CaseView, agreement: Agreement, id: string | undefined): OwnPayment[] {
  const { facts } = view
  const credited = instalmentsUnder(facts, agreement).flatMap((each) => paymentsOn(facts, each))
  return [...new Set([...credited, ...paymentsUnder(facts, agreement)])]
    .filter((paid) => payerUnder(agreement, paid) === id)
    .toSorted((a, b) => compare(a.paidOn, b.paidOn))
    .map((payment) => {
      const dueOn = agreement.payments?.find((each) => each.id === creditedId(payment))?.dueOn
      return { payment, dueOn, late: daysLate(view.calendar, dueOn, payment.paidOn) }
    })
}

/** How an obligor has performed an agreement by the day of the paper. */
export type PerformanceState = 'prompt' | 'late' | 'in-default'

/**
 * Whether an obligor has done in time whatever was due of him, alone or jointly, has done it late, or still owes
 * something that was due.
 */
export function performanceStateOf(view: CaseView, agreement: Agreement, id: string): PerformanceState {
  const failures = breachOf(view, agreement.id)?.failures ?? []
  if (failures.some(({ obligors, liable }) => obligors.includes(id) || liable.includes(id)))
    return 'in-default'
  const instalments = debtsOf(view.facts, agreement.id)
    .filter(({ obligor }) => obligor === id)
    .flatMap((debt) => debt.instalments)
  const works = view.deadlines.filter(
    (deadline) =>
      deadlineDescription(deadline)?.debt === 'work' &&
      deadline.subject !== null &&
      worksAt(view.facts, deadline.subject).some(({ obligors }) => obligors.includes(id)),
  )
  const hasBeenLate =
    instalments.some(
      (each) => daysLate(view.calendar, each.payment.dueOn, paidInFullOn(view.facts, each)) > 0,
    ) || works.some(({ status }) => status === 'met-late')
  return hasBeenLate ? 'late' : 'prompt'
}

/** Whether an obligor has begun to perform himself: with a payment of his own or a restoration that he owes. */
export function hasBegun(view: CaseView, agreement: Agreement, id: string): boolean {
  const restored = projectsOf(view.facts, id).some(({ startedOn }) => startedOn)
  return restored || paymentsBy(view, agreement, id).length > 0
}

/** The names of those who carry out a restoration together with an obligor; none where it is his alone. */
export function partnersIn({ facts }: CaseView, project: RestorationProject, id: string): string[] {
  const owed = worksOfProject(facts, project).flatMap(({ obligors }) => obligors)
  const all = project.obligors ?? [...new Set(owed)]
  return all.filter((each) => each !== id).map((each) => obligorName(facts, each))
}

/** What a restoration is called in a paper: by its mode, never by its number in the file. */
export function restorationName({ regulation }: CaseView, { mode = 'in-situ' }: RestorationProject): string {
  if (mode === 'other') return '替代修复项目'
  return `${restorationModeLabel(regulation, mode)}${mode === 'in-situ' ? '工程' : '项目'}`
}
