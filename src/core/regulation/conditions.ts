import type { Condition, Jurisdiction } from './in-charge.ts'

/** The facts of a case that conditions of the law ask about, as codes. */
export type ConditionFacts = { [fact in keyof Condition]?: string | undefined }

/** A level of government and why it is in charge. */
export interface LevelVerdict {
  level: string
  article: string
  reason: string
}

/** Whether a condition holds: each fact that it names is known, and its code is in the condition's list. */
export function conditionHolds(when: Condition, facts: ConditionFacts): boolean {
  const asked: [string[] | undefined, string | undefined][] = [
    [when.incidentGrade, facts.incidentGrade],
    [when.ecologicalGrade, facts.ecologicalGrade],
    [when.crossRegion, facts.crossRegion],
    [when.channel, facts.channel],
  ]
  return asked.every(([codes, fact]) => codes === undefined || (fact !== undefined && codes.includes(fact)))
}

/** The level in charge by the facts: the first rule that fits, else the level for all other cases. */
export function levelFor({ rules, otherwise }: Jurisdiction, facts: ConditionFacts): LevelVerdict {
  const { level, article, reason } = rules.find(({ when }) => conditionHolds(when, facts)) ?? otherwise
  return { level, article, reason }
}
