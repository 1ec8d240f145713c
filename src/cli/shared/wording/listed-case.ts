import type { Deadline } from '../../../core/deadlines/define.ts'
import { liveAgreements } from '../../../core/facts/queries.ts'
import type { Severity } from '../../../core/lint/define.ts'
import { flagsOf } from '../../../core/stages/flags.ts'
import { deadlinesAhead } from '../../../core/stages/next-step.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import type { CaseView } from '../../../core/view.ts'

/** The pending deadline that comes next; a duty without a day, then a limitation, only where there is no other. */
export function nextDeadline({ deadlines }: Pick<CaseView, 'deadlines'>): Deadline | undefined {
  return deadlinesAhead(deadlines)[0]
}

/** How many findings of each severity a case has. */
export type FindingCounts = Readonly<Record<Severity, number>>

export type ListedCase = ReturnType<typeof listedCase>

/** One case of `ejc list --json` without its findings, which are counted only when the call wants them. */
export function listedCase(view: CaseView) {
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
