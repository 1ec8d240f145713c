import { chineseDate } from '../../calendar/dates.ts'
import type { CaseView } from '../../view.ts'
import { type AnswersSoFar, blockIf, type Companion, contradictionIf, defineAction } from '../define.ts'
import { officerNames } from '../officers.ts'

/**
 * 记录调查活动: who went where, when, how, and what was found; the register tells it day by day. What was left out is
 * recorded after the conclusion too, but the conclusion can rest only on what was done by its day.
 */
export const logInvestigation = defineAction({
  id: 'log-investigation',
  title: '记录调查活动',
  matter: 'investigation',
  moves: false,
  advised: ({ facts }) => !facts.investigation?.conclusion,
  blockers: ({ facts }) =>
    contradictionIf(!facts.investigation?.initiation, '尚未启动索赔', 'investigation', { lacks: 'initiate' }),
  section: 'investigation.process.activities',
  mode: 'append',
  ask: ['on', 'place', 'method', 'officers', 'findings', 'evidence'],
  defaults: (view) => ({
    ...(!view.facts.investigation?.conclusion && { on: view.today }),
    officers: officerNames(view),
  }),
  companions: investigators,
  refuse: ({ facts }, { on }) => {
    const concludedOn = facts.investigation?.conclusion?.concludedOn
    const isLater = on !== undefined && concludedOn !== undefined && on > concludedOn
    const day = concludedOn === undefined ? '' : chineseDate(concludedOn)
    const reason = `损害调查已于${day}形成结论，补记的调查活动不能晚于这一天`
    return blockIf(isLater, reason, 'investigation', { key: 'on' })
  },
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
