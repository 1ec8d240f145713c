import type { Facts } from '../../facts/facts.ts'
import { confirmationOf, roundNumber, roundOf } from '../../facts/queries.ts'
import { roundIndex } from '../addresses.ts'
import { before, blockIf, defineAction, owedSubjects } from '../define.ts'

/** 磋商告知书: after the conclusion, or when the obligor asked first; anew after a refused confirmation. 第十七条 */
export const notify = defineAction({
  id: 'notify',
  title: '发出磋商告知书',
  article: '第十七条',
  form: 'consultation-notice',
  moves: true,
  // Not where the meeting was waived, or something signed without one.
  advised: (view, subject) => owedSubjects(view, 'notify').includes(subject),
  subjects: (facts) => roundsWithoutNotice(facts).map(String),
  blockers: ({ facts }, subject) => {
    const { conclusion, initiation } = facts.investigation ?? {}
    const early = roundOf(facts, Number(subject))?.earlyRequest !== undefined
    return [
      ...blockIf(!initiation, '尚未启动索赔', '第十三条'),
      ...blockIf(
        conclusion === undefined && !early,
        '尚未形成调查结论，赔偿义务人也没有主动要求磋商',
        '第十三条、第十七条',
      ),
      ...blockIf(conclusion?.recommendation === 'terminate', '调查结论是终止索赔', '第十三条'),
    ]
  },
  target: (facts, subject) => {
    const index = roundIndex(facts, Number(subject))
    return {
      document: 'consultation',
      path: ['rounds', index, 'notice'],
      mode: 'set',
      also: [{ path: ['rounds', index, 'round'], value: Number(subject) }],
    }
  },
  ask: ['number', 'issuedOn', 'matter', 'replyBy', 'meeting', 'panel', 'invited'],
  defaults: ({ facts, today }) => ({
    issuedOn: today,
    ...(facts.case.cause ? { matter: facts.case.cause } : {}),
    panel: (facts.case.officers ?? []).map(({ name }) => name),
  }),
  refuse: ({ facts }, item, subject) => [
    ...blockIf(
      item.replyBy === undefined && item.replyWithinDays === undefined,
      '告知书应当规定答复期限：写明“答复截止日期”或者“送达后答复天数”',
      '第二十二条',
    ),
    ...blockIf(
      typeof item.issuedOn === 'string' && before(item.replyBy, item.issuedOn),
      '答复期限早于告知书日期',
      '第十七条',
    ),
    ...blockIf(
      roundOf(facts, Number(subject))?.earlyRequest === undefined &&
        before(item.issuedOn, facts.investigation?.conclusion?.concludedOn),
      '告知书日期早于调查结论日期',
      '第十三条',
    ),
  ],
})

/** The first round, and one more for each agreement that the court refused to confirm. 第二十四条 */
function roundsWithoutNotice(facts: Facts): number[] {
  const refused = facts.agreements.filter((agreed) => confirmationOf(facts, agreed)?.result === 'refused')
  const owed = [1, ...refused.map((agreed) => roundNumber(agreed) + 1)]
  return [...new Set(owed)].filter((number) => !roundOf(facts, number)?.notice)
}
