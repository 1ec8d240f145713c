import type { Facts } from '../../facts/facts.ts'
import { defineAction } from '../define.ts'

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
})

function indexOf({ court }: Facts, subject: string): number {
  return court.enforcements.findIndex(({ id }) => id === subject)
}
