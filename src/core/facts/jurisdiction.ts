import type { LevelVerdict } from '../regulation/conditions.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { CaseDocument, Jurisdiction } from './documents.ts'

type Pack = Pick<Regulation, 'pack'>

/** Whether this unit handles the case only when the city has authorised it; a branch acts for the city. */
export function needsAuthorization({ level, handlingUnitKind }: Jurisdiction, { pack }: Pack): boolean {
  if (handlingUnitKind === 'city-branch') return false
  const levels = (pack.jurisdiction?.authorized ?? []).map((each) => each.level)
  return handlingUnitKind === 'county-department' || levels.includes(level)
}

/** Whether several units handle the case and nobody has said which of them leads. */
export function lacksLead({ jointUnits, leadUnit }: Jurisdiction): boolean {
  return (jointUnits ?? []).length > 0 && leadUnit === undefined
}

/** The level that the facts point to, with the article and the reason; undefined where the pack has no rule. */
export function proposedLevel(
  { damage, clue }: Pick<CaseDocument, 'damage' | 'clue'>,
  regulation: Pick<Regulation, 'levelFor'>,
): LevelVerdict | undefined {
  const { incidentGrade, ecologicalGrade, crossRegion } = damage
  return regulation.levelFor({ incidentGrade, ecologicalGrade, crossRegion, channel: clue.channel })
}

/**
 * Whether the level in charge has handed the case down: only the level that must handle a case can authorise another.
 */
export function isHandedDown(
  { level, countyAuthorization }: Jurisdiction,
  proposed: string,
  { pack }: Pack,
): boolean {
  if (countyAuthorization === undefined) return false
  return (pack.jurisdiction?.authorized ?? []).some((each) => each.level === level && each.by === proposed)
}

/** The code to which the facts point, and the code that was chosen. */
export interface JurisdictionProposal {
  readonly proposed: string
  readonly chosen: string | undefined
  /** Whether the choice agrees with the facts, or the level in charge handed the case down as the text allows. */
  readonly conforms: boolean
  readonly article: string
  readonly reason: string
}

/** The level and the department to which the facts point, with those that were chosen. */
export function jurisdictionProposals(
  file: CaseDocument,
  regulation: Regulation,
): { level: JurisdictionProposal | undefined; department: JurisdictionProposal | undefined } {
  const { damage, jurisdiction } = file
  const level = proposedLevel(file, regulation)
  const kind = regulation.item('damageKinds', damage.kind)
  return {
    level: level && {
      proposed: level.level,
      chosen: jurisdiction.level,
      conforms: level.level === jurisdiction.level || isHandedDown(jurisdiction, level.level, regulation),
      article: level.article,
      reason: level.reason,
    },
    department:
      kind?.department === undefined
        ? undefined
        : {
            proposed: kind.department,
            chosen: jurisdiction.department,
            conforms: jurisdiction.department === undefined || jurisdiction.department === kind.department,
            article: regulation.pack.lists.damageKinds?.article ?? regulation.articleOf('departments'),
            reason: kind.label,
          },
  }
}

/** Places that end like a county or a city and are none: zones, and words of an office's name (城市管理局). */
const NO_COUNTY =
  /(?:开发区|高新区|经开区|新区|园区|保护区|示范区|自治区|功能区|合作区|保税区|地区)$|^(?:城市|都市|全市|城区|市区|山区|社区|小区|林区|矿区|景区|库区|灾区|防区)$/u

/**
 * The county, district or city of county level that an office's name says after the city above it, or alone (青秀区,
 * 某县).
 */
function countyIn(name: string): string | undefined {
  const rest = name.trim().replace(/^.{1,8}?(?:省|自治区)/u, '')
  const below = /^.{1,6}?(?:市|自治州|盟|地区)(.{1,8}?(?:县|区|旗|市))/u.exec(rest)?.[1]
  const alone = /^(.{1,8}?(?:县|区|旗))/u.exec(rest)?.[1]
  const named = [below, /^.{1,6}?市/u.test(rest) ? undefined : alone]
  return named.find((place) => place !== undefined && !NO_COUNTY.test(place))
}

/**
 * Whether an office is of county level by its name (`claimant` wants a city's at least). A branch (分局) is its city's.
 * A city of county level looks like any city: it is known where the unit that handles the case, of county level itself,
 * is of it.
 */
export function isOfCounty(
  name: string,
  { handlingUnit, handlingUnitKind, obligee = '' }: Jurisdiction,
): boolean {
  if (name.includes('分局')) return false
  if (countyIn(name) !== undefined) return true
  const own = /^.{1,6}?市/u.exec(handlingUnit)?.[0]
  return (
    handlingUnitKind === 'county-department' &&
    own !== undefined &&
    !obligee.startsWith(own) &&
    name.trim().startsWith(own)
  )
}

/** The units that handle a case jointly, the leading one first: 某局（牵头）、某局; empty where one handles it alone. */
export function jointTeam({ jointUnits = [], leadUnit }: Jurisdiction): string {
  if (!jointUnits.length) return ''
  const others = jointUnits.filter((unit) => unit !== leadUnit)
  return [...(leadUnit === undefined ? [] : [`${leadUnit}（牵头）`]), ...others].join('、')
}
