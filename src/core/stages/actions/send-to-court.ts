import { passedOn } from '../../facts/queries.ts'
import { isUnderCourt, projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 评估材料报送法院: to the court that gave the judgment or confirmed the agreement. 第三十一条 */
export const sendToCourt = defineAction({
  id: 'send-to-court',
  title: '向法院报送评估材料',
  article: '第三十一条',
  form: 'court-letter',
  moves: false,
  subjects: (facts) =>
    facts.restoration.projects
      .filter((each) => passedOn(each) && !each.sentToCourtOn && isUnderCourt(facts, each))
      .map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'restoration',
    path: ['projects', projectIndex(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['sentToCourtOn', 'sentToCourtNumber'],
  required: ['sentToCourtOn'],
  defaults: ({ today }, subject) => ({ id: subject, sentToCourtOn: today }),
  refuse: ({ facts }, item, subject) => {
    const project = projectOf(facts, subject)
    return blockIf(
      before(item.sentToCourtOn, project && passedOn(project)),
      '报送日期早于验收达标日期',
      '第三十一条',
    )
  },
})
