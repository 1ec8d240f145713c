import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreeingMeeting, agreementIn, releasedOn, roundOf, waivedMeeting } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { nextId } from '../addresses.ts'
import { type Answers, blockIf, contradictionIf, defineAction } from '../define.ts'

/** 签订赔偿协议: with those who agreed, holding every matter of the text. */
export const sign = defineAction({
  id: 'sign',
  title: '签订赔偿协议',
  matter: 'agreement',
  form: 'agreement',
  moves: true,
  subjects: (facts) =>
    facts.rounds.filter((round) => ready(facts, round).length).map(({ round }) => String(round)),
  blockers: ({ facts }, subject) => {
    const round = roundOf(facts, Number(subject))
    return [
      ...blockIf(!round || !ready(facts, round).length, '还没有与赔偿义务人达成一致', 'agreement'),
      // An early request opens the consultation before the conclusion, not the agreement.
      ...blockIf(
        facts.investigation?.conclusion === undefined,
        '损害调查还没有形成结论（conclude），不能签订协议',
        'investigation-conclusion',
      ),
    ]
  },
  section: 'agreements.agreements',
  mode: 'append',
  ask: ['obligors', 'signedOn', 'place', 'clauses', 'compensation', 'shares', 'restoration', 'payments'],
  required: ['signedOn', 'clauses', 'compensation'],
  defaults: ({ facts, today }, subject) => {
    const round = roundOf(facts, Number(subject))
    return {
      id: nextId('G', facts.agreements),
      round: Number(subject),
      obligors: round ? ready(facts, round) : [],
      signedOn: today,
    }
  },
  refuse: refuseAgreement,
})

/** The obligors of a round who agreed, or waived the meeting, and have neither signed nor been let go. */
function ready(facts: Facts, round: Round): string[] {
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => agreeingMeeting(round, id) || waivedMeeting(round, id))
    .filter((id) => !agreementIn(facts, round.round, id) && !releasedOn(facts, id))
}

function refuseAgreement({ facts }: CaseView, item: Answers<'agreements.agreements'>, subject: string) {
  const round = roundOf(facts, Number(subject))
  const { obligors = [] } = item
  const allowed = round ? ready(facts, round) : []
  const strangers = obligors.filter((id) => !allowed.includes(id))
  return [
    ...contradictionIf(item.round !== Number(subject), `“所属轮次”应为第 ${subject} 轮磋商`, 'agreement', {
      key: 'round',
    }),
    ...contradictionIf(!obligors.length, '应当写明“签约义务人”', 'agreement', { key: 'obligors' }),
    ...contradictionIf(
      strangers.length > 0,
      `${strangers.join('、')} 没有达成一致，或者已经签过协议`,
      'agreement',
      { key: 'obligors' },
    ),
  ]
}
