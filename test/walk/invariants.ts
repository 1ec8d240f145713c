import { isRealDate } from '../../src/core/calendar/dates.ts'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import type { Facts } from '../../src/core/facts/facts.ts'
import { obligationId } from '../../src/core/facts/performance.ts'
import { confirmationOf, endedOn } from '../../src/core/facts/queries.ts'
import { isUnstarted, type Work, works } from '../../src/core/facts/works.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import type { Item } from '../../src/core/stages/define.ts'
import type { PossibleAction } from '../../src/core/stages/possible.ts'
import { isBreachOfLaw, newlyFound } from '../../src/core/stages/refusals.ts'
import type { CaseView } from '../../src/core/view.ts'
import { unlawful } from './lawful.ts'
import { type CaseOnDay, findingsOf, foundIn, isNotAskedForAtEveryStep } from './step.ts'

/** One step: where from, what was written, where to. */
export interface Move {
  readonly from: CaseOnDay
  readonly possible: PossibleAction
  readonly item: Item
  readonly to: CaseOnDay
}

/** Errors that an action may cause outside its own document: the law asks more of facts that are already there. */
const LET_STAND: Readonly<Record<string, readonly string[]>> = {
  // Somebody found liable later has not said yet that the liability is undisputed, nor that no meeting is needed.
  'amend-obligors': ['appraisal/simple-case', 'consultation/waiver'],
  // Who is let go need no longer say that the liability is undisputed: the finding names the others alone.
  terminate: ['appraisal/simple-case'],
  'withdraw-obligor': ['appraisal/simple-case'],
  // The plan turns out to be the work of whoever restores already, before any agreement; or what was agreed to be
  // offset turns out to be restorable; or the money that was paid turns out to be for what can't be restored.
  'receive-appraisal': [
    'restoration/implementer-wrote-plan',
    'agreement/substitute-not-allowed',
    'payments/destination',
  ],
  // What is still unpublished when a case is closed is an error from then on. 第三十六条
  close: ['disclosure/missing'],
}

/** What must be true of a state on any day and is not, in words. */
export function brokenIn(view: CaseView): string[] {
  return view.deadlines.flatMap((deadline) => impossible(deadline, view))
}

/** What must be true of all findings in a state and is not, in words: slow, and asked in some states only. */
export function brokenInFindings(view: CaseView): string[] {
  return findingsOf(view).flatMap((finding) => [
    ...(finding.message === '' ? [`${finding.rule} says nothing`] : []),
    ...(isNotAskedForAtEveryStep(finding)
      ? [`${finding.rule} breaks the law, and is not looked for at every step`]
      : []),
  ])
}

/** What must be true after a step and is not, in words. */
export function brokenBy(move: Move): string[] {
  const { from, to, possible } = move
  const { id } = possible.action
  const breaches = to.found.filter(
    (finding) => isBreachOfLaw(finding) && !LET_STAND[id]?.includes(finding.rule),
  )
  const after = { findings: breaches, documents: to.view.facts.documents }
  const elsewhere = breaches.length ? newlyFound(foundIn(from), after).map(shown) : []
  return [...elsewhere, ...unlawful(move)]
}

function shown({ rule, code, document, message }: PlacedFinding): string {
  return `an action leads to ${rule} ${code ?? ''} in ${document}: ${message}`
}

/** A deadline says how it was reached; its dates and its status go together. */
function impossible(each: Deadline, { today }: CaseView): string[] {
  const { deadline, subject, due, rolledDue, status, met, trace, daysLeft, start } = each
  const isMet = status === 'met' || status === 'met-late'
  const checks: [boolean, string][] = [
    [trace.length > 0, 'has no trace'],
    [trace.every(({ step }) => step !== ''), 'has a step without words'],
    [due === null || (isRealDate(due) && rolledDue !== null && due <= rolledDue), 'is rolled backwards'],
    // A reply day that had passed when the notice was served is warned of: consultation/reply-deadline.
    [due === null || start === null || start <= due || deadline === 'reply', 'is due before it starts'],
    [isMet === (met !== null), `is ${status} and met on ${met}`],
    [status !== 'overdue' || (rolledDue !== null && rolledDue < today), 'is overdue before its last day'],
    [status !== 'rolled' || (due !== null && due < today), 'is rolled before it is due'],
    [status !== 'duty' || due === null, 'is a duty with a last day'],
    [status !== 'met-late' || (met !== null && rolledDue !== null && met > rolledDue), 'is met late in time'],
    [(!isMet && status !== 'closed') || daysLeft === null, 'has days left though nothing is owed'],
  ]
  return checks.flatMap(([holds, what]) => (holds ? [] : [`${deadline} ${subject ?? ''} ${what}`]))
}

/** A state offers an action, or is the end of the case; at the end nothing can be done. */
export function stuck({ stage, facts }: CaseView, open: readonly PossibleAction[]): string | undefined {
  const starts = open.filter(({ action }) => action.id === 'start-restoration')
  const waiting = works(facts).filter((work) => isUnstarted(work) && isStillAsked(facts, work))
  const idle = waiting.find(({ obligation }) => {
    const reference = obligationId(obligation)
    return !starts.some(({ subject }) => subject?.split('/')[0] === reference)
  })
  if (idle && stage.case !== 'closed') return `${idle.address} is owed, and can't be started`
  if (stage.case === 'closed') {
    // What is owed still, and what completes the file.
    const reopened = open.find(({ action }) => !action.evenClosed && !action.untilArchived)
    return reopened && `closed, and ${reopened.action.id} is open`
  }
  return open.length ? undefined : `nothing can be done in ${stage.case}`
}

/** Whether a work is asked for: of somebody not let go, and not of an agreement that the court refused. */
function isStillAsked(facts: Facts, { obligation, obligors }: Work): boolean {
  const isRefused =
    'agreement' in obligation && confirmationOf(facts, obligation.agreement)?.result === 'refused'
  return !isRefused && obligors.some((id) => endedOn(facts, id) === undefined)
}
