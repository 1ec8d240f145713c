import { objectionsIn } from '../../facts/appraisals.ts'
import { before, blockIf, defineAction, saysSomething } from '../define.ts'
import { objectionAt, objectionPath } from '../objections.ts'

/** 记录书面解释说明: of the appraisal body, within 10 working days of being asked. 第十六条第二款 */
export const explainAppraisal = defineAction({
  id: 'explain-appraisal',
  title: '记录鉴定机构书面解释说明',
  article: '第十六条',
  moves: false,
  subjects: (facts) =>
    objectionsIn(facts)
      .filter(({ objection }) => !objection.explainedOn)
      .map(({ appraisal, objection }) => `${appraisal.id}/${objection.id}`),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'appraisals',
    path: objectionPath(facts, subject),
    mode: 'upsert',
  }),
  ask: [
    'explanationRequestedOn',
    'explanationRequestNumber',
    'explainedOn',
    'explanation',
    'stillObjectedOn',
  ],
  required: ['explanationRequestedOn', 'explainedOn', 'explanation'],
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const { id, explanationRequestedOn } = objectionAt(facts, subject) ?? {}
    return { id, ...(explanationRequestedOn && { explanationRequestedOn }), explainedOn: today }
  },
  refuse: ({ facts }, item, subject) => [
    ...blockIf(!saysSomething(item.explanation), '应当写明“解释说明要点”', '第十六条'),
    ...blockIf(
      before(item.explanationRequestedOn, objectionAt(facts, subject)?.raisedOn),
      '要求解释说明的日期早于异议日期',
      '第十六条',
    ),
    ...blockIf(
      typeof item.explanationRequestedOn === 'string' &&
        before(item.explainedOn, item.explanationRequestedOn),
      '解释说明的日期早于提出要求的日期',
      '第十六条',
    ),
  ],
})
