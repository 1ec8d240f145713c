import { claimedObligors } from '../../facts/queries.ts'
import { before, blockIf, defineAction } from '../define.ts'
import { handlersToday } from '../officers.ts'
import { hasFactsAndBasis } from './record-facts.ts'

/** 形成调查结论: start consultation, or terminate. 第十三条 */
export const conclude = defineAction({
  id: 'conclude',
  title: '形成调查结论',
  article: '第十三条',
  form: 'investigation-register',
  moves: true,
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => [
    ...blockIf(!facts.investigation?.initiation, '尚未启动索赔', '第十三条'),
    ...blockIf(!claimedObligors(facts).length, '尚未确定赔偿义务人', '第十三条'),
    ...blockIf(
      !hasFactsAndBasis(facts),
      '还没有写明损害事实和法律依据；先办“记录损害事实和法律依据”（record-facts）',
      '附件2',
    ),
  ],
  target: () => ({ document: 'investigation', path: ['conclusion'], mode: 'set' }),
  ask: ['concludedOn', 'recommendation', 'reason', 'proposal', 'handlers'],
  defaults: (view) => ({ concludedOn: view.today, handlers: handlersToday(view) }),
  refuse: ({ facts }, item) =>
    blockIf(
      before(item.concludedOn, facts.investigation?.initiation?.initiatedOn),
      '结论日期早于启动索赔日期',
      '第十三条',
    ),
})
