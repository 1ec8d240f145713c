import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreeingMeeting, endedOn, failedOn, roundOf } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { roundIndex } from '../addresses.ts'
import { type Answers, blockIf, contradictionIf, defineAction } from '../define.ts'

/** 磋商会议: with those who agreed to consult, on the basis of an appraisal, no more than the text allows without consent. */
export const meet = defineAction({
  id: 'meet',
  title: '记录磋商会议',
  matter: 'meeting-procedure',
  moves: true,
  subjects: (facts) => openRounds(facts).map(({ round }) => String(round)),
  blockers: ({ facts, regulation }, subject) => {
    const round = roundOf(facts, Number(subject))
    const held = (round?.meetings ?? []).length
    const most = regulation.count('meetings', round?.notice?.issuedOn)
    return [
      ...blockIf(!round || !willing(round).length, '还没有赔偿义务人同意磋商', 'consultation-reply'),
      ...blockIf(
        !round?.earlyRequest && !facts.appraisals.some(({ receivedOn }) => receivedOn),
        '还没有鉴定意见、鉴定评估报告、专家意见或者综合认定，磋商没有依据',
        'consultation-basis',
      ),
      ...blockIf(
        most !== undefined && held >= most && !round?.moreMeetings,
        `磋商会议已满 ${most} 次；增加次数须经赔偿权利人指定的部门或机构同意（consent-more-meetings）`,
        'meeting-limit',
      ),
    ]
  },
  section: 'consultation.rounds[].meetings',
  at: (facts, subject) => [roundIndex(facts, Number(subject))],
  mode: 'append',
  ask: ['heldOn', 'attended', 'absent', 'outcome', 'agreedWith', 'minutes'],
  required: ['outcome', 'attended'],
  defaults: ({ facts, today }, subject) => ({
    number: (roundOf(facts, Number(subject))?.meetings ?? []).length + 1,
    heldOn: today,
  }),
  refuse: refuseMeeting,
})

/** The obligors who agreed to consult in a round, or asked for it. */
function willing({ replies, earlyRequest }: Round): string[] {
  const agreed = (replies ?? []).filter(({ agrees }) => agrees).map(({ obligor }) => obligor)
  return earlyRequest ? [...agreed, earlyRequest.by] : agreed
}

/** Rounds in which somebody has neither agreed nor failed nor come to an end. */
export function openRounds(facts: Facts): Round[] {
  return facts.rounds.filter((round) =>
    willing(round).some((id) => !agreeingMeeting(round, id) && !failedOn(round, id) && !endedOn(facts, id)),
  )
}

function refuseMeeting(_: CaseView, item: Answers<'consultation.rounds[].meetings'>) {
  const { attended = [], agreedWith = [] } = item
  const outsiders = agreedWith.filter((id) => !attended.includes(id))
  return [
    ...contradictionIf(
      item.outcome === 'agreed' && !agreedWith.length,
      '达成一致的，应当写明“达成一致的义务人”',
      'agreement',
      { key: 'agreedWith' },
    ),
    ...contradictionIf(
      item.outcome !== 'agreed' && agreedWith.length > 0,
      '会议没有达成一致，却写了“达成一致的义务人”',
      'agreement',
      { key: 'agreedWith' },
    ),
    ...contradictionIf(
      outsiders.length > 0,
      `${outsiders.join('、')} 没有到会，不能在会上达成一致`,
      'meeting-procedure',
      { key: 'agreedWith' },
    ),
  ]
}
