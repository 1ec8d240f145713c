import type { PathSegment } from './node.ts'

/** A problem in a document: its path, and in Chinese what is wrong and what to do. */
export interface Problem {
  /** The value, or the key that is missing or unknown. */
  readonly path: PathSegment[]
  readonly code: 'invalid' | 'unknown-key'
  readonly message: string
  /** The key, code or date that the user most likely meant. */
  readonly suggestion?: string
  /** The places of all problems that it stands for, where it says only how many more there are. */
  readonly others?: readonly PathSegment[][]
}
