import type { Round } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { agreeingMeeting, endedOn, failedOn, roundOf } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { roundIndex } from '../addresses.ts'
import { type Blocker, before, blockIf, defineAction, type Item, strings } from '../define.ts'
import { serviceDay } from './serve.ts'

/** 磋商会议: with those who agreed to consult, on the basis of an appraisal, three at most unless more are consented to. */
export const meet = defineAction({
  id: 'meet',
  title: '记录磋商会议',
  article: '第十九条',
  moves: true,
  subjects: (facts) => openRounds(facts).map(({ round }) => String(round)),
  blockers: ({ facts, regulation }, subject) => {
    const round = roundOf(facts, Number(subject))
    const held = (round?.meetings ?? []).length
    const most = regulation.count('meetings')
    return [
      ...blockIf(!round || !willing(round).length, '还没有赔偿义务人同意磋商', '第十七条'),
      ...blockIf(
        !round?.earlyRequest && !facts.appraisals.some(({ receivedOn }) => receivedOn),
        '还没有鉴定意见、鉴定评估报告、专家意见或者综合认定，磋商没有依据',
        '第十九条',
      ),
      ...blockIf(
        held >= most && !round?.moreMeetings,
        `磋商会议已满 ${most} 次；增加次数须经赔偿权利人指定的部门或机构同意（consent-more-meetings）`,
        '第二十条',
      ),
    ]
  },
  target: (facts, subject) => ({
    document: 'consultation',
    path: ['rounds', roundIndex(facts, Number(subject)), 'meetings'],
    mode: 'append',
  }),
  ask: ['heldOn', 'attended', 'absent', 'outcome', 'agreedWith', 'minutes'],
  required: ['outcome', 'attended'],
  defaults: ({ facts, today }, subject) => ({
    number: (roundOf(facts, Number(subject))?.meetings ?? []).length + 1,
    heldOn: today,
  }),
  refuse: refuseMeeting,
})

/** The obligors who agreed to consult in a round, or asked for it. 第十七条 */
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

function refuseMeeting(view: CaseView, item: Item, subject: string | null): readonly Blocker[] {
  const attended = strings(item.attended)
  const agreedWith = strings(item.agreedWith)
  const outsiders = agreedWith.filter((id) => !attended.includes(id))
  return [
    ...blockIf(
      item.outcome === 'agreed' && !agreedWith.length,
      '达成一致的，应当写明“达成一致的义务人”',
      '第二十一条',
    ),
    ...blockIf(
      item.outcome !== 'agreed' && agreedWith.length > 0,
      '会议没有达成一致，却写了“达成一致的义务人”',
      '第二十一条',
    ),
    ...blockIf(outsiders.length > 0, `${outsiders.join('、')} 没有到会，不能在会上达成一致`, '第十九条'),
    ...attended.flatMap((id) =>
      blockIf(
        before(item.heldOn, serviceDay(view, Number(subject), id)),
        `会议日期早于向 ${id} 送达告知书的日期`,
        '第十七条',
      ),
    ),
  ]
}
