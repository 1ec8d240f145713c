import type { Facts } from '../../facts/facts.ts'
import { claimedObligors, obligorName, releasedOn } from '../../facts/queries.ts'
import { contradictionIf, defineAction } from '../define.ts'
import { handlersToday } from '../officers.ts'

/** 终止索赔: after initiation, on one of the grounds of the text, for all obligors or some; with its register. */
export const terminate = defineAction({
  id: 'terminate',
  title: '终止索赔',
  matter: 'termination',
  needsPermission: true,
  form: 'termination-register',
  moves: true,
  advised: ({ facts }) => facts.investigation?.conclusion?.recommendation === 'terminate',
  blockers: ({ facts: { investigation } }) =>
    contradictionIf(
      !investigation?.initiation,
      '尚未启动索赔；此前属于所列情形的，决定不启动（decline）',
      'termination',
    ),
  section: 'closing.terminations',
  mode: 'append',
  ask: ['number', 'obligors', 'ground', 'reason', 'evidence', 'decidedOn', 'handlers', 'approvals'],
  required: ['reason', 'evidence'],
  defaults: (view) => ({
    obligors: running(view.facts),
    decidedOn: view.today,
    handlers: handlersToday(view),
  }),
  refuse: ({ facts }, { obligors = [] }) => {
    const others = obligors.filter((id) => !running(facts).includes(id))
    return [
      ...contradictionIf(
        !obligors.length && claimedObligors(facts).length > 0,
        '应当写明“终止的义务人”',
        'termination',
        { key: 'obligors' },
      ),
      ...contradictionIf(
        others.length > 0,
        `${others.map((id) => obligorName(facts, id)).join('、')} 不是本案尚未终止的赔偿义务人`,
        'termination',
        { key: 'obligors' },
      ),
    ]
  },
})

/** Those against whom the claim was not given up. */
function running(facts: Facts): string[] {
  return facts.obligors.map(({ id }) => id).filter((id) => !releasedOn(facts, id))
}
