import type { Path } from '../../facts/locations.ts'

/**
 * yaml, schema: the file can't be read, or not as a pack · missing: what the program relies on is not there · article:
 * points to what the pack does not list · contradiction: two places of the pack disagree · review: copied, not compared.
 */
export type FaultKind = 'yaml' | 'schema' | 'missing' | 'article' | 'contradiction' | 'review'

/** Something wrong with a pack: where in it, and in Chinese what, and what to do. */
export interface Fault {
  readonly kind: FaultKind
  readonly path: Path
  readonly message: string
}
