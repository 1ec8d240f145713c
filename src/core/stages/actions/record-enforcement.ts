import type { Facts } from '../../facts/facts.ts'
import { isOngoing } from '../../facts/pursuit.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 强制执行进展: what was recovered, the end, and the listing as 失信被执行人 by the court. */
export const recordEnforcement = defineAction({
  id: 'record-enforcement',
  title: '记录强制执行进展',
  matter: 'enforcement',
  moves: false,
  follows: 'apply-enforcement',
  subjects: ({ court }) =>
    court.enforcements.flatMap(({ id, concludedOn }) => (id !== undefined && !concludedOn ? [id] : [])),
  blockers: () => [],
  section: 'court.enforcements[]',
  at: (facts, subject) => [indexOf(facts, subject)],
  mode: 'upsert',
  ask: ['acceptedOn', 'caseNumber', 'result', 'recovered', 'dishonestListedOn', 'concludedOn'],
  defaults: ({ facts }, subject) => {
    const enforcement = facts.court.enforcements[indexOf(facts, subject)]
    return { id: subject, ...(enforcement && { instrument: enforcement.instrument }) }
  },
  // How it ended decides what is owed still.
  refuse: (_, item) =>
    contradictionIf(
      item.concludedOn !== undefined && isOngoing(item),
      '写了“执行结案日期”的，应当写明“执行情况”：执行完毕、终结本次执行程序等',
      'enforcement',
      { key: 'result' },
    ),
})

function indexOf({ court }: Facts, subject: string): number {
  return court.enforcements.findIndex(({ id }) => id === subject)
}
