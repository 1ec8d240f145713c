import type { Facts } from '../../facts/facts.ts'
import { addressedSuggestions } from '../../facts/procuratorate.ts'
import { blockIf, defineAction, saysSomething } from '../define.ts'

/** 回复检察建议: in writing, what was done. */
export const answerSuggestion = defineAction({
  id: 'answer-suggestion',
  title: '回复检察建议',
  matter: 'procuratorial-suggestion',
  moves: false,
  follows: 'record-suggestion',
  always: true,
  subjects: (facts) =>
    addressedSuggestions(facts)
      .filter(({ item }) => !item.answeredOn && listed(facts).includes(item))
      .map(({ address }) => address),
  blockers: () => [],
  section: 'case.procuratorate.suggestions[]',
  at: (facts, subject) => {
    const item = itemAt(facts, subject)
    return [item ? listed(facts).indexOf(item) : -1]
  },
  mode: 'upsert',
  ask: ['answeredOn', 'answer'],
  required: ['answeredOn', 'answer'],
  // The suggestion is there already: what identifies it goes with the item, which must be whole by itself.
  defaults: ({ facts, today }, subject) => {
    const { receivedOn, number } = itemAt(facts, subject) ?? {}
    return { ...(receivedOn && { receivedOn }), ...(number && { number }), answeredOn: today }
  },
  refuse: (_, { answer }) =>
    blockIf(!saysSomething(answer), '应当写明“回复内容”', 'procuratorial-suggestion', { key: 'answer' }),
})

function itemAt(facts: Facts, subject: string) {
  return addressedSuggestions(facts).find(({ address }) => address === subject)?.item
}

function listed({ case: { procuratorate } }: Facts) {
  return procuratorate?.suggestions ?? []
}
