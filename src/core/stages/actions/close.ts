import { obligations, performedOn } from '../../facts/performance.ts'
import { claimedObligors, clueOn, obligorName, releasedOn } from '../../facts/queries.ts'
import { isCovered } from '../../facts/scope.ts'
import { isDismissed } from '../../facts/suits.ts'
import type { CaseView } from '../../view.ts'
import { type Blocker, before, blockIf, defineAction, type Item, saysSomething, strings } from '../define.ts'
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

/** 结案: when nothing is left undone, or with what is left named and a reason given; the file then is one whole. 第三十八条 */
export const close = defineAction({
  id: 'close',
  title: '结案',
  article: '第三十八条',
  moves: true,
  always: true,
  blockers: (view) => [...unsettled(view), ...leftUndone(view)],
  target: () => ({ document: 'closing', path: ['closed'], mode: 'set' }),
  ask: ['closedOn', 'result', 'referredTo', 'summary', 'openDuties', 'approvals', 'archivedOn'],
  required: ['result'],
  defaults: (view) => {
    const result = resultOf(view)
    return { closedOn: view.today, ...(result && { result }) }
  },
  refuse: (view, item) => [
    ...referral(view, item),
    ...blockIf(
      before(item.closedOn, view.facts.investigation?.initiation?.initiatedOn ?? clueOn(view.facts)),
      '结案日期早于启动索赔或者接到线索的日期',
      '第三十八条',
    ),
    ...blockIf(
      typeof item.closedOn === 'string' && before(item.archivedOn, item.closedOn),
      '归档日期早于结案日期',
      '第三十八条',
    ),
  ],
})

const OUT_OF_SCOPE = 'out-of-scope'

/** Damage that the text is not about is handed on: the file says why and to whom. 第五条 */
function referral({ facts, regulation }: CaseView, item: Item): readonly Blocker[] {
  const isReferred = item.result === OUT_OF_SCOPE
  if (isCovered(facts, regulation)) {
    return blockIf(isReferred, '本案属于本细则适用的范围，“结案方式”不能是不适用本细则', '第五条')
  }
  return [
    ...blockIf(!isReferred, '本案不适用本细则，“结案方式”应为“不适用本细则，移送其他途径”', '第五条'),
    ...blockIf(!saysSomething(item.referredTo), '应当写明“移送的单位或者途径”', '第五条'),
    ...blockIf(!saysSomething(item.summary), '应当在“结案说明”中写明不适用本细则的理由', '第五条'),
  ]
}

/** The obligors, or the case while it has none, whose claim is still being pursued; out of scope there is none. */
function unsettled({ facts, stage, regulation }: CaseView): readonly Blocker[] {
  if (!isCovered(facts, regulation)) return []
  if (!claimedObligors(facts).length) {
    return blockIf(!closable.has(stage.case), `本案还在${stages[stage.case].title}`, '第十四条')
  }
  return [...stage.obligors].flatMap(([id, reached]) =>
    blockIf(
      !closable.has(reached) && !isDismissed(facts, id),
      `${obligorName(facts, id)}还在${stages[reached].title}：没有协议、生效裁判，也没有终止`,
      '第十四条、第二十二条',
    ),
  )
}

/** What is undone is named by the officer, with a reason, or the case stays open. */
function leftUndone(view: CaseView): readonly Blocker[] {
  return undone(view).map(({ reason, article }) => ({
    reason: `${reason}没有办结；确需结案的，列入“未尽事项”，并在“结案说明”中写明理由`,
    article,
    unless: isAccountedFor,
  }))
}

function isAccountedFor({ openDuties, summary }: Item): boolean {
  return strings(openDuties).length > 0 && saysSomething(summary)
}

/** How the case ended, where the facts tell: by its stages, what the courts did and what was done; else it is asked. */
function resultOf({ facts, stage, regulation }: CaseView): string | undefined {
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
