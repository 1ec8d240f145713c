import { earliest, type IsoDate, latest } from '../../calendar/dates.ts'
import type { Meeting, Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { roundOf, servedOn, waivedMeeting } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { inOrder, since } from './define.ts'

const INITIATED = 'investigation.initiation.initiatedOn'
const ISSUED = 'consultation.rounds[].notice.issuedOn'

/** From the notice to the end of a consultation. An obligor who asks for it may consult before any notice. */
export const consultationOrder = [
  inOrder(INITIATED, 'consultation.rounds[].earlyRequest.requestedOn', 'early-consultation'),
  inOrder(
    'investigation.conclusion.concludedOn',
    ISSUED,
    'investigation-conclusion',
    (_, notice, { facts }) => !isAskedFor(facts, (round) => round.notice === notice),
  ),
  inOrder(ISSUED, 'consultation.rounds[].notice.replyBy', 'consultation-reply'),
  inOrder(ISSUED, 'consultation.rounds[].services[].servedOn', 'notice-service'),
  inOrder(ISSUED, 'consultation.rounds[].services[].publishedOn', 'notice-service'),
  inOrder(ISSUED, 'consultation.rounds[].services[].attempts[].on', 'notice-service'),
  since('送达日期', 'consultation.rounds[].services[].toldOn', 'reply-period', (service, { regulation }) =>
    servedOn(service, regulation.period('public-notice-service')),
  ),
  inOrder(ISSUED, 'consultation.rounds[].replies[].repliedOn', 'consultation-reply'),
  inOrder(
    'consultation.rounds[].services[].servedOn',
    'consultation.rounds[].replies[].repliedOn',
    'consultation-reply',
    (service, reply) => service.obligor === reply.obligor,
  ),
  // Who has read a public notice may answer before it counts as served.
  inOrder(
    'consultation.rounds[].services[].publishedOn',
    'consultation.rounds[].replies[].repliedOn',
    'consultation-reply',
    (service, reply) => service.obligor === reply.obligor && !service.servedOn,
  ),
  inOrder(
    ISSUED,
    'consultation.rounds[].meetings[].heldOn',
    'notice-service',
    (notice, _, { facts }) => !isAskedFor(facts, (round) => round.notice === notice),
  ),
  since('送达日期', 'consultation.rounds[].meetings[].heldOn', 'notice-service', lastService),
  since('上一次会议的日期', 'consultation.rounds[].meetings[].heldOn', 'meeting-procedure', lastMeeting),
  inOrder(
    'consultation.rounds[].meetings[].heldOn',
    'consultation.rounds[].moreMeetings.consentedOn',
    'more-meetings',
    // Those beyond the limit follow the consent.
    ({ number }, _, { regulation }) => number <= (regulation.count('meetings', undefined) ?? number),
  ),
  inOrder(INITIATED, 'consultation.rounds[].meetingWaiver.consents[].consentedOn', 'meeting-waiver'),
  inOrder(
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
    return latest(...agreement.obligors.map((id) => round && agreedOn(round, id)))
  }),
  since(
    '原协议的签订日期',
    'agreements.agreements[].signedOn',
    'agreement',
    ({ amends }, { facts }) => facts.agreements.find(({ id }) => id === amends)?.signedOn,
  ),
  inOrder(INITIATED, 'agreements.agreements[].performanceBond.paidOn', 'performance-bond'),
  inOrder(
    'agreements.agreements[].performanceBond.paidOn',
    'agreements.agreements[].performanceBond.acceptedOn',
    'performance-bond',
  ),
  since(
    '确定该款项的协议或者裁判的日期',
    'payments.payments[].paidOn',
    'performance-terms',
    (paid, { facts }) => {
      const holds = (payments: readonly { readonly id: string }[] = []) =>
        !paid.agreement && !paid.suit && payments.some(({ id }) => id === paid.id)
      const agreed = facts.agreements.filter((each) => each.id === paid.agreement || holds(each.payments))
      const judged = facts.court.suits.filter((each) => each.id === paid.suit || holds(each.payments))
      // What was paid under the first judgment counts after a retrial.
      const judgments = judged.flatMap(({ judgedOn, remanded = [] }) => [
        judgedOn,
        ...remanded.map((each) => each.judgedOn),
      ])
      return earliest(...agreed.map(({ signedOn }) => signedOn), ...judgments)
    },
  ),
]

/** The day of the first meeting in which an obligor agreed who was not to be signed with without one; more may follow. */
function agreedOn(round: Round, obligor: string): IsoDate | undefined {
  if (waivedMeeting(round, obligor)) return undefined
  const agreeing = (round.meetings ?? []).filter(
    ({ outcome, agreedWith }) => outcome === 'agreed' && agreedWith?.includes(obligor),
  )
  return earliest(...agreeing.map(({ heldOn }) => heldOn))
}

function isAskedFor({ rounds }: Facts, isMeant: (round: Round) => boolean): boolean {
  return rounds.find(isMeant)?.earlyRequest !== undefined
}

/** The last day on which the notice was served on one who came to a meeting. */
function lastService(meeting: Meeting, { facts, regulation }: CaseView) {
  const round = facts.rounds.find(({ meetings }) => meetings?.includes(meeting))
  if (!round || round.earlyRequest) return undefined
  const own = (round.services ?? []).filter(({ obligor }) => meeting.attended?.includes(obligor))
  return latest(...own.map((service) => servedOn(service, regulation.period('public-notice-service'))))
}

function lastMeeting(meeting: Meeting, { facts }: CaseView) {
  const all = facts.rounds.find(({ meetings }) => meetings?.includes(meeting))?.meetings ?? []
  return all
    .filter(({ number }) => number < meeting.number)
    .reduce<Meeting | undefined>((last, each) => (last && last.number > each.number ? last : each), undefined)
    ?.heldOn
}
