import { isAtWork, projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 修复监督检查: while the work goes on. 第二十五条第二款 */
export const inspectRestoration = defineAction({
  id: 'inspect-restoration',
  title: '记录修复监督检查',
  article: '第二十五条',
  moves: false,
  subjects: ({ restoration }) => restoration.projects.filter(isAtWork).map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'restoration',
    path: ['projects', projectIndex(facts, subject), 'inspections'],
    mode: 'append',
  }),
  ask: ['on', 'officers', 'findings', 'evidence'],
  required: ['findings'],
  defaults: ({ facts, today }) => ({
    on: today,
    officers: (facts.case.officers ?? []).map(({ name }) => name),
  }),
  refuse: ({ facts }, item, subject) =>
    blockIf(before(item.on, projectOf(facts, subject)?.startedOn), '检查日期早于修复启动日期', '第二十五条'),
})
