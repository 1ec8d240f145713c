import { type FactPlace, type Mutation, set, unset } from './mutation.ts'

/** 第二十一条 and form 5: what must stand in an agreement. */
const required = [
  'facts',
  'evidence',
  'legalBasis',
  'reasons',
  'liability',
  'opinions',
  'performance',
  'restorationGoal',
  'restorationPlan',
  'restorationSchedule',
  'breach',
  'evaluation',
  'disputes',
  'forceMajeure',
]

const blanks: readonly unknown[] = ['', '　 ', '……', '×××', '待定', '{{内容}}']

const clauses: FactPlace = ['agreements', 'agreements', 0, 'clauses']

export const clauseMutations: readonly Mutation[] = required.flatMap((code): Mutation[] => {
  const place: FactPlace = [...clauses, code]
  const empty = { rule: 'agreement/clause-empty', code, at: place }
  return [
    {
      family: 'a clause lost',
      title: code,
      change: unset(place),
      expects: { rule: 'agreement/clause-missing', code, at: clauses },
    },
    ...blanks.map((blank): Mutation => {
      const title = `${code}: ${JSON.stringify(blank)}`
      return { family: 'a clause emptied', title, change: set(place, blank), expects: empty }
    }),
    {
      family: 'a clause that does not apply',
      title: `${code}, without a reason`,
      change: set(place, { notApplicable: '' }),
      expects: empty,
    },
    {
      family: 'a clause that does not apply',
      title: `${code}, with its reason`,
      change: set(place, { notApplicable: '损害已经修复，无须约定。' }),
      expects: 'lawful',
    },
  ]
})
