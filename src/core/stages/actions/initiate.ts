import { needsAuthorization } from '../../facts/jurisdiction.ts'
import { before, blockIf, defineAction } from '../define.ts'
import { handlersToday } from '../officers.ts'

/** 启动索赔: once the check has found damage; 《索赔启动登记表》. 第十二条、第十三条 */
export const initiate = defineAction({
  id: 'initiate',
  title: '启动索赔',
  article: '第十三条',
  form: 'initiation-register',
  moves: true,
  subjects: ({ investigation }) => (investigation?.initiation ? [] : [null]),
  blockers: ({ facts: { screening, case: file }, regulation }) => [
    ...blockIf(screening === undefined, '尚未记录初步核查', '第十二条'),
    ...blockIf(screening?.decision === 'not-initiate', '已决定不启动索赔', '第十四条'),
    ...blockIf(
      screening !== undefined && screening.decision === undefined,
      '初步核查还没有作出是否启动的决定',
      '第十三条',
    ),
    ...blockIf(
      needsAuthorization(file.jurisdiction, regulation) && !file.jurisdiction.countyAuthorization,
      '县级办理须先有设区市人民政府授权（authorize-county）',
      '第七条',
    ),
  ],
  target: () => ({ document: 'investigation', path: ['initiation'], mode: 'set' }),
  ask: ['number', 'initiatedOn', 'reason', 'handlers', 'approvals'],
  defaults: (view) => ({ initiatedOn: view.today, handlers: handlersToday(view) }),
  refuse: ({ facts }, item) =>
    blockIf(before(item.initiatedOn, facts.screening?.checkedOn), '启动日期早于初步核查日期', '第十三条'),
})
