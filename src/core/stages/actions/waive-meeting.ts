import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import {
  agreementIn,
  claimedObligors,
  isRefused,
  obligorName,
  roundNumber,
  roundOf,
} from '../../facts/queries.ts'
import { addresseesOf, hasNothingToSettle } from '../../facts/rounds.ts'
import type { CaseView } from '../../view.ts'
import { openedRound, roundIndex } from '../addresses.ts'
import { type AnswersSoFar, blockIf, defineAction, saysSomething } from '../define.ts'
import { simpleCaseDoubts } from '../simple-case.ts'

/** 免开磋商会议: in a simple case, with every obligor's written consent; the agreement is then signed directly. */
export const waiveMeeting = defineAction({
  id: 'waive-meeting',
  title: '免开磋商会议，直接签订协议',
  matter: 'meeting-waiver',
  needsPermission: true,
  moves: true,
  // A meeting is the rule.
  after: 'meet',
  subjects: (facts) => [currentRound(facts)].filter((round) => canBeWaived(facts, round)).map(String),
  blockers: (view, subject) => {
    const { conclusion } = view.facts.investigation ?? {}
    const early = roundOf(view.facts, Number(subject))?.earlyRequest !== undefined
    return [
      ...blockIf(
        conclusion?.recommendation !== 'consult' && !early,
        '调查结论还没有建议磋商，赔偿义务人也没有主动要求磋商',
        ['investigation-conclusion', 'early-consultation'],
        { lacks: 'conclude' },
      ),
      ...simpleCaseDoubts(view).flatMap((doubt) =>
        blockIf(true, `不是简单案件：${doubt}`, ['simple-case', 'meeting-waiver']),
      ),
    ]
  },
  section: 'consultation.rounds[].meetingWaiver',
  at: (facts, subject) => [roundIndex(facts, Number(subject))],
  mode: 'set',
  ask: ['consents', 'reason'],
  companions: ({ facts }, _, subject) => [openedRound(facts, Number(subject))],
  refuse: refuseWaiver,
})

/** The first round, or the one after each agreement that the court refused to confirm. */
function currentRound(facts: Facts): number {
  const refused = facts.agreements.filter((agreed) => isRefused(facts, agreed))
  return Math.max(
    1,
    ...refused.map((agreed) => roundNumber(agreed) + 1),
    ...facts.rounds.map(({ round }) => round),
  )
}

/** Whether nothing was waived, met or signed in the round, and no consultation has failed. */
function canBeWaived(facts: Facts, number: number): boolean {
  const round: Round | undefined = roundOf(facts, number)
  const signed = facts.obligors.some(({ id }) => agreementIn(facts, number, id))
  const over = (round?.meetings ?? []).length > 0 || (round?.outcomes ?? []).length > 0
  return !signed && !over && !round?.meetingWaiver && claimedObligors(facts).length > 0
}

/** Each obligor of the round who is not at an end consents, in writing. */
function refuseWaiver(
  { facts }: CaseView,
  { consents = [] }: AnswersSoFar<'consultation.rounds[].meetingWaiver'>,
  subject: string,
) {
  const round = { round: Number(subject) }
  const asked = addresseesOf(facts, round).filter((id) => !hasNothingToSettle(facts, round, id))
  return asked.flatMap((id) => {
    const consent = consents.find(({ obligor }) => obligor === id)
    const name = obligorName(facts, id)
    return [
      ...blockIf(!consent, `${name}没有同意不召开磋商会议`, 'meeting-waiver', { key: 'consents' }),
      ...blockIf(
        consent !== undefined && !saysSomething(consent.document),
        `${name}的同意应当是书面的，请写明“同意文书”`,
        'meeting-waiver',
        { key: 'consents' },
      ),
    ]
  })
}
