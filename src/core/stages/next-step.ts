import type { Deadline, DeadlineDescription as DeadlineHeading } from '../deadlines/define.ts'
import { deadlineDescription, deadlineRules } from '../deadlines/index.ts'
import { isPending } from '../deadlines/pending.ts'
import { agreementOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { breachOf, isOnlyUndated } from './breach.ts'
import { demandsFor, isPremature, isRecordFirst } from './demanded.ts'
import { flagsOf } from './flags.ts'
import type { PossibleAction } from './possible.ts'
import type { Stage } from './stage.ts'

/** What is to be done next: an action, the deadline that asks for it, or both. */
export interface NextStep {
  readonly action: PossibleAction | undefined
  readonly deadline: Deadline | undefined
}

/**
 * The next thing to do, the first of these: something late or due soon that can be done now; something that moves the
 * case; what is due next, overdue first; anything that can be done. `actions` are those of the case.
 */
export function nextStepOf(view: CaseView, actions: readonly PossibleAction[]): NextStep | undefined {
  const possible = actions.filter(({ blockedBy }) => blockedBy.length === 0)
  const ahead = deadlinesAhead(view.deadlines)
  for (const deadline of ahead.filter(isPressing)) {
    const action = actionFor(view, deadline, actions)
    if (action) return { action, deadline }
  }
  const moving = possible.find((each) => each.moves && isAwaited(view, each))
  if (moving) return { action: moving, deadline: ahead.find((deadline) => isMetBy(view, deadline, moving)) }
  const [deadline] = ahead
  if (deadline) return { action: actionFor(view, deadline, actions), deadline }
  const advised = possible.filter((each) => each.advised)
  const action = advised.find((each) => !isPremature(view, each)) ?? advised[0]
  return action && { action, deadline: undefined }
}

/**
 * What can be done, in the order in which the law wants it: the next step; what is late or due soon; the demand for what
 * an obligor is late with; what moves the case; what is owed without delay, as a publication is; what is due later; what
 * else the facts ask for; and all the rest. A remedy for what was not demanded yet comes last.
 */
export function actionsInOrder(view: CaseView, actions: readonly PossibleAction[]): PossibleAction[] {
  const possible = actions.filter(({ blockedBy }) => blockedBy.length === 0)
  const ahead = deadlinesAhead(view.deadlines)
  const stepsMeeting = (wanted: (deadline: Deadline) => boolean): PossibleAction[] =>
    ahead.filter(wanted).flatMap((deadline) => {
      const action = actionFor(view, deadline, actions)
      return action?.advised ? action : []
    })
  const next = nextStepOf(view, actions)?.action
  const first = [...(next ? [next] : []), ...stepsMeeting(isPressing), ...demandsDue(view, ahead, possible)]
  const then = [
    ...possible.filter((each) => each.moves && isAwaited(view, each)),
    ...stepsMeeting(({ status }) => status === 'duty'),
    ...stepsMeeting(() => true),
    ...possible.filter(({ advised }) => advised),
    ...possible,
  ]
  const last = possible.filter((each) => isPremature(view, each))
  return [...new Set([...first, ...then.filter((each) => !last.includes(each)), ...last])]
}

/** The demands that come after the record of what an obligor has done, and before any remedy. */
function demandsDue(
  view: CaseView,
  ahead: readonly Deadline[],
  possible: readonly PossibleAction[],
): PossibleAction[] {
  return ahead
    .filter((deadline) => isRecordFirst(view, deadline))
    .flatMap((deadline) => possible.filter((each) => each.advised && demandsFor(view, deadline, each)))
}

/**
 * The pending deadlines, the most urgent first. A deadline that is only recommended (the reminder to apply for
 * confirmation) is left out once its day has passed.
 */
export function deadlinesAhead(deadlines: readonly Deadline[]): Deadline[] {
  return deadlines
    .filter((deadline) => isPending(deadline) && !(deadline.advisory && deadline.status === 'overdue'))
    .toSorted(byUrgency)
}

/** Whether the case waits for an action that moves it and can be done. */
function isAwaited(view: CaseView, possible: PossibleAction): boolean {
  const { action, subject } = possible
  // While an appraisal is running, its report is what the conclusion waits for.
  if (action.id === 'conclude') return !flagsOf(view).investigationSuspended
  // Once the obligors have signed or are sued, a notice or evidence that was never recorded is only a gap of the record.
  if (action.id === 'notify' || action.id === 'add-evidence')
    return stagesBeforeAgreement.has(view.stage.case)
  if (isPremature(view, possible)) return false
  // Where the agreement holds no day for performance, only the officer can tell that it was broken.
  const agreement = action.id === 'sue' ? agreementOf(view.facts, subject ?? '') : undefined
  return agreement === undefined || !isOnlyUndated(breachOf(view, agreement.id))
}

const stagesBeforeAgreement: ReadonlySet<Stage> = new Set(['investigation', 'consultation'])

/** By the last day; deadlines without a day come later, limitations last. */
function byUrgency(a: Deadline, b: Deadline): number {
  const [first, second] = [urgencyOf(a), urgencyOf(b)]
  return first === second ? 0 : first < second ? -1 : 1
}

/** What runs beside everything else, as a limitation does, comes next only when nothing nearer does. */
function urgencyOf(deadline: Deadline): string {
  const { kind, besideProcedure } = deadlineDescription(deadline) ?? {}
  const when = kind === 'limitation' || besideProcedure ? 'later' : 'first'
  return `${when} ${deadline.rolledDue ?? 'without a day'}`
}

function isPressing(deadline: Deadline): boolean {
  const { status } = deadline
  if (deadlineDescription(deadline)?.besideProcedure) return false
  return status === 'overdue' || status === 'rolled' || status === 'soon'
}

function actionFor(
  view: CaseView,
  deadline: Deadline,
  actions: readonly PossibleAction[],
): PossibleAction | undefined {
  const possible = actions.filter(({ blockedBy }) => blockedBy.length === 0)
  const heading = deadlineDescription(deadline)
  if (!heading) return undefined
  const isHelpDue = deadline.status === 'overdue' && !isRecordFirst(view, deadline)
  const late = isHelpDue ? helpsLate(deadline, heading, possible) : undefined
  if (late) return late
  if (deadline.status === 'suspended') return possible.find(({ action }) => action.id === heading.resumedBy)
  const ways = heading.metBy.flatMap((id) => {
    const meeting = possible.filter((each) => each.action.id === id && isMetBy(view, deadline, each))
    // What is about the very thing goes before what is about that of which it is a part.
    const own = meeting.find((each) => each.subject === deadline.subject) ?? meeting[0]
    if (own) return { way: own, isAsked: own.advised }
    const openings = actions.flatMap((each) => (each.action.id === id ? openingOf(each, possible) : []))
    return openings.map((way) => ({ way, isAsked: true }))
  })
  // That consultation failed is no next step while nothing says so, though it would meet the deadline.
  return (ways.find(({ isAsked }) => isAsked) ?? ways[0])?.way
}

/** What lifts all that blocks an action, and can be done now. */
function openingOf({ blockedBy }: PossibleAction, possible: readonly PossibleAction[]): PossibleAction[] {
  if (!blockedBy.every(({ first }) => first !== undefined)) return []
  return possible.filter(({ action }) => blockedBy.some(({ first }) => first === action.id))
}

/** What is done because an obligor is late: to decide that the consultation failed, to sue, to have enforced. */
const stepsOnceLate: ReadonlySet<string> = new Set(
  deadlineRules.flatMap(({ owedBy, whenLate }) => (owedBy === 'obligor' ? (whenLate?.actions ?? []) : [])),
)

/**
 * The steps after one that was entered long after its day: those of the ordinary course come first, since they may have
 * been taken and wait for being recorded; what is done because an obligor is late comes after them.
 */
export function ordinaryFirst(actions: readonly PossibleAction[]): PossibleAction[] {
  const isOnceLate = ({ action }: PossibleAction): boolean => stepsOnceLate.has(action.id)
  return [...actions.filter((each) => !isOnceLate(each)), ...actions.filter(isOnceLate)]
}

/** The action that helps once the last day has passed, where it does not help to do it late. */
function helpsLate(
  { subject: owed }: Deadline,
  { whenLate }: DeadlineHeading,
  possible: readonly PossibleAction[],
): PossibleAction | undefined {
  const { actions = [], sameSubject = false } = whenLate ?? {}
  const fits = ({ subject, advised }: PossibleAction): boolean =>
    advised && (!sameSubject || subject === owed)
  return actions.flatMap((id) => possible.find((each) => each.action.id === id && fits(each)) ?? [])[0]
}

/**
 * Whether an action meets a deadline: the deadline names it, and it is about the same subject, a larger one (1 for
 * 1/o2), or one for which the deadline is met too.
 */
function isMetBy(
  { facts }: CaseView,
  deadline: Deadline,
  { action, subject: about }: PossibleAction,
): boolean {
  const { subject } = deadline
  const { metBy = [], metFor } = deadlineDescription(deadline) ?? {}
  if (!metBy.some((id) => id === action.id)) return false
  if (about === null || subject === null || about === subject) return true
  return subject.startsWith(`${about}/`) || metFor?.(facts, subject).includes(about) === true
}
