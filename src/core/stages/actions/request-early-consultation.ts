import { claimedObligors, roundOf } from '../../facts/queries.ts'
import { openedRound, roundIndex } from '../addresses.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'

const FIRST = 1

/** 义务人主动请求磋商: during the investigation; consultation may then begin before the conclusion. */
export const requestEarlyConsultation = defineAction({
  id: 'request-early-consultation',
  title: '记录义务人主动请求磋商',
  matter: 'early-consultation',
  needsPermission: true,
  moves: true,
  follows: 'initiate',
  // It opens a way for which the facts do not ask.
  advised: () => false,
  subjects: (facts) => {
    const round = roundOf(facts, FIRST)
    return facts.investigation?.conclusion || round?.notice || round?.earlyRequest ? [] : [null]
  },
  blockers: ({ facts }) => [
    ...blockedInvestigation(facts, 'early-consultation'),
    ...contradictionIf(!claimedObligors(facts).length, '尚未确定赔偿义务人', 'early-consultation'),
  ],
  section: 'consultation.rounds[].earlyRequest',
  at: (facts) => [roundIndex(facts, FIRST)],
  mode: 'set',
  ask: ['by', 'requestedOn', 'document'],
  defaults: ({ facts, today }) => {
    const [only, ...others] = claimedObligors(facts)
    return { requestedOn: today, ...(only && !others.length ? { by: only.id } : {}) }
  },
  companions: ({ facts }) => [openedRound(facts, FIRST)],
  refuse: ({ facts }, item) => [
    ...contradictionIf(
      !claimedObligors(facts).some(({ id }) => id === item.by),
      '“请求人”应为本案的赔偿义务人',
      'early-consultation',
      { key: 'by' },
    ),
  ],
})
