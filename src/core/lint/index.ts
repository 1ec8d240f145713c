import { caseRules as foundInCases, historyRules as foundInHistory } from '../../generated/rules.ts'
import type { CaseRule, HistoryRule, Rule } from './define.ts'
import { describedRules } from './housekeeping.ts'

/** Every rule over the history, run by `ejc lint --verify-history`. */
export const historyRules: readonly HistoryRule[] = foundInHistory

/** The rules for the repository as a whole: those checked while files are read, and those over its history. */
export const housekeepingRules: readonly Exclude<Rule, CaseRule>[] = [...describedRules, ...historyRules]

/** Every rule over one case, in the order of the text: by its matter; `ejc lint` runs them in this order. */
export const caseRules: readonly CaseRule[] = foundInCases

const known: ReadonlyMap<string, Rule> = new Map(
  [...housekeepingRules, ...caseRules].map((rule) => [rule.id, rule]),
)

/** The rule of this id, a rule over a case or one of housekeeping; undefined when there is none. */
export function ruleOf(id: string): Rule | undefined {
  return known.get(id)
}
