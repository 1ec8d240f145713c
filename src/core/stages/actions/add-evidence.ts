import { nextIdOfKind } from '../addresses.ts'
import { blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'
import { officerNames } from '../officers.ts'
import { hasFactsAndBasis } from './record-facts.ts'

/** 登记证据: one more entry of the list; `ejc evidence add` copies and hashes the file as well. */
export const addEvidence = defineAction({
  id: 'add-evidence',
  title: '登记证据',
  matter: 'one-case-one-file',
  moves: true,
  // Facts can't be stated without evidence: the first entry is what an investigation needs next.
  advised: ({ facts }) =>
    facts.investigation?.initiation !== undefined && !facts.evidence.length && !hasFactsAndBasis(facts),
  always: true,
  untilArchived: true,
  blockers: () => [],
  section: 'evidence.evidence',
  mode: 'append',
  ask: ['title', 'file', 'kind', 'source', 'collectedOn', 'collectedBy', 'proves'],
  defaults: (view) => ({
    id: nextIdOfKind('E', view.facts.evidence),
    collectedBy: officerNames(view),
  }),
  refuse: ({ facts }, item) => [
    ...blockIf(!saysSomething(item.title), '应当写明“证据名称”', 'one-case-one-file', { key: 'title' }),
    ...contradictionIf(
      facts.evidence.some(({ id }) => id === item.id),
      `证据编号 ${item.id} 已经用过`,
      'one-case-one-file',
      { key: 'id' },
    ),
  ],
})
