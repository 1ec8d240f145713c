import type { Facts } from '../../facts/facts.ts'
import { isRefused, roundNumber, roundOf } from '../../facts/queries.ts'
import { openedRound, roundIndex } from '../addresses.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { officerNames } from '../officers.ts'
import { owedSubjects } from '../owed-subjects.ts'

/** 磋商告知书: after the conclusion, or when the obligor asked first; again after a refused confirmation. */
export const notify = defineAction({
  id: 'notify',
  title: '发出磋商告知书',
  matter: 'consultation-notice',
  form: 'consultation-notice',
  moves: true,
  follows: 'conclude',
  subjects: (facts) => roundsWithoutNotice(facts).map(String),
  // Not asked where the meeting was waived, or an agreement was signed without one.
  advised: (view, subject) => owedSubjects(view, 'notify').includes(subject),
  blockers: ({ facts }, subject) => {
    const { conclusion, initiation } = facts.investigation ?? {}
    const early = roundOf(facts, Number(subject))?.earlyRequest !== undefined
    return [
      ...contradictionIf(!initiation, '尚未启动索赔', 'initiation', { lacks: 'initiate' }),
      ...blockIf(
        conclusion === undefined && !early,
        '尚未形成调查结论，赔偿义务人也没有主动要求磋商',
        ['investigation-conclusion', 'early-consultation'],
        { lacks: 'conclude' },
      ),
      ...blockIf(
        conclusion?.recommendation === 'terminate',
        '调查结论是终止索赔',
        'investigation-conclusion',
      ),
    ]
  },
  section: 'consultation.rounds[].notice',
  at: (facts, subject) => [roundIndex(facts, Number(subject))],
  mode: 'set',
  ask: ['number', 'issuedOn', 'matter', 'replyBy', 'meeting', 'panel', 'invited', 'signedCopy'],
  defaults: (view) => ({
    issuedOn: view.today,
    ...(view.facts.case.cause && { matter: view.facts.case.cause }),
    panel: officerNames(view),
  }),
  companions: ({ facts }, _, subject) => [openedRound(facts, Number(subject))],
  refuse: (_, item) => [
    ...blockIf(
      item.replyBy === undefined && item.replyWithinDays === undefined,
      '告知书应当规定答复期限：写明“答复截止日期”或者“送达后答复天数”',
      'reply-period',
      { key: ['replyBy', 'replyWithinDays'] },
    ),
  ],
})

/** The first round, and one more for each agreement that the court refused to confirm. */
function roundsWithoutNotice(facts: Facts): number[] {
  const refused = facts.agreements.filter((agreed) => isRefused(facts, agreed))
  const owed = [1, ...refused.map((agreed) => roundNumber(agreed) + 1)]
  return [...new Set(owed)].filter((number) => !roundOf(facts, number)?.notice)
}
