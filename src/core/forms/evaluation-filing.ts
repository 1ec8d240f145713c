import { unitOnPapers } from '../facts/claimants.ts'
import { projectOf } from '../facts/restoration.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import { dateOrBlank } from './fields.ts'
import {
  evaluationPapers,
  passedProjects,
  passingEvaluation,
  restorationFields,
  restoringObligors,
} from './restored.ts'

/** 修复效果评估备案表: one for each project that reached its goal (`R1`). */
export const evaluationFiling = defineForm({
  id: 'evaluation-filing',
  phase: 'restoration',
  signing: /^（签名或者盖章）/,
  madeOn: (facts, subject) => projectOf(facts, subject)?.filedOn,
  signedAt: 'restoration.projects.filedCopy',
  byHand: ['编号', '备案日期'],
  subjects: (view) => passedProjects(view).map(({ id }) => id),
  fill: (view, subject) => {
    const collector = collectFields()
    const { facts } = view
    const project = projectOf(facts, subject)
    const evaluation = passingEvaluation(project)
    collector.need('修复项目', evaluation && 'passed', 'restoration.projects', 'accept')
    const signers = restoringObligors(view, project)
    const fields = {
      案件名称: facts.case.title,
      // The register of whoever files it gives the number.
      编号: '',
      修复依据: basis(view, subject),
      ...restorationFields(view, subject, collector),
      提交日期: dateOrBlank(evaluation?.submittedOn),
      备案材料: evaluationPapers(view, subject, collector),
      签署义务人: { rows: (signers.length ? signers : ['']).map((name) => ({ 名称: name })) },
      备案机关: unitOnPapers(facts.case.jurisdiction),
      备案日期: dateOrBlank(project?.filedOn),
      备注: project?.remarks ?? '',
    }
    return collector.filled(fields)
  },
})

/** The agreement or judgment whose goal was reached. */
function basis({ facts }: CaseView, subject: string | null): string {
  const project = projectOf(facts, subject)
  const agreement = facts.agreements.find(({ id }) => id === project?.agreement)
  const suit = facts.court.suits.find(({ id }) => id === project?.suit)
  if (suit) return `${suit.judgmentNumber ?? ''}生效裁判文书`
  return agreement ? `${dateOrBlank(agreement.signedOn)}签订的生态环境损害赔偿协议` : '生态环境损害赔偿协议'
}
