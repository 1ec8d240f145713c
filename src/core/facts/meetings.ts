import { compare, earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Agreement, Meeting, Round } from './documents.ts'
import type { Facts } from './facts.ts'
import { agreementIn, isRescinded, isVoid, roundNumber, roundOf, waivedMeeting } from './queries.ts'
import { settlingAgreement } from './rounds.ts'

/**
 * Meetings and what was agreed in them, asked of one obligor. Deadlines, refusals, rules, forms and grounds of failure
 * all count them here: a meeting with one obligor is none with another.
 */

/** Who is named by a meeting, on record or about to be. */
export type Attendance = {
  readonly [Key in 'attended' | 'absent' | 'excused' | 'withdrew' | 'agreedWith' | 'failedWith']?:
    | readonly string[]
    | undefined
}

/**
 * Whether a meeting was held with an obligor: one that names it in any way, or one that names nobody. Not one from
 * which it had a just excuse to stay away.
 */
export function isHeldWith(meeting: Attendance, obligor: string): boolean {
  if (meeting.excused?.includes(obligor)) return false
  const named = namedBy(meeting)
  return named.length === 0 || named.includes(obligor)
}

function namedBy(meeting: Attendance): string[] {
  const {
    attended = [],
    absent = [],
    excused = [],
    withdrew = [],
    agreedWith = [],
    failedWith = [],
  } = meeting
  return [...attended, ...absent, ...excused, ...withdrew, ...agreedWith, ...failedWith]
}

/** A meeting, on record or about to be. */
type Held = Attendance & {
  readonly number: number
  readonly heldOn: IsoDate
  readonly outcome?: string | undefined
}

/** Meetings of a round. */
interface Meetings<M extends Held> {
  readonly meetings?: readonly M[] | undefined
}

/** The meetings of a round that were held with an obligor, in order: those that `meeting-limit` counts. */
export function meetingsWith<M extends Held>({ meetings = [] }: Meetings<M>, obligor: string): M[] {
  return inOrder(meetings.filter((meeting) => isHeldWith(meeting, obligor)))
}

function inOrder<M extends Held>(meetings: readonly M[]): M[] {
  return meetings.toSorted((a, b) => compare(a.heldOn, b.heldOn) || a.number - b.number)
}

/** The meetings with the obligor of a round with whom most were held. */
export function mostMeetings({ obligors }: Facts, round: Round): Meeting[] {
  const [most = []] = obligors
    .map(({ id }) => meetingsWith(round, id))
    .toSorted((a, b) => b.length - a.length)
  return most
}

/**
 * The meetings with an obligor after the first `limit` ones. Meetings that an obligor attended after it had agreed,
 * while another obligor had not, do not count: its own consultation was over.
 */
export function meetingsBeyond<M extends Held>(
  { obligors }: Facts,
  round: Meetings<M>,
  obligor: string,
  limit: number,
): M[] {
  const isOpenBefore = (meeting: M, id: string): boolean => {
    const held = meetingsWith(round, id)
    return held.includes(meeting) && !agreedAmong(round, held.slice(0, held.indexOf(meeting)), id)
  }
  return meetingsWith(round, obligor)
    .slice(limit)
    .filter(
      (meeting) => isOpenBefore(meeting, obligor) || obligors.every(({ id }) => !isOpenBefore(meeting, id)),
    )
}

/** Whether a meeting agreed with an obligor. */
function agreesWith({ outcome, agreedWith }: Held, obligor: string): boolean {
  return outcome === 'agreed' && (agreedWith ?? []).includes(obligor)
}

/** Whether a meeting failed with an obligor: it says with whom, or that obligor was not merely there (`openBefore`). */
function failsWith({ outcome, failedWith }: Held, obligor: string, open: readonly string[]): boolean {
  return outcome === 'failed' && (failedWith?.includes(obligor) ?? open.every((id) => id === obligor))
}

/**
 * For each meeting of a round, the obligors it was about: those who took part and had not agreed before. An obligor
 * who had agreed was only present, unless all had agreed: then the meeting discussed the agreement again.
 */
function openBefore<M extends Held>({ meetings = [] }: Meetings<M>): Map<M, readonly string[]> {
  const parties = [...new Set(meetings.flatMap(namedBy))]
  const agreed = new Set<string>()
  const result = new Map<M, readonly string[]>()
  for (const meeting of inOrder(meetings)) {
    const open = parties.filter((id) => isHeldWith(meeting, id) && !agreed.has(id))
    result.set(meeting, open)
    for (const id of parties) {
      if (agreesWith(meeting, id)) agreed.add(id)
      else if (isHeldWith(meeting, id) && failsWith(meeting, id, open)) agreed.delete(id)
    }
  }
  return result
}

/**
 * The first meeting among those held with an obligor that agreed with it; a later one that failed with it undoes this,
 * and the next may agree anew.
 */
function agreedAmong<M extends Held>(
  round: Meetings<M>,
  held: readonly M[],
  obligor: string,
  signedOn?: IsoDate,
): M | undefined {
  const open = openBefore(round)
  let agreed: M | undefined
  for (const meeting of held) {
    // What was signed stands, whatever a later meeting says, and also a meeting of the day on which it was signed.
    const isOfThatDay = meeting.heldOn === signedOn && agreed?.heldOn === signedOn
    const isLater = isOfThatDay || (signedOn !== undefined && meeting.heldOn > signedOn)
    if (!isLater && failsWith(meeting, obligor, open.get(meeting) ?? [])) agreed = undefined
    else if (agreesWith(meeting, obligor)) agreed ??= meeting
  }
  return agreed
}

/** The meeting that led to an agreement with an obligor: in the round of it, after what was rescinded before. */
export function meetingBefore(
  facts: Facts,
  agreement: Pick<Agreement, 'round' | 'signedOn'>,
  obligor: string,
): Meeting | undefined {
  const round = roundOf(facts, roundNumber(agreement))
  if (!round) return undefined
  const { signedOn } = agreement
  const rescinded = rescindedIn(facts, round, obligor).filter((day) => !signedOn || day < signedOn)
  return agreedAmong(round, heldAfter(round, obligor, latest(...rescinded)), obligor, signedOn)
}

/** Those who had agreed and signed on the day of a meeting that is about to be recorded, where by that meeting they agreed no more. */
export function signedButNotAgreed(facts: Facts, round: Round, meeting: Held): string[] {
  const after = { meetings: [...(round.meetings ?? []), meeting] }
  return facts.agreements
    .filter((each) => each.signedOn === meeting.heldOn && roundNumber(each) === round.round)
    .filter((each) => !isVoid(facts, each))
    .flatMap((each) => each.obligors.filter((id) => meetingBefore(facts, each, id)))
    .filter((id) => !agreedAmong(after, meetingsWith(after, id), id, meeting.heldOn))
}

/**
 * The meeting of a round by which an obligor has agreed: the first, unless a later one failed or the agreement was
 * rescinded.
 */
export function agreeingMeeting(facts: Facts, round: Round, obligor: string): Meeting | undefined {
  const agreement = agreementIn(facts, round.round, obligor)
  if (agreement) return meetingBefore(facts, agreement, obligor)
  const rescinded = latest(...rescindedIn(facts, round, obligor))
  return agreedAmong(round, heldAfter(round, obligor, rescinded), obligor)
}

function heldAfter(round: Round, obligor: string, day: IsoDate | undefined): Meeting[] {
  const held = meetingsWith(round, obligor)
  return day === undefined ? held : held.filter(({ heldOn }) => heldOn > day)
}

/**
 * Whether an obligor of a round has agreed and still has to sign: it agreed in a meeting, or consented to sign without
 * one.
 */
export function hasAgreed(facts: Facts, round: Round, obligor: string): boolean {
  // The consent was for the agreement that was rescinded, not for another.
  const waived = waivedMeeting(round, obligor) && rescindedIn(facts, round, obligor).length === 0
  return waived || agreeingMeeting(facts, round, obligor) !== undefined
}

/**
 * The day the consultation of a round with an obligor ended in an agreement: that of the meeting, else of the signing.
 */
export function agreedOn(facts: Facts, round: Round, obligor: string): IsoDate | undefined {
  const signed = facts.agreements
    .filter((each) => each.signedOn && roundNumber(each) === round.round && each.obligors.includes(obligor))
    .flatMap((each) => [meetingBefore(facts, each, obligor)?.heldOn, each.signedOn])
  return earliest(...signed) ?? agreeingMeeting(facts, round, obligor)?.heldOn
}

/** The days on which agreements of a round with an obligor were rescinded; of the signing where none is on record. */
function rescindedIn({ agreements }: Facts, { round }: Round, obligor: string): IsoDate[] {
  return agreements
    .filter((each) => isRescinded(each) && roundNumber(each) === round)
    .filter(({ obligors }) => obligors.includes(obligor))
    .flatMap(({ rescindedOn, signedOn }) => rescindedOn ?? signedOn ?? [])
}

/** The day since which a round goes on with an obligor because its agreement was rescinded and none was made since. */
export function reopenedOn(facts: Facts, round: Round, obligor: string): IsoDate | undefined {
  if (agreementIn(facts, round.round, obligor) || settlingAgreement(facts, obligor)) return undefined
  return latest(...rescindedIn(facts, round, obligor))
}
