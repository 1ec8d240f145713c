import { compare, type IsoDate, latestOfAll } from '../calendar/dates.ts'
import type {
  Agreement,
  RestorationMode,
  RestorationPhase,
  RestorationProject,
  Substitute,
} from './documents.ts'
import type { Facts } from './facts.ts'
import { oncePerCase } from './once.ts'
import {
  doneOn,
  type Obligation,
  obligationId,
  obligations,
  obligedBy,
  projectsUnder,
} from './performance.ts'
import { agreementOf } from './queries.ts'
import { isUnder } from './restoration.ts'
import { isPaidShare, shareGroups } from './shares.ts'
import { unjudged } from './suit-scope.ts'
import { bindingSuitsOn } from './suits.ts'
import { overlap, type Plan, plansOf } from './work-plans.ts'

/** The days by which something is to be restored. */
type Schedule = Pick<RestorationPhase, 'startBy' | 'completeBy' | 'evaluateBy'>

/** Work that one share of the obligors owes: a set of terms, one phase of it, or a substitute. */
export interface Work extends Schedule {
  /** `G1`; where there are several: `G1/W1`, `G1/W1/2`, `G1/o2`; of a substitute `G1/labor`. */
  readonly address: string
  readonly obligation: Obligation
  /**
   * terms: fixed by a set of terms · substitute: a mode in its place · unstated: owed by the amounts, without terms ·
   * begun: no terms, but a project
   */
  readonly origin: 'terms' | 'substitute' | 'unstated' | 'begun'
  readonly set: string | undefined
  readonly phase: string | undefined
  /** Undefined where any mode will do. */
  readonly mode: RestorationMode | undefined
  /** Those who owe it together. */
  readonly obligors: readonly string[]
  readonly projects: readonly RestorationProject[]
  /** The day on which it was wholly done. */
  readonly doneOn: IsoDate | undefined
  /** The substitute that it is, where it is one. */
  readonly substitute?: Substitute
}

/** Everything that is to be restored under an agreement or judgment. */
export function worksUnder(facts: Facts, obligation: Obligation): Work[] {
  const plans = plansOf(obligation)
  const projects = projectsUnder(facts, obligation)
  const carried = new Map<Plan, RestorationProject[]>()
  const loose: RestorationProject[] = []
  for (const project of projects) {
    const plan = planOf(project, plans, carried)
    if (plan) carried.set(plan, [...(carried.get(plan) ?? []), project])
    else loose.push(project)
  }
  const parties = obligedBy(facts, obligation)
  return [
    ...plans.flatMap((plan) => divided(obligation, plan, parties, carried.get(plan) ?? [])),
    ...loose.map((project) => begun(obligation, project, parties)),
  ].flatMap((work) => unjudged(facts, work))
}

/** The plan that a project carries out: the one it names, else the first that fits and that nothing carries out yet. */
function planOf(
  project: RestorationProject,
  plans: readonly Plan[],
  carried: ReadonlyMap<Plan, readonly RestorationProject[]>,
): Plan | undefined {
  const { terms, mode, obligors } = project
  const named = plans.find(({ id }) => id !== undefined && id === terms)
  if (named) return named
  const fitting = plans.filter((plan) => overlap(plan.obligors, obligors))
  const ofMode = fitting.filter((plan) => mode === undefined || plan.mode === mode)
  // An absent mode fits every project that is not the substitute of another.
  const candidates = ofMode.length ? ofMode : fitting.filter((plan) => plan.mode === undefined)
  return candidates.find((plan) => !carried.has(plan)) ?? candidates[0]
}

/** A plan by phase and by share; one for all where it has neither. */
function divided(
  obligation: Obligation,
  plan: Plan,
  parties: readonly string[],
  projects: readonly RestorationProject[],
): Work[] {
  const groups = groupsOf(obligation, plan, parties)
  const phases: readonly (RestorationPhase | undefined)[] = plan.phases?.length ? plan.phases : [undefined]
  const base = [obligationId(obligation), plan.id ?? (plan.origin === 'substitute' ? plan.mode : undefined)]
  return phases.flatMap((phase) =>
    groups.map((group): Work => {
      const ownProjects = projectsIn(
        phases,
        phase,
        projects.filter(({ obligors }) => overlap(group, obligors)),
      )
      const parts = [...base, phase?.id, groups.length > 1 ? group.join('+') : undefined]
      return {
        address: parts.filter((part) => part !== undefined).join('/'),
        obligation,
        origin: plan.origin,
        set: plan.id,
        phase: phase?.id,
        mode: plan.mode,
        ...scheduleOf(plan, phase),
        obligors: group,
        projects: ownProjects,
        doneOn: plan.substitute?.acceptedOn ?? doneFor(ownProjects, groups.length > 1),
        ...(plan.substitute && { substitute: plan.substitute }),
      }
    }),
  )
}

/** The day on which projects had done a work. Of several shares, a project that names no obligor shows none as done. */
function doneFor(projects: readonly RestorationProject[], isOneOfShares: boolean): IsoDate | undefined {
  const telling = isOneOfShares ? projects.filter(({ obligors }) => obligors?.length) : projects
  return latestOfAll(telling.map(doneOn))
}

/** The works of separate shares that a project may carry out, where it does not say whose work it is. */
export function unassignedWorks(facts: Facts, project: RestorationProject): Work[] {
  if (project.obligors?.length) return []
  const carried = worksOfProject(facts, project).filter(({ origin }) => origin !== 'begun')
  return new Set(carried.map(({ obligors }) => obligors.join())).size > 1 ? carried : []
}

/**
 * The projects that carry out a phase. One that names no phase carries out the first that nothing else does, and no
 * other: that it is complete says nothing of the phases after it.
 */
function projectsIn(
  phases: readonly (RestorationPhase | undefined)[],
  phase: RestorationPhase | undefined,
  projects: readonly RestorationProject[],
): RestorationProject[] {
  if (!phase) return [...projects]
  // By their days, whatever the order in the file.
  const inTurn = phases.toSorted((a, b) => compare(turnOf(a), turnOf(b)))
  const open = inTurn.filter((each) => !projects.some((project) => project.phase === each?.id))
  const unnamed = projects
    .filter((project) => !project.phase)
    .toSorted((a, b) => compare(`${a.startedOn ?? '9'} ${a.id}`, `${b.startedOn ?? '9'} ${b.id}`))
  return projects.filter((project) => {
    const nth = unnamed.indexOf(project)
    return nth < 0 ? project.phase === phase.id : (open[nth] ?? inTurn.at(-1)) === phase
  })
}

/** Where a phase stands among the others: by its days, then by its number. */
function turnOf(phase: RestorationPhase | undefined): string {
  return [phase?.completeBy ?? '9', phase?.startBy ?? '9', phase?.id].join(' ')
}

function scheduleOf(plan: Plan, phase: RestorationPhase | undefined): Schedule {
  const { startBy, completeBy, evaluateBy } = { ...plan, ...phase }
  return {
    ...(startBy !== undefined && { startBy }),
    ...(completeBy !== undefined && { completeBy }),
    ...(evaluateBy !== undefined && { evaluateBy }),
  }
}

/** Those who owe a plan, share by share; who pays his whole share owes nothing of work that names nobody. */
function groupsOf(obligation: Obligation, { obligors }: Plan, parties: readonly string[]): string[][] {
  const bound = obligors ? parties.filter((id) => obligors.includes(id)) : [...parties]
  if ('suit' in obligation) return bound.length ? [bound] : []
  const groups = shareGroups(obligation.agreement, bound)
  const working = groups.filter((group) => !isPaidShare(obligation.agreement, group))
  return obligors || groups.length === 1 || working.length === 0 ? groups : working
}

/** Work without any terms: nothing but the project tells of it. */
function begun(obligation: Obligation, project: RestorationProject, parties: readonly string[]): Work {
  return {
    address: project.id,
    obligation,
    origin: 'begun',
    set: undefined,
    phase: undefined,
    mode: project.mode,
    obligors: parties.filter((id) => overlap(project.obligors, [id])),
    projects: [project],
    doneOn: doneOn(project),
  }
}

/** Whether nothing of a work is on record yet: no project, and nothing accepted. */
export function isUnstarted({ projects, doneOn: done }: Work): boolean {
  return projects.length === 0 && done === undefined
}

/** All that is to be restored under the agreements in force and the effective judgments. */
export const works = oncePerCase((facts): readonly Work[] =>
  obligations(facts).flatMap((obligation) => worksUnder(facts, obligation)),
)

/** What a project carries out. */
export function worksOfProject(facts: Facts, project: RestorationProject): Work[] {
  return works(facts).filter(({ projects }) => projects.includes(project))
}

/**
 * What an address is about: the works of a project (`R1`, of one phase `R1/2`), or one that has no project yet
 * (`G1/W1`).
 */
export function worksAt(facts: Facts, address: string): Work[] {
  const [head, phase] = address.split('/')
  const carried = works(facts).filter(
    (work) => work.projects.some(({ id }) => id === head) && (phase === undefined || work.phase === phase),
  )
  return carried.length ? carried : works(facts).filter((work) => work.address === address)
}

/** Whether an obligor owes work, substitutes aside, that has not begun. */
export function awaitsStart(facts: Facts, obligor: string): boolean {
  return works(facts).some(
    (work) => isUnstarted(work) && work.origin !== 'substitute' && work.obligors.includes(obligor),
  )
}

/**
 * The substitutes that an agreement rests on and of which nothing is on record: neither a project of their kind nor the
 * day on which what was done was accepted. Exempt is the evaluation (`evaluation-exemption`), never the work.
 */
export function unrecordedSubstitutes(facts: Facts, agreement: Agreement): Substitute[] {
  const unstarted = worksUnder(facts, { agreement }).filter(isUnstarted)
  return [...new Set(unstarted.flatMap(({ substitute }) => substitute ?? []))]
}

/**
 * The restoration projects under an agreement or judgment that binds this obligor, without those that only others owe.
 */
export function projectsOf(facts: Facts, obligor: string): RestorationProject[] {
  const agreement = agreementOf(facts, obligor)
  const suits = bindingSuitsOn(facts, obligor).map(({ id }) => id)
  return facts.restoration.projects.filter((project) => {
    const isUnderIt =
      (agreement !== undefined && isUnder(facts, project, agreement)) ||
      (project.suit !== undefined && suits.includes(project.suit))
    const carried = isUnderIt ? worksOfProject(facts, project) : []
    return isUnderIt && (!carried.length || carried.some(({ obligors }) => obligors.includes(obligor)))
  })
}
