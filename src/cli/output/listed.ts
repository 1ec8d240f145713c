import type { Deadline } from '../../core/deadlines/define.ts'
import { liveAgreements } from '../../core/facts/queries.ts'
import { flagsOf } from '../../core/stages/flags.ts'
import type { CaseView } from '../../core/view.ts'
import { byDue, isPending } from './deadlines.ts'

/**
 * The pending deadline whose last day comes first, an overdue one before all; a duty only when nothing has a day.
 * A recommended day that has passed (the reminder to apply for confirmation) is no longer ahead of anyone.
 */
export function nextDeadline({ deadlines }: CaseView): Deadline | undefined {
  const ahead = deadlines.filter(
    (deadline) => isPending(deadline) && !(deadline.advisory && deadline.status === 'overdue'),
  )
  return ahead.toSorted(byDue)[0]
}

/** One case of `ejc list --json`. */
export function listed(view: CaseView) {
  const { facts, stage } = view
  const next = nextDeadline(view)
  return {
    case: facts.id,
    title: facts.case.title,
    stage: stage.case,
    handlingUnit: facts.case.jurisdiction.handlingUnit,
    officers: (facts.case.officers ?? []).map(({ name }) => name),
    obligors: facts.obligors.map(({ name }) => name),
    major: flagsOf(view).major,
    amount: liveAgreements(facts).findLast(({ signedOn }) => signedOn)?.compensation?.total ?? null,
    nextDue: next ? nextDue(next) : null,
  }
}

function nextDue({ deadline, title, subject, due, rolledDue, status, daysLeft, certain }: Deadline) {
  return { deadline, title, subject, due, rolledDue, status, daysLeft, certain }
}
