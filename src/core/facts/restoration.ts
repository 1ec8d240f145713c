import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Agreement, Evaluation, RestorationProject } from './documents.ts'
import type { Facts } from './facts.ts'
import { confirmationOf, versionsOf } from './queries.ts'

/**
 * The day on which the experts accepted that a project has reached its goal: that the report says so is no acceptance
 * (`restoration-acceptance`).
 */
export function passedOn({ evaluations = [] }: RestorationProject): IsoDate | undefined {
  const passed = evaluations.filter((evaluation) => evaluation.passed === true)
  return earliest(...passed.map(({ acceptedOn }) => acceptedOn))
}

/** Whether a project need not be evaluated. */
export function isExempt(project: RestorationProject): boolean {
  return (project.evaluations ?? []).some((evaluation) => evaluation.exemption !== undefined)
}

/**
 * Whether a project carries out an agreement, in any of its versions. A project that began before any agreement
 * (`pre-agreement-restoration`) names none and belongs to the agreement of its obligors.
 */
export function isUnder(facts: Facts, project: RestorationProject, agreement: Agreement): boolean {
  if (project.suit !== undefined && project.agreement === undefined) return false
  if (project.agreement !== undefined)
    return versionsOf(facts, agreement).some(({ id }) => id === project.agreement)
  return (project.obligors ?? []).some((id) => agreement.obligors.includes(id))
}

/** A restoration project by its id. */
export function projectOf({ restoration }: Facts, id: string | null): RestorationProject | undefined {
  return restoration.projects.find((project) => project.id === id)
}

/** Where a project stands in restoration.yaml; -1 when there is none of that id. */
export function projectIndex({ restoration }: Facts, id: string | null): number {
  return restoration.projects.findIndex((project) => project.id === id)
}

/**
 * The evaluation whose report is in and which the experts have not looked at yet: that the report says that the goal is
 * reached is no acceptance (`restoration-acceptance`). One that says that it is missed sends the obligor back to work.
 */
export function awaitingAcceptance({ evaluations }: RestorationProject): Evaluation | undefined {
  const last = evaluations?.at(-1)
  if (!last || last.exemption !== undefined || last.passed === false) return undefined
  return last.passed === undefined || last.acceptedOn === undefined ? last : undefined
}

/** The day on which the obligor handed in a report that the goal is reached, or the experts accepted it. */
export function evaluatedOn({ evaluations = [] }: RestorationProject): IsoDate | undefined {
  const passed = evaluations.filter((evaluation) => evaluation.passed === true)
  return earliest(
    ...passed.map(({ acceptedOn, submittedOn, reportedOn }) => acceptedOn ?? submittedOn ?? reportedOn),
  )
}

/** The last day of an evaluation: of the report, its submission or its acceptance. */
export function lastDayOf({ acceptedOn, submittedOn, reportedOn }: Evaluation): IsoDate | undefined {
  return latest(acceptedOn, submittedOn, reportedOn)
}

/** Whether the last evaluation found that the goal was missed, so that the restoration goes on (`continued-restoration`). */
export function isMissed({ evaluations }: RestorationProject): boolean {
  return evaluations?.at(-1)?.passed === false
}

/** Whether there is work to be done: not complete, or the goal was missed and it goes on. */
export function isAtWork(project: RestorationProject): boolean {
  const { startedOn, completedOn, evaluations } = project
  const last = evaluations?.at(-1)
  if (startedOn === undefined || passedOn(project)) return false
  return (
    completedOn === undefined ||
    (last !== undefined && isMissed(project) && completedOn <= (lastDayOf(last) ?? completedOn))
  )
}

/** Whether the result is still to be evaluated: complete, neither passed nor exempt, no report waiting. */
export function awaitsEvaluation(project: RestorationProject): boolean {
  const isDone = project.completedOn !== undefined && !isAtWork(project)
  return isDone && !passedOn(project) && !isExempt(project) && !awaitingAcceptance(project)
}

/** Whether a substitute that a project carries out was accepted. */
export function isAcceptedSubstitute(facts: Facts, project: RestorationProject): boolean {
  return facts.agreements
    .filter((agreement) => isUnder(facts, project, agreement))
    .flatMap(({ substitutes }) => substitutes ?? [])
    .some(({ mode, acceptedOn }) => mode === project.mode && acceptedOn !== undefined)
}

/** Whether a restoration rests on a judgment or a confirmed agreement (`court-report`). */
export function isUnderCourt(facts: Facts, project: RestorationProject): boolean {
  return (
    project.suit !== undefined ||
    facts.agreements.some(
      (agreement) =>
        isUnder(facts, project, agreement) && confirmationOf(facts, agreement)?.result === 'confirmed',
    )
  )
}
