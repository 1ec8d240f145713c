import { isMapData } from '../core/facts/data.ts'
import type { Path } from '../core/facts/locations.ts'
import type { Lists } from '../core/schema/choices.ts'
import { type SchemaName, validateDocument } from '../core/schema/validate.ts'
import type { RawDocument } from './raw.ts'
import type { YamlProblem } from './yaml/problem.ts'

/** A problem of a file itself, found before any rule of the law is checked. */
export interface FileProblem {
  readonly rule: 'schema/yaml' | 'schema/invalid' | 'schema/unknown-key' | 'repo/merge-conflict'
  readonly file: string
  readonly path: Path
  readonly message: string
  /** The line, where the reader knows it already; else it follows from the path. */
  readonly line?: { readonly line: number; readonly column: number }
  /** Whether the finding belongs to the value at the path or to its key. */
  readonly position: 'value' | 'key'
  /** Where the problem only counts others that are not listed: the places of all those. */
  readonly others?: readonly Path[]
}

/** A document checked against its schema; no data where it could not even be read. */
export interface CheckedDocument<T> {
  readonly data: T | undefined
  readonly problems: readonly FileProblem[]
}

/**
 * Checks one file against the schema of its name and the lists of the law. `isBackfilled`: a file of a case taken over
 * from a ledger, which may lack some keys; case.yaml says it itself.
 */
export function checkDocument<T>(
  name: SchemaName,
  raw: RawDocument,
  lists: Lists,
  isBackfilled?: boolean,
): CheckedDocument<T> {
  if (!raw.result.ok) return { data: undefined, problems: unreadableFile(raw.file, raw.result.problems) }
  const problems = validateDocument(name, raw.result.data, lists, undefined, isBackfilled || undefined).map(
    ({ code, path, message, others }): FileProblem => {
      const unknown = code === 'unknown-key'
      const rule = unknown ? 'schema/unknown-key' : 'schema/invalid'
      const position = unknown ? 'key' : 'value'
      return { rule, file: raw.file, path, message, position, ...(others && { others }) }
    },
  )
  // The schema boundary: callers use the data only where no problem but an unknown key was found.
  return { data: raw.result.data as T, problems }
}

/** The problems of a file that could not be read as YAML. */
export function unreadableFile(file: string, problems: readonly YamlProblem[]): FileProblem[] {
  return problems.map(({ code, message, line, column }) => ({
    rule: code === 'merge-conflict' ? 'repo/merge-conflict' : 'schema/yaml',
    file,
    path: [],
    message,
    line: { line, column },
    position: 'value',
  }))
}

/** Whether a case says that it was taken over from a ledger, also where its file is not valid. */
export function isBackfilledCase(raw: RawDocument | undefined): boolean {
  const data: unknown = raw?.result.ok ? raw.result.data : undefined
  return isMapData(data) && data.backfilled !== undefined
}
