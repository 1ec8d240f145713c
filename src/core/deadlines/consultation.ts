import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { agreedOn, meetingsWith, reopenedOn } from '../facts/meetings.ts'
import { caseEndedOn, endedOn, failedOn, isRescinded } from '../facts/queries.ts'
import { settlingAgreement } from '../facts/rounds.ts'
import { deemedServedOn } from '../facts/service.ts'
import { suedOn } from '../facts/suits.ts'
import { cite } from '../regulation/cite.ts'
import type { Period } from '../regulation/regulation.ts'
import { type Count, countFrom, dutySince } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { type ServedNotice, servedNotices } from './notice.ts'
import { atCase, atService } from './places.ts'

/** A meeting that is owed in a round: to all who agreed to consult, or to one whose agreement was rescinded. */
interface MeetingOwed {
  readonly round: Round
  readonly subject: string
  readonly why: string
  readonly owed: readonly { readonly obligor: string; readonly since: IsoDate }[]
  /** Since when meetings count, where not all of the round do. */
  readonly after?: IsoDate
}

/** 召开磋商会议: promptly, once an obligor agrees to consult, or its agreement was rescinded; with each of them. */
export const meet = defineDeadlineForEach<MeetingOwed>({
  id: 'meet',
  title: '召开磋商会议',
  matter: 'prompt-meeting',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['meet', 'waive-meeting'],
  place: atCase,
  each: meetingsOwed,
  subject: ({ subject }) => subject,
  count: ({ round, why, owed, after }, _, facts) => {
    const each = owed.map(({ obligor, since }) => ({
      since,
      metOn: meetingsWith(round, obligor).find(({ heldOn }) => !after || heldOn > after)?.heldOn,
      overOn:
        failedOn(round, obligor) ??
        endedOn(facts, obligor) ??
        suedOn(facts, obligor, round.round) ??
        (after ? undefined : agreedOn(facts, round, obligor)),
    }))
    const waiting = each.filter(({ metOn, overOn }) => !metOn && !overOn)
    const unmet = waiting.length ? each.filter(({ metOn }) => !metOn) : each
    const since = earliest(...unmet.map((one) => one.since))
    if (!since) return undefined
    const isSettled = waiting.length === 0
    return dutySince(since, why)
      .metOn(isSettled ? latest(...each.map(({ metOn }) => metOn)) : undefined)
      .closedOn(
        earliest(
          after ? undefined : round.meetingWaiver && since,
          isSettled ? latest(...each.map(({ overOn }) => overOn)) : undefined,
          caseEndedOn(facts),
        ),
      )
  },
})

function* meetingsOwed(facts: Facts): Iterable<MeetingOwed> {
  for (const round of facts.rounds) {
    const agreed = (round.replies ?? []).filter(({ agrees }) => agrees)
    const owed = agreed.map(({ obligor, repliedOn }) => ({ obligor, since: repliedOn }))
    const why = '赔偿义务人同意磋商，应当及时召开磋商会议'
    if (owed.length) yield { round, subject: String(round.round), why, owed }
    for (const { id } of facts.obligors) {
      const after = reopenedOn(facts, round, id)
      if (!after) continue
      const reopened = '赔偿协议已经解除，应当继续磋商或者提起诉讼'
      yield {
        round,
        subject: `${round.round}/${id}`,
        why: reopened,
        owed: [{ obligor: id, since: after }],
        after,
      }
    }
  }
}

function fromService({ service, on }: ServedNotice, publicNotice: Period | undefined): Count {
  const count = countFrom(on, '磋商告知书送达')
  if (on !== deemedServedOn(service, publicNotice) || !service.publishedOn || !publicNotice) return count
  const step = `公告发布，${publicNotice.amount} 日后视为送达`
  return count.because({ step, date: service.publishedOn, article: publicNotice.article })
}

/**
 * 磋商期限: 90 days from service, met by the first meeting that agreed and that no later one undid, else by signing.
 */
export const consultation = defineDeadlineForEach<ServedNotice>({
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
  each: servedNotices,
  subject: ({ round, service }) => `${round.round}/${service.obligor}`,
  count: (served, { period }, facts) => {
    const { round, service } = served
    return fromService(served, period('public-notice-service'))
      .add(period('consultation'))
      .metOn(agreedOn(facts, round, service.obligor))
      .closedOn(failedOn(round, service.obligor) ?? endedOn(facts, service.obligor))
  },
})

/** 提起诉讼: promptly, once consultation has failed. */
export const startSuit = defineDeadlineForEach<{ round: Round; obligor: string; since: IsoDate }>({
  id: 'start-suit',
  title: '提起诉讼',
  matter: 'suit',
  after: 'consultation',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['sue'],
  // A suit is about the obligor, in whichever round the consultation failed.
  metFor: (_, subject) => subject.split('/').slice(1),
  place: atCase,
  each: ({ rounds }) =>
    rounds.flatMap((round) =>
      (round.outcomes ?? [])
        .filter(({ kind }) => kind === 'failed')
        .map(({ obligor, decidedOn }) => ({ round, obligor, since: decidedOn })),
    ),
  subject: ({ round, obligor }) => `${round.round}/${obligor}`,
  count: ({ round, obligor, since }, _, facts) =>
    dutySince(since, '磋商未达成一致，应当及时提起诉讼')
      .metOn(suedOn(facts, obligor, round.round))
      .closedOn(earliest(endedOn(facts, obligor), settledSince(facts, obligor, since))),
})

/**
 * The day an obligor signed an agreement after consultation with it had failed; the day of the failure itself where an
 * agreement that stands had settled the matter before: nothing was left that could fail.
 */
function settledSince(facts: Facts, obligor: string, failed: IsoDate): IsoDate | undefined {
  const standing = settlingAgreement(facts, obligor)?.signedOn
  if (standing !== undefined && standing < failed) return failed
  const signed = facts.agreements.filter(
    (agreement) => agreement.obligors.includes(obligor) && !isRescinded(agreement),
  )
  return earliest(...signed.map(({ signedOn }) => (signedOn && signedOn >= failed ? signedOn : undefined)))
}
