import type { Deadline } from '../deadlines/define.ts'
import { isPending } from '../deadlines/pending.ts'
import { agreementOf } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { breachOf } from './breach.ts'
import { flagsOf } from './flags.ts'
import type { PossibleAction } from './possible.ts'
import { remedies } from './remedy.ts'
import type { Stage } from './stage.ts'

/** The actions by which a deadline is met, the usual one first; none where it is met by the obligor or by nothing at all. */
export const meetingActions: Readonly<Record<string, readonly string[]>> = {
  screening: ['screen'],
  initiate: ['initiate', 'decline'],
  'reply-to-reporter': ['answer-reporter'],
  investigation: ['conclude'],
  'appraisal-explanation': ['explain-appraisal'],
  'major-report': ['report-major'],
  notify: ['notify'],
  serve: ['serve'],
  reply: ['reply'],
  meet: ['meet', 'waive-meeting'],
  consultation: ['meet', 'sign', 'fail-consultation'],
  'start-suit': ['sue'],
  agreement: ['sign'],
  'confirmation-apply': ['apply-confirmation'],
  payment: ['pay'],
  'restoration-start': ['start-restoration'],
  'restoration-complete': ['complete-restoration'],
  evaluation: ['evaluate', 'accept'],
  filing: ['file-evaluation'],
  'send-to-court': ['send-to-court'],
  'enforcement-apply': ['apply-enforcement'],
  limitation: [],
  'agreement-limitation': [],
  'monthly-report': ['report-month'],
  'overdue-explanation': ['explain-overdue'],
  disclosure: ['disclose'],
}

/** What obligors owe: once it is late, what helps is a remedy, in this order. 第二十四条第二款 */
const OWED_BY_OBLIGORS: ReadonlySet<string> = new Set([
  'payment',
  'restoration-start',
  'restoration-complete',
])
const REMEDIES: readonly string[] = [remedies.enforcement.action, remedies.suit.action]

/** What ends the suspension of a deadline. 第十三条 */
const RESUMING = 'receive-appraisal'

/** What is to be done next: an action, the deadline that asks for it, or both. */
export interface NextStep {
  readonly action: PossibleAction | undefined
  readonly deadline: Deadline | undefined
}

/** A limitation runs beside everything else: it is what comes next only when nothing nearer does. */
const LIMITATIONS: ReadonlySet<string> = new Set(['limitation', 'agreement-limitation'])

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

function urgencyOf({ deadline, rolledDue }: Deadline): string {
  const kind = LIMITATIONS.has(deadline) ? 'later' : 'first'
  return `${kind} ${rolledDue ?? 'without a day'}`
}

function isPressing({ status }: Deadline): boolean {
  return status === 'overdue' || status === 'rolled' || status === 'soon'
}

function actionFor(deadline: Deadline, possible: readonly PossibleAction[]): PossibleAction | undefined {
  if (deadline.status === 'overdue' && OWED_BY_OBLIGORS.has(deadline.deadline)) {
    const open = REMEDIES.flatMap((id) => possible.find(({ action }) => action.id === id) ?? [])
    if (open[0]) return open[0]
  }
  // Silence past the last day is a ground; the officer decides, or records a reply after all. 第二十二条第二款第一项
  if (deadline.status === 'overdue' && deadline.deadline === 'reply') {
    const failure = possible.find(
      ({ action, subject, advised }) =>
        advised && action.id === 'fail-consultation' && subject === deadline.subject,
    )
    if (failure) return failure
  }
  if (deadline.status === 'suspended') return possible.find(({ action }) => action.id === RESUMING)
  const usual = meetingActions[deadline.deadline] ?? []
  return usual.flatMap(
    (id) => possible.find((each) => each.action.id === id && isMetBy(deadline, each)) ?? [],
  )[0]
}

/** Whether an action meets a deadline: one for it, about the same thing or about what that is part of (1 for 1/o2). */
function isMetBy({ deadline, subject }: Deadline, { action, subject: about }: PossibleAction): boolean {
  if (!meetingActions[deadline]?.includes(action.id)) return false
  return about === null || about === subject || (subject?.startsWith(`${about}/`) ?? true)
}
