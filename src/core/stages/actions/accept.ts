import type { Evaluation } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { awaitingAcceptance, projectIndex, projectOf } from '../../facts/restoration.ts'
import { blockIf, defineAction, saysSomething } from '../define.ts'

/** 修复效果验收: experts look at the result and the report; the goal is reached, or what is missing is said. */
export const accept = defineAction({
  id: 'accept',
  title: '组织专家验收修复效果',
  matter: 'restoration-acceptance',
  moves: true,
  follows: 'evaluate',
  subjects: ({ restoration }) => restoration.projects.filter(awaitingAcceptance).map(({ id }) => id),
  blockers: () => [],
  section: 'restoration.projects[].evaluations[]',
  at: (facts, subject) => [projectIndex(facts, subject), lastIndex(facts, subject)],
  mode: 'upsert',
  ask: ['acceptedOn', 'experts', 'passed', 'shortfall', 'opinion'],
  required: ['acceptedOn', 'experts', 'passed'],
  defaults: ({ facts, today }, subject) => ({ round: pending(facts, subject)?.round, acceptedOn: today }),
  refuse: (_, { experts, passed, shortfall }) => [
    ...blockIf(!experts?.length, '验收应当由专家进行，应当写明“验收专家”', 'restoration-acceptance', {
      key: 'experts',
    }),
    ...blockIf(
      passed === false && !saysSomething(shortfall),
      '没有达到修复目标的，应当写明“未达到的情况”，并要求继续修复',
      ['restoration-acceptance', 'continued-restoration'],
      { key: 'shortfall' },
    ),
  ],
})

function pending(facts: Facts, subject: string): Evaluation | undefined {
  const project = projectOf(facts, subject)
  return project && awaitingAcceptance(project)
}

function lastIndex(facts: Facts, subject: string): number {
  return Math.max(0, (projectOf(facts, subject)?.evaluations ?? []).length - 1)
}
