import { createLocator } from '../facts/locations.ts'
import type { Citations } from '../regulation/citation.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseRule, CaseScope, FindingDraft, PlacedFinding } from './define.ts'
import { applySuppressions, type FindingOnSubject } from './suppressions.ts'
import { adjustToTakeover, withUnrecorded } from './taken-over.ts'

/**
 * What the rules find in one case, suppressions applied: `lint.suppress` in case.yaml is the only way to silence a
 * rule. `all` are the rules that may be suppressed, where only some of them run.
 */
export function lintCase(
  scope: CaseScope,
  rules: readonly CaseRule[],
  all: readonly Pick<CaseRule, 'id' | 'title'>[] = [...rules, ...suppressed(scope)],
): PlacedFinding[] {
  // Registered twice: what is right or wrong is found in the other case.
  if (scope.facts.case.withdrawal) return []
  const { findings, unrecorded } = toldBy(scope, rules, all)
  return withUnrecorded(scope, findings, unrecorded)
}

/** What rules find in a case, suppressions applied, without what a ledger did not say: that asks for every deadline. */
export function findingsBy(scope: CaseScope, rules: readonly CaseRule[]): readonly PlacedFinding[] {
  if (scope.facts.case.withdrawal) return []
  return toldBy(scope, rules, [...rules, ...suppressed(scope)]).findings
}

/** What rules find, and of which findings it is said that the ledger did not tell it. */
function toldBy(
  scope: CaseScope,
  rules: readonly CaseRule[],
  all: readonly Pick<CaseRule, 'id' | 'title'>[],
) {
  const { documents } = scope.facts
  const locate = createLocator(documents)
  const { regulation } = scope
  const unrecorded = new Map<PlacedFinding, string>()
  const found: FindingOnSubject[] = []
  // Most rules find nothing: no lists are made for them.
  for (const rule of rules)
    for (const draft of rule.check(scope)) {
      if (!isReported(regulation, rule, draft)) continue
      const told = adjustToTakeover(scope, rule, draft, place(rule, draft, locate, regulation))
      if (told.unrecorded !== undefined) unrecorded.set(told.finding, told.unrecorded)
      found.push({ finding: told.finding, subject: draft.subject ?? null })
    }
  return { findings: applySuppressions(scope, once(found), rules, all), unrecorded }
}

/** Report each finding once, even if two obligors lead to it. */
function once(found: readonly FindingOnSubject[]): FindingOnSubject[] {
  const seen = new Set<string>()
  return found.filter(({ finding: { rule, code, document, path, message, place } }) => {
    const same = [rule, code, document, path.join('.'), place?.path, message].join('\0')
    return !seen.has(same) && seen.add(same)
  })
}

/** Whether a finding is reported: only if the text has its matter. Rules that guard the facts always report. */
function isReported(
  regulation: Citations,
  rule: Pick<CaseRule, 'matter' | 'contradiction'>,
  draft: FindingDraft,
): boolean {
  if (draft.matter === undefined && rule.contradiction) return true
  return isRegulated(regulation, matterOf(rule, draft))
}

/** The matter of a finding: its own, else that of its rule; null where its article is known already. */
function matterOf({ matter }: Pick<CaseRule, 'matter'>, draft: FindingDraft): Matter | null {
  return draft.matter ?? (draft.article === undefined ? matter : null)
}

/** Whether the text has the matter of a finding; true for a finding without a matter. */
export function isRegulated({ has }: Citations, matter: Matter | null): boolean {
  return matter === null || has(matter)
}

/** The rules that the case suppresses: where the list of all rules is not given, none of these counts as unknown. */
function suppressed({ facts }: CaseScope): Pick<CaseRule, 'id' | 'title'>[] {
  return (facts.case.lint?.suppress ?? []).map(({ rule }) => ({ id: rule, title: rule }))
}

function place(
  rule: Omit<CaseRule, 'check' | 'scope' | 'examples'>,
  draft: FindingDraft,
  locate: ReturnType<typeof createLocator>,
  { articleOf, has, written }: Citations,
): PlacedFinding {
  const { target } = draft
  const matter = matterOf(rule, draft)
  const base = typeof target === 'string' ? { document: target, path: [] } : locate(target)
  return {
    rule: rule.id,
    code: draft.code ?? null,
    severity: draft.severity ?? rule.severity,
    message: written(draft.message),
    article: draft.article ?? (matter && has(matter) ? articleOf(matter) : null),
    about: rule.about,
    ...(rule.denies && { denies: rule.denies }),
    document: base?.document ?? 'case',
    path: [...(base?.path ?? []), ...draft.path],
    ...(draft.keys && { keys: draft.keys }),
    ...(draft.subject && { subject: draft.subject }),
    ...(draft.place && { place: draft.place }),
  }
}
