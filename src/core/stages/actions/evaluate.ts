import { isExempt } from '../../facts/queries.ts'
import { awaitsEvaluation, isAtWork, projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 修复效果评估: the report of a third party, one round after the other until the goal is reached. 第二十九条第一款、第三十条 */
export const evaluate = defineAction({
  id: 'evaluate',
  title: '登记修复效果评估报告',
  article: '第二十九条',
  moves: false,
  subjects: ({ restoration }) =>
    restoration.projects
      .filter((project) => awaitsEvaluation(project) || (isAtWork(project) && !isExempt(project)))
      .map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const project = projectOf(facts, subject)
    const missed = project?.evaluations?.at(-1)?.passed === false
    return blockIf(
      project !== undefined && isAtWork(project),
      missed ? '上一次评估没有达到目标，继续修复尚未完成' : '修复尚未完成',
      missed ? '第三十条' : '第二十九条',
    )
  },
  target: (facts, subject) => ({
    document: 'restoration',
    path: ['projects', projectIndex(facts, subject), 'evaluations'],
    mode: 'append',
  }),
  ask: ['evaluator', 'commissionedOn', 'reportedOn', 'submittedOn', 'report'],
  required: ['evaluator', 'reportedOn'],
  defaults: ({ facts, today }, subject) => ({
    round: (projectOf(facts, subject)?.evaluations ?? []).length + 1,
    submittedOn: today,
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(
      before(item.reportedOn, projectOf(facts, subject)?.completedOn),
      '评估报告日期早于修复完成日期',
      '第二十九条',
    ),
    ...blockIf(
      typeof item.reportedOn === 'string' && before(item.submittedOn, item.reportedOn),
      '提交日期早于评估报告日期',
      '第二十九条',
    ),
  ],
})
