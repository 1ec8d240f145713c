import { appraisalIndex, isOpenToObjection, standingAppraisals } from '../../facts/appraisals.ts'
import { nextId } from '../addresses.ts'
import { partiesOf } from '../appraisal-parties.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 记录对鉴定评估的异议: by either side, on procedure or result; the body explains in writing when asked. 第十六条第二款 */
export const object = defineAction({
  id: 'object',
  title: '记录对鉴定评估的异议',
  article: '第十六条',
  form: 'explanation-request',
  moves: false,
  advised: () => false,
  subjects: (facts) => (isOpenToObjection(facts) ? standingAppraisals(facts).map(({ id }) => id) : []),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'appraisals',
    path: ['appraisals', appraisalIndex(facts, subject), 'objections'],
    mode: 'append',
  }),
  ask: ['by', 'raisedOn', 'matter', 'explanationRequestedOn', 'explanationRequestNumber'],
  required: ['by', 'raisedOn', 'matter'],
  choices: ({ facts }) => ({ by: partiesOf(facts) }),
  defaults: ({ facts, today }, subject) => ({
    id: nextId('B', facts.appraisals[appraisalIndex(facts, subject)]?.objections ?? []),
    raisedOn: today,
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(
      !partiesOf(facts).some(({ code }) => code === item.by),
      '“异议人”应为赔偿权利人一方或者本案的赔偿义务人',
      '第十六条',
    ),
    ...blockIf(
      before(item.raisedOn, facts.appraisals[appraisalIndex(facts, subject)]?.receivedOn),
      '异议日期早于收到鉴定评估的日期',
      '第十六条',
    ),
    ...blockIf(
      typeof item.raisedOn === 'string' && before(item.explanationRequestedOn, item.raisedOn),
      '要求解释说明的日期早于异议日期',
      '第十六条',
    ),
  ],
})
