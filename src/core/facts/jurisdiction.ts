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

/** The level that the facts point to, with the article and the reason; undefined where the pack has no rule. */
export function proposedLevel(
  { damage, clue }: Pick<CaseDocument, 'damage' | 'clue'>,
  regulation: Pick<Regulation, 'levelFor'>,
): LevelVerdict | undefined {
  const { incidentGrade, ecologicalGrade, crossRegion } = damage
  return regulation.levelFor({ incidentGrade, ecologicalGrade, crossRegion, channel: clue.channel })
}

/** Whether the level in charge has handed the case down: nobody can authorise what is not theirs to handle. */
export function isHandedDown(
  { level, countyAuthorization }: Jurisdiction,
  proposed: string,
  { pack }: Pack,
): boolean {
  if (countyAuthorization === undefined) return false
  return (pack.jurisdiction?.authorized ?? []).some((each) => each.level === level && each.by === proposed)
}

/** What the facts point to, and what was chosen, as codes. */
export interface JurisdictionProposal {
  readonly proposed: string
  readonly chosen: string | undefined
  /** Whether the choice is what the facts point to, or was handed down by it as the text allows. */
  readonly conforms: boolean
  readonly article: string
  readonly reason: string
}

/** The level and the department that the facts point to, beside those chosen. */
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
