import type { IsoDate } from '../calendar/dates.ts'
import { evidenceBy } from '../facts/by-day.ts'
import type { Evaluation, RestorationProject } from '../facts/documents.ts'
import { agreementOf, obligorOf } from '../facts/queries.ts'
import { passedOn, projectOf } from '../facts/restoration.ts'
import { boundBySuit } from '../facts/suits.ts'
import { restorationModeLabel } from '../regulation/restoration-modes.ts'
import type { CaseView } from '../view.ts'
import { dateOrBlank, type FieldCollector, joinedNames, notApplicable } from './fields.ts'

/** The projects whose goal was reached, as the papers of `evaluation-filing` and `court-report` are about them. */
export function passedProjects({ facts }: CaseView): RestorationProject[] {
  return facts.restoration.projects.filter((project) => passedOn(project))
}

/** The evaluation that found the goal reached. */
export function passingEvaluation(project: RestorationProject | undefined): Evaluation | undefined {
  return project?.evaluations?.findLast(({ passed }) => passed === true)
}

/** The ids of the obligors for whom a project is carried out: its own, those of its agreement or of its suit. */
function obligorIds({ facts }: CaseView, project: RestorationProject): readonly string[] {
  const agreement = facts.agreements.find(({ id }) => id === project.agreement)
  const suit = facts.court.suits.find(({ id }) => id === project.suit)
  return (
    project.obligors ??
    agreement?.obligors ??
    (suit && boundBySuit(suit)) ??
    facts.obligors.map(({ id }) => id).filter((id) => agreementOf(facts, id))
  )
}

/** The names of the obligors for whom a project is carried out. */
export function restoringObligors(view: CaseView, project: RestorationProject | undefined): string[] {
  const ids = project ? obligorIds(view, project) : []
  return ids.flatMap((id) => obligorOf(view.facts, id)?.name ?? [])
}

const REPORT = '修复效果评估报告'

/**
 * The papers of an evaluation that the case has, by their titles on the list of evidence. That there is a report is on
 * record even where its file is not.
 * @param now the case as it is: what goes with a paper may be put on the list later than the paper is dated
 * @param on the day of the paper: what came to the office later did not go with it
 */
export function evaluationPapers(
  now: CaseView,
  subject: string | null,
  { encloses }: FieldCollector,
  on?: IsoDate,
): string {
  const project = projectOf(now.facts, subject)
  const evaluation = passingEvaluation(project)
  const path = `restoration.projects[${subject ?? ''}]`
  const own = `${path}.evaluations[${evaluation?.round ?? ''}]`
  const { evidence } = now.facts
  const there = evidenceBy(now.facts, on)
  const enclosed = (paper: string, id: string | undefined, at: string, action: string): string => {
    const known = evidence.find((each) => each.id === id)
    if (known && !there.includes(known)) return ''
    return encloses(paper, known?.title ?? '', at, action)
  }
  const { supervisor } = project ?? {}
  return joinedNames([
    enclosed(REPORT, evaluation?.report, `${own}.report`, 'evaluate') || `${REPORT}（另附）`,
    supervisor &&
      enclosed('监理报告', supervisor.report, `${path}.supervisor.report`, 'complete-restoration'),
    enclosed('验收意见', evaluation?.opinion, `${own}.opinion`, 'accept'),
  ])
}

/** The fields on the course of the restoration, for registers and letters. */
export function restorationFields(view: CaseView, subject: string | null, { need }: FieldCollector) {
  const project = projectOf(view.facts, subject)
  const evaluation = passingEvaluation(project)
  const path = `restoration.projects[${subject ?? ''}]`
  const evaluations = `${path}.evaluations`
  const mode = project?.mode ?? 'in-situ'
  return {
    赔偿义务人: joinedNames(restoringObligors(view, project)),
    修复方式: restorationModeLabel(view.regulation, mode),
    实施单位: need('实施单位', project?.implementer?.name, `${path}.implementer.name`, 'start-restoration'),
    监理单位: project?.supervisor?.name ?? notApplicable,
    启动日期: need('启动日期', dateOrBlank(project?.startedOn), `${path}.startedOn`, 'start-restoration'),
    完成日期: need(
      '完成日期',
      dateOrBlank(project?.completedOn),
      `${path}.completedOn`,
      'complete-restoration',
    ),
    评估单位: need('评估单位', evaluation?.evaluator?.name, `${evaluations}.evaluator.name`, 'evaluate'),
    评估报告日期: need(
      '评估报告日期',
      dateOrBlank(evaluation?.reportedOn),
      `${evaluations}.reportedOn`,
      'evaluate',
    ),
    验收日期: need('验收日期', dateOrBlank(evaluation?.acceptedOn), `${evaluations}.acceptedOn`, 'accept'),
    验收专家: need('验收专家', joinedNames(evaluation?.experts), `${evaluations}.experts`, 'accept'),
  }
}
