import { clueOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 初步核查: within 5 working days of the clue, whether ecological damage was caused. 第十二条 */
export const screen = defineAction({
  id: 'screen',
  title: '记录初步核查',
  article: '第十二条',
  moves: true,
  subjects: ({ screening }) => (screening?.decision ? [] : [null]),
  blockers: ({ facts }) =>
    blockIf(facts.investigation?.initiation !== undefined, '已经启动索赔，核查已经结束', '第十二条'),
  target: () => ({ document: 'screening', path: [], mode: 'upsert' }),
  ask: ['checkedOn', 'officers', 'damageFound', 'findings', 'decision', 'notInitiate'],
  required: ['damageFound', 'decision'],
  defaults: ({ facts, today }) => ({
    checkedOn: today,
    officers: (facts.case.officers ?? []).map(({ name }) => name),
  }),
  refuse: ({ facts }, item) => [
    ...blockIf(
      item.decision === 'initiate' && item.damageFound === false,
      '核查未发现生态环境损害，不能启动索赔',
      '第十二条',
    ),
    ...blockIf(
      item.decision === 'not-initiate' && item.notInitiate === undefined,
      '不启动索赔应当写明“不启动情形”（六种之一）和理由',
      '第十四条',
    ),
    ...blockIf(before(item.checkedOn, clueOn(facts)), '核查日期早于发现或者接到线索的日期', '第十二条'),
  ],
})
