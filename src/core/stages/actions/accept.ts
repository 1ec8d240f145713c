import type { Evaluation } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { awaitingAcceptance, projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction, saysSomething, strings } from '../define.ts'

/** 修复效果验收: experts look at the result and the report; the goal is reached, or what is missing is said. 第二十九条第二款 */
export const accept = defineAction({
  id: 'accept',
  title: '组织专家验收修复效果',
  article: '第二十九条',
  moves: true,
  subjects: ({ restoration }) => restoration.projects.filter(awaitingAcceptance).map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'restoration',
    path: ['projects', projectIndex(facts, subject), 'evaluations', lastIndex(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['acceptedOn', 'experts', 'passed', 'shortfall'],
  required: ['acceptedOn', 'experts', 'passed'],
  defaults: ({ facts, today }, subject) => ({ round: pending(facts, subject)?.round, acceptedOn: today }),
  refuse: ({ facts }, item, subject) => {
    const { reportedOn, submittedOn } = pending(facts, subject) ?? {}
    return [
      ...blockIf(!strings(item.experts).length, '验收应当由专家进行，应当写明“验收专家”', '第二十九条'),
      ...blockIf(
        item.passed === false && !saysSomething(item.shortfall),
        '没有达到修复目标的，应当写明“未达到的情况”，并要求继续修复',
        '第二十九条、第三十条',
      ),
      ...blockIf(
        before(item.acceptedOn, submittedOn ?? reportedOn),
        '验收日期早于收到评估报告的日期',
        '第二十九条',
      ),
    ]
  },
})

function pending(facts: Facts, subject: string | null): Evaluation | undefined {
  const project = projectOf(facts, subject)
  return project && awaitingAcceptance(project)
}

function lastIndex(facts: Facts, subject: string | null): number {
  return Math.max(0, (projectOf(facts, subject)?.evaluations ?? []).length - 1)
}
