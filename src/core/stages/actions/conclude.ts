import { claimedObligors } from '../../facts/queries.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { handlersOn } from '../officers.ts'
import { hasFactsAndBasis } from './record-facts.ts'

/** 形成调查结论: start consultation, or terminate. */
export const conclude = defineAction({
  id: 'conclude',
  title: '形成调查结论',
  matter: 'investigation-conclusion',
  form: 'investigation-register',
  moves: true,
  follows: 'initiate',
  subjects: ({ investigation }) => (investigation?.conclusion ? [] : [null]),
  blockers: ({ facts }) => [
    ...contradictionIf(!facts.investigation?.initiation, '尚未启动索赔', 'investigation', {
      lacks: 'initiate',
    }),
    ...blockIf(!claimedObligors(facts).length, '尚未确定赔偿义务人', 'investigation-conclusion'),
    ...blockIf(
      !hasFactsAndBasis(facts),
      '还没有写明损害事实和法律依据；先办“记录损害事实和法律依据”',
      'form-investigation',
    ),
  ],
  section: 'investigation.conclusion',
  mode: 'set',
  ask: ['concludedOn', 'recommendation', 'reason', 'proposal', 'handlers', 'signedCopy'],
  defaults: (view) => ({ concludedOn: view.today, handlers: handlersOn(view) }),
  proposes: (view, { concludedOn }) => ({ handlers: handlersOn(view, concludedOn) }),
})
