import { passedOn } from '../../facts/queries.ts'
import { projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 评估材料备案: by the obligor, once the goal is reached. 第三十条 */
export const fileEvaluation = defineAction({
  id: 'file-evaluation',
  title: '登记评估材料备案',
  article: '第三十条',
  form: 'evaluation-filing',
  moves: false,
  subjects: ({ restoration }) =>
    restoration.projects.filter((each) => passedOn(each) && !each.filedOn).map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'restoration',
    path: ['projects', projectIndex(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['filedOn'],
  required: ['filedOn'],
  defaults: ({ today }, subject) => ({ id: subject, filedOn: today }),
  refuse: ({ facts }, item, subject) => {
    const project = projectOf(facts, subject)
    return blockIf(before(item.filedOn, project && passedOn(project)), '备案日期早于验收达标日期', '第三十条')
  },
})
