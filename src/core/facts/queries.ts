import { compare, earliest, type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import type { Agreement, Confirmation, Obligor, Outcome, Round, Termination } from './documents.ts'
import type { Facts } from './facts.ts'

/** The questions that deadlines, rules, actions and forms ask of the facts, each answered in one place. */

/** An obligor by its id, even one whose claim was withdrawn or terminated. */
export function obligorOf(facts: Facts, id: string): Obligor | undefined {
  return facts.obligors.find((obligor) => obligor.id === id)
}

/** What an obligor is called; its id where there is none of that id. */
export function obligorName(facts: Facts, id: string): string {
  return obligorOf(facts, id)?.name ?? id
}

/** The names of some obligors, for a sentence: 某厂、韦某. */
export function obligorsNamed(facts: Facts, ids: readonly string[]): string {
  return ids.map((id) => obligorName(facts, id)).join('、')
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

/** The day of the decision not to initiate a claim; where the decision bears no day, the day of the check. */
export function declinedOn({ screening, investigation }: Facts): IsoDate | undefined {
  if (screening?.decision !== 'not-initiate' || investigation?.initiation) return undefined
  return screening.notInitiate?.decidedOn ?? screening.checkedOn
}

/** The day an obligor was taken off the list, since it is not liable after all; undefined if it was put back later. */
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

/** Whether an obligor was taken off the list: the claim against it was not terminated but proved to be misdirected. */
export function isWithdrawn(facts: Facts, obligor: string): boolean {
  return !terminationOf(facts, obligor) && withdrawnOn(facts, obligor) !== undefined
}

/** The obligors against whom the claim was made and not withdrawn, however it ended. */
export function claimedObligors(facts: Facts): Obligor[] {
  return facts.obligors.filter(({ id }) => !isWithdrawn(facts, id))
}

/** The day on which the claim against this obligor was terminated, or the obligor taken off the list. */
export function releasedOn(facts: Facts, obligor: string): IsoDate | undefined {
  return terminationOf(facts, obligor)?.decidedOn ?? withdrawnOn(facts, obligor)
}

/** The day from which nothing more is asked of this obligor: its release, the closing, or no claim at all. */
export function endedOn(facts: Facts, obligor: string): IsoDate | undefined {
  return releasedOn(facts, obligor) ?? facts.closing.closed?.closedOn ?? declinedOn(facts)
}

/** The day from which nothing more is asked of anyone: the case was closed, or every claim was given up. */
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

/** How a round ended with an obligor by an officer's decision; undefined while nobody has decided. */
export function consultationOutcome(round: Round, obligor: string): Outcome | undefined {
  return round.outcomes?.find((outcome) => outcome.obligor === obligor)
}

/** The day on which an officer decided that a round failed with an obligor. */
export function failedOn(round: Round, obligor: string): IsoDate | undefined {
  const outcome = consultationOutcome(round, obligor)
  return outcome?.kind === 'failed' ? outcome.decidedOn : undefined
}

/** Whether this obligor consented in writing to sign without a meeting (`meeting-waiver`). */
export function waivedMeeting(round: Round, obligor: string): boolean {
  return (round.meetingWaiver?.consents ?? []).some((consent) => consent.obligor === obligor)
}

/** Whether this obligor takes part in a round in any way. */
export function involves(round: Round, obligor: string): boolean {
  return (
    round.earlyRequest?.by === obligor ||
    (round.services ?? []).some((service) => service.obligor === obligor) ||
    (round.replies ?? []).some((reply) => reply.obligor === obligor) ||
    consultationOutcome(round, obligor) !== undefined ||
    (round.meetings ?? []).some(({ agreedWith }) => agreedWith?.includes(obligor)) ||
    waivedMeeting(round, obligor)
  )
}

/** The round an agreement came from: the first where it names none. */
export function roundNumber(agreement: Pick<Agreement, 'round'>): number {
  return agreement.round ?? 1
}

/**
 * Whether another agreement has taken the place of this one: one that amends it, or, where an amendment came to
 * nothing, the one that a court had confirmed before.
 */
export function isSuperseded(facts: Facts, agreement: Agreement): boolean {
  const givesWay = replacedBy(facts, agreement) !== undefined
  const last = lastVersions(facts, agreement)
  if (givesWay || !last.length) return givesWay || agreement.status === 'superseded'
  return last.some((version) => replacedBy(facts, version)?.id !== agreement.id)
}

/**
 * The agreements at the end of each line of amendments to this one; none where nothing amends it. A draft amends
 * nothing: what is agreed binds until its change is signed.
 */
function lastVersions(facts: Facts, agreement: Agreement): Agreement[] {
  const signed = facts.agreements.filter(({ signedOn }) => signedOn !== undefined)
  return signed.filter(
    (other) =>
      other.id !== agreement.id &&
      !signed.some(({ amends }) => amends === other.id) &&
      versionsOf(facts, other).some(({ id }) => id === agreement.id),
  )
}

/**
 * The confirmed agreement that counts again in place of its amendment, because the amendment was rescinded or the
 * court refused to confirm it. The ruling on the former agreement stays enforceable (`enforcement`).
 */
export function replacedBy(facts: Facts, agreement: Agreement): Agreement | undefined {
  if (!isVoid(facts, agreement)) return undefined
  const [, ...former] = versionsOf(facts, agreement)
  return former.find((version) => isConfirmed(facts, version) && !isRescinded(version))
}

/** Whether an agreement was rescinded, or the court refused to confirm it. */
export function isVoid(facts: Facts, agreement: Agreement): boolean {
  return isRescinded(agreement) || confirmationOf(facts, agreement)?.result === 'refused'
}

/** Whether an agreement was rescinded: its status says so, or, where it says nothing, the day on record does. */
export function isRescinded({ status, rescindedOn }: Pick<Agreement, 'status' | 'rescindedOn'>): boolean {
  return status === 'rescinded' || (status === undefined && rescindedOn !== undefined)
}

/** Whether a court has confirmed an agreement. */
export function isConfirmed(facts: Facts, agreement: Agreement): boolean {
  return confirmationOf(facts, agreement)?.result === 'confirmed'
}

/**
 * Whether the court refused to confirm an agreement, so that consultation begins anew (`new-round`); false for an
 * amendment that gives way to what was confirmed before.
 */
export function isRefused(facts: Facts, agreement: Agreement): boolean {
  return confirmationOf(facts, agreement)?.result === 'refused' && replacedBy(facts, agreement) === undefined
}

/** Whether an agreement binds nobody any more, neither in its first form nor as it was amended. */
export function bindsNobody(facts: Facts, agreement: Agreement): boolean {
  const last = lastVersions(facts, agreement)
  return (last.length ? last : [agreement]).every(
    (version) => isVoid(facts, version) && replacedBy(facts, version)?.id !== agreement.id,
  )
}

/** An agreement and those that it amends, the first one last: work begun under one version goes on under the next. */
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

/**
 * The obligors whom an agreement still binds although it was amended: they signed no amendment, and an amendment of
 * others does not change what they owe.
 */
export function leftBehind(facts: Facts, agreement: Agreement): string[] {
  const isSaidToBeOver = agreement.status !== undefined && agreement.status !== 'in-force'
  if (!agreement.signedOn || isSaidToBeOver || isVoid(facts, agreement) || !isSuperseded(facts, agreement))
    return []
  const later = facts.agreements.filter(
    (other) =>
      other.id !== agreement.id &&
      other.signedOn !== undefined &&
      versionsOf(facts, other).some(({ id }) => id === agreement.id),
  )
  return agreement.obligors.filter((id) => !later.some(({ obligors }) => obligors.includes(id)))
}

/** The agreements that no later version has replaced, including those rescinded or not signed. */
export function liveAgreements(facts: Facts): Agreement[] {
  return facts.agreements.filter((agreement) => !isSuperseded(facts, agreement))
}

/** The agreement of a round that covers this obligor, superseded or not; one that was rescinded no longer does. */
export function agreementIn(facts: Facts, round: number, obligor: string): Agreement | undefined {
  return facts.agreements.find(
    (agreement) =>
      roundNumber(agreement) === round &&
      agreement.obligors.includes(obligor) &&
      !isRescindedInRound(facts, agreement),
  )
}

/** Whether an agreement was rescinded, itself or as changed within its round. */
function isRescindedInRound(facts: Facts, agreement: Agreement): boolean {
  return facts.agreements.some(
    (last) =>
      isRescinded(last) &&
      roundNumber(last) === roundNumber(agreement) &&
      versionsOf(facts, last).includes(agreement) &&
      replacedBy(facts, last)?.id !== agreement.id,
  )
}

/** The agreement in force that covers this obligor: signed, and neither rescinded nor replaced for this obligor. */
export function agreementOf(facts: Facts, obligor: string): Agreement | undefined {
  return facts.agreements
    .filter(
      (agreement) => agreement.signedOn && !isRescinded(agreement) && agreement.obligors.includes(obligor),
    )
    .filter((agreement) => !isSuperseded(facts, agreement) || leftBehind(facts, agreement).includes(obligor))
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

/** The application for confirmation that decides: the one ruled on last, else the last that was not withdrawn. */
export function confirmationOf(facts: Facts, agreement: Agreement): Confirmation | undefined {
  return facts.court.confirmations
    .filter((confirmation) => confirmation.agreement === agreement.id && confirmation.result !== 'withdrawn')
    .reduce<Confirmation | undefined>((last, next) => (last && isLater(last, next) ? last : next), undefined)
}

/** Whether one application is later than another, wherever the file lists them: by the rulings, where there are two. */
function isLater(one: Confirmation, other: Confirmation): boolean {
  if (one.ruledOn && other.ruledOn && one.ruledOn !== other.ruledOn) return one.ruledOn > other.ruledOn
  return (one.appliedOn ?? one.ruledOn ?? '') > (other.appliedOn ?? other.ruledOn ?? '')
}

/**
 * Whether a round has failed with an obligor after the court refused to confirm an agreement of an earlier round; where
 * a day is given, by that day.
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
