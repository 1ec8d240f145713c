import { type IsoDate, latest } from '../calendar/dates.ts'
import type {
  Agreement,
  Evaluation,
  RestorationMode,
  RestorationProject,
  Substitute,
  Suit,
} from './documents.ts'
import type { Facts } from './facts.ts'
import { agreementOf, confirmationOf, isExempt, isUnder, passedOn } from './queries.ts'
import { bindingSuitsOn } from './suits.ts'

/** A restoration project by its id. */
export function projectOf({ restoration }: Facts, id: string | null): RestorationProject | undefined {
  return restoration.projects.find((project) => project.id === id)
}

/** Where a project stands in restoration.yaml; -1 when there is none of that id. */
export function projectIndex({ restoration }: Facts, id: string | null): number {
  return restoration.projects.findIndex((project) => project.id === id)
}

/** The evaluation whose report is in and which has not been accepted or rejected yet. */
export function awaitingAcceptance({ evaluations }: RestorationProject): Evaluation | undefined {
  const last = evaluations?.at(-1)
  return last && last.passed === undefined && last.exemption === undefined ? last : undefined
}

/** The last date of an evaluation. */
function judgedOn({ acceptedOn, submittedOn, reportedOn }: Evaluation): IsoDate | undefined {
  return latest(acceptedOn, submittedOn, reportedOn)
}

/** Whether there is work to be done: not complete, or the goal was missed and it goes on. */
export function isAtWork(project: RestorationProject): boolean {
  const { startedOn, completedOn, evaluations } = project
  const last = evaluations?.at(-1)
  if (startedOn === undefined || passedOn(project)) return false
  return (
    completedOn === undefined || (last?.passed === false && completedOn <= (judgedOn(last) ?? completedOn))
  )
}

/** Whether the result is still to be evaluated: complete, neither passed nor exempt, no report waiting. */
export function awaitsEvaluation(project: RestorationProject): boolean {
  const isDone = project.completedOn !== undefined && !isAtWork(project)
  return isDone && !passedOn(project) && !isExempt(project) && !awaitingAcceptance(project)
}

/** Modes by which something is restored; money paid is none. */
const restoring: Readonly<Record<string, RestorationMode>> = {
  labor: 'labor',
  'off-site': 'off-site',
  'tech-upgrade': 'tech-upgrade',
  other: 'other',
}

/**
 * The substitutes that an agreement rests on and of which nothing is on record: neither a project of their kind nor the day
 * on which what was done was accepted. Exempt is the evaluation (`evaluation-exemption`), never the work.
 */
export function unrecordedSubstitutes(facts: Facts, agreement: Agreement): Substitute[] {
  const begun = facts.restoration.projects.filter((project) => isUnder(facts, project, agreement))
  return (agreement.substitutes ?? []).filter(
    ({ mode, acceptedOn }) =>
      restoring[mode] !== undefined && !acceptedOn && !begun.some((project) => project.mode === mode),
  )
}

/** Whether a substitute that a project carries out was accepted. */
export function isAcceptedSubstitute(facts: Facts, project: RestorationProject): boolean {
  return facts.agreements
    .filter((agreement) => isUnder(facts, project, agreement))
    .flatMap(({ substitutes }) => substitutes ?? [])
    .some(({ mode, acceptedOn }) => mode === project.mode && acceptedOn !== undefined)
}

/** The modes that an agreement provides for and no project has begun yet: in place first, then the substitutes. */
export function unstartedModes(facts: Facts, agreement: Agreement): RestorationMode[] {
  const { restoration, substitutes = [] } = agreement
  const agreed = [
    ...(restoration ? [restoration.mode ?? 'in-situ'] : []),
    ...substitutes.flatMap(({ mode }) => restoring[mode] ?? []),
  ]
  const projects = facts.restoration.projects.filter((project) => isUnder(facts, project, agreement))
  return [...new Set(agreed)].filter((mode) => !projects.some((each) => (each.mode ?? 'in-situ') === mode))
}

/** Whether a judgment asks for a restoration that has not begun. */
export function isJudgedRestorationUnstarted(facts: Facts, suit: Suit): boolean {
  return suit.restoration !== undefined && !facts.restoration.projects.some((each) => each.suit === suit.id)
}

/** The restoration projects under an agreement or a judgment that binds this obligor. */
export function projectsOf(facts: Facts, obligor: string): RestorationProject[] {
  const agreement = agreementOf(facts, obligor)
  const suits = bindingSuitsOn(facts, obligor).map(({ id }) => id)
  return facts.restoration.projects.filter(
    (project) =>
      (agreement !== undefined && isUnder(facts, project, agreement)) ||
      (project.suit !== undefined && suits.includes(project.suit)),
  )
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
