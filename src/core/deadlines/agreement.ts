import { type IsoDate, latest, latestOfAll } from '../calendar/dates.ts'
import { owersOf } from '../facts/debts.ts'
import type { Agreement, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { type Instalment, instalments, paidInFullOn } from '../facts/instalments.ts'
import { agreeingMeeting, meetingBefore } from '../facts/meetings.ts'
import { agreementIn, caseEndedOn, endedOn, failedOn, roundNumber, roundOf } from '../facts/queries.ts'
import { countFrom, countTo } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { onceInBreach } from './late.ts'
import { atAgreement, atInstalment } from './places.ts'

/** An agreement that is owed after a meeting agreed on it: it is already on record, or still missing for an obligor. */
interface Signing {
  readonly subject: string
  readonly round: Round
  readonly obligors: readonly string[]
  readonly signedOn: IsoDate | undefined
  readonly agreedOn: IsoDate | undefined
}

function* signings(facts: Facts): Iterable<Signing> {
  for (const round of facts.rounds) {
    for (const signed of facts.agreements) {
      const { id, obligors, signedOn } = signed
      if (roundNumber(signed) === round.round && !isMereChange(facts, signed)) {
        // A joint agreement can't be signed before the last of its obligors has agreed.
        const agreedOn = latest(...obligors.map((each) => meetingBefore(facts, signed, each)?.heldOn))
        yield { subject: id, round, obligors, signedOn, agreedOn }
      }
    }
    for (const { id } of facts.obligors) {
      const agreed = agreeingMeeting(facts, round, id)
      if (!agreed || agreementIn(facts, round.round, id)) continue
      const subject = `${round.round}/${id}`
      yield { subject, round, obligors: [id], signedOn: undefined, agreedOn: agreed.heldOn }
    }
  }
}

/**
 * Whether an agreement only changes an earlier one of the same round: then it follows from no meeting, and no period
 * runs.
 */
function isMereChange(facts: Facts, { amends, ...changed }: Agreement): boolean {
  const original = facts.agreements.find(({ id }) => id === amends)
  return original !== undefined && roundNumber(original) === roundNumber(changed)
}

/** 签署协议: 15 working days from the first meeting that agreed and that no later one undid. */
export const agreement = defineDeadlineForEach<Signing>({
  id: 'agreement',
  title: '签署赔偿协议',
  matter: 'agreement-period',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['sign'],
  place: (facts, id) => atAgreement(facts, id, '') ?? roundOf(facts, Number(id)),
  each: signings,
  subject: ({ subject }) => subject,
  count: ({ round, obligors, signedOn, agreedOn }, { period }, facts) => {
    return agreedOn
      ? countFrom(agreedOn, '磋商会议达成一致')
          .add(period('agreement'))
          .metOn(signedOn)
          .closedOn(latestOfAll(obligors.map((id) => failedOn(round, id) ?? endedOn(facts, id))))
      : undefined
  },
})

/** 支付: each instalment by the day that the agreement or the judgment names. */
export const payment = defineDeadlineForEach<Instalment>({
  id: 'payment',
  title: '支付赔偿款',
  matter: 'performance-terms',
  kind: 'duty',
  owedBy: 'obligor',
  metBy: ['pay'],
  place: atInstalment,
  debt: 'money',
  whenLate: onceInBreach,
  each: instalments,
  subject: ({ payment: { id } }) => id,
  count: (instalment, _, facts) => {
    const { dueOn } = instalment.payment
    const said = 'agreement' in instalment.source ? '赔偿协议约定的付款日' : '生效判决确定的付款日'
    if (dueOn === undefined) return undefined
    return countTo(dueOn, said, 'performance-terms')
      .metOn(paidInFullOn(facts, instalment))
      .closedOn(latestOfAll(owersOf(facts, instalment).map((id) => endedOn(facts, id))) ?? caseEndedOn(facts))
  },
})
