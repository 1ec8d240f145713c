/** The shape of what a pack says on the level in charge: declared by hand, as the rest of the pack. */

/** Facts of a case under which an entry applies; every named fact must be among the listed codes. */
export interface Condition {
  incidentGrade?: string[]
  ecologicalGrade?: string[]
  crossRegion?: string[]
  channel?: string[]
}

interface JurisdictionRule {
  code: string
  when: Condition
  level: string
  article: string
  reason: string
}

export interface Jurisdiction {
  article: string
  /** The first rule that fits decides. */
  rules: JurisdictionRule[]
  /** The level when no rule fits. */
  otherwise: { level: string; article: string; reason: string }
  /** Levels that handle cases only when authorised. */
  authorized: { level: string; by: string; article: string; reason: string }[]
}
