import { subjectLabel } from '../../facts/subjects.ts'
import { blockIf, defineAction } from '../define.ts'

const ROLES = ['section-head', 'department-head'] as const

/** 补录审批意见: what the heads wrote on the printed 《索赔启动登记表》, once they have signed it. 第十三条、附件2 */
export const recordApproval = defineAction({
  id: 'record-approval',
  title: '补录启动审批意见',
  article: '第十三条',
  moves: false,
  subjects: ({ investigation }) => {
    const given = (investigation?.initiation?.approvals ?? []).map(({ role }) => role)
    return investigation?.initiation ? ROLES.filter((role) => !given.includes(role)) : []
  },
  blockers: () => [],
  target: () => ({ document: 'investigation', path: ['initiation', 'approvals'], mode: 'append' }),
  ask: ['name', 'opinion', 'date'],
  required: ['name', 'opinion', 'date'],
  defaults: ({ today }, subject) => ({ role: subject, date: today }),
  refuse: ({ facts }, item, subject) =>
    blockIf(item.role !== subject, `意见应属于${subjectLabel(facts, subject)}`, '第十三条'),
})
