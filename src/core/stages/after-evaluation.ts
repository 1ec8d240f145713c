import { debts, isOwed } from '../facts/debts.ts'
import { isExempt, passedOn } from '../facts/restoration.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { projectsOf } from '../facts/works.ts'
import type { CaseView } from '../view.ts'
import { openDuties } from './open-duties.ts'
import type { ActionPreview } from './preview.ts'

/**
 * Why a stage goes from the evaluation to the performance: the goal was reached and something else is still owed, or it
 * was not reached. Undefined for any other change. Without it, an evaluation that was passed reads like a step back.
 */
export function reasonOfStage(
  view: CaseView,
  { obligor, from, to }: ActionPreview['stages'][number],
): string | undefined {
  if (from !== 'evaluation' || to !== 'performance') return undefined
  const { facts } = view
  const projects = obligor === null ? facts.restoration.projects : projectsOf(facts, obligor)
  const judged = projects.filter((project) => !isExempt(project))
  if (judged.some(({ evaluations }) => evaluations?.at(-1)?.passed === false))
    return '没有达到修复目标，继续修复'
  const left = judged.filter((project) => !passedOn(project))
  if (left.some(({ completedOn }) => completedOn === undefined)) return '还有没有完成的修复'
  if (left.length) return '还有没有验收的修复'
  const reached = judged.length ? '修复效果已经达标' : '已经免于修复效果评估'
  const owed = stillOwed(
    view,
    obligor,
    projects.map(({ id }) => id),
  )
  return owed.length ? `${reached}；还要办的：${owed.join('、')}` : `${reached}，没有还要履行的`
}

/**
 * What is still owed: in the case, all of it; of an obligor, his debts and what is to be done about his restoration.
 */
function stillOwed(view: CaseView, obligor: string | null, projects: readonly string[]): string[] {
  const owed = openDuties(view)
  if (obligor === null) return owed.map(({ reason }) => reason)
  const { facts, regulation } = view
  const own = debts(facts).filter((debt) => debt.obligor === obligor && isOwed(debt))
  return [
    ...own.map(({ address }) => subjectLabel(facts, address, regulation)),
    ...owed
      .filter(({ subject }) => subject !== null && projects.includes(subject))
      .map(({ reason }) => reason),
  ]
}
