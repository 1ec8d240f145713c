import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { handlersOn } from '../officers.ts'

/** 决定不启动索赔: after the check and before initiation, on a ground of the text, with reasons and evidence. */
export const decline = defineAction({
  id: 'decline',
  title: '决定不启动索赔',
  matter: 'not-initiate',
  needsPermission: true,
  moves: true,
  // Where the check found no damage, `screen` alone says so; no ground is needed.
  advised: ({ facts: { screening } }) => screening?.damageFound === false && screening.decision !== undefined,
  subjects: ({ screening }) => (screening?.decision === 'not-initiate' ? [] : [null]),
  blockers: ({ facts: { screening, investigation } }) => [
    ...blockIf(screening === undefined, '不启动索赔须先经初步核查', 'not-initiate'),
    ...contradictionIf(
      investigation?.initiation !== undefined,
      '已经启动索赔，发现所列情形的应当终止索赔',
      'termination',
    ),
  ],
  section: 'screening.notInitiate',
  mode: 'set',
  ask: ['ground', 'reason', 'evidence', 'decidedOn', 'handlers', 'approvals'],
  required: ['reason', 'evidence', 'decidedOn'],
  defaults: (view) => ({ decidedOn: view.today, handlers: handlersOn(view) }),
  proposes: (view, { decidedOn }) => ({ handlers: handlersOn(view, decidedOn) }),
  companions: () => [{ path: ['decision'], value: 'not-initiate' }],
})
