import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Round } from './documents.ts'
import type { Facts } from './facts.ts'
import { claimedObligors, clueOn } from './queries.ts'

/** The day on which a case was taken over from the office's ledger (补录); undefined for one that was begun in ejc. */
export function takenOverOn(facts: Pick<Facts, 'case'>): IsoDate | undefined {
  return facts.case.backfilled?.on
}

/**
 * The day from which the office as a whole owes anything because of the clue of this case: it owes nothing for what was
 * before.
 */
export function clueCountedOn(facts: Facts): IsoDate | undefined {
  const found = clueOn(facts)
  return found && latest(found, takenOverOn(facts))
}

/** The steps of the procedure, in its order, as the actions that record them are called. */
const stepNames = [
  'screen',
  'initiate',
  'receive-appraisal',
  'conclude',
  'notify',
  'serve',
  'reply',
  'meet',
  'sign',
  'perform',
  'close',
] as const

type StepName = (typeof stepNames)[number]

/** A step that was taken, and with which obligors; with none named, it is one of the case as a whole. */
interface Step {
  readonly step: StepName
  readonly on: IsoDate | undefined
  readonly obligors?: readonly string[] | undefined
}

/**
 * Actions that end the same step as another: suing, or the decision that consultation failed, ends it as signing does.
 */
const sameAs: Readonly<Record<string, StepName>> = {
  'fail-consultation': 'sign',
  sue: 'sign',
  'waive-meeting': 'meet',
}

function rankOf(step: string): number {
  return stepNames.findIndex((name) => name === (sameAs[step] ?? step))
}

/**
 * Whether a step that is not on record must lie before the day on which the case was taken over: a later one that is on
 * record lies there. Always false in a case that was begun in ejc.
 */
export function isStepBeforeTakeover(facts: Facts, action: string): boolean {
  const rank = rankOf(action)
  return rank >= 0 && stepsBeforeTakeover(facts).some(({ step }) => rankOf(step) > rank)
}

/**
 * Whether the case had gone past the beginning of its investigation when it was taken over, though nobody wrote that
 * down.
 */
export function isInitiationUnrecorded(facts: Facts): boolean {
  return facts.investigation?.initiation === undefined && isStepBeforeTakeover(facts, 'initiate')
}

/**
 * Whether the case, when it was taken over, had gone past a day: with each of the obligors (all against whom the claim
 * is made where none is named), a later step was taken before the takeover.
 */
export function wasPast(facts: Facts, day: IsoDate, named: readonly string[] = []): boolean {
  const later = stepsBeforeTakeover(facts).filter(({ on }) => on !== undefined && on > day)
  const obligors = named.length ? named : claimedObligors(facts).map(({ id }) => id)
  if (!obligors.length) return later.length > 0
  return obligors.every((id) => later.some((step) => !step.obligors?.length || step.obligors.includes(id)))
}

function stepsBeforeTakeover(facts: Facts): Step[] {
  const day = takenOverOn(facts)
  if (day === undefined) return []
  return stepsOf(facts).filter(({ on }) => on !== undefined && on < day)
}

function stepsOf(facts: Facts): Step[] {
  const { screening, investigation, appraisals, closing } = facts
  return [
    { step: 'screen', on: screening?.checkedOn },
    { step: 'initiate', on: investigation?.initiation?.initiatedOn },
    ...appraisals.map(({ receivedOn }): Step => ({ step: 'receive-appraisal', on: receivedOn })),
    { step: 'conclude', on: investigation?.conclusion?.concludedOn },
    ...consultationSteps(facts),
    ...agreementSteps(facts),
    ...performanceSteps(facts),
    ...closing.terminations.map(
      ({ decidedOn, obligors }): Step => ({ step: 'close', on: decidedOn, obligors }),
    ),
    { step: 'close', on: closing.closed?.closedOn },
  ]
}

function consultationSteps({ rounds }: Facts): Step[] {
  return rounds.flatMap(({ notice, services = [], replies = [], meetings = [], outcomes = [] }): Step[] => [
    { step: 'notify', on: notice?.issuedOn },
    ...services.map(({ servedOn, obligor }): Step => ({ step: 'serve', on: servedOn, obligors: [obligor] })),
    ...replies.map(({ repliedOn, obligor }): Step => ({ step: 'reply', on: repliedOn, obligors: [obligor] })),
    ...meetings.map(({ heldOn, attended }): Step => ({ step: 'meet', on: heldOn, obligors: attended })),
    ...outcomes.map(({ decidedOn, obligor }): Step => ({ step: 'meet', on: decidedOn, obligors: [obligor] })),
  ])
}

function agreementSteps({ agreements, court }: Facts): Step[] {
  return [
    ...agreements.map(({ signedOn, obligors }): Step => ({ step: 'sign', on: signedOn, obligors })),
    ...court.suits.map(({ filedOn, obligors }): Step => ({ step: 'sign', on: filedOn, obligors })),
  ]
}

/** What came of an agreement or a judgment: confirmed, decided, restored, paid. */
function performanceSteps({ agreements, court, restoration, payments }: Facts): Step[] {
  const partiesTo = (id: string | undefined) => agreements.find((each) => each.id === id)?.obligors
  const step = (
    obligors: readonly string[] | undefined,
    ...days: readonly (IsoDate | undefined)[]
  ): Step => ({
    step: 'perform',
    on: earliest(...days),
    obligors,
  })
  return [
    ...court.confirmations.map(({ agreement, appliedOn, ruledOn }) =>
      step(partiesTo(agreement), appliedOn, ruledOn),
    ),
    ...court.suits.map(({ judgedOn, obligors }) => step(obligors, judgedOn)),
    ...restoration.projects.flatMap((project) => {
      const { startedOn, completedOn, evaluations = [] } = project
      const obligors = project.obligors ?? partiesTo(project.agreement)
      const judged = evaluations.flatMap(({ reportedOn, acceptedOn }) => [reportedOn, acceptedOn])
      return [startedOn, completedOn, ...judged].map((day) => step(obligors, day))
    }),
    ...payments.map(({ agreement, paidOn }) => step(partiesTo(agreement), paidOn)),
  ]
}

/** The obligors who were served in a round before the case was taken over, and of whose answer nothing is on record. */
export function servedBeforeTakeover(facts: Facts, { services = [], replies = [] }: Round): string[] {
  const day = takenOverOn(facts)
  if (day === undefined) return []
  return services
    .filter(({ servedOn }) => servedOn !== undefined && servedOn < day)
    .map(({ obligor }) => obligor)
    .filter((id) => !replies.some(({ obligor }) => obligor === id))
}
