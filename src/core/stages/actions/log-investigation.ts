import type { CaseView } from '../../view.ts'
import { type AnswersSoFar, type Companion, defineAction } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'
import { officerNames } from '../officers.ts'

/** 记录调查活动: who went where, when, how, and what was found; the register tells it day by day. */
export const logInvestigation = defineAction({
  id: 'log-investigation',
  title: '记录调查活动',
  matter: 'investigation',
  moves: false,
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => blockedInvestigation(facts),
  section: 'investigation.process.activities',
  mode: 'append',
  ask: ['on', 'place', 'method', 'officers', 'findings', 'evidence'],
  defaults: (view) => ({ on: view.today, officers: officerNames(view) }),
  companions: investigators,
})

/** Whoever took part and is not yet among 调查人员. */
function investigators(
  { facts }: CaseView,
  { officers = [] }: AnswersSoFar<'investigation.process.activities'>,
): readonly Companion[] {
  const known = facts.investigation?.process?.investigators ?? []
  const more = officers.filter((name) => !known.includes(name))
  return more.map((name) => ({ path: ['process', 'investigators'], value: name, append: true }))
}
