import { latest } from '../../calendar/dates.ts'
import type { Meeting, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { meetingBefore, mostMeetings } from '../../facts/meetings.ts'
import { roundOf, waivedMeeting } from '../../facts/queries.ts'
import { servedOn } from '../../facts/service.ts'
import type { HalfFilled } from '../../schema/half-filled.ts'
import type { CaseView } from '../../view.ts'
import { datesInOrder, INITIATED, since } from './define.ts'

const ISSUED = 'consultation.rounds[].notice.issuedOn'

/** From the notice to the end of a consultation. An obligor who asks for consultation may consult before any notice. */
export const consultationOrder = [
  datesInOrder(INITIATED, 'consultation.rounds[].earlyRequest.requestedOn', 'early-consultation'),
  datesInOrder(
    'investigation.conclusion.concludedOn',
    ISSUED,
    'investigation-conclusion',
    (_, notice, { facts }) => !isAskedFor(facts, (round) => round.notice === notice),
  ),
  datesInOrder(ISSUED, 'consultation.rounds[].notice.replyBy', 'consultation-reply'),
  datesInOrder(ISSUED, 'consultation.rounds[].services[].servedOn', 'notice-service'),
  datesInOrder(ISSUED, 'consultation.rounds[].services[].publishedOn', 'notice-service'),
  datesInOrder(ISSUED, 'consultation.rounds[].services[].attempts[].on', 'notice-service'),
  since('送达日期', 'consultation.rounds[].services[].toldOn', 'reply-period', (service, { regulation }) =>
    servedOn(service, regulation.period('public-notice-service')),
  ),
  datesInOrder(ISSUED, 'consultation.rounds[].replies[].repliedOn', 'consultation-reply'),
  datesInOrder(
    'consultation.rounds[].services[].servedOn',
    'consultation.rounds[].replies[].repliedOn',
    'consultation-reply',
    (service, reply) => service.obligor === reply.obligor,
  ),
  // An obligor who has read a public notice may answer before it counts as served.
  datesInOrder(
    'consultation.rounds[].services[].publishedOn',
    'consultation.rounds[].replies[].repliedOn',
    'consultation-reply',
    (service, reply) => service.obligor === reply.obligor && !service.servedOn,
  ),
  datesInOrder(
    ISSUED,
    'consultation.rounds[].meetings[].heldOn',
    'notice-service',
    (notice, _, { facts }) => !isAskedFor(facts, (round) => round.notice === notice),
  ),
  since('送达日期', 'consultation.rounds[].meetings[].heldOn', 'notice-service', lastService),
  since('上一次会议的日期', 'consultation.rounds[].meetings[].heldOn', 'meeting-procedure', lastMeeting),
  datesInOrder(
    'consultation.rounds[].meetings[].heldOn',
    'consultation.rounds[].moreMeetings.consentedOn',
    'more-meetings',
    // Meetings beyond the limit come after the consent; so may meetings with obligors who met less often.
    (meeting, _, { facts, regulation }) =>
      isWithinLimit(facts, meeting, regulation.count('meetings', undefined)),
  ),
  datesInOrder(INITIATED, 'consultation.rounds[].meetingWaiver.consents[].consentedOn', 'meeting-waiver'),
  datesInOrder(
    ISSUED,
    'consultation.rounds[].outcomes[].decidedOn',
    'failure-grounds',
    (notice, { kind }, { facts }) =>
      kind === 'failed' && !isAskedFor(facts, (round) => round.notice === notice),
  ),
]

/** The agreement, and what is paid under it or a judgment. */
export const agreementOrder = [
  since('达成一致的会议日期', 'agreements.agreements[].signedOn', 'agreement', (agreement, { facts }) => {
    const round = agreement.round === undefined ? undefined : roundOf(facts, agreement.round)
    // Those for whom a meeting was waived need not have met before they signed.
    const met = agreement.obligors.filter((id) => round && !waivedMeeting(round, id))
    return latest(...met.map((id) => meetingBefore(facts, agreement, id)?.heldOn))
  }),
  since(
    '原协议的签订日期',
    'agreements.agreements[].signedOn',
    'agreement',
    ({ amends }, { facts }) => facts.agreements.find(({ id }) => id === amends)?.signedOn,
  ),
  datesInOrder('agreements.agreements[].signedOn', 'agreements.agreements[].rescindedOn', 'agreement'),
  datesInOrder(
    'agreements.agreements[].signedOn',
    'agreements.agreements[].performanceBond.dueOn',
    'performance-bond',
    // What amends an agreement repeats the day that this one set.
    ({ amends }) => amends === undefined,
  ),
  datesInOrder(INITIATED, 'agreements.agreements[].performanceBond.paidOn', 'performance-bond'),
  datesInOrder(
    'agreements.agreements[].performanceBond.paidOn',
    'agreements.agreements[].performanceBond.acceptedOn',
    'performance-bond',
  ),
  // Emergency costs and advances are paid before anything is agreed or judged; nobody pays for what has not happened.
  datesInOrder('case.damage.occurredFrom', 'payments.payments[].paidOn', 'heads-of-damage'),
]

/** Whether a meeting is one of the first that need no consent, counted for the obligor who met most often. */
function isWithinLimit(facts: Facts, meeting: HalfFilled<Meeting>, limit: number | undefined): boolean {
  const round = roundWith(facts, meeting)
  return (
    round !== undefined &&
    mostMeetings(facts, round)
      .slice(0, limit)
      .some((each) => each === meeting)
  )
}

function isAskedFor({ rounds }: Facts, isMeant: (round: Round) => boolean): boolean {
  return rounds.find(isMeant)?.earlyRequest !== undefined
}

/** The round in which a meeting was held. */
function roundWith({ rounds }: Facts, meeting: HalfFilled<Meeting>): Round | undefined {
  return rounds.find(({ meetings }) => meetings?.some((each) => each === meeting))
}

/** The last day on which the notice was served on an obligor who came to the meeting. */
function lastService(meeting: HalfFilled<Meeting>, { facts, regulation }: CaseView) {
  const round = roundWith(facts, meeting)
  if (!round || round.earlyRequest) return undefined
  const own = (round.services ?? []).filter(({ obligor }) => meeting.attended?.includes(obligor))
  return latest(...own.map((service) => servedOn(service, regulation.period('public-notice-service'))))
}

function lastMeeting(meeting: HalfFilled<Meeting>, { facts }: CaseView) {
  const { number: own } = meeting
  if (own === undefined) return undefined
  const all = roundWith(facts, meeting)?.meetings ?? []
  return all
    .filter(({ number }) => number < own)
    .reduce<Meeting | undefined>((last, each) => (last && last.number > each.number ? last : each), undefined)
    ?.heldOn
}
