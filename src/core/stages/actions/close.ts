import { type Debt, debts, isOwed, performedOn } from '../../facts/debts.ts'
import type { Facts } from '../../facts/facts.ts'
import { groundDoubts } from '../../facts/grounds.ts'
import { obligations } from '../../facts/performance.ts'
import { claimedObligors, obligorName, releasedOn, terminationOf } from '../../facts/queries.ts'
import { isCovered, outsideMatter } from '../../facts/scope.ts'
import { subjectLabel } from '../../facts/subjects.ts'
import { isDismissed } from '../../facts/suits.ts'
import { type Choice, choicesOf, labelAt } from '../../schema/choices.ts'
import { schemaAt } from '../../schema/walk.ts'
import type { CaseView } from '../../view.ts'
import {
  type AnswersSoFar,
  type Blocker,
  blockIf,
  contradictionIf,
  defineAction,
  saysSomething,
} from '../define.ts'
import { openDuties } from '../open-duties.ts'
import { type Stage, stages } from '../stage.ts'

/** Stages in which a case can be closed: the claim was settled, adjudged, ended or never made. */
const closable: ReadonlySet<Stage> = new Set([
  'performance',
  'evaluation',
  'terminated',
  'withdrawn',
  'not-initiated',
  'closed',
])

/**
 * 结案: when no duty is open, or when the officer names what is left and gives a reason; the file is then
 * complete.
 */
export const close = defineAction({
  id: 'close',
  title: '结案',
  matter: 'one-case-one-file',
  moves: true,
  always: true,
  blockers: (view) => [...pursuedClaims(view), ...unnamedDuties(view)],
  section: 'closing.closed',
  mode: 'set',
  ask: ['closedOn', 'result', 'referredTo', 'summary', 'openDuties', 'approvals', 'archivedOn'],
  required: ['result'],
  choices: (view) => ({ result: fittingResults(view) }),
  defaults: (view) => {
    const result = closingResult(view)
    return { closedOn: view.today, ...(result && { result }) }
  },
  refuse: referral,
})

const OUT_OF_SCOPE = 'out-of-scope'

/** A case outside the scope of the text is handed on: the file says why and to whom. */
function referral({ facts, regulation }: CaseView, item: AnswersSoFar<'closing.closed'>) {
  const isReferred = item.result === OUT_OF_SCOPE
  if (isCovered(facts, regulation)) {
    return [
      ...contradictionIf(isReferred, '本案属于本细则适用的范围，“结案方式”不能是不适用本细则', 'scope', {
        key: 'result',
      }),
      ...(item.result === 'performed' ? stillOwed(facts) : []),
      ...unlikeFacts(facts, item.result),
    ]
  }
  const matter = outsideMatter(facts)
  return [
    ...contradictionIf(!isReferred, '本案不适用本细则，“结案方式”应为“不适用本细则，移送其他途径”', matter, {
      key: 'result',
    }),
    ...blockIf(!saysSomething(item.referredTo), '应当写明“移送的单位或者途径”', matter, {
      key: 'referredTo',
    }),
    ...blockIf(!saysSomething(item.summary), '应当在“结案说明”中写明不适用本细则的理由', matter, {
      key: 'summary',
    }),
  ]
}

/** What must be on record for a case to have ended in that way, and what is said where it is not. */
const shownBy: Readonly<
  Record<string, { readonly isShown: (facts: Facts) => boolean; readonly lack: string }>
> = {
  enforced: { isShown: ({ court }) => court.enforcements.length > 0, lack: '没有申请强制执行的记录' },
  terminated: { isShown: ({ closing }) => closing.terminations.length > 0, lack: '没有终止索赔的记录' },
  'not-initiated': {
    isShown: ({ investigation }) => investigation?.initiation === undefined,
    lack: '本案已经启动索赔',
  },
  dismissed: {
    isShown: (facts) => facts.obligors.some(({ id }) => isDismissed(facts, id)),
    lack: '没有诉讼请求未获支持的裁判',
  },
}

/** A case did not end in a way of which its record says otherwise; what a ledger does not tell contradicts nothing. */
function unlikeFacts(facts: Facts, result: string | undefined) {
  const { isShown, lack } = shownBy[result ?? ''] ?? {}
  const isUnlike = isShown !== undefined && facts.case.backfilled === undefined && !isShown(facts)
  const reason = `${lack}，“结案方式”不能是${labelAt('closing', ['closed', 'result'], result ?? '')}`
  return contradictionIf(isUnlike, reason, 'one-case-one-file', { key: 'result' })
}

/**
 * The ways of ending that the record allows, in the order of the schema; the one that the record itself shows comes first.
 */
function fittingResults(view: CaseView): readonly Choice[] {
  const { facts, regulation } = view
  const all = choicesOf(schemaAt('closing', ['closed', 'result']) ?? {}, regulation.lists) ?? []
  const isOutOfScope = !isCovered(facts, regulation)
  const fits = all.filter(({ code }) => {
    if (isOutOfScope || code === OUT_OF_SCOPE) return isOutOfScope && code === OUT_OF_SCOPE
    if (code === 'performed') return debts(facts).length > 0 && stillOwed(facts).length === 0
    return unlikeFacts(facts, code).length === 0
  })
  const proposed = closingResult(view)
  return [...fits].sort((a, b) => Number(b.code === proposed) - Number(a.code === proposed))
}

/** A case is not performed while anybody owes money or work, or was let go from it against what the facts say. */
function stillOwed(facts: Facts) {
  const all = debts(facts)
  const open = all.filter((debt) => debt.performedOn === undefined)
  const isNothingDone = open.length === all.length
  const owed = open.filter((debt) => isOwed(debt) || isNothingDone || isLetGoInDoubt(facts, debt))
  const named = owed.map(({ address }) => subjectLabel(facts, address)).join('、')
  return contradictionIf(
    owed.length > 0,
    `还没有履行完毕：${named}；“结案方式”不能是履行完毕`,
    'restoration',
    {
      key: 'result',
    },
  )
}

/** Whether the claim for a debt was given up on a ground that the facts speak against. */
function isLetGoInDoubt(facts: Facts, { obligor }: Debt): boolean {
  const termination = terminationOf(facts, obligor)
  if (!termination) return false
  return groundDoubts(facts, termination.ground, [obligor], termination.decidedOn).length > 0
}

/**
 * Refuses to close while a claim against an obligor is still pursued, or the case while it has none; out of scope there
 * is no claim.
 */
function pursuedClaims({ facts, stage, regulation }: CaseView): readonly Blocker[] {
  if (!isCovered(facts, regulation)) return []
  if (!claimedObligors(facts).length) {
    return contradictionIf(!closable.has(stage.case), `本案还在${stages[stage.case].title}`, [
      'not-initiate',
      'termination',
    ])
  }
  return [...stage.obligors].flatMap(([id, reached]) =>
    contradictionIf(
      !closable.has(reached) && !isDismissed(facts, id),
      `${obligorName(facts, id)}还在${stages[reached].title}：没有协议、生效裁判，也没有终止`,
      ['termination', 'suit'],
    ),
  )
}

/** Refuses to close while a duty is open, unless the officer names it with a reason. */
function unnamedDuties(view: CaseView): readonly Blocker[] {
  return openDuties(view).map(({ reason, matter }) => ({
    reason: `${reason}没有办结；确需结案的，列入“未尽事项”，并在“结案说明”中写明理由`,
    matter,
    unless: isAccountedFor,
  }))
}

function isAccountedFor({ openDuties = [], summary }: AnswersSoFar<'closing.closed'>): boolean {
  return openDuties.length > 0 && saysSomething(summary)
}

/** How the case ended, where stages, court decisions and performance show it; else the officer is asked. */
function closingResult({ facts, stage, regulation }: CaseView): AnswersSoFar<'closing.closed'>['result'] {
  if (!isCovered(facts, regulation)) return OUT_OF_SCOPE
  if (stage.case === 'terminated' || stage.case === 'not-initiated') return stage.case
  if (facts.court.enforcements.some(({ result }) => result === 'performed')) return 'enforced'
  const pursued = facts.obligors.filter(({ id }) => !releasedOn(facts, id))
  const isLost = pursued.length > 0 && pursued.every(({ id }) => isDismissed(facts, id))
  if (isLost) return 'dismissed'
  const owed = obligations(facts)
  const isPerformed = owed.length > 0 && owed.every((obligation) => performedOn(facts, obligation))
  return isPerformed ? 'performed' : undefined
}
