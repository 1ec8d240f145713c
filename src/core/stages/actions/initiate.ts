import { lacksLead, needsAuthorization } from '../../facts/jurisdiction.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { handlersOn } from '../officers.ts'

/** 启动索赔: once the check has found damage; 《索赔启动登记表》. */
export const initiate = defineAction({
  id: 'initiate',
  title: '启动索赔',
  matter: 'initiation',
  form: 'initiation-register',
  moves: true,
  follows: 'screen',
  subjects: ({ investigation }) => (investigation?.initiation ? [] : [null]),
  blockers: ({ facts: { screening, case: file }, regulation }) => [
    ...blockIf(screening === undefined, '尚未记录初步核查', 'screening', { lacks: 'screen' }),
    ...contradictionIf(screening?.decision === 'not-initiate', '已决定不启动索赔', 'not-initiate'),
    ...blockIf(
      screening !== undefined && screening.decision === undefined,
      '初步核查还没有作出是否启动的决定',
      'initiation',
      { lacks: 'screen' },
    ),
    ...blockIf(
      needsAuthorization(file.jurisdiction, regulation) && !file.jurisdiction.countyAuthorization,
      '县级办理须先有设区市人民政府授权，先办“登记设区市授权”',
      'county-authorization',
      { first: 'authorize-county' },
    ),
    ...blockIf(
      lacksLead(file.jurisdiction),
      '几个部门联合办理的，先由赔偿权利人确定牵头部门：先办“指定管辖或者确定牵头部门”',
      'joint-handling',
      { first: 'designate' },
    ),
  ],
  section: 'investigation.initiation',
  mode: 'set',
  ask: ['number', 'initiatedOn', 'reason', 'handlers', 'approvals', 'signedCopy'],
  defaults: (view) => ({ initiatedOn: view.today, handlers: handlersOn(view) }),
  proposes: (view, { initiatedOn }) => ({ handlers: handlersOn(view, initiatedOn) }),
})
