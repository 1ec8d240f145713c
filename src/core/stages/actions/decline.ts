import { before, blockIf, defineAction } from '../define.ts'
import { handlersToday } from '../officers.ts'

/** 决定不启动索赔: after the check and before initiation, on one of the six grounds, with reasons and evidence. 第十四条 */
export const decline = defineAction({
  id: 'decline',
  title: '决定不启动索赔',
  article: '第十四条',
  moves: true,
  advised: ({ facts }) => facts.screening?.damageFound === false,
  subjects: ({ screening }) => (screening?.decision === 'not-initiate' ? [] : [null]),
  blockers: ({ facts: { screening, investigation } }) => [
    ...blockIf(screening === undefined, '不启动索赔须先经初步核查', '第十四条'),
    ...blockIf(
      investigation?.initiation !== undefined,
      '已经启动索赔，发现所列情形的应当终止索赔（terminate）',
      '第十四条第二款',
    ),
  ],
  target: () => ({
    document: 'screening',
    path: ['notInitiate'],
    mode: 'set',
    also: [{ path: ['decision'], value: 'not-initiate' }],
  }),
  ask: ['ground', 'reason', 'evidence', 'decidedOn', 'handlers', 'approvals'],
  required: ['reason', 'evidence', 'decidedOn'],
  defaults: (view) => ({ decidedOn: view.today, handlers: handlersToday(view) }),
  refuse: ({ facts }, item) =>
    blockIf(before(item.decidedOn, facts.screening?.checkedOn), '不启动决定早于初步核查日期', '第十四条'),
})
