import type { Agreement, RestorationProject } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import {
  agreeingMeeting,
  agreementOf,
  confirmationOf,
  failedOn,
  involves,
  isExempt,
  isWithdrawn,
  passedOn,
  roundNumber,
  terminationOf,
  waivedMeeting,
} from '../facts/queries.ts'
import { projectsOf } from '../facts/restoration.ts'
import { isDismissed, judgmentEffectiveOn, pendingSuits, suitsAgainst } from '../facts/suits.ts'

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
} as const

export type Stage = keyof typeof stages

const order: readonly string[] = Object.keys(stages)

/** Whether a text is the id of a stage. */
export function isStage(id: string): id is Stage {
  return Object.hasOwn(stages, id)
}

export interface CaseStage {
  /** The least advanced stage among the obligors who are not at an end and whose claim was not lost. */
  readonly case: Stage
  readonly obligors: ReadonlyMap<string, Stage>
}

/** Where the case and each of its obligors stand, derived from the facts alone. */
export function stageOf(facts: Facts): CaseStage {
  const obligors = new Map(facts.obligors.map((obligor) => [obligor.id, obligorStage(facts, obligor.id)]))
  // A claim that was lost waits for the closing alone: it does not hold back what the others still perform.
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

/** Nobody found liable yet, or ever, or all taken off the list: then a termination ends the case as a whole. */
function stageWithoutObligors(facts: Facts): Stage {
  const early = stageBeforeConsultation(facts)
  if (early) return early
  if (facts.closing.terminations.length > 0) return 'terminated'
  return concludedToConsult(facts) ? 'consultation' : 'investigation'
}

function obligorStage(facts: Facts, obligor: string): Stage {
  if (facts.closing.closed) return 'closed'
  if (isWithdrawn(facts, obligor)) return 'withdrawn'
  if (terminationOf(facts, obligor)) return 'terminated'
  const early = stageBeforeConsultation(facts)
  if (early) return early
  if (judgmentEffectiveOn(facts, obligor)) return performing(projectsOf(facts, obligor))
  if (isDismissed(facts, obligor)) return 'suit'
  const refusedRound = lastRefusedRound(facts, obligor)
  const agreement = agreementOf(facts, obligor)
  if (agreement && roundNumber(agreement) > refusedRound)
    return isSuedFor(facts, obligor, agreement) ? 'suit' : performing(projectsOf(facts, obligor))
  return negotiating(facts, obligor, refusedRound)
}

/** Whether the breach of this very agreement, which the court did not confirm, is before the court. */
function isSuedFor(facts: Facts, obligor: string, agreement: Agreement): boolean {
  if (confirmationOf(facts, agreement)?.result === 'confirmed') return false
  return pendingSuits(facts, obligor).some((suit) => suit.agreement === agreement.id && suit.filedOn)
}

/** The last round whose agreement with this obligor the court refused to confirm; 0 when there is none. */
function lastRefusedRound(facts: Facts, obligor: string): number {
  const refused = facts.agreements.filter(
    (agreement) =>
      agreement.obligors.includes(obligor) && confirmationOf(facts, agreement)?.result === 'refused',
  )
  return Math.max(0, ...refused.map(roundNumber))
}

/** The stages that are the same for all obligors. */
function stageBeforeConsultation(facts: Facts): Stage | undefined {
  if (facts.closing.closed) return 'closed'
  if (facts.investigation?.initiation) return undefined
  return facts.screening?.decision === 'not-initiate' ? 'not-initiated' : 'screening'
}

/** Before a signature: the last round after `floor` (a round whose agreement the court refused) that involves the obligor. */
function negotiating(facts: Facts, obligor: string, floor: number): Stage {
  const round = facts.rounds.filter((each) => each.round > floor && involves(each, obligor)).at(-1)
  if (round && failedOn(round, obligor)) return 'suit'
  if (round && (agreeingMeeting(round, obligor) || waivedMeeting(round, obligor))) return 'agreement'
  if (suitsAgainst(facts, obligor).some((suit) => suit.filedOn)) return 'suit'
  return floor > 0 || round || concludedToConsult(facts) ? 'consultation' : 'investigation'
}

function concludedToConsult(facts: Facts): boolean {
  return facts.investigation?.conclusion?.recommendation === 'consult'
}

/** Restoration complete and not yet passed or exempt is evaluation; anything else owed is performance. */
function performing(projects: readonly RestorationProject[]): Stage {
  const judged = projects.filter((project) => !isExempt(project))
  const awaiting = judged.filter((project) => !passedOn(project))
  return awaiting.length > 0 && judged.every((project) => project.completedOn) ? 'evaluation' : 'performance'
}
