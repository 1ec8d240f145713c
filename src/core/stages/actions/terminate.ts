import type { Facts } from '../../facts/facts.ts'
import { claimedObligors, obligorName, releasedOn } from '../../facts/queries.ts'
import { before, blockIf, defineAction, strings } from '../define.ts'
import { handlersToday } from '../officers.ts'

/** 终止索赔: after initiation, on one of the six grounds, for all obligors or some; form 3. 第十四条第二款 */
export const terminate = defineAction({
  id: 'terminate',
  title: '终止索赔',
  article: '第十四条',
  form: 'termination-register',
  moves: true,
  advised: ({ facts }) => facts.investigation?.conclusion?.recommendation === 'terminate',
  blockers: ({ facts: { investigation } }) =>
    blockIf(
      !investigation?.initiation,
      '尚未启动索赔；此前属于所列情形的，决定不启动（decline）',
      '第十四条第二款',
    ),
  target: () => ({ document: 'closing', path: ['terminations'], mode: 'append' }),
  ask: ['number', 'obligors', 'ground', 'reason', 'evidence', 'decidedOn', 'handlers', 'approvals'],
  required: ['reason', 'evidence'],
  defaults: (view) => ({
    obligors: running(view.facts),
    decidedOn: view.today,
    handlers: handlersToday(view),
  }),
  refuse: ({ facts }, item) => {
    const obligors = strings(item.obligors)
    const others = obligors.filter((id) => !running(facts).includes(id))
    return [
      ...blockIf(
        !obligors.length && claimedObligors(facts).length > 0,
        '应当写明“终止的义务人”',
        '第十四条第二款',
      ),
      ...blockIf(
        others.length > 0,
        `${others.map((id) => obligorName(facts, id)).join('、')} 不是本案尚未终止的赔偿义务人`,
        '第十四条第二款',
      ),
      ...blockIf(
        before(item.decidedOn, facts.investigation?.initiation?.initiatedOn),
        '终止决定早于启动索赔日期；启动以前只能决定不启动',
        '第十四条第二款',
      ),
    ]
  },
})

/** Those against whom the claim was not given up. */
function running(facts: Facts): string[] {
  return facts.obligors.map(({ id }) => id).filter((id) => !releasedOn(facts, id))
}
