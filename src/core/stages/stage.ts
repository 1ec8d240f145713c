import { isInitiationUnrecorded } from '../facts/backfilled.ts'
import type { Agreement } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { hasAgreed } from '../facts/meetings.ts'
import {
  claimedObligors,
  confirmationOf,
  failedOn,
  involves,
  isWithdrawn,
  terminationOf,
} from '../facts/queries.ts'
import { isExempt, passedOn } from '../facts/restoration.ts'
import { lastRefusedRound, settlingAgreement } from '../facts/rounds.ts'
import { isDismissed, judgmentEffectiveOn, pendingSuits, suitsAgainst } from '../facts/suits.ts'
import { awaitsStart, projectsOf } from '../facts/works.ts'

/** The stages in the order of the procedure, with their Chinese names; ends are marked. */
export const stages = {
  screening: { title: '初步核查', end: false },
  'not-initiated': { title: '不启动索赔', end: true },
  investigation: { title: '损害调查', end: false },
  terminated: { title: '终止索赔', end: true },
  /** Of an obligor alone: taken off the list, as one who is not liable after all. */
  withdrawn: { title: '已撤出', end: true },
  consultation: { title: '赔偿磋商', end: false },
  agreement: { title: '签订协议', end: false },
  suit: { title: '提起诉讼', end: false },
  performance: { title: '履行修复', end: false },
  evaluation: { title: '效果评估', end: false },
  closed: { title: '结案', end: true },
  /** Registered twice, or found to be one with another case: the other case counts. */
  duplicate: { title: '重复登记，已撤回', end: true },
} as const

export type Stage = keyof typeof stages

/** A stage in words; of a case that was combined with another, the case that it went into. */
export function stageTitle(facts: Facts, stage: Stage): string {
  const { withdrawal } = facts.case
  if (stage === 'duplicate' && withdrawal?.combined) return `已并入 ${withdrawal.duplicateOf} 号案件`
  return stages[stage].title
}

/**
 * The same for the officer of the case, of the case or of one obligor: of performance after the goal of the restoration
 * was reached, that it was, since it reads like a step back otherwise.
 */
export function stageTitleInFull(facts: Facts, stage: Stage, obligor: string | null = null): string {
  const title = stageTitle(facts, stage)
  return stage === 'performance' && isRestored(facts, obligor) ? `${title}（效果已达标）` : title
}

/** The stage of a case as a column of a list has room for it. */
export function shortStageTitle(facts: Facts, stage: Stage): string {
  return stage === 'duplicate'
    ? withdrawalTitle(facts.case.withdrawal?.combined === true)
    : stageTitle(facts, stage)
}

/** Whether there was work to restore, and all of it, of the case or of an obligor, has reached its goal. */
function isRestored(facts: Facts, obligor: string | null): boolean {
  const claimed = obligor === null ? claimedObligors(facts).map(({ id }) => id) : [obligor]
  const projects = obligor === null ? facts.restoration.projects : projectsOf(facts, obligor)
  return (
    projects.some((project) => passedOn(project)) &&
    projects.every((project) => passedOn(project) || isExempt(project)) &&
    !claimed.some((id) => awaitsStart(facts, id))
  )
}

/** Why another case counts in place of this one. */
export const withdrawalTitle = (isCombined: boolean): string => (isCombined ? '已并入' : '已撤回')

const order: readonly string[] = Object.keys(stages)

/** Whether a text is the id of a stage. */
export function isStage(id: string): id is Stage {
  return Object.hasOwn(stages, id)
}

export interface CaseStage {
  /**
   * The least advanced stage among the obligors of whom something is still asked and against whom the claim was not
   * lost.
   */
  readonly case: Stage
  readonly obligors: ReadonlyMap<string, Stage>
}

/** Where the case and each of its obligors stand, derived from the facts alone. */
export function stageOf(facts: Facts): CaseStage {
  const obligors = new Map(facts.obligors.map((obligor) => [obligor.id, obligorStage(facts, obligor.id)]))
  // A lost claim only waits for the closing: it does not hold back the stage of the other obligors.
  const claimed = [...obligors].filter(([, stage]) => stage !== 'withdrawn')
  const pursued = claimed.filter(([id, stage]) => !stages[stage].end && !isDismissed(facts, id))
  const reached = (pursued.length ? pursued : claimed).map(([, stage]) => stage)
  return { case: leastAdvanced(facts, reached), obligors }
}

function leastAdvanced(facts: Facts, reached: readonly Stage[]): Stage {
  if (!reached.length) return stageWithoutObligors(facts)
  const running = reached.filter((stage) => !stages[stage].end)
  const [first] = (running.length ? running : reached).toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  return first ?? 'screening'
}

/**
 * The stage while nobody is found liable, or all obligors were taken off the list: a termination ends the case as a
 * whole.
 */
function stageWithoutObligors(facts: Facts): Stage {
  const early = stageBeforeConsultation(facts)
  if (early) return early
  if (facts.closing.terminations.length > 0) return 'terminated'
  return concludedToConsult(facts) ? 'consultation' : 'investigation'
}

function obligorStage(facts: Facts, obligor: string): Stage {
  if (facts.case.withdrawal) return 'duplicate'
  if (facts.closing.closed) return 'closed'
  if (isWithdrawn(facts, obligor)) return 'withdrawn'
  if (terminationOf(facts, obligor)) return 'terminated'
  const early = stageBeforeConsultation(facts)
  if (early) return early
  if (judgmentEffectiveOn(facts, obligor)) return performing(facts, obligor)
  if (isDismissed(facts, obligor)) return 'suit'
  const agreement = settlingAgreement(facts, obligor)
  if (agreement) return isSuedFor(facts, obligor, agreement) ? 'suit' : performing(facts, obligor)
  return stageBeforeSigning(facts, obligor, lastRefusedRound(facts, obligor))
}

/** Whether a suit on the breach of this agreement, which the court did not confirm, is before the court. */
function isSuedFor(facts: Facts, obligor: string, agreement: Agreement): boolean {
  if (confirmationOf(facts, agreement)?.result === 'confirmed') return false
  return pendingSuits(facts, obligor).some((suit) => suit.agreement === agreement.id && suit.filedOn)
}

/** The stages that are the same for all obligors. */
function stageBeforeConsultation(facts: Facts): Stage | undefined {
  if (facts.case.withdrawal) return 'duplicate'
  if (facts.closing.closed) return 'closed'
  if (facts.investigation?.initiation || isInitiationUnrecorded(facts)) return undefined
  return facts.screening?.decision === 'not-initiate' ? 'not-initiated' : 'screening'
}

/**
 * Before a signature: the last round after `floor` (a round whose agreement the court refused) that involves the
 * obligor.
 */
function stageBeforeSigning(facts: Facts, obligor: string, floor: number): Stage {
  const round = facts.rounds.filter((each) => each.round > floor && involves(each, obligor)).at(-1)
  if (round && failedOn(round, obligor)) return 'suit'
  if (round && hasAgreed(facts, round, obligor)) return 'agreement'
  if (suitsAgainst(facts, obligor).some((suit) => suit.filedOn)) return 'suit'
  return floor > 0 || round || concludedToConsult(facts) ? 'consultation' : 'investigation'
}

function concludedToConsult(facts: Facts): boolean {
  return facts.investigation?.conclusion?.recommendation === 'consult'
}

/**
 * Evaluation, while all the restoration is complete and a part has not passed and is not exempt; performance otherwise.
 */
function performing(facts: Facts, obligor: string): Stage {
  if (awaitsStart(facts, obligor)) return 'performance'
  const judged = projectsOf(facts, obligor).filter((project) => !isExempt(project))
  const awaiting = judged.filter((project) => !passedOn(project))
  return awaiting.length > 0 && judged.every((project) => project.completedOn) ? 'evaluation' : 'performance'
}
