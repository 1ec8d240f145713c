import { isWithdrawn, obligorName, terminationOf } from '../../facts/queries.ts'
import { defineAction } from '../define.ts'

/**
 * 记录承继人: whoever takes over what an obligor owed that died or was wound up; papers are served on him and signed by
 * him.
 */
export const recordSuccessor = defineAction({
  id: 'record-successor',
  title: '记录承继人',
  matter: 'succession',
  moves: false,
  subjects: (facts) =>
    facts.obligors
      .filter(({ id, endedOn, successor }) => endedOn && !successor && !isWithdrawn(facts, id))
      .map(({ id }) => id)
      .filter((id) => !terminationOf(facts, id)),
  about: (facts, subject) => `承继${obligorName(facts, subject)}的责任`,
  blockers: () => [],
  section: 'case.obligors[].successor',
  at: (facts, subject) => [facts.obligors.findIndex(({ id }) => id === subject)],
  mode: 'set',
  ask: [
    'kind',
    'name',
    'relation',
    'since',
    'basis',
    'address',
    'creditCode',
    'representative',
    'idNumber',
    'identity',
    'phone',
  ],
  required: ['basis'],
  defaults: ({ facts }, subject) => {
    const since = facts.obligors.find(({ id }) => id === subject)?.endedOn
    return since === undefined ? {} : { since }
  },
})
