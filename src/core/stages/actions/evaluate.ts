import { awaitsEvaluation, isAtWork, isExempt, projectIndex, projectOf } from '../../facts/restoration.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 修复效果评估: the report of a third party, one round after the other until the goal is reached. */
export const evaluate = defineAction({
  id: 'evaluate',
  title: '登记修复效果评估报告',
  matter: 'evaluation',
  moves: false,
  follows: 'complete-restoration',
  subjects: ({ restoration }) =>
    restoration.projects
      .filter((project) => awaitsEvaluation(project) || (isAtWork(project) && !isExempt(project)))
      .map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const project = projectOf(facts, subject)
    const missed = project?.evaluations?.at(-1)?.passed === false
    return contradictionIf(
      project !== undefined && isAtWork(project),
      missed ? '上一次评估没有达到目标，继续修复尚未完成' : '修复尚未完成',
      missed ? 'continued-restoration' : 'evaluation',
    )
  },
  section: 'restoration.projects[].evaluations',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'append',
  ask: ['evaluator', 'commissionedOn', 'reportedOn', 'submittedOn', 'report'],
  required: ['evaluator', 'reportedOn'],
  defaults: ({ facts, today }, subject) => ({
    round: (projectOf(facts, subject)?.evaluations ?? []).length + 1,
    submittedOn: today,
  }),
  refuse: () => [],
})
