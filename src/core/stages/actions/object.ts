import { appraisalIndex, isOpenToObjection, standingAppraisals } from '../../facts/appraisals.ts'
import { nextIdOfKind } from '../addresses.ts'
import { sidesOfAppraisal } from '../appraisal-parties.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 记录对鉴定评估的异议: by either side, on procedure or result; the body explains in writing when asked. */
export const object = defineAction({
  id: 'object',
  title: '记录对鉴定评估的异议',
  matter: 'appraisal-objection',
  form: 'explanation-request',
  moves: false,
  follows: 'receive-appraisal',
  advised: () => false,
  subjects: (facts) => (isOpenToObjection(facts) ? standingAppraisals(facts).map(({ id }) => id) : []),
  blockers: () => [],
  section: 'appraisals.appraisals[].objections',
  at: (facts, subject) => [appraisalIndex(facts, subject)],
  mode: 'append',
  ask: ['by', 'raisedOn', 'matter', 'explanationRequestedOn', 'explanationRequestNumber'],
  required: ['by', 'raisedOn', 'matter'],
  choices: ({ facts }) => ({ by: sidesOfAppraisal(facts) }),
  defaults: ({ facts, today }, subject) => ({
    id: nextIdOfKind('B', facts.appraisals[appraisalIndex(facts, subject)]?.objections ?? []),
    raisedOn: today,
  }),
  refuse: ({ facts }, item) => [
    ...contradictionIf(
      !sidesOfAppraisal(facts).some(({ code }) => code === item.by),
      '“异议人”应为赔偿权利人一方或者本案的赔偿义务人',
      'appraisal-objection',
      { key: 'by' },
    ),
  ],
})
