import type { Path } from '../../core/facts/locations.ts'
import type { RenumberedEntry } from '../../core/merge/case.ts'
import type { Decision } from '../../core/merge/merge.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import type { SyncedFile } from './files.ts'
import type { ThreeVersions } from './text.ts'
import type { TreeChange, TreeEntry } from './tree.ts'

/** A fact, or a whole file, that both sides changed differently. */
export interface FileConflict {
  /** `cases/NN-2026-0001/case.yaml#obligors[o1].phone`; without `#` for a whole file. */
  readonly address: string
  readonly file: string
  readonly caseId: string | null
  /** The schema of the file; null for one without facts. */
  readonly schema: SchemaName | null
  readonly path: Path
  readonly base: unknown
  readonly ours: unknown
  readonly theirs: unknown
  readonly both: boolean
}

/** What the merge asks of its caller. */
export interface MergeSettings {
  readonly decide: (address: string) => Decision | undefined
  /** Whether a paper can be made again from the facts because nobody has changed it by hand. */
  readonly isRepeatable: (paper: Uint8Array) => boolean
}

/** A path from the top of the work tree with its file in the three versions. */
export interface Changed extends ThreeVersions<TreeEntry> {
  readonly path: string
  /** Relative to the case repository; for a file outside of it, the whole path. */
  readonly file: string
  readonly kind: SyncedFile
}

/** What the merge of single cases and files gets, and the collections to which it adds its results. */
export interface Merging extends MergeSettings {
  readonly scratch: string
  readonly contentOf: (entry: TreeEntry | undefined) => Buffer | undefined
  readonly isTaken: (path: string) => boolean
  readonly changes: Map<string, TreeChange>
  readonly conflicts: FileConflict[]
  readonly renumbered: (RenumberedEntry & { readonly caseId: string })[]
  readonly moved: { readonly file: string; readonly to: string }[]
  readonly papers: string[]
}
