import type { Deadline, Heading as DeadlineHeading } from '../deadlines/define.ts'
import { headingOf } from '../deadlines/index.ts'
import { isPending } from '../deadlines/pending.ts'
import { agreementOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { breachOf } from './breach.ts'
import { flagsOf } from './flags.ts'
import type { PossibleAction } from './possible.ts'
import type { Stage } from './stage.ts'

/** What is to be done next: an action, the deadline that asks for it, or both. */
export interface NextStep {
  readonly action: PossibleAction | undefined
  readonly deadline: Deadline | undefined
}

/**
 * The one next thing to do, by what an officer would ask in this order: what is late or due soon and can be done now;
 * what moves the case; what is due next, an overdue one before all; whatever can be done. `actions` are those of the case.
 */
export function nextStepOf(view: CaseView, actions: readonly PossibleAction[]): NextStep | undefined {
  const possible = actions.filter(({ blockedBy }) => blockedBy.length === 0)
  const ahead = deadlinesAhead(view.deadlines)
  for (const deadline of ahead.filter(isPressing)) {
    const action = actionFor(deadline, possible)
    if (action) return { action, deadline }
  }
  const moving = possible.find((each) => each.moves && isAwaited(view, each))
  if (moving) return { action: moving, deadline: ahead.find((deadline) => isMetBy(deadline, moving)) }
  const [deadline] = ahead
  if (deadline) return { action: actionFor(deadline, possible), deadline }
  const action = possible.find(({ advised }) => advised)
  return action && { action, deadline: undefined }
}

/**
 * The pending deadlines, the most urgent first. A recommended day that has passed (the reminder to apply for
 * confirmation) is no longer ahead of anyone.
 */
export function deadlinesAhead(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines
    .filter((deadline) => isPending(deadline) && !(deadline.advisory && deadline.status === 'overdue'))
    .toSorted(byUrgency)
}

/** Whether a moving action that can be done is what the case waits for. */
function isAwaited(view: CaseView, { action, subject }: PossibleAction): boolean {
  // While an appraisal is running, its report is what the conclusion waits for.
  if (action.id === 'conclude') return !flagsOf(view).investigationSuspended
  // Once the obligors have signed or are sued, a notice that was never recorded is only a gap of the record.
  if (action.id === 'notify') return negotiating.has(view.stage.case)
  // Where the agreement holds no day for performance, only the officer can tell that it was broken.
  const agreement = action.id === 'sue' ? agreementOf(view.facts, subject ?? '') : undefined
  return agreement === undefined || breachOf(view, agreement.id)?.undated !== true
}

const negotiating: ReadonlySet<Stage> = new Set(['investigation', 'consultation'])

/** By the last day; what has no day after what has one, limitations last. */
function byUrgency(a: Deadline, b: Deadline): number {
  const [first, second] = [urgencyOf(a), urgencyOf(b)]
  return first === second ? 0 : first < second ? -1 : 1
}

/** A limitation runs beside everything else: it is what comes next only when nothing nearer does. */
function urgencyOf(deadline: Deadline): string {
  const when = headingOf(deadline)?.kind === 'limitation' ? 'later' : 'first'
  return `${when} ${deadline.rolledDue ?? 'without a day'}`
}

function isPressing({ status }: Deadline): boolean {
  return status === 'overdue' || status === 'rolled' || status === 'soon'
}

function actionFor(deadline: Deadline, possible: readonly PossibleAction[]): PossibleAction | undefined {
  const heading = headingOf(deadline)
  if (!heading) return undefined
  const late = deadline.status === 'overdue' ? helpsLate(deadline, heading, possible) : undefined
  if (late) return late
  if (deadline.status === 'suspended') return possible.find(({ action }) => action.id === heading.resumedBy)
  return heading.metBy.flatMap(
    (id) => possible.find((each) => each.action.id === id && isMetBy(deadline, each)) ?? [],
  )[0]
}

/** What helps once the last day has passed, where doing it late does not. */
function helpsLate(
  { subject: owed }: Deadline,
  { whenLate }: DeadlineHeading,
  possible: readonly PossibleAction[],
): PossibleAction | undefined {
  const { actions = [], sameSubject = false } = whenLate ?? {}
  const fits = ({ subject, advised }: PossibleAction): boolean =>
    !sameSubject || (advised && subject === owed)
  return actions.flatMap((id) => possible.find((each) => each.action.id === id && fits(each)) ?? [])[0]
}

/** Whether an action meets a deadline: one for it, about the same thing or about what that is part of (1 for 1/o2). */
function isMetBy(deadline: Deadline, { action, subject: about }: PossibleAction): boolean {
  const { subject } = deadline
  if (!headingOf(deadline)?.metBy.some((id) => id === action.id)) return false
  return about === null || about === subject || (subject?.startsWith(`${about}/`) ?? true)
}
