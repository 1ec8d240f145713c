import type { Jurisdiction } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import type { Regulation } from '../../../regulation/regulation.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule, type Severity } from '../../define.ts'

export const jurisdictionClaimant = defineRule({
  id: 'jurisdiction/claimant',
  severity: 'error',
  about: 'omission',
  matter: 'obligee',
  title: '赔偿权利人、承办单位与办理层级一致',
  why: '自治区办理的案件由自治区人民政府索赔，设区市办理的由市人民政府索赔；写错了，告知书、协议和申请书的主体就不对。',
  mend: '改正「赔偿权利人」和「承办单位」；层级填错的，改正「管辖层级」。由上级指定办理的，记录「指定管辖」。',
  *check({ facts, regulation }) {
    const { jurisdiction } = facts.case
    const level = levelNamed(regulation, jurisdiction.level)
    const other = otherLevelOf(regulation, jurisdiction)
    yield* otherClaimants(regulation, jurisdiction)
    if (!level || !other) return
    // Until the claim is initiated, the case may still be handed to the level in charge.
    const severity: Severity = facts.investigation?.initiation ? 'error' : 'warning'
    if (jurisdiction.obligee.endsWith(other.government))
      yield at(jurisdiction, 'obligee', wrongClaimant(level.label, jurisdiction.obligee), {
        code: 'obligee',
        severity,
      })
    else if (!jurisdiction.designation)
      yield at(jurisdiction, 'handlingUnit', wrongUnit(level.label, jurisdiction.handlingUnit), {
        code: 'unit',
        severity: 'warning',
      })
  },
  examples: {
    accept: [
      { title: '设区市办理，由市人民政府索赔', change: unchanged },
      {
        title: '自治区办理，由自治区人民政府索赔',
        change: inCase(({ jurisdiction }) => {
          const [obligee, handlingUnit] = ['广西壮族自治区人民政府', '广西壮族自治区生态环境厅']
          Object.assign(jurisdiction, {
            level: 'region',
            obligee,
            handlingUnit,
            overrideReason: '提级办理。',
          })
        }),
      },
      {
        title: '自治区指定市级部门承办',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.level = 'region'
          jurisdiction.obligee = '广西壮族自治区人民政府'
          jurisdiction.designation = { by: '广西壮族自治区人民政府', on: '2025-03-06' }
        }),
      },
      { title: '两个市人民政府共同索赔', change: withOther('崇左市人民政府', '崇左市生态环境局') },
    ],
    reject: [
      {
        title: '县人民政府作为其他权利人',
        finds: ['warning other case.jurisdiction.obligees.0.name'],
        change: withOther('横州县人民政府', '南宁市横州生态环境局'),
      },
      {
        title: '同一权利人登记两次',
        finds: ['error twice case.jurisdiction.obligees.0.name'],
        change: withOther('南宁市人民政府', '南宁市林业局'),
      },
      {
        title: '自治区办理，权利人却是市人民政府',
        finds: ['error obligee case.jurisdiction.obligee'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.level = 'region'
        }),
      },
      {
        title: '自治区办理，承办单位却是市级部门',
        finds: ['warning unit case.jurisdiction.handlingUnit'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.level = 'region'
          jurisdiction.obligee = '广西壮族自治区人民政府'
        }),
      },
      {
        title: '设区市办理，权利人却是自治区人民政府',
        finds: ['error obligee case.jurisdiction.obligee'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.obligee = '广西壮族自治区人民政府'
        }),
      },
    ],
  },
})

/** The governments that claim jointly: each is a claimant by the text, and stands once. */
function* otherClaimants(regulation: Regulation, { obligee, obligees = [] }: Jurisdiction) {
  const known = [obligee]
  for (const other of obligees) {
    const isGovernment = namedLevels(regulation).some(({ government }) => other.name.endsWith(government))
    if (known.includes(other.name)) yield at(other, 'name', twice(other.name), { code: 'twice' })
    else if (!isGovernment)
      yield at(other, 'name', noClaimant(other.name), { code: 'other', severity: 'warning' })
    known.push(other.name)
  }
}

function withOther(name: string, handlingUnit: string) {
  return inCase(({ jurisdiction }) => {
    jurisdiction.obligees = [{ name, handlingUnit }]
  })
}

interface NamedLevel {
  readonly code: string
  readonly label: string
  /** How the names of its claimants end: 自治区人民政府. */
  readonly government: string
}

function namedLevels(regulation: Regulation): NamedLevel[] {
  return regulation
    .list('levels')
    .flatMap(({ code, label, government }) => (government === undefined ? [] : [{ code, label, government }]))
}

function levelNamed(regulation: Regulation, code: string): NamedLevel | undefined {
  return namedLevels(regulation).find((level) => level.code === code)
}

/** A level other than that of the case, to which the claimant belongs by its name, or else the handling unit. */
function otherLevelOf(regulation: Regulation, jurisdiction: Jurisdiction): NamedLevel | undefined {
  const { level, obligee, handlingUnit } = jurisdiction
  const others = namedLevels(regulation).filter(({ code }) => code !== level)
  const own = levelNamed(regulation, level)
  return (
    others.find(({ government }) => obligee.endsWith(government)) ??
    others.find((other) => own && isUnitOf(handlingUnit, other) && !isUnitOf(handlingUnit, own))
  )
}

/** 南宁市生态环境局 is of 市人民政府: the unit bears the kind of place that the government ends with. */
function isUnitOf(unit: string, { government }: NamedLevel): boolean {
  return unit.includes(government.replace(/人民政府$/u, ''))
}

const wrongClaimant = (level: string, obligee: string) =>
  `本案由${level}办理，赔偿权利人写的是${obligee}。${cite('obligee')}：自治区、设区市人民政府各为本行政区域内的赔偿权利人；请改正「赔偿权利人」和「承办单位」，或者移送有权的层级。`

const wrongUnit = (level: string, unit: string) =>
  `本案由${level}办理，承办单位写的是${unit}。${cite('obligee')}：由赔偿权利人指定的部门或者机构承办；请改正「承办单位」，由上级指定办理的记录「指定管辖」。`

const noClaimant = (name: string) =>
  `「其他赔偿权利人」写的是${name}。${cite('obligee')}：赔偿权利人是自治区、设区市人民政府；请写权利人的名称，部门或者机构写在「该权利人的承办单位」。`

const twice = (name: string) =>
  `${name}作为赔偿权利人登记了两次。${cite('obligee')}；同一权利人的几个承办部门，写在「联合办案单位」。`
