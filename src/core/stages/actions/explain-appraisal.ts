import { objectionsIn } from '../../facts/appraisals.ts'
import { blockIf, defineAction, saysSomething } from '../define.ts'
import { objectionAt, objectionPlace } from '../objections.ts'

/** 记录书面解释说明: of the appraisal body, within the period that begins when it is asked. */
export const explainAppraisal = defineAction({
  id: 'explain-appraisal',
  title: '记录鉴定机构书面解释说明',
  matter: 'appraisal-explanation',
  moves: false,
  follows: 'object',
  subjects: (facts) =>
    objectionsIn(facts)
      .filter(({ objection }) => !objection.explainedOn)
      .map(({ appraisal, objection }) => `${appraisal.id}/${objection.id}`),
  blockers: () => [],
  section: 'appraisals.appraisals[].objections[]',
  at: objectionPlace,
  mode: 'upsert',
  ask: [
    'explanationRequestedOn',
    'explanationRequestNumber',
    'explainedOn',
    'explanation',
    'stillObjectedOn',
  ],
  required: ['explanationRequestedOn', 'explainedOn', 'explanation'],
  // The section exists already: its identifying keys go with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const { id, explanationRequestedOn } = objectionAt(facts, subject) ?? {}
    return { id, ...(explanationRequestedOn && { explanationRequestedOn }), explainedOn: today }
  },
  refuse: (_, item) => [
    ...blockIf(!saysSomething(item.explanation), '应当写明“解释说明要点”', 'appraisal-explanation', {
      key: 'explanation',
    }),
  ],
})
