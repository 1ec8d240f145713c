import type { Approval } from '../../../facts/documents.ts'
import { approvalRoles } from '../../../facts/subjects.ts'
import { cite, type Matter } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inInvestigation, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const investigationApprovals = defineRule({
  id: 'investigation/approvals',
  severity: 'warning',
  about: 'breach',
  unrecorded: '负责人审批',
  matter: 'initiation',
  title: '启动、终止和延长都经负责人批准',
  why: '启动和终止登记表要有机构负责人和部门负责人的意见，延长要有承办单位主要负责人的同意；缺少的，程序有瑕疵。',
  mend: '补录批准人和批准日期；批准晚于办理的，核对日期。',
  *check({ facts, regulation: { has } }) {
    const { initiation, extension } = facts.investigation ?? {}
    if (initiation && has(onInitiation.form)) {
      yield* unapproved(initiation, initiation.initiatedOn, onInitiation)
    }
    for (const termination of has(onTermination.form) ? facts.closing.terminations : []) {
      yield* unapproved(termination, termination.decidedOn, onTermination)
    }
    if (extension && !saysSomething(extension.approvedBy?.name)) {
      yield at(extension, [], noApprover, {
        code: 'extension',
        matter: 'investigation-extension',
        keys: ['approvedBy'],
      })
    }
  },
  examples: {
    accept: [{ title: '两级负责人都已批准', change: unchanged }],
    reject: [
      {
        title: '缺少部门负责人的意见',
        finds: ['warning department-head investigation.initiation'],
        change: inInvestigation(({ initiation }) => {
          initiation?.approvals?.pop()
        }),
      },
      {
        title: '启动以后才批准',
        finds: [
          'warning section-head investigation.initiation.approvals.0.date',
          'warning department-head investigation.initiation.approvals.1.date',
        ],
        change: inInvestigation(({ initiation }) => {
          if (initiation) initiation.initiatedOn = '2025-03-05'
        }),
      },
      {
        title: '延长没有批准人',
        finds: ['warning extension investigation.extension'],
        change: inInvestigation((document) => {
          document.extension = { approvedOn: '2025-05-30' }
        }),
      },
    ],
  },
})

/** A step whose register has two signatures, of the section and of the department: its matter, and that of the form. */
interface Signed {
  readonly what: string
  readonly matter: Matter
  readonly form: Matter
}

const onInitiation: Signed = { what: '启动索赔', matter: 'initiation', form: 'form-initiation' }

const onTermination: Signed = { what: '终止索赔', matter: 'termination', form: 'form-termination' }

function* unapproved(
  target: { readonly approvals?: readonly Approval[] },
  on: string,
  signed: Signed,
): Iterable<FindingDraft> {
  const { what, matter } = signed
  for (const [role, title] of Object.entries(approvalRoles)) {
    const approval = (target.approvals ?? []).find((each) => each.role === role && saysSomething(each.name))
    if (!approval)
      yield at(target, [], notApproved(signed, title), { code: role, matter, keys: ['approvals'] })
    else if (approval.date && approval.date > on) {
      yield at(approval, 'date', approvedAfter(what, on, title, approval.date), { code: role, matter })
    }
  }
}

const notApproved = ({ what, matter, form }: Signed, role: string) =>
  `${what}没有${role}的意见。登记表（${cite(matter)}、${cite(form)}）须有机构负责人和部门负责人签字；请补录「审批意见」。`

const approvedAfter = (what: string, on: string, role: string, date: string) =>
  `${what}的日期是 ${on}，${role}到 ${date} 才签署意见。请核对日期。`

const noApprover = `延长调查没有写明批准人。${cite('investigation-extension')}：延长须经承办单位主要负责人同意；请补录「批准人」。`
