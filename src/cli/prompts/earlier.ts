import { valueAt } from '../../core/facts/data.ts'
import type { Workspace } from '../../repository/workspace.ts'

const ROOT = 'earlier'

/** Whether a value is to be looked up in the other cases: `earlier.jurisdiction.countyAuthorization.document`. */
export function isOfEarlierCase(path: string): boolean {
  return path.split('.')[0] === ROOT
}

/** What the last other case that says it has at a place of its case.yaml; undefined where none does. */
export function inEarlierCase({ repository, readCase }: Workspace, own: string, path: string): unknown {
  const keys = path.split('.').slice(1)
  const [section = ''] = keys.slice(-2)
  for (const id of repository.caseIds().toReversed()) {
    // Most cases need not be read for it.
    const text = id === own ? undefined : repository.readDocument(`cases/${id}/case.yaml`)?.text()
    const reading = text?.includes(section) ? readCase(id) : undefined
    const value = reading?.ok ? valueAt(reading.view.facts.case, keys) : undefined
    if (value !== undefined) return value
  }
  return undefined
}
