import { UNUSED_SUPPRESSION } from '../../core/lint/suppressions.ts'
import { UNRECORDED } from '../../core/lint/taken-over.ts'
import type { Workspace } from '../../repository/workspace.ts'
import type { CaseConclusion, Questions } from './case.ts'

interface RulesAsked {
  /** Only these rules; all when absent. */
  readonly rules?: readonly string[]
}

/** Runs the rules on one case after the other, and keeps the history open for all of them. */
export interface CaseConcluder {
  conclude(id: string, named: readonly string[]): Promise<CaseConclusion>
  close(): Promise<void>
}

/** Loads the rules, and returns the function that runs them on a case. */
export async function caseConcluder(
  workspace: Workspace,
  asked: Pick<Questions, 'claims' | 'isAlone'>,
  options: RulesAsked,
): Promise<CaseConcluder> {
  const [{ concludeCase }, { caseRules }, { openHistory }] = await Promise.all([
    import('./case.ts'),
    import('../../core/lint/index.ts'),
    import('../../repository/history/facts-then.ts'),
  ])
  const history = openHistory(workspace.repository.root)
  const rules = asksAll(options) ? caseRules : caseRules.filter(({ id }) => options.rules?.includes(id))
  return {
    conclude: (id, named) => concludeCase(workspace, id, { ...asked, rules, named, history }),
    close: history.close,
  }
}

/** Whether all rules run: only then is it known whether a suppression is used, and what a ledger does not say. */
export function asksAll({ rules }: RulesAsked): boolean {
  return rules?.some((id) => id === UNUSED_SUPPRESSION || id === UNRECORDED) ?? true
}
