import { roundOf } from '../../facts/queries.ts'
import { roundIndex } from '../addresses.ts'
import { before, blockIf, defineAction, saysSomething } from '../define.ts'
import { openRounds } from './meet.ts'

/** 同意增加磋商次数: in a complex case; it does not lengthen the 90 days. 第二十条 */
export const consentMoreMeetings = defineAction({
  id: 'consent-more-meetings',
  title: '同意增加磋商次数',
  article: '第二十条',
  moves: false,
  subjects: (facts) =>
    openRounds(facts)
      .filter(({ meetings, moreMeetings }) => !moreMeetings && (meetings ?? []).length > 0)
      .map(({ round }) => String(round)),
  blockers: ({ facts, regulation }, subject) => {
    const held = (roundOf(facts, Number(subject))?.meetings ?? []).length
    const most = regulation.count('meetings')
    return blockIf(held < most, `磋商会议开了 ${held} 次，未满 ${most} 次，不需要同意增加`, '第二十条')
  },
  target: (facts, subject) => ({
    document: 'consultation',
    path: ['rounds', roundIndex(facts, Number(subject)), 'moreMeetings'],
    mode: 'set',
  }),
  ask: ['consentedBy', 'consentedOn', 'reason'],
  required: ['consentedBy', 'reason'],
  defaults: ({ facts, today }) => ({
    consentedBy: facts.case.jurisdiction.handlingUnit,
    consentedOn: today,
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(!saysSomething(item.reason), '应当在“增加理由”中写明案情比较复杂的理由', '第二十条'),
    ...blockIf(
      before(item.consentedOn, roundOf(facts, Number(subject))?.meetings?.at(-1)?.heldOn),
      '同意日期早于最近一次会议',
      '第二十条',
    ),
  ],
})
