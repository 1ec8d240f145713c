import type { SignedPaper } from '../facts/signed-papers.ts'
import type { ChangedField } from '../forms/changed.ts'

/** A paper that somebody made or signed, and what it says otherwise than the facts do now. */
export interface ChangedPaper {
  /** Inside the folder of the case. */
  readonly path: string
  readonly form: string
  readonly subject: string | null
  /** Where the scan of a signed paper is recorded; absent for a paper that ejc made. */
  readonly signed?: object
  /** Of a paper that ejc made: its signed copy, where that was not compared with the facts. */
  readonly copy?: Pick<SignedPaper, 'file' | 'place'>
  /** Empty where the facts are as they were; undefined where nothing on record tells what they were. */
  readonly fields: readonly ChangedField[] | undefined
}

/** A Word file of the case that is not as it was saved. */
export interface DamagedFile {
  /** Inside the folder of the case. */
  readonly path: string
  /** In Chinese. */
  readonly why: string
}
