import { nextId } from '../addresses.ts'
import { blockIf, defineAction, saysSomething } from '../define.ts'
import { officerNames } from '../officers.ts'
import { hasFactsAndBasis } from './record-facts.ts'

/** 登记证据: one more entry of the list; `ejc evidence add` copies and hashes the file as well. 第三十八条 */
export const addEvidence = defineAction({
  id: 'add-evidence',
  title: '登记证据',
  article: '第三十八条',
  moves: true,
  // Facts can't be stated without evidence (附件2): the first entry is what an investigation needs next.
  advised: ({ facts }) =>
    facts.investigation?.initiation !== undefined && !facts.evidence.length && !hasFactsAndBasis(facts),
  always: true,
  blockers: () => [],
  target: () => ({ document: 'evidence', path: ['evidence'], mode: 'append' }),
  ask: ['title', 'file', 'kind', 'source', 'collectedOn', 'collectedBy', 'proves'],
  defaults: (view) => ({
    id: nextId('E', view.facts.evidence),
    collectedOn: view.today,
    collectedBy: officerNames(view),
  }),
  refuse: ({ facts }, item) => [
    ...blockIf(!saysSomething(item.title), '应当写明“证据名称”', '第三十八条'),
    ...blockIf(
      facts.evidence.some(({ id }) => id === item.id),
      `证据编号 ${String(item.id)} 已经用过`,
      '第三十八条',
    ),
  ],
})
