import { isHandedDown, proposedLevel } from '../../../facts/jurisdiction.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const jurisdictionLevel = defineRule({
  id: 'jurisdiction/level',
  severity: 'error',
  about: 'breach',
  matter: 'jurisdiction',
  title: '办理层级与案件事实相符',
  why: '重大、特别重大突发事件和跨市、跨省的损害归自治区，其余归设区市；层级不对，磋商和起诉的主体就不对。',
  mend: '移送有权的层级；经授权、指定或者另有理由的，写明「改变建议的理由」。',
  *check({ facts, regulation }) {
    const { jurisdiction } = facts.case
    const proposed = proposedLevel(facts.case, regulation)
    if (!proposed || proposed.level === jurisdiction.level || jurisdiction.overrideReason) return
    const warranted =
      isHandedDown(jurisdiction, proposed.level, regulation) || jurisdiction.designation !== undefined
    const name = (code: string) => regulation.label('levels', code)
    const message = wrongLevel(name(jurisdiction.level), name(proposed.level), proposed.reason, warranted)
    yield at(jurisdiction, 'level', message, warranted ? { severity: 'notice' } : {})
  },
  examples: {
    accept: [
      { title: '辖区内的损害由设区市办理', change: unchanged },
      {
        title: '重大突发事件由自治区办理',
        change: inCase(({ damage, jurisdiction }) => {
          damage.incidentGrade = 'major'
          jurisdiction.level = 'region'
        }),
      },
      {
        title: '层级不同而写明了理由',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.level = 'region'
          jurisdiction.overrideReason = '自治区提级办理。'
        }),
      },
    ],
    reject: [
      {
        title: '跨省域的损害，设区市无权授权县级办理',
        finds: ['error - case.jurisdiction.level'],
        change: inCase(({ damage, jurisdiction }) => {
          damage.crossRegion = 'cross-province'
          jurisdiction.level = 'county'
          jurisdiction.countyAuthorization = { document: '南政函〔2025〕1号', grantedOn: '2025-03-05' }
        }),
      },
      {
        title: '跨市域的损害由设区市办理',
        finds: ['error - case.jurisdiction.level'],
        change: inCase(({ damage }) => {
          damage.crossRegion = 'cross-city'
        }),
      },
    ],
  },
})

const wrongLevel = (actual: string, proposed: string, reason: string, warranted: boolean) =>
  `所填层级为${actual}，按案件事实应为${proposed}：${reason}${
    warranted ? '已有授权或者指定文件，请写明「改变建议的理由」。' : '请移送，或者写明「改变建议的理由」。'
  }`
