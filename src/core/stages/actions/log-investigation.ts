import type { CaseView } from '../../view.ts'
import { before, blockIf, type Companion, defineAction, type Item } from '../define.ts'
import { blockedInvestigation } from '../investigation.ts'
import { officerNames } from '../officers.ts'

/** 记录调查活动: who went where, when, how, and what was found; form 2 tells it day by day. 第十三条、附件2 */
export const logInvestigation = defineAction({
  id: 'log-investigation',
  title: '记录调查活动',
  article: '第十三条',
  moves: false,
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => blockedInvestigation(facts),
  target: () => ({ document: 'investigation', path: ['process', 'activities'], mode: 'append' }),
  ask: ['on', 'place', 'method', 'officers', 'findings', 'evidence'],
  defaults: (view) => ({ on: view.today, officers: officerNames(view) }),
  companions: investigators,
  refuse: ({ facts }, item) =>
    blockIf(
      before(item.on, facts.investigation?.initiation?.initiatedOn),
      '调查日期早于启动索赔日期；此前的属于初步核查',
      '第十三条',
    ),
})

/** Whoever took part and is not yet among 调查人员. */
function investigators({ facts }: CaseView, { officers }: Item): readonly Companion[] {
  const known = facts.investigation?.process?.investigators ?? []
  const more = (Array.isArray(officers) ? officers : []).filter((name) => !known.includes(name))
  return more.map((name) => ({ path: ['process', 'investigators'], value: name, append: true }))
}
