import { chineseDate } from '../calendar/dates.ts'
import type { Facts } from '../facts/facts.ts'
import { isCovered, outsideMatter } from '../facts/scope.ts'
import type { CaseView } from '../view.ts'
import { close } from './actions/close.ts'
import { actionOf, actions } from './actions/index.ts'
import {
  type Action,
  type Blocker,
  contradictionIf,
  type Item,
  type Refusal,
  refusalsUnder,
} from './define.ts'
import { recordedIn } from './recorded.ts'
import { stages } from './stage.ts'
import { isLeftBehind, isMissingFromLedger } from './taken-over.ts'

/** An action for one subject, and what blocks it now. */
export interface PossibleAction {
  readonly action: Action
  readonly subject: string | null
  readonly blockedBy: readonly Refusal[]
  /** Whether it moves the stage and the facts ask for it. */
  readonly moves: boolean
  /** Whether the facts ask for it, so that it is suggested and not only possible. */
  readonly advised: boolean
}

/**
 * Every action for every possible subject: first those that can be done; among them first those that move the stage,
 * then those for which the facts ask.
 */
export function actionsFor(view: CaseView): PossibleAction[] {
  const all = actions.flatMap((action) =>
    action.subjects(view.facts, view).map((subject) => {
      const advised = (action.advised?.(view, subject) ?? true) && !isLeftBehind(view, action.id, subject)
      const blockedBy = blockersOf(view, action, subject)
      return { action, subject, blockedBy, moves: action.moves && advised, advised }
    }),
  )
  return all.sort((a, b) => actionRank(a) - actionRank(b))
}

/** What blocks an action: the end of the case, and damage outside the scope, block all but what is always possible. */
export function blockersOf(view: CaseView, action: Action, subject: string | null): readonly Refusal[] {
  return refusalsUnder(view.regulation, blockersIn(view, action, subject))
}

/** Why this very item is refused; empty when it can be written. */
export function refusedItem(
  view: CaseView,
  action: Action,
  item: Item,
  subject: string | null,
): readonly Refusal[] {
  return refusalsUnder(view.regulation, action.refuse?.(view, item, subject) ?? [])
}

/**
 * What comes first, where an action has nothing that it can be done for: the action that makes such a thing, or the one
 * that comes before that. Undefined where that was done: then nothing of the kind is left.
 */
export function firstToDo(view: CaseView, action: Action): PossibleAction | undefined {
  const before = action.follows && actionOf(action.follows)
  if (!before || recordedIn(view).some(({ step }) => step === before.id)) return undefined
  const [way] = actionsFor(view).filter((each) => each.action.id === before.id)
  return way?.blockedBy.length === 0 ? way : (firstToDo(view, before) ?? way)
}

/**
 * Why no step of this kind is recorded in the case any more, whatever it would be for: the case was withdrawn or has
 * ended, and the step is none that is owed even then.
 */
export function endedFor(view: CaseView, action: Action): readonly Refusal[] {
  return refusalsUnder(view.regulation, endIn(view, action, false))
}

function endIn(view: CaseView, action: Action, isOwedStill: boolean): readonly Blocker[] {
  const { case: stage } = view.stage
  const { withdrawal } = view.facts.case
  if (withdrawal) {
    const { duplicateOf, on, combined } = withdrawal
    const reason = combined
      ? `本案已于${chineseDate(on)}并入 ${duplicateOf}，请在该案办理`
      : `本案与 ${duplicateOf} 重复登记，已于${chineseDate(on)}撤回，请在该案办理`
    return contradictionIf(true, reason, 'one-case-one-file')
  }
  if (stage === 'closed' && !isOwedStill && !(action.untilArchived && isFileOpen(view.facts)))
    return contradictionIf(true, closedReason(view.facts), 'one-case-one-file')
  const isOver = stages[stage].end && !action.always && !isOwedStill
  const call = `ejc amend ${view.facts.id}`
  const reason = `本案已${stages[stage].title}；记录有误的，先更正：${call}`
  return contradictionIf(isOver, reason, 'termination')
}

function blockersIn(view: CaseView, action: Action, subject: string | null): readonly Blocker[] {
  const ended = endIn(view, action, action.evenClosed === true && action.advised?.(view, subject) === true)
  if (ended.length) return ended
  if (!isCovered(view.facts, view.regulation) && !action.always) {
    const label = view.regulation.label('damageScopes', view.facts.case.damage.scope)
    const reason = `${label}，不适用本细则；写明移送的途径后结案，范围填错的更正（办“记录初步估算”）`
    return contradictionIf(true, reason, outsideMatter(view.facts))
  }
  if (action.needsPermission && !view.regulation.has(action.matter)) {
    return contradictionIf(true, `适用的规范没有规定可以“${action.title}”`, action.matter)
  }
  return action
    .blockers(view, subject)
    .filter(({ lacks }) => lacks === undefined || !isMissingFromLedger(view, lacks))
}

/** Whether the file of a closed case has not gone to the archive yet. */
function isFileOpen({ closing }: Facts): boolean {
  return closing.closed?.archivedOn === undefined
}

/** Why nothing more is recorded in a closed case, and how the closing is taken back. */
function closedReason(facts: Facts): string {
  const ended = isFileOpen(facts) ? '本案已结案' : '本案已结案，案卷已经归档'
  const call = `ejc amend ${facts.id} ${close.title} --remove`
  return `${ended}；确需补办的，先撤销结案：${call}`
}

function actionRank({ moves, advised, blockedBy }: PossibleAction): number {
  return (blockedBy.length > 0 ? actions.length : 0) + (moves ? -1 : advised ? 0 : 1)
}
