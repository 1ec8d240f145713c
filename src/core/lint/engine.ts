import type { DocumentName } from '../facts/documents.ts'
import { createLocator, type Path } from '../facts/locations.ts'
import type { CaseRule, CaseScope, FindingDraft, Severity } from './define.ts'

/** A finding whose place in the facts is known, but not yet its line and column. */
export interface PlacedFinding {
  readonly rule: string
  readonly code: string | null
  readonly severity: Severity
  readonly message: string
  readonly article: string | null
  readonly document: DocumentName
  readonly path: Path
}

/** The id under which a suppression that silences nothing is reported. */
export const UNUSED_SUPPRESSION = 'case/unused-suppression'

/** What the rules find in one case, suppressions applied: `lint.suppress` in case.yaml is the only way to silence a rule. */
export function lintCase(scope: CaseScope, rules: readonly CaseRule[]): PlacedFinding[] {
  const locate = createLocator(scope.facts.documents)
  const found = rules.flatMap((rule) => [...rule.check(scope)].map((draft) => place(rule, draft, locate)))
  return applySuppressions(scope, rules, found)
}

function place(
  rule: Omit<CaseRule, 'check' | 'scope' | 'examples'>,
  draft: FindingDraft,
  locate: ReturnType<typeof createLocator>,
): PlacedFinding {
  const { target } = draft
  const base = typeof target === 'string' ? { document: target, path: [] } : locate(target)
  return {
    rule: rule.id,
    code: draft.code ?? null,
    severity: draft.severity ?? rule.severity,
    message: draft.message,
    article: draft.article ?? rule.article,
    document: base?.document ?? 'case',
    path: [...(base?.path ?? []), ...draft.path],
  }
}

function applySuppressions(
  { facts }: CaseScope,
  rules: readonly CaseRule[],
  found: readonly PlacedFinding[],
): PlacedFinding[] {
  const suppressions = facts.case.lint?.suppress ?? []
  const silenced = new Set(suppressions.map(({ rule }) => rule))
  const known = new Set(rules.map(({ id }) => id))
  const raised = new Set(found.map(({ rule }) => rule))
  const unused = suppressions.flatMap((suppression, index): PlacedFinding[] => {
    if (raised.has(suppression.rule) || !known.has(suppression.rule)) return []
    return [
      {
        rule: UNUSED_SUPPRESSION,
        code: suppression.rule,
        severity: 'warning',
        message: `对规则 ${suppression.rule} 的豁免没有用到，请删除这一项。`,
        article: null,
        document: 'case',
        path: ['lint', 'suppress', index],
      },
    ]
  })
  return [...found.filter(({ rule }) => !silenced.has(rule)), ...unused]
}
