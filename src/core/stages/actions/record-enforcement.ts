import type { Facts } from '../../facts/facts.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 强制执行进展: what was recovered, the end, and the listing as 失信被执行人 by the court. 第二十四条第二款 */
export const recordEnforcement = defineAction({
  id: 'record-enforcement',
  title: '记录强制执行进展（含列入失信被执行人）',
  article: '第二十四条',
  moves: false,
  subjects: ({ court }) =>
    court.enforcements.flatMap(({ id, concludedOn }) => (id !== undefined && !concludedOn ? [id] : [])),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'court',
    path: ['enforcements', indexOf(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['acceptedOn', 'caseNumber', 'result', 'recovered', 'dishonestListedOn', 'concludedOn'],
  defaults: ({ facts }, subject) => {
    const enforcement = facts.court.enforcements[indexOf(facts, subject)]
    return { id: subject, ...(enforcement && { instrument: enforcement.instrument }) }
  },
  refuse: ({ facts }, item, subject) => {
    const appliedOn = facts.court.enforcements[indexOf(facts, subject)]?.appliedOn
    return [
      ...blockIf(before(item.acceptedOn, appliedOn), '执行立案日期早于申请日期', '第二十四条'),
      ...blockIf(before(item.dishonestListedOn, appliedOn), '列入失信的日期早于申请执行日期', '第二十四条'),
      ...blockIf(before(item.concludedOn, appliedOn), '执行结案日期早于申请日期', '第二十四条'),
    ]
  },
})

function indexOf({ court }: Facts, subject: string | null): number {
  return court.enforcements.findIndex(({ id }) => id === subject)
}
