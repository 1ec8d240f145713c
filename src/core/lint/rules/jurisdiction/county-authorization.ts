import { needsAuthorization } from '../../../facts/jurisdiction.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const countyAuthorization = defineRule({
  id: 'jurisdiction/county-authorization',
  severity: 'error',
  about: 'breach',
  unrecorded: '设区市授权',
  matter: 'county-authorization',
  title: '县级办理具体案件有设区市人民政府的授权',
  why: '县级人民政府不是赔偿权利人，没有授权就没有索赔的资格，协议和起诉都可能无效。',
  mend: '取得授权后办理「登记设区市授权」，记录文号和日期，或者移送设区市。',
  *check({ facts, regulation }) {
    const { jurisdiction } = facts.case
    if (!needsAuthorization(jurisdiction, regulation)) return
    const authorization = jurisdiction.countyAuthorization
    const initiatedOn = facts.investigation?.initiation?.initiatedOn
    if (!authorization) {
      // A clue may be registered and checked before: it is the claim that needs the authorisation.
      const notYet = initiatedOn === undefined ? ({ severity: 'notice' } as const) : {}
      yield at(jurisdiction, [], unauthorized(jurisdiction.handlingUnit, initiatedOn), notYet)
    } else if (initiatedOn && authorization.grantedOn > initiatedOn) {
      yield at(authorization, 'grantedOn', authorizedLate(authorization.grantedOn, initiatedOn))
    }
  },
  examples: {
    accept: [
      { title: '市级部门办理', change: unchanged },
      {
        title: '市级部门的派出机构办理',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.handlingUnitKind = 'city-branch'
        }),
      },
      {
        title: '县级部门办理，启动前已获授权',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.handlingUnitKind = 'county-department'
          jurisdiction.countyAuthorization = { document: '南政函〔2025〕1号', grantedOn: '2025-03-06' }
        }),
      },
    ],
    reject: [
      {
        title: '县级部门办理，没有授权',
        finds: ['error - case.jurisdiction'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.handlingUnitKind = 'county-department'
        }),
      },
      {
        title: '启动以后才获授权',
        finds: ['error - case.jurisdiction.countyAuthorization.grantedOn'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.handlingUnitKind = 'county-department'
          jurisdiction.countyAuthorization = { document: '南政函〔2025〕1号', grantedOn: '2025-03-07' }
        }),
      },
    ],
  },
})

const unauthorized = (unit: string, initiatedOn: string | undefined) =>
  `${unit}为县级，没有设区市人民政府授权的记录。${cite('county-authorization')}：县级办理具体案件须经授权；${
    initiatedOn === undefined
      ? '请在启动索赔以前取得并记录授权，或者移送设区市。'
      : '请记录授权，或者移送设区市。'
  }`

const authorizedLate = (grantedOn: string, initiatedOn: string) =>
  `授权日期 ${grantedOn} 晚于启动日期 ${initiatedOn}，启动时尚无授权。请核对日期；确属后补的，请由设区市追认。`
