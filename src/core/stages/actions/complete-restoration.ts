import { latest } from '../../calendar/dates.ts'
import type { Facts } from '../../facts/facts.ts'
import { isAtWork, isMissed, projectIndex, projectOf } from '../../facts/restoration.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 修复完成: for the first time, or again after an evaluation that found the goal missed. */
export const completeRestoration = defineAction({
  id: 'complete-restoration',
  title: '记录修复完成',
  matter: 'evaluation',
  moves: true,
  follows: 'start-restoration',
  subjects: ({ restoration }) => restoration.projects.filter(isAtWork).map(({ id }) => id),
  // The work takes time: the facts do not ask the office to complete it, but where nothing else leads on.
  advised: ({ facts }, subject) => isContinued(facts, subject),
  awaits: ({ facts }, subject) => (isContinued(facts, subject) ? '继续修复完成后' : undefined),
  blockers: () => [],
  section: 'restoration.projects[]',
  at: (facts, subject) => [projectIndex(facts, subject)],
  mode: 'upsert',
  ask: ['completedOn', 'restored', 'supervisor', 'cost'],
  required: ['completedOn'],
  // The section exists already: its identifying keys go with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const supervisor = projectOf(facts, subject)?.supervisor
    return { id: subject, completedOn: today, ...(supervisor && { supervisor }) }
  },
  // Whoever supervised the works reports on them when they are complete.
  knownInPart: ({ facts }, subject) => {
    const supervisor = projectOf(facts, subject)?.supervisor
    return supervisor && supervisor.report === undefined ? ['supervisor'] : []
  },
  refuse: ({ facts }, { completedOn }, subject) => {
    const last = projectOf(facts, subject)?.evaluations?.at(-1)
    const missedOn = last && latest(last.acceptedOn, last.reportedOn)
    return contradictionIf(
      missedOn !== undefined && completedOn !== undefined && completedOn < missedOn,
      '继续修复的完成日期早于上一次评估的日期',
      'continued-restoration',
      { key: 'completedOn' },
    )
  },
})

/** Whether the restoration goes on because an evaluation found the goal missed. */
function isContinued(facts: Facts, subject: string): boolean {
  const project = projectOf(facts, subject)
  return project !== undefined && isMissed(project)
}
