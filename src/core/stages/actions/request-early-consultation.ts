import { claimedObligors, roundOf } from '../../facts/queries.ts'
import { roundIndex } from '../addresses.ts'
import { before, blockIf, defineAction } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'

const FIRST = 1

/** 义务人主动请求磋商: during the investigation; consultation may then begin before the conclusion. 第十七条第二款 */
export const requestEarlyConsultation = defineAction({
  id: 'request-early-consultation',
  title: '记录义务人主动请求磋商',
  article: '第十七条',
  moves: true,
  // It opens a way that the facts do not ask for.
  advised: () => false,
  subjects: (facts) => {
    const round = roundOf(facts, FIRST)
    return facts.investigation?.conclusion || round?.notice || round?.earlyRequest ? [] : [null]
  },
  blockers: ({ facts }) => [
    ...blockedInvestigation(facts, '第十七条第二款'),
    ...blockIf(!claimedObligors(facts).length, '尚未确定赔偿义务人', '第十七条第二款'),
  ],
  target: (facts) => {
    const index = roundIndex(facts, FIRST)
    return {
      document: 'consultation',
      path: ['rounds', index, 'earlyRequest'],
      mode: 'set',
      also: [{ path: ['rounds', index, 'round'], value: FIRST }],
    }
  },
  ask: ['by', 'requestedOn', 'document'],
  defaults: ({ facts, today }) => {
    const [only, ...others] = claimedObligors(facts)
    return { requestedOn: today, ...(only && !others.length ? { by: only.id } : {}) }
  },
  refuse: ({ facts }, item) => [
    ...blockIf(
      !claimedObligors(facts).some(({ id }) => id === item.by),
      '“请求人”应为本案的赔偿义务人',
      '第十七条第二款',
    ),
    ...blockIf(
      before(item.requestedOn, facts.investigation?.initiation?.initiatedOn),
      '请求日期早于启动索赔日期',
      '第十七条第二款',
    ),
  ],
})
