import type { Path } from '../../facts/locations.ts'

/**
 * yaml, schema: the file can't be read, or not as a pack · missing: the pack lacks what the program relies on ·
 * article: refers to what the pack does not list · contradiction: two places of the pack disagree · review: copied, not
 * compared.
 */
export type FaultKind = 'yaml' | 'schema' | 'missing' | 'article' | 'contradiction' | 'review'

/** Something wrong with a pack: where in it, and in Chinese what, and what to do. */
export interface PackFault {
  readonly kind: FaultKind
  readonly path: Path
  readonly message: string
}

/** Two places of a pack that disagree. */
export function contradiction(path: Path, message: string): PackFault {
  return { kind: 'contradiction', path, message }
}
