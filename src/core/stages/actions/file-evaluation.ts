import { passedOn, projectIndex } from '../../facts/restoration.ts'
import { defineAction } from '../define.ts'

/** 评估材料备案: by the obligor, once the goal is reached. */
export const fileEvaluation = defineAction({
  id: 'file-evaluation',
  title: '登记评估材料备案',
  matter: 'evaluation-filing',
  form: 'evaluation-filing',
  moves: false,
  follows: 'accept',
  subjects: ({ restoration }) =>
    restoration.projects.filter((each) => passedOn(each) && !each.filedOn).map(({ id }) => id),
  blockers: () => [],
  section: 'restoration.projects[]',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'upsert',
  ask: ['filedOn', 'filedCopy'],
  required: ['filedOn'],
  defaults: ({ today }, subject) => ({ id: subject, filedOn: today }),
})
