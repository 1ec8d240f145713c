import { type DocumentName, isDocumentName } from '../../core/facts/documents.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import { isCaseId } from '../paths.ts'

/** What a file of a case repository is, by its path. */
export interface SyncedFile {
  /** The case that it belongs to. */
  readonly caseId: string | null
  /** Its path below the folder of the case. */
  readonly inCase: string | null
  /** The schema of its facts; null where it has none. */
  readonly schema: SchemaName | null
}

const below: readonly (readonly [RegExp, SchemaName])[] = [
  [/^ejc\.yaml$/, 'config'],
  [/^submissions\.yaml$/, 'submissions'],
  [/^projects\/[^/]+\.ya?ml$/, 'project'],
  [/^calendar\/[^/]+\.ya?ml$/, 'calendar'],
]

/** What the file at a path of the case repository is. */
export function fileKindOf(file: string): SyncedFile {
  const [, caseId = '', inCase = ''] = /^cases\/([^/]+)\/(.+)$/s.exec(file) ?? []
  if (isCaseId(caseId)) return { caseId, inCase, schema: documentIn(inCase) }
  return { caseId: null, inCase: null, schema: below.find(([path]) => path.test(file))?.[1] ?? null }
}

function documentIn(inCase: string): DocumentName | null {
  const name = inCase.replace(/\.yaml$/, '')
  return name !== inCase && isDocumentName(name) ? name : null
}
