import type { Deadline } from '../../../core/deadlines/define.ts'
import { liveAgreements } from '../../../core/facts/queries.ts'
import type { Severity } from '../../../core/lint/define.ts'
import { flagsOf } from '../../../core/stages/flags.ts'
import { deadlinesAhead } from '../../../core/stages/next-step.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import type { CaseView } from '../../../core/view.ts'

/** The pending deadline that comes next; a duty without a day, and then a limitation, only when nothing else does. */
export function nextDeadline({ deadlines }: Pick<CaseView, 'deadlines'>): Deadline | undefined {
  return deadlinesAhead(deadlines)[0]
}

/** How many findings of each severity a case has. */
export type FindingCounts = Readonly<Record<Severity, number>>

export type Listed = ReturnType<typeof listed>

/** One case of `ejc list --json`, but for its findings, which are counted only when asked for. */
export function listed(view: CaseView) {
  const { facts, stage } = view
  const next = nextDeadline(view)
  return {
    case: facts.id,
    title: facts.case.title,
    stage: stage.case,
    handlingUnit: facts.case.jurisdiction.handlingUnit,
    officers: officerNames(view),
    obligors: facts.obligors.map(({ name }) => name),
    major: flagsOf(view).major,
    amount: liveAgreements(facts).findLast(({ signedOn }) => signedOn)?.compensation?.total ?? null,
    nextDue: next ? nextDue(next) : null,
  }
}

function nextDue({ deadline, title, subject, due, rolledDue, status, daysLeft, certain }: Deadline) {
  return { deadline, title, subject, due, rolledDue, status, daysLeft, certain }
}
