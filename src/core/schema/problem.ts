import type { PathSegment } from './node.ts'

/** What is wrong with a document: where, and in Chinese what and what to do. */
export interface Problem {
  /** The value, or the key that is missing or unknown. */
  readonly path: PathSegment[]
  readonly code: 'invalid' | 'unknown-key'
  readonly message: string
  /** What most likely was meant: a key, a code or a date. */
  readonly suggestion?: string
}
