import { subjectLabel } from '../../facts/subjects.ts'
import { contradictionIf, defineAction } from '../define.ts'

const ROLES = ['section-head', 'department-head'] as const

/** 补录审批意见: what the heads wrote on the printed 《索赔启动登记表》, once they have signed it. */
export const recordApproval = defineAction({
  id: 'record-approval',
  title: '补录启动审批意见',
  matter: 'initiation',
  moves: false,
  follows: 'initiate',
  subjects: ({ investigation }) => {
    const given = (investigation?.initiation?.approvals ?? []).map(({ role }) => role)
    return investigation?.initiation ? ROLES.filter((role) => !given.includes(role)) : []
  },
  blockers: () => [],
  section: 'investigation.initiation.approvals',
  mode: 'append',
  ask: ['name', 'opinion', 'date'],
  required: ['name', 'opinion', 'date'],
  // A claim is begun once the heads have agreed.
  defaults: ({ facts, today }, subject) => ({
    role: subject,
    date: facts.investigation?.initiation?.initiatedOn ?? today,
  }),
  refuse: ({ facts }, item, subject) =>
    contradictionIf(item.role !== subject, `意见应属于${subjectLabel(facts, subject)}`, 'initiation', {
      key: 'role',
    }),
})
