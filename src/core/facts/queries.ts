import { addDays, compare, earliest, type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import type {
  Agreement,
  Confirmation,
  Meeting,
  Obligor,
  Outcome,
  RestorationProject,
  Round,
  Service,
  Termination,
} from './documents.ts'
import type { Facts } from './facts.ts'

/** The questions that deadlines, rules, actions and forms ask of the facts, each answered in one place. */

/** An obligor by its id, those withdrawn or terminated too. */
export function obligorOf(facts: Facts, id: string): Obligor | undefined {
  return facts.obligors.find((obligor) => obligor.id === id)
}

/** What an obligor is called; its id where there is none of that id. */
export function obligorName(facts: Facts, id: string): string {
  return obligorOf(facts, id)?.name ?? id
}

/** The day the clue was found or received, whichever came first. */
export function clueOn(facts: Facts): IsoDate | undefined {
  const { foundOn, receivedOn } = facts.case.clue
  return earliest(foundOn, receivedOn)
}

/** The termination that names this obligor. */
export function terminationOf(facts: Facts, obligor: string): Termination | undefined {
  return facts.closing.terminations.find((termination) => termination.obligors.includes(obligor))
}

/** The day it was decided not to initiate a claim; that of the check where the decision bears none. */
export function declinedOn({ screening, investigation }: Facts): IsoDate | undefined {
  if (screening?.decision !== 'not-initiate' || investigation?.initiation) return undefined
  return screening.notInitiate?.decidedOn ?? screening.checkedOn
}

/** The day an obligor was taken off the list, as one who is not liable after all, and not put back since. */
function withdrawnOn(facts: Facts, obligor: string): IsoDate | undefined {
  const last = (facts.case.obligorAmendments ?? [])
    .filter(({ kind, obligors }) => kind !== 'corrected' && obligors.includes(obligor))
    .toSorted((a, b) => compare(a.on, b.on))
    .at(-1)
  return last?.kind === 'withdrawn' ? last.on : undefined
}

/** The day an obligor was last added to those on record at the initiation. */
export function addedOn(facts: Facts, obligor: string): IsoDate | undefined {
  const added = (facts.case.obligorAmendments ?? []).filter(
    ({ kind, obligors }) => kind === 'added' && obligors.includes(obligor),
  )
  return latest(...added.map(({ on }) => on))
}

/** Whether an obligor was taken off the list: the claim against it was not terminated, it proved to be misdirected. */
export function isWithdrawn(facts: Facts, obligor: string): boolean {
  return !terminationOf(facts, obligor) && withdrawnOn(facts, obligor) !== undefined
}

/** The obligors against whom the claim was made and not withdrawn, whatever became of it. */
export function claimedObligors(facts: Facts): Obligor[] {
  return facts.obligors.filter(({ id }) => !isWithdrawn(facts, id))
}

/** The day the claim against this obligor was given up: terminated, or the obligor taken off the list. */
export function releasedOn(facts: Facts, obligor: string): IsoDate | undefined {
  return terminationOf(facts, obligor)?.decidedOn ?? withdrawnOn(facts, obligor)
}

/** The day from which nothing more is asked of this obligor: its release, the closing, or no claim at all. */
export function endedOn(facts: Facts, obligor: string): IsoDate | undefined {
  return releasedOn(facts, obligor) ?? facts.closing.closed?.closedOn ?? declinedOn(facts)
}

/** The day from which nothing more is asked of anyone: the case closed, or the claim against every obligor given up. */
export function caseEndedOn(facts: Facts): IsoDate | undefined {
  const claimed = claimedObligors(facts)
  const ends = claimed.length
    ? claimed.map(({ id }) => releasedOn(facts, id))
    : facts.closing.terminations.map(({ decidedOn }) => decidedOn)
  return earliest(facts.closing.closed?.closedOn, latestOfAll(ends), declinedOn(facts))
}

/** A round of consultation by its number. */
export function roundOf(facts: Facts, number: number): Round | undefined {
  return facts.rounds.find((round) => round.round === number)
}

/**
 * The day a notice counts as served. By public notice: when its period (`public-notice-service`) has passed since the
 * publication; not at all where the law sets no such period.
 */
export function servedOn(service: Service, publicNotice: Period | undefined): IsoDate | undefined {
  if (service.servedOn) return service.servedOn
  return service.publishedOn && publicNotice && addDays(service.publishedOn, publicNotice.amount)
}

/** Whether a notice reached its addressee, or was published; a service with failed attempts only has not. */
export function isServed({ servedOn, publishedOn }: Service): boolean {
  return servedOn !== undefined || publishedOn !== undefined
}

/** How a round was held to have ended with an obligor; undefined while nobody has decided. */
export function outcomeOf(round: Round, obligor: string): Outcome | undefined {
  return round.outcomes?.find((outcome) => outcome.obligor === obligor)
}

/** The day on which a round was held to have failed with an obligor. */
export function failedOn(round: Round, obligor: string): IsoDate | undefined {
  const outcome = outcomeOf(round, obligor)
  return outcome?.kind === 'failed' ? outcome.decidedOn : undefined
}

/** The last meeting of a round in which this obligor agreed. */
export function agreeingMeeting(round: Round, obligor: string): Meeting | undefined {
  return (round.meetings ?? [])
    .filter((meeting) => meeting.outcome === 'agreed' && (meeting.agreedWith ?? []).includes(obligor))
    .reduce<Meeting | undefined>((last, next) => (last && last.heldOn > next.heldOn ? last : next), undefined)
}

/** Whether this obligor consented in writing to sign without a meeting (`meeting-waiver`). */
export function waivedMeeting(round: Round, obligor: string): boolean {
  return (round.meetingWaiver?.consents ?? []).some((consent) => consent.obligor === obligor)
}

/** Whether a round has anything to do with this obligor. */
export function involves(round: Round, obligor: string): boolean {
  return (
    round.earlyRequest?.by === obligor ||
    (round.services ?? []).some((service) => service.obligor === obligor) ||
    (round.replies ?? []).some((reply) => reply.obligor === obligor) ||
    outcomeOf(round, obligor) !== undefined ||
    agreeingMeeting(round, obligor) !== undefined ||
    waivedMeeting(round, obligor)
  )
}

/** The round an agreement came from: the first where it names none. */
export function roundNumber(agreement: Agreement): number {
  return agreement.round ?? 1
}

/** Whether a later agreement has taken the place of this one. */
export function isSuperseded(facts: Facts, agreement: Agreement): boolean {
  return agreement.status === 'superseded' || facts.agreements.some((other) => other.amends === agreement.id)
}

/** An agreement and those that it amends, the first one last: what was begun under one goes on under the next. */
export function versionsOf(facts: Facts, agreement: Agreement): Agreement[] {
  const versions = [agreement]
  for (let older = amended(facts, agreement); older && !versions.includes(older); ) {
    versions.push(older)
    older = amended(facts, older)
  }
  return versions
}

function amended(facts: Facts, { amends }: Agreement): Agreement | undefined {
  return facts.agreements.find(({ id }) => id === amends)
}

/** The agreements that no later version has replaced, rescinded or not signed ones among them. */
export function liveAgreements(facts: Facts): Agreement[] {
  return facts.agreements.filter((agreement) => !isSuperseded(facts, agreement))
}

/** The agreement of a round that covers this obligor, superseded or not. */
export function agreementIn(facts: Facts, round: number, obligor: string): Agreement | undefined {
  return facts.agreements.find(
    (agreement) => roundNumber(agreement) === round && agreement.obligors.includes(obligor),
  )
}

/** The agreement in force that covers this obligor: signed, neither replaced nor rescinded. */
export function agreementOf(facts: Facts, obligor: string): Agreement | undefined {
  return liveAgreements(facts)
    .filter(
      ({ signedOn, status, obligors }) => signedOn && status !== 'rescinded' && obligors.includes(obligor),
    )
    .reduce<Agreement | undefined>(
      (last, next) => (last && roundNumber(last) > roundNumber(next) ? last : next),
      undefined,
    )
}

/** The agreement in force of this obligor, unless the court refused to confirm it. */
export function standingAgreement(facts: Facts, obligor: string): Agreement | undefined {
  const agreement = agreementOf(facts, obligor)
  return agreement && confirmationOf(facts, agreement)?.result !== 'refused' ? agreement : undefined
}

/** The last application for confirmation of an agreement that was not withdrawn. */
export function confirmationOf(facts: Facts, agreement: Agreement): Confirmation | undefined {
  return facts.court.confirmations
    .filter((confirmation) => confirmation.agreement === agreement.id && confirmation.result !== 'withdrawn')
    .reduce<Confirmation | undefined>(
      (last, next) => (last && (last.appliedOn ?? '') > (next.appliedOn ?? '') ? last : next),
      undefined,
    )
}

/**
 * Whether a round after that of an agreement that the court refused to confirm has failed with an obligor, by a day
 * where one is given.
 */
export function isNewRoundFailed(
  { rounds }: Facts,
  refused: Agreement,
  obligor: string,
  by?: IsoDate,
): boolean {
  return rounds.some((round) => {
    const failed = round.round > roundNumber(refused) ? failedOn(round, obligor) : undefined
    return failed !== undefined && (by === undefined || failed <= by)
  })
}

/** The days, in order, that interrupt the limitation against an obligor: interruptions on record, and demands. */
export function interruptionsOf({ court }: Facts, obligor: string): IsoDate[] {
  const interruptions = court.limitationInterruptions.filter((each) => each.obligor === obligor)
  const demands = (court.demands ?? []).filter(({ obligors }) => obligors.includes(obligor))
  return [...interruptions, ...demands].map(({ on }) => on).toSorted()
}

/** The day a project was found to have reached its goal, or was exempted from evaluation. */
export function passedOn(project: RestorationProject): IsoDate | undefined {
  const passed = (project.evaluations ?? []).filter((evaluation) => evaluation.passed === true)
  return earliest(
    ...passed.map((evaluation) => evaluation.acceptedOn ?? evaluation.submittedOn ?? evaluation.reportedOn),
  )
}

/** Whether a project need not be evaluated. */
export function isExempt(project: RestorationProject): boolean {
  return (project.evaluations ?? []).some((evaluation) => evaluation.exemption !== undefined)
}

/**
 * Whether a project carries out an agreement, in whatever version; one begun before any agreement
 * (`pre-agreement-restoration`) names none and belongs to that of its obligors.
 */
export function isUnder(facts: Facts, project: RestorationProject, agreement: Agreement): boolean {
  if (project.suit !== undefined && project.agreement === undefined) return false
  if (project.agreement !== undefined)
    return versionsOf(facts, agreement).some(({ id }) => id === project.agreement)
  return (project.obligors ?? []).some((id) => agreement.obligors.includes(id))
}
