import type { Approval } from '../../../facts/documents.ts'
import { approvalRoles } from '../../../facts/subjects.ts'
import { inInvestigation, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { says } from '../../support.ts'

/** The two signatures of forms 1 and 3, from the section to the department. 附件2 */

export const investigationApprovals = defineRule({
  id: 'investigation/approvals',
  severity: 'warning',
  article: '第十三条',
  title: '启动、终止和延长都经负责人批准',
  why: '启动和终止登记表要有机构负责人和部门负责人的意见，延长要有承办单位主要负责人的同意；缺少的，程序有瑕疵。',
  mend: '补录批准人和批准日期；批准晚于办理的，核对日期。',
  *check({ facts }) {
    const { initiation, extension } = facts.investigation ?? {}
    if (initiation)
      yield* unapproved(initiation, initiation.approvals, initiation.initiatedOn, '启动索赔', '第十三条')
    for (const termination of facts.closing.terminations) {
      yield* unapproved(termination, termination.approvals, termination.decidedOn, '终止索赔', '第十四条')
    }
    if (extension && !says(extension.approvedBy?.name)) {
      yield at(extension, [], noApprover, { code: 'extension' })
    }
  },
  examples: {
    accept: [{ title: '两级负责人都已批准', change: unchanged }],
    reject: [
      {
        title: '缺少部门负责人的意见',
        change: inInvestigation(({ initiation }) => {
          initiation?.approvals?.pop()
        }),
      },
      {
        title: '启动以后才批准',
        change: inInvestigation(({ initiation }) => {
          if (initiation) initiation.initiatedOn = '2025-03-05'
        }),
      },
      {
        title: '延长没有批准人',
        change: inInvestigation((document) => {
          document.extension = { approvedOn: '2025-05-30' }
        }),
      },
    ],
  },
})

function* unapproved(
  target: object,
  approvals: readonly Approval[] | undefined,
  on: string,
  what: string,
  article: string,
): Iterable<FindingDraft> {
  for (const [role, title] of Object.entries(approvalRoles)) {
    const approval = (approvals ?? []).find((each) => each.role === role && says(each.name))
    if (!approval) yield at(target, [], notApproved(what, title, article), { code: role, article })
    else if (approval.date && approval.date > on) {
      yield at(approval, 'date', approvedAfter(what, on, title, approval.date), {
        code: role,
        article,
      })
    }
  }
}

const notApproved = (what: string, role: string, article: string) =>
  `${what}没有${role}的意见。登记表（${article}、附件2）须有机构负责人和部门负责人签字；请补录「审批意见」。`

const approvedAfter = (what: string, on: string, role: string, date: string) =>
  `${what}的日期是 ${on}，${role}到 ${date} 才签署意见。请核对日期。`

const noApprover = '延长调查没有写明批准人。第十三条：延长须经承办单位主要负责人同意；请补录「批准人」。'
