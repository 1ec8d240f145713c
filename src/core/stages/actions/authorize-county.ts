import { needsAuthorization } from '../../facts/jurisdiction.ts'
import { blockIf, defineAction, saysSomething } from '../define.ts'

/** 县级授权: the city's government lets a county handle this case; without it the case has no claimant. */
export const authorizeCounty = defineAction({
  id: 'authorize-county',
  title: '登记设区市授权',
  matter: 'county-authorization',
  needsPermission: true,
  moves: false,
  subjects: ({ case: { jurisdiction } }, { regulation }) =>
    needsAuthorization(jurisdiction, regulation) && !jurisdiction.countyAuthorization ? [null] : [],
  blockers: () => [],
  section: 'case.jurisdiction.countyAuthorization',
  mode: 'set',
  ask: ['document', 'grantedBy', 'grantedOn'],
  required: ['grantedBy'],
  defaults: ({ facts }) => ({ grantedBy: facts.case.jurisdiction.obligee }),
  refuse: (_, item) =>
    blockIf(!saysSomething(item.document), '授权应当写明文件名称或者文号', 'county-authorization', {
      key: 'document',
    }),
})
