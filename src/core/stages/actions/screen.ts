import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { officerNames } from '../officers.ts'

/** 初步核查: whether ecological damage was caused. */
export const screen = defineAction({
  id: 'screen',
  title: '记录初步核查',
  matter: 'screening',
  moves: true,
  subjects: ({ screening }) => (screening?.decision ? [] : [null]),
  blockers: ({ facts }) =>
    contradictionIf(facts.investigation?.initiation !== undefined, '已经启动索赔，核查已经结束', 'screening'),
  section: 'screening',
  mode: 'upsert',
  ask: ['checkedOn', 'officers', 'damageFound', 'findings', 'decision', 'notInitiate'],
  required: ['damageFound', 'decision'],
  defaults: (view) => ({ checkedOn: view.today, officers: officerNames(view) }),
  refuse: (_, item) => [
    ...blockIf(
      item.decision === 'initiate' && item.damageFound === false,
      '核查未发现生态环境损害，不能启动索赔',
      'screening',
      { key: 'decision' },
    ),
    ...blockIf(
      // Where nothing was damaged there is no claim to give up: it takes none of the grounds.
      item.decision === 'not-initiate' && item.damageFound !== false && item.notInitiate === undefined,
      '发现损害而不启动索赔的，应当写明“不启动情形”和理由',
      'not-initiate',
      { key: 'notInitiate' },
    ),
  ],
})
