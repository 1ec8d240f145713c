import { servedBeforeTakeover } from '../../facts/backfilled.ts'
import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import {
  agreeingMeeting,
  meetingsBeyond,
  meetingsWith,
  reopenedOn,
  signedButNotAgreed,
} from '../../facts/meetings.ts'
import { agreementIn, endedOn, failedOn, obligorsNamed, roundOf } from '../../facts/queries.ts'
import { settlingAgreement } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { roundIndex } from '../addresses.ts'
import { type AnswersSoFar, type Blocker, blockIf, contradictionIf, defineAction } from '../define.ts'

/**
 * 磋商会议: with those who agreed to consult, on the basis of an appraisal, no more than the text allows without
 * consent.
 */
export const meet = defineAction({
  id: 'meet',
  title: '记录磋商会议',
  matter: 'meeting-procedure',
  form: 'meeting-minutes',
  moves: true,
  follows: 'notify',
  subjects: (facts) => openRounds(facts).map(({ round }) => String(round)),
  blockers: (view, subject) => {
    const { facts } = view
    const round = roundOf(facts, Number(subject))
    return [
      ...blockIf(!round || !willing(facts, round).length, '还没有赔偿义务人同意磋商', 'consultation-reply', {
        lacks: 'reply',
        first: 'reply',
      }),
      ...blockIf(
        !round?.earlyRequest && !facts.appraisals.some(({ receivedOn }) => receivedOn),
        '还没有鉴定意见、鉴定评估报告、专家意见或者综合认定，磋商没有依据',
        'consultation-basis',
        { lacks: 'receive-appraisal' },
      ),
      // With one of them there may still be a meeting when there were enough with another.
      ...(round ? beyondLimit(view, round, openWith(facts, round)) : []),
    ]
  },
  section: 'consultation.rounds[].meetings',
  at: (facts, subject) => [roundIndex(facts, Number(subject))],
  mode: 'append',
  ask: [
    'heldOn',
    'attended',
    'absent',
    'outcome',
    'agreedWith',
    'chair',
    'recorder',
    'panel',
    'guests',
    'record',
    'minutes',
    'signedCopy',
  ],
  required: ['outcome', 'attended'],
  defaults: ({ facts, today }, subject) => {
    const round = roundOf(facts, Number(subject))
    const panel = likelyPanel(round)
    return { number: (round?.meetings ?? []).length + 1, heldOn: today, ...(panel && { panel }) }
  },
  refuse: refuseMeeting,
})

/** Who probably sits at a meeting for the claimant: those of the last meeting, else those whom the notice names. */
function likelyPanel(round: Round | undefined): string[] | undefined {
  const panel = round?.meetings?.findLast((meeting) => meeting.panel?.length)?.panel ?? round?.notice?.panel
  return panel?.length ? [...panel] : undefined
}

/**
 * The obligors who agreed to consult in a round, asked for it, came to a meeting, or whose agreement was rescinded; in
 * a case taken over from a ledger, which does not say who replied, also those served before that.
 */
function willing(facts: Facts, round: Round): string[] {
  const { replies = [], earlyRequest, meetings = [] } = round
  const agreed = replies.filter(({ agrees }) => agrees).map(({ obligor }) => obligor)
  const came = meetings.flatMap(({ attended }) => attended ?? [])
  const servedBefore = servedBeforeTakeover(facts, round)
  const reopened = facts.obligors.map(({ id }) => id).filter((id) => reopenedOn(facts, round, id))
  return [
    ...new Set([
      ...agreed,
      ...(earlyRequest ? [earlyRequest.by] : []),
      ...came,
      ...reopened,
      ...servedBefore,
    ]),
  ]
}

/** The willing obligors of a round who have neither agreed nor signed nor failed nor come to an end. */
function openWith(facts: Facts, round: Round): string[] {
  return willing(facts, round).filter(
    (id) =>
      !agreeingMeeting(facts, round, id) &&
      !agreementIn(facts, round.round, id)?.signedOn &&
      !settlingAgreement(facts, id) &&
      !failedOn(round, id) &&
      !endedOn(facts, id),
  )
}

/** Rounds in which there is somebody to meet. */
export function openRounds(facts: Facts): Round[] {
  return facts.rounds.filter((round) => openWith(facts, round).length > 0)
}

/** The blocker of one more meeting, where with each of these obligors as many were held as the text allows. */
function beyondLimit(
  { regulation }: CaseView,
  round: Round,
  obligors: readonly string[],
): readonly Blocker[] {
  const most = regulation.count('meetings', round.notice?.issuedOn)
  if (most === undefined || round.moreMeetings || !obligors.length) return []
  return blockIf(
    obligors.every((id) => meetingsWith(round, id).length >= most),
    `磋商会议已满 ${most} 次；增加次数须经赔偿权利人指定的部门或机构同意（办“同意增加磋商次数”）`,
    'meeting-limit',
  )
}

/** Who signed on the day of a meeting that fails with them. */
function signedButNotAgreedOn(
  { facts, today }: CaseView,
  item: AnswersSoFar<'consultation.rounds[].meetings'>,
  subject: string,
): string[] {
  const round = roundOf(facts, Number(subject))
  const { heldOn = today, number = (round?.meetings ?? []).length + 1 } = item
  return round ? signedButNotAgreed(facts, round, { ...item, heldOn, number }) : []
}

/** Whom one more meeting would be one too many with. */
function metTooOften(
  { facts, regulation, today }: CaseView,
  item: AnswersSoFar<'consultation.rounds[].meetings'>,
  subject: string,
): string[] {
  const round = roundOf(facts, Number(subject))
  const most = regulation.count('meetings', round?.notice?.issuedOn)
  if (!round || most === undefined || round.moreMeetings) return []
  const { meetings = [] } = round
  const { number = meetings.length, heldOn = today } = item
  const after = { meetings: [...meetings, { ...item, number, heldOn }] }
  return facts.obligors
    .map(({ id }) => id)
    .filter(
      (id) => meetingsBeyond(facts, after, id, most).length > meetingsBeyond(facts, round, id, most).length,
    )
}

function refuseMeeting(
  view: CaseView,
  item: AnswersSoFar<'consultation.rounds[].meetings'>,
  subject: string,
) {
  const { attended = [], agreedWith = [] } = item
  const often = metTooOften(view, item, subject)
  const signers = signedButNotAgreedOn(view, item, subject)
  const outsiders = agreedWith.filter((id) => !attended.includes(id))
  return [
    ...contradictoryOutcome(item),
    ...blockIf(
      often.length > 0,
      `与${obligorsNamed(view.facts, often)}的磋商会议已满规定的次数；增加次数须经赔偿权利人指定的部门或机构同意（办“同意增加磋商次数”），有正当理由缺席的写入“有正当理由缺席的义务人”`,
      'meeting-limit',
      { key: 'attended' },
    ),
    ...contradictionIf(
      outsiders.length > 0,
      `${obligorsNamed(view.facts, outsiders)}没有到会，不能在会上达成一致`,
      'meeting-procedure',
      { key: 'agreedWith' },
    ),
    ...contradictionIf(
      signers.length > 0,
      `${obligorsNamed(view.facts, signers)}当日签署了协议，会议不能又与其未达成一致；与别人未达成一致的，写入“未达成一致的义务人”`,
      'agreement',
      { key: 'failedWith' },
    ),
  ]
}

/** What the outcome and those whom it names say against each other. */
function contradictoryOutcome(item: AnswersSoFar<'consultation.rounds[].meetings'>) {
  const { outcome, agreedWith = [], failedWith = [] } = item
  return [
    ...contradictionIf(
      outcome === 'agreed' && !agreedWith.length,
      '达成一致的，应当写明“达成一致的义务人”',
      'agreement',
      { key: 'agreedWith' },
    ),
    ...contradictionIf(
      outcome !== 'agreed' && agreedWith.length > 0,
      '会议没有达成一致，却写了“达成一致的义务人”',
      'agreement',
      { key: 'agreedWith' },
    ),
    ...contradictionIf(
      outcome !== 'failed' && failedWith.length > 0,
      '会议结果不是未达成一致，却写了“未达成一致的义务人”',
      'agreement',
      { key: 'failedWith' },
    ),
  ]
}
