import { unitOnPapers } from '../../facts/claimants.ts'
import { mostMeetings } from '../../facts/meetings.ts'
import { roundOf } from '../../facts/queries.ts'
import { roundIndex } from '../addresses.ts'
import { blockIf, defineAction, saysSomething } from '../define.ts'
import { openRounds } from './meet.ts'

/** 同意增加磋商次数: in a complex case; it does not lengthen the period of the consultation. */
export const consentMoreMeetings = defineAction({
  id: 'consent-more-meetings',
  title: '同意增加磋商次数',
  matter: 'more-meetings',
  needsPermission: true,
  moves: false,
  follows: 'meet',
  subjects: (facts) =>
    openRounds(facts)
      .filter(({ meetings, moreMeetings }) => !moreMeetings && (meetings ?? []).length > 0)
      .map(({ round }) => String(round)),
  blockers: ({ facts, regulation }, subject) => {
    const round = roundOf(facts, Number(subject))
    const held = round ? mostMeetings(facts, round).length : 0
    const most = regulation.count('meetings', round?.notice?.issuedOn)
    return blockIf(
      most !== undefined && held < most,
      `与同一义务人的磋商会议最多开了 ${held} 次，未满 ${most} 次，不需要同意增加`,
      'meeting-limit',
    )
  },
  section: 'consultation.rounds[].moreMeetings',
  at: (facts, subject) => [roundIndex(facts, Number(subject))],
  mode: 'set',
  ask: ['consentedBy', 'consentedOn', 'reason'],
  required: ['consentedBy', 'reason'],
  defaults: ({ facts, today }) => ({
    consentedBy: unitOnPapers(facts.case.jurisdiction),
    consentedOn: today,
  }),
  refuse: (_, item) => [
    ...blockIf(!saysSomething(item.reason), '应当在“增加理由”中写明案情比较复杂的理由', 'more-meetings', {
      key: 'reason',
    }),
  ],
})
