import { mayHaveComeBySuggestion, suggestionOf, suggestionsOf } from '../../facts/procuratorate.ts'
import { contradictionIf, defineAction } from '../define.ts'

/**
 * 登记检察建议: its day of receipt starts the time to act and to answer; one that brought the clue is proposed as it
 * stands there.
 */
export const recordSuggestion = defineAction({
  id: 'record-suggestion',
  title: '登记检察建议',
  matter: 'procuratorial-suggestion',
  moves: false,
  always: true,
  advised: ({ facts }) =>
    mayHaveComeBySuggestion(facts) ||
    suggestionsOf(facts).some(({ receivedOn }) => !suggestionOf(facts, receivedOn)),
  blockers: () => [],
  section: 'case.procuratorate.suggestions',
  mode: 'append',
  ask: ['receivedOn', 'number', 'from', 'content', 'urgent', 'answeredOn', 'answer'],
  defaults: ({ facts, today }) => {
    const fromClue = suggestionsOf(facts).find(({ receivedOn }) => !suggestionOf(facts, receivedOn))
    const { transferredBy, receivedOn = today, reference } = facts.case.clue
    const mayBe = mayHaveComeBySuggestion(facts)
      ? { receivedOn, ...(reference && { number: reference }) }
      : undefined
    const proposed = fromClue ?? mayBe
    return proposed
      ? { ...proposed, ...(transferredBy !== undefined && { from: transferredBy }) }
      : { receivedOn: today }
  },
  refuse: ({ facts }, { receivedOn = '', number }) =>
    contradictionIf(
      facts.case.procuratorate?.suggestions?.some(
        (each) =>
          each.receivedOn === receivedOn &&
          (number === undefined || each.number === undefined || each.number === number),
      ) === true,
      `${receivedOn} 收到的检察建议已经登记`,
      'procuratorial-suggestion',
      { key: 'receivedOn' },
    ),
})
