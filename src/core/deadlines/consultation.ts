import { addDays, earliest, type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import type { Round, Service } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import {
  addedOn,
  agreeingMeeting,
  agreementIn,
  agreementOf,
  caseEndedOn,
  endedOn,
  failedOn,
  roundNumber,
  roundOf,
  servedOn,
  waivedMeeting,
} from '../facts/queries.ts'
import { addresseesOf } from '../facts/rounds.ts'
import { suedOn } from '../facts/suits.ts'
import { cite } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'
import { type Count, countFrom, countTo, dutySince } from './count.ts'
import { type CountContext, defineDeadlineForEach } from './define.ts'
import { atCase, atService } from './places.ts'

/** A notice served on one obligor in one round. */
interface Served {
  readonly round: Round
  readonly service: Service
  readonly on: IsoDate
}

/** The services of all rounds that have taken effect, the first for each obligor and round. */
function services({ rounds }: Facts, { period }: CountContext): Served[] {
  return rounds.flatMap((round) => {
    const byObligor = new Map<string, Served>()
    for (const service of round.services ?? []) {
      const on = servedOn(service, period('public-notice-service'))
      const known = byObligor.get(service.obligor)
      if (on && (!known || on < known.on)) byObligor.set(service.obligor, { round, service, on })
    }
    return [...byObligor.values()]
  })
}

function fromService({ service, on }: Served, publicNotice: Period | undefined): Count {
  const count = countFrom(on, '磋商告知书送达')
  if (service.servedOn || !service.publishedOn || !publicNotice) return count
  const step = `公告发布，${publicNotice.amount} 日后视为送达`
  return count.because({ step, date: service.publishedOn, article: publicNotice.article })
}

/** 制作磋商告知书: promptly, once the conclusion proposes it, the obligor asks for it, or the court refused. */
export const notify = defineDeadlineForEach<{ round: number; since: IsoDate; why: string }>({
  id: 'notify',
  title: '发出磋商告知书',
  matter: 'consultation-notice',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['notify'],
  place: atCase,
  each: noticesOwed,
  subject: ({ round }) => String(round),
  count: ({ round, since, why }, _, facts) => {
    const [next] = facts.rounds.filter((each) => each.round === round)
    return dutySince(since, why)
      .metOn(next?.notice?.issuedOn)
      .closedOn(earliest(next?.meetingWaiver && since, signedInRound(facts, round), caseEndedOn(facts)))
  },
})

/** The day the first agreement of a round was signed: what should have led to it is no longer owed. */
function signedInRound(facts: Facts, round: number): IsoDate | undefined {
  const signed = facts.agreements.filter((agreed) => roundNumber(agreed) === round)
  return earliest(...signed.map(({ signedOn }) => signedOn))
}

function* noticesOwed(facts: Facts): Iterable<{ round: number; since: IsoDate; why: string }> {
  const conclusion = facts.investigation?.conclusion
  const early = facts.rounds[0]?.earlyRequest
  if (early) yield { round: 1, since: early.requestedOn, why: '赔偿义务人主动要求磋商' }
  else if (conclusion?.recommendation === 'consult') {
    yield { round: 1, since: conclusion.concludedOn, why: '调查结论建议启动磋商' }
  }
  for (const { agreement, result, ruledOn } of facts.court.confirmations) {
    const refused = facts.agreements.find(({ id }) => id === agreement)
    if (result !== 'refused' || !ruledOn || !refused) continue
    yield { round: roundNumber(refused) + 1, since: ruledOn, why: '人民法院裁定不予司法确认，重新组织磋商' }
  }
}

/** A notice that must reach an obligor. */
interface Addressed {
  readonly round: Round
  readonly obligor: string
  readonly since: IsoDate
}

/** Whom the notice of each round is for; one added to the list later, from the day of that. */
function addressed(facts: Facts): Addressed[] {
  return facts.rounds.flatMap((round) => {
    const issuedOn = round.notice?.issuedOn
    if (!issuedOn) return []
    return addresseesOf(facts, round).map((obligor) => {
      return { round, obligor, since: latest(issuedOn, addedOn(facts, obligor)) }
    })
  })
}

/** 送达告知书: on each obligor, promptly; no longer once they negotiate, are sued or let go. */
export const serve = defineDeadlineForEach<Addressed>({
  id: 'serve',
  title: '送达磋商告知书',
  matter: 'notice-service',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['serve'],
  place: (facts, round) => roundOf(facts, Number(round))?.notice,
  each: addressed,
  subject: ({ round, obligor }) => `${round.round}/${obligor}`,
  count: ({ round, obligor, since }, { period }, facts) => {
    const own = (round.services ?? []).filter((service) => service.obligor === obligor)
    const served = own.map((service) => servedOn(service, period('public-notice-service')))
    return dutySince(since, '磋商告知书应当送达赔偿义务人')
      .metOn(earliest(...served))
      .closedOn(
        earliest(
          failedOn(round, obligor),
          cameOn(facts, round, obligor),
          agreementOf(facts, obligor)?.signedOn,
          suedOn(facts, obligor),
        ),
      )
  },
})

/** The day for the reply of an obligor, and how it was set; none where the notice came on or after the day that it names. */
function replyDay({ round, service, on }: Served): { by: IsoDate; said: string } | undefined {
  const { replyBy, replyWithinDays } = round.notice ?? {}
  if (service.replyBy) return { by: service.replyBy, said: '另定的答复日' }
  if (replyBy && on < replyBy) return { by: replyBy, said: '告知书规定的答复日' }
  if (replyWithinDays === undefined) return undefined
  return {
    by: addDays(on, replyWithinDays),
    said: `告知书规定自送达之日起 ${replyWithinDays} 日内答复`,
  }
}

/**
 * 答复告知书: by the day that the notice names, or within its number of days from each service. Who was served only on
 * that day, which is not counted, or after it, owes no reply before another is set.
 */
export const reply = defineDeadlineForEach<Served>({
  id: 'reply',
  title: '答复磋商告知书',
  matter: 'reply-period',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['reply'],
  place: atService,
  failureGround: 'refused-or-no-reply',
  // Silence past the last day is a ground; the officer decides, or records a reply after all.
  whenLate: {
    advice: `可以视为磋商未达成一致（${cite('reply-period')}），由承办人认定；已答复的补录日期`,
    matter: 'reply-period',
    actions: ['fail-consultation'],
    sameSubject: true,
    severity: 'warning',
  },
  each: services,
  subject: ({ round, service }) => `${round.round}/${service.obligor}`,
  count: (served, _, facts) => {
    const { round, service, on } = served
    const day = replyDay(served)
    const answer = (round.replies ?? []).find(({ obligor }) => obligor === service.obligor)
    return day
      ? countTo(day.by, day.said, 'reply-period', on)
          .metOn(answer?.repliedOn)
          .closedOn(failedOn(round, service.obligor) ?? cameOn(facts, round, service.obligor))
      : undefined
  },
})

/** The day an obligor consulted without having replied, or came to an end: who negotiates has answered. */
function cameOn(facts: Facts, round: Round, obligor: string): IsoDate | undefined {
  const attended = (round.meetings ?? []).filter((meeting) => meeting.attended?.includes(obligor))
  return earliest(
    ...attended.map(({ heldOn }) => heldOn),
    agreedOn(facts, round, obligor),
    endedOn(facts, obligor),
  )
}

/** 召开磋商会议: promptly, once an obligor agrees to consult. */
export const meet = defineDeadlineForEach<{ round: Round; since: IsoDate; willing: readonly string[] }>({
  id: 'meet',
  title: '召开磋商会议',
  matter: 'prompt-meeting',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['meet', 'waive-meeting'],
  place: atCase,
  each: ({ rounds }) =>
    rounds.flatMap((round) => {
      const agreed = (round.replies ?? []).filter(({ agrees }) => agrees)
      const since = earliest(...agreed.map(({ repliedOn }) => repliedOn))
      return since ? [{ round, since, willing: agreed.map(({ obligor }) => obligor) }] : []
    }),
  subject: ({ round }) => String(round.round),
  count: ({ round, since, willing }, _, facts) =>
    dutySince(since, '赔偿义务人同意磋商，应当及时召开磋商会议')
      .metOn(earliest(...(round.meetings ?? []).map(({ heldOn }) => heldOn)))
      .closedOn(
        earliest(
          round.meetingWaiver && since,
          signedInRound(facts, round.round),
          latestOfAll(willing.map((id) => failedOn(round, id) ?? endedOn(facts, id))),
          caseEndedOn(facts),
        ),
      ),
})

/** 磋商期限: 90 days from service, met by the meeting that agreed (by signing where it was waived). */
export const consultation = defineDeadlineForEach<Served>({
  id: 'consultation',
  title: '赔偿磋商',
  matter: 'consultation-period',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['meet', 'sign', 'fail-consultation'],
  place: atService,
  failureGround: 'period-expired',
  whenLate: {
    advice: `没有谈成的可以视为磋商未达成一致（${cite('period-expired')}），由承办人认定；已谈成的补录会议`,
    matter: 'period-expired',
  },
  each: services,
  subject: ({ round, service }) => `${round.round}/${service.obligor}`,
  count: (served, { period }, facts) => {
    const { round, service } = served
    return fromService(served, period('public-notice-service'))
      .add(period('consultation'))
      .metOn(agreedOn(facts, round, service.obligor))
      .closedOn(failedOn(round, service.obligor) ?? endedOn(facts, service.obligor))
  },
})

function agreedOn(facts: Facts, round: Round, obligor: string): IsoDate | undefined {
  const met = agreeingMeeting(round, obligor)?.heldOn
  return (
    met ?? (waivedMeeting(round, obligor) ? agreementIn(facts, round.round, obligor)?.signedOn : undefined)
  )
}

/** 提起诉讼: promptly, once consultation has failed. */
export const startSuit = defineDeadlineForEach<{ round: Round; obligor: string; since: IsoDate }>({
  id: 'start-suit',
  title: '提起诉讼',
  matter: 'suit',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['sue'],
  place: atCase,
  each: ({ rounds }) =>
    rounds.flatMap((round) =>
      (round.outcomes ?? [])
        .filter(({ kind }) => kind === 'failed')
        .map(({ obligor, decidedOn }) => ({ round, obligor, since: decidedOn })),
    ),
  subject: ({ round, obligor }) => `${round.round}/${obligor}`,
  count: ({ obligor, since }, _, facts) =>
    dutySince(since, '磋商未达成一致，应当及时提起诉讼')
      .metOn(suedOn(facts, obligor))
      .closedOn(earliest(endedOn(facts, obligor), settledSince(facts, obligor, since))),
})

/** The day an agreement was signed with an obligor after consultation had failed with him. */
function settledSince(facts: Facts, obligor: string, failed: IsoDate): IsoDate | undefined {
  const signed = facts.agreements.filter(({ obligors }) => obligors.includes(obligor))
  return earliest(...signed.map(({ signedOn }) => (signedOn && signedOn >= failed ? signedOn : undefined)))
}
