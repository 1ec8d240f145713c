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
