import type { DocumentName } from '../facts/documents.ts'
import { createLocator, type Path } from '../facts/locations.ts'
import type { CaseRule, CaseScope, FilePlace, FindingDraft, Severity } from './define.ts'
import { applySuppressions, type Found } from './suppressions.ts'

/** A finding whose place in the facts is known, but not yet its line and column. */
export interface PlacedFinding {
  readonly rule: string
  readonly code: string | null
  readonly severity: Severity
  readonly message: string
  readonly article: string | null
  readonly document: DocumentName
  readonly path: Path
  /** Where it is about a file that is no document. */
  readonly place?: FilePlace
}

/**
 * What the rules find in one case, suppressions applied: `lint.suppress` in case.yaml is the only way to silence a rule.
 * `all` are the rules that may be suppressed, where only some of them are asked.
 */
export function lintCase(
  scope: CaseScope,
  rules: readonly CaseRule[],
  all: readonly Pick<CaseRule, 'id'>[] = [...rules, ...suppressed(scope)],
): PlacedFinding[] {
  const { documents } = scope.facts
  const locate = createLocator(documents)
  const found = rules.flatMap((rule) =>
    [...rule.check(scope)].map((draft): Found => {
      return { finding: place(rule, draft, locate), subject: draft.subject ?? null }
    }),
  )
  return applySuppressions(documents, once(found), idsOf(rules), idsOf(all))
}

/** What is found on two ways, as by two obligors of one agreement, is told once. */
function once(found: readonly Found[]): Found[] {
  const seen = new Set<string>()
  return found.filter(({ finding: { rule, code, document, path, message, place } }) => {
    const same = [rule, code, document, path.join('.'), place?.path, message].join('\0')
    return !seen.has(same) && seen.add(same)
  })
}

function idsOf(rules: readonly Pick<CaseRule, 'id'>[]): ReadonlySet<string> {
  return new Set(rules.map(({ id }) => id))
}

/** Where nobody says which rules there are, none is called unknown. */
function suppressed({ facts }: CaseScope): { readonly id: string }[] {
  return (facts.case.lint?.suppress ?? []).map(({ rule }) => ({ id: rule }))
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
    ...(draft.place && { place: draft.place }),
  }
}
