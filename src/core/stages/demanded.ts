import type { Deadline } from '../deadlines/define.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import type { Demand } from '../facts/documents.ts'
import { instalments } from '../facts/instalments.ts'
import { obligationId } from '../facts/performance.ts'
import { agreementOf, isConfirmed } from '../facts/queries.ts'
import { worksAt } from '../facts/works.ts'
import { hasPassed } from '../setting.ts'
import type { CaseView } from '../view.ts'
import { breachOf, type NonPerformance } from './breach.ts'
import type { PossibleAction } from './possible.ts'

/**
 * An obligor whose day has passed may have performed, and nobody recorded it. Where nothing can be enforced yet, the
 * record comes first, then the demand, and a suit or payment order once a demand has had no effect.
 */

const demandedBefore: ReadonlySet<string> = new Set(['apply-payment-order', 'sue'])

/**
 * Whether an obligor is late under an agreement that no court has confirmed, no demand for it has run out, and there is
 * still time: no limitation and no time for a suit is about to end.
 */
export function isRecordFirst(view: CaseView, deadline: Deadline): boolean {
  if (deadline.status !== 'overdue' || deadlineDescription(deadline)?.debt === undefined) return false
  if (view.deadlines.some(isSuitUrgent)) return false
  const references = referencesOf(view, deadline)
  if (references.some((reference) => isEnforceable(view, reference))) return false
  return !references.some((reference) =>
    failuresUnder(view, reference)
      .filter(({ instalment }) => instalment === undefined || instalment === deadline.subject)
      .some((failure) => isDemandedInVain(view, reference, failure)),
  )
}

/** Whether an action demands what a late deadline is about. */
export function demandsFor(view: CaseView, deadline: Deadline, { action, subject }: PossibleAction): boolean {
  return action.id === 'demand-performance' && referencesOf(view, deadline).some((each) => each === subject)
}

/** Whether an action is a remedy for a breach of which nothing was demanded in vain. */
export function isPremature(view: CaseView, { action, subject }: PossibleAction): boolean {
  if (!demandedBefore.has(action.id)) return false
  const reference = (action.id === 'sue' ? agreementOf(view.facts, subject ?? '')?.id : subject) ?? ''
  const dated = failuresUnder(view, reference).filter(({ dueOn }) => dueOn !== undefined)
  return dated.length > 0 && !dated.some((failure) => isDemandedInVain(view, reference, failure))
}

/** Whether a limitation, or the time for a suit, is about to end. */
function isSuitUrgent(deadline: Deadline): boolean {
  if (deadline.status !== 'soon' && deadline.status !== 'rolled') return false
  const { kind, metBy = [] } = deadlineDescription(deadline) ?? {}
  return kind === 'limitation' || (kind === 'right' && metBy.some((id) => demandedBefore.has(id)))
}

function failuresUnder(view: CaseView, reference: string): readonly NonPerformance[] {
  return breachOf(view, reference)?.failures ?? []
}

/** Whether a demand of this very thing, of somebody who owes it, was made since its day, and its own time has run out. */
function isDemandedInVain(view: CaseView, owedUnder: string, failure: NonPerformance): boolean {
  const asksForIt = ({ reference, obligors, debts, on }: Demand): boolean =>
    reference === owedUnder &&
    obligors.some((each) => failure.liable.includes(each)) &&
    (debts === undefined || debts.includes(failure.kind)) &&
    (failure.dueOn === undefined || on >= failure.dueOn)
  return (view.facts.court.demands ?? []).some(
    (demand) => asksForIt(demand) && hasPassed(view, demand.performBy ?? demand.on),
  )
}

/** Whether a court has confirmed an agreement, or a judgment orders it: it can be enforced without another demand. */
function isEnforceable({ facts }: CaseView, reference: string): boolean {
  const agreement = facts.agreements.find(({ id }) => id === reference)
  return agreement === undefined || isConfirmed(facts, agreement)
}

/** The agreements and judgments under which a deadline of an obligor runs. */
function referencesOf({ facts }: CaseView, { subject }: Deadline): string[] {
  const owed = [
    ...instalments(facts)
      .filter(({ payment }) => payment.id === subject)
      .map(({ source }) => source),
    ...worksAt(facts, subject ?? '').map(({ obligation }) => obligation),
  ]
  return [...new Set(owed.map(obligationId))]
}
