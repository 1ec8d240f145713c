/** The facts that the text of an agreement needs. */
export const agreementTerms = [
  '生态环境损害事实：agreements.agreements[G1].clauses.facts ← sign',
  '有关证据：agreements.agreements[G1].clauses.evidence ← sign',
  '法律依据：agreements.agreements[G1].clauses.legalBasis ← sign',
  '赔偿理由：agreements.agreements[G1].clauses.reasons ← sign',
  '生态环境损害责任认定：agreements.agreements[G1].clauses.liability ← sign',
  '生态环境损害赔偿责任的履行方式和期限：agreements.agreements[G1].clauses.performance ← sign',
  '生态环境损害修复目标：agreements.agreements[G1].clauses.restorationGoal ← sign',
  '生态环境损害修复方案：agreements.agreements[G1].clauses.restorationPlan ← sign',
  '生态环境损害修复启动时间和期限：agreements.agreements[G1].clauses.restorationSchedule ← sign',
  '赔偿金额及构成：agreements.agreements[G1].compensation.items ← sign',
  '协议双方当事人对鉴定意见书、评估报告、修复方案的意见：agreements.agreements[G1].clauses.opinions ← sign',
  '违约责任的承担：agreements.agreements[G1].clauses.breach ← sign',
  '生态环境损害修复评估的方式和期限：agreements.agreements[G1].clauses.evaluation ← sign',
  '争议解决途径：agreements.agreements[G1].clauses.disputes ← sign',
  '不可抗力因素的处理：agreements.agreements[G1].clauses.forceMajeure ← sign',
]

/** What an appraiser or expert is asked to answer. */
export const appraisalTasks = [
  '（一）生态环境损害的范围和程度。',
  '（二）污染环境、破坏生态行为与生态环境损害情况及其因果关系。',
  '（三）生态环境恢复措施。',
  '（四）生态环境损害数额量化。',
  '（五）明确生态环境损害是否可以修复。',
  '（六）可以修复的区域范围和要求。',
]

/** The office as a party before a court, as an application names it. */
export const applicantLines = [
  '申请人：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
  '法定代表人（负责人）：周某，局长。',
  '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
]

/** The facts that a paper on a finished restoration needs, each with the id of the project, empty where there is none yet. */
export const restorationFacts = (project: string): string[] => [
  `实施单位：restoration.projects[${project}].implementer.name ← start-restoration`,
  `启动日期：restoration.projects[${project}].startedOn ← start-restoration`,
  `完成日期：restoration.projects[${project}].completedOn ← complete-restoration`,
  `评估单位：restoration.projects[${project}].evaluations.evaluator.name ← evaluate`,
  `评估报告日期：restoration.projects[${project}].evaluations.reportedOn ← evaluate`,
  `验收日期：restoration.projects[${project}].evaluations.acceptedOn ← accept`,
  `验收专家：restoration.projects[${project}].evaluations.experts ← accept`,
]
