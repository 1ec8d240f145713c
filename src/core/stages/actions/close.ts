import { obligations, performedOn } from '../../facts/performance.ts'
import { claimedObligors, obligorName, releasedOn } from '../../facts/queries.ts'
import { isCovered, outsideMatter } from '../../facts/scope.ts'
import { isDismissed } from '../../facts/suits.ts'
import type { CaseView } from '../../view.ts'
import {
  type Answers,
  type Blocker,
  blockIf,
  contradictionIf,
  defineAction,
  saysSomething,
} from '../define.ts'
import { type Stage, stages } from '../stage.ts'
import { undone } from '../undone.ts'

/** Stages from which a case can be closed: the claim was settled, adjudged, ended or never made. */
const closable: ReadonlySet<Stage> = new Set([
  'performance',
  'evaluation',
  'terminated',
  'withdrawn',
  'not-initiated',
  'closed',
])

/** 结案: when nothing is left undone, or with what is left named and a reason given; the file then is one whole. */
export const close = defineAction({
  id: 'close',
  title: '结案',
  matter: 'one-case-one-file',
  moves: true,
  always: true,
  blockers: (view) => [...unsettled(view), ...leftUndone(view)],
  section: 'closing.closed',
  mode: 'set',
  ask: ['closedOn', 'result', 'referredTo', 'summary', 'openDuties', 'approvals', 'archivedOn'],
  required: ['result'],
  defaults: (view) => {
    const result = resultOf(view)
    return { closedOn: view.today, ...(result && { result }) }
  },
  refuse: referral,
})

const OUT_OF_SCOPE = 'out-of-scope'

/** Damage that the text is not about is handed on: the file says why and to whom. */
function referral({ facts, regulation }: CaseView, item: Answers<'closing.closed'>) {
  const isReferred = item.result === OUT_OF_SCOPE
  if (isCovered(facts, regulation)) {
    return contradictionIf(isReferred, '本案属于本细则适用的范围，“结案方式”不能是不适用本细则', 'scope', {
      key: 'result',
    })
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

/** The obligors, or the case while it has none, whose claim is still being pursued; out of scope there is none. */
function unsettled({ facts, stage, regulation }: CaseView): readonly Blocker[] {
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

/** What is undone is named by the officer, with a reason, or the case stays open. */
function leftUndone(view: CaseView): readonly Blocker[] {
  return undone(view).map(({ reason, matter }) => ({
    reason: `${reason}没有办结；确需结案的，列入“未尽事项”，并在“结案说明”中写明理由`,
    matter,
    unless: isAccountedFor,
  }))
}

function isAccountedFor({ openDuties = [], summary }: Answers<'closing.closed'>): boolean {
  return openDuties.length > 0 && saysSomething(summary)
}

/** How the case ended, where the facts tell: by its stages, what the courts did and what was done; else it is asked. */
function resultOf({ facts, stage, regulation }: CaseView): Answers<'closing.closed'>['result'] {
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
