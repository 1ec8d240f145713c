import type { ActionId } from '../../../../generated/ids.ts'
import type { Approval } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { approvalRoles } from '../../../facts/subjects.ts'
import { cite, type Matter } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { amendCall, stepCall } from '../../calls.ts'
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
      yield* unapproved(facts, initiation, initiation.initiatedOn, onInitiation)
    }
    for (const termination of has(onTermination.form) ? facts.closing.terminations : []) {
      yield* unapproved(facts, termination, termination.decidedOn, onTermination)
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
        title: '部门负责人的意见没有写姓名',
        finds: ['warning department-head investigation.initiation.approvals.1'],
        says: ['有意见，没有写姓名', ' 启动索赔 填写「审批意见」第 2 项的「姓名」'],
        change: inInvestigation(({ initiation }) => {
          const [, head] = initiation?.approvals ?? []
          if (head) head.name = ''
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
  /** The step whose record has the signatures, and the step that adds one, where there is such a step. */
  readonly step: ActionId
  readonly addedBy?: ActionId
}

const onInitiation: Signed = {
  what: '启动索赔',
  matter: 'initiation',
  form: 'form-initiation',
  step: 'initiate',
  addedBy: 'record-approval',
}

const onTermination: Signed = {
  what: '终止索赔',
  matter: 'termination',
  form: 'form-termination',
  step: 'terminate',
}

function* unapproved(
  facts: Facts,
  target: { readonly approvals?: readonly Approval[] },
  on: string,
  signed: Signed,
): Iterable<FindingDraft> {
  const { what, matter } = signed
  const approvals = target.approvals ?? []
  for (const [role, title] of Object.entries(approvalRoles)) {
    const ofRole = approvals.filter((each) => each.role === role)
    const approval = ofRole.find(({ name }) => saysSomething(name))
    const [nameless] = ofRole
    if (approval) {
      if (approval.date && approval.date > on)
        yield at(approval, 'date', approvedAfter(what, on, title, approval.date), { code: role, matter })
    } else if (nameless) {
      const message = unnamed(facts, signed, title, approvals.indexOf(nameless))
      yield at(nameless, [], message, { code: role, matter, keys: ['name'] })
    } else {
      yield at(target, [], notApproved(facts, signed, title), { code: role, matter, keys: ['approvals'] })
    }
  }
}

const notApproved = (facts: Facts, { what, matter, form, step, addedBy }: Signed, role: string) =>
  `${what}没有${role}的意见。登记表（${cite(matter)}、${cite(form)}）须有机构负责人和部门负责人签字；请用 ${addedBy ? stepCall(facts, addedBy) : amendCall(facts, step)} 补录「审批意见」。`

/** The opinion is on record, so that the step which adds one has nothing to do: the name is written into the record. */
const unnamed = (facts: Facts, { what, matter, form, step }: Signed, role: string, index: number) =>
  `${what}的${role}有意见，没有写姓名。登记表（${cite(matter)}、${cite(form)}）须有机构负责人和部门负责人签字；请用 ${amendCall(facts, step)} 填写「审批意见」第 ${index + 1} 项的「姓名」。`

const approvedAfter = (what: string, on: string, role: string, date: string) =>
  `${what}的日期是 ${on}，${role}到 ${date} 才签署意见。请核对日期。`

const noApprover = `延长调查没有写明批准人。${cite('investigation-extension')}：延长须经承办单位主要负责人同意；请补录「批准人」。`
