import { latest } from '../../calendar/dates.ts'
import { isAtWork, projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 修复完成: for the first time, or again after an evaluation that found the goal missed. 第二十九条、第三十条 */
export const completeRestoration = defineAction({
  id: 'complete-restoration',
  title: '记录修复完成',
  article: '第二十九条',
  moves: true,
  // The work takes its time: that it could be complete is nothing that the office has to do.
  advised: () => false,
  subjects: ({ restoration }) => restoration.projects.filter(isAtWork).map(({ id }) => id),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'restoration',
    path: ['projects', projectIndex(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['completedOn', 'supervisor', 'cost'],
  required: ['completedOn'],
  // The section is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const supervisor = projectOf(facts, subject)?.supervisor
    return { id: subject, completedOn: today, ...(supervisor && { supervisor }) }
  },
  refuse: ({ facts }, item, subject) => {
    const { startedOn, evaluations } = projectOf(facts, subject) ?? {}
    const last = evaluations?.at(-1)
    const missedOn = last && latest(last.acceptedOn, last.reportedOn)
    return [
      ...blockIf(before(item.completedOn, startedOn), '修复完成日期早于启动日期', '第二十五条'),
      ...blockIf(before(item.completedOn, missedOn), '继续修复的完成日期早于上一次评估的日期', '第三十条'),
    ]
  },
})
