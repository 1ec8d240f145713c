import {
  awaitsEvaluation,
  isAtWork,
  isExempt,
  isMissed,
  projectIndex,
  projectOf,
} from '../../facts/restoration.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { completeRestoration } from './complete-restoration.ts'

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
    const missed = project !== undefined && isMissed(project)
    const lack = missed ? '上一次评估没有达到目标，继续修复尚未完成' : '修复尚未完成'
    const call = `ejc advance ${facts.id} ${completeRestoration.title} ${subject}`
    return contradictionIf(
      project !== undefined && isAtWork(project),
      `${lack}；${missed ? '继续修复' : '修复'}完成后办 ${call}`,
      missed ? 'continued-restoration' : 'evaluation',
    )
  },
  section: 'restoration.projects[].evaluations',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'append',
  ask: ['evaluator', 'commissionedOn', 'reportedOn', 'submittedOn', 'report'],
  required: ['evaluator', 'reportedOn'],
  defaults: ({ facts }, subject) => ({
    round: (projectOf(facts, subject)?.evaluations ?? []).length + 1,
  }),
  refuse: () => [],
})
