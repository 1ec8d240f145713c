import { before, blockIf, defineAction } from '../define.ts'

/** 启动索赔: once the check has found damage; 《索赔启动登记表》. 第十二条、第十三条 */
export const initiate = defineAction({
  id: 'initiate',
  title: '启动索赔',
  article: '第十三条',
  form: 'initiation-register',
  moves: true,
  subjects: ({ investigation }) => (investigation?.initiation ? [] : [null]),
  blockers: ({ facts: { screening, case: file } }) => [
    ...blockIf(screening === undefined, '尚未记录初步核查', '第十二条'),
    ...blockIf(screening?.decision === 'not-initiate', '已决定不启动索赔', '第十四条'),
    ...blockIf(
      screening !== undefined && screening.decision === undefined,
      '初步核查还没有作出是否启动的决定',
      '第十三条',
    ),
    ...blockIf(
      file.jurisdiction.handlingUnitKind === 'county-department' && !file.jurisdiction.countyAuthorization,
      '县级办理须先有设区市人民政府授权（jurisdiction.countyAuthorization）',
      '第七条',
    ),
  ],
  target: () => ({ document: 'investigation', path: ['initiation'], mode: 'set' }),
  ask: ['number', 'initiatedOn', 'reason', 'handlers', 'approvals'],
  defaults: ({ facts, today }) => ({
    initiatedOn: today,
    handlers: (facts.case.officers ?? []).map(({ name }) => ({ name, date: today })),
  }),
  refuse: ({ facts }, item) =>
    blockIf(before(item.initiatedOn, facts.screening?.checkedOn), '启动日期早于初步核查日期', '第十三条'),
})
