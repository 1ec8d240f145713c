import { addDays, earliest, type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import type { Round, Service } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { agreedOn } from '../facts/meetings.ts'
import { addedOn, caseEndedOn, endedOn, failedOn, isRefused, roundNumber, roundOf } from '../facts/queries.ts'
import { addresseesOf, refusedBefore } from '../facts/rounds.ts'
import { servedOn } from '../facts/service.ts'
import { suedOn } from '../facts/suits.ts'
import { cite } from '../regulation/cite.ts'
import { countTo, dutySince } from './count.ts'
import { type CountContext, defineDeadlineForEach } from './define.ts'
import { atCase, atService } from './places.ts'

/** A notice served on one obligor in one round. */
export interface ServedNotice {
  readonly round: Round
  readonly service: Service
  readonly on: IsoDate
}

/** The services that have taken effect, in all rounds; of several on one obligor in one round, the first. */
export function servedNotices({ rounds }: Facts, { period }: CountContext): ServedNotice[] {
  return rounds.flatMap((round) => {
    const byObligor = new Map<string, ServedNotice>()
    for (const service of round.services ?? []) {
      const on = servedOn(service, period('public-notice-service'))
      const known = byObligor.get(service.obligor)
      if (on && (!known || on < known.on)) byObligor.set(service.obligor, { round, service, on })
    }
    return [...byObligor.values()]
  })
}

/**
 * 制作磋商告知书: promptly, once the conclusion proposes consultation, the obligor asks for it, or the court refused to
 * confirm.
 */
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
      .closedOn(
        earliest(
          next?.meetingWaiver && since,
          signedInRound(facts, round),
          nobodyLeftOn(facts, round),
          caseEndedOn(facts),
        ),
      )
  },
})

/**
 * The day the first agreement of a round was signed: from then on, the steps that lead to an agreement are no longer
 * owed.
 */
function signedInRound(facts: Facts, round: number): IsoDate | undefined {
  const signed = facts.agreements.filter((agreed) => roundNumber(agreed) === round)
  return earliest(...signed.map(({ signedOn }) => signedOn))
}

/** The day from which a later round has no obligor left: each was released or sued. */
function nobodyLeftOn(facts: Facts, round: number): IsoDate | undefined {
  const asked = round > 1 ? addresseesOf(facts, { round }) : []
  return latestOfAll(asked.map((id) => endedOn(facts, id) ?? suedOn(facts, id, round)))
}

function* noticesOwed(facts: Facts): Iterable<{ round: number; since: IsoDate; why: string }> {
  const conclusion = facts.investigation?.conclusion
  const early = facts.rounds[0]?.earlyRequest
  if (early) yield { round: 1, since: early.requestedOn, why: '赔偿义务人主动要求磋商' }
  else if (conclusion?.recommendation === 'consult') {
    yield { round: 1, since: conclusion.concludedOn, why: '调查结论建议启动磋商' }
  }
  // One round for all whose agreements were refused, since the first of them.
  const since = new Map<number, IsoDate>()
  for (const { agreement, result, ruledOn } of facts.court.confirmations) {
    const refused = facts.agreements.find(({ id }) => id === agreement)
    if (result !== 'refused' || !ruledOn || !refused || !isRefused(facts, refused)) continue
    const next = roundNumber(refused) + 1
    since.set(next, earliest(ruledOn, since.get(next)))
  }
  for (const [round, day] of since) {
    yield { round, since: day, why: '人民法院裁定不予司法确认，重新组织磋商' }
  }
}

/** A notice that must reach an obligor. */
interface NoticeToServe {
  readonly round: Round
  readonly obligor: string
  readonly since: IsoDate
}

/**
 * The notices that must be served, for each round and obligor; for an obligor added to the list later, from the day it
 * was added.
 */
function noticesToServe(facts: Facts): NoticeToServe[] {
  return facts.rounds.flatMap((round) => {
    const issuedOn = round.notice?.issuedOn
    if (!issuedOn) return []
    return addresseesOf(facts, round).map((obligor) => {
      const since = latest(issuedOn, addedOn(facts, obligor), refusedBefore(facts, round, obligor))
      return { round, obligor, since }
    })
  })
}

/**
 * The day an agreement of this round or a later one was signed with an obligor: one of an earlier round has come to
 * nothing.
 */
function signedSince({ agreements }: Facts, { round }: Round, obligor: string): IsoDate | undefined {
  const own = agreements.filter((each) => roundNumber(each) >= round && each.obligors.includes(obligor))
  return earliest(...own.map(({ signedOn }) => signedOn))
}

/** 送达告知书: on each obligor, promptly; no longer owed once the obligor negotiates, is sued or is released. */
export const serve = defineDeadlineForEach<NoticeToServe>({
  id: 'serve',
  title: '送达磋商告知书',
  matter: 'notice-service',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['serve'],
  place: (facts, round) => roundOf(facts, Number(round))?.notice,
  each: noticesToServe,
  subject: ({ round, obligor }) => `${round.round}/${obligor}`,
  count: ({ round, obligor, since }, { period }, facts) => {
    const own = (round.services ?? []).filter((service) => service.obligor === obligor)
    const served = own.map((service) => servedOn(service, period('public-notice-service')))
    return dutySince(since, '磋商告知书应当送达赔偿义务人')
      .metOn(earliest(...served))
      .closedOn(
        earliest(
          failedOn(round, obligor),
          answeredOtherwiseOn(facts, round, obligor),
          signedSince(facts, round, obligor),
          suedOn(facts, obligor, round.round),
        ),
      )
  },
})

/**
 * The last day for an obligor's reply, and who set it; none where the notice was served on or after the day that it
 * names.
 */
function replyDay({ round, service, on }: ServedNotice): { by: IsoDate; said: string } | undefined {
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
 * 答复告知书: by the day that the notice names, or within its number of days from each service. An obligor who is
 * served on that day (which is not counted) or after it owes no reply until another day is set.
 */
export const reply = defineDeadlineForEach<ServedNotice>({
  id: 'reply',
  title: '答复磋商告知书',
  matter: 'reply-period',
  after: 'serve',
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
  each: servedNotices,
  subject: ({ round, service }) => `${round.round}/${service.obligor}`,
  count: (served, _, facts) => {
    const { round, service, on } = served
    const day = replyDay(served)
    const answer = (round.replies ?? []).find(({ obligor }) => obligor === service.obligor)
    return day
      ? countTo(day.by, day.said, 'reply-period', on)
          .metOn(answer?.repliedOn)
          .closedOn(failedOn(round, service.obligor) ?? answeredOtherwiseOn(facts, round, service.obligor))
      : undefined
  },
})

/**
 * The day an obligor took part in a consultation without a reply, which counts as one, or the day from which it owes
 * nothing more.
 */
function answeredOtherwiseOn(facts: Facts, round: Round, obligor: string): IsoDate | undefined {
  const attended = (round.meetings ?? []).filter((meeting) => meeting.attended?.includes(obligor))
  return earliest(
    ...attended.map(({ heldOn }) => heldOn),
    agreedOn(facts, round, obligor),
    endedOn(facts, obligor),
  )
}
