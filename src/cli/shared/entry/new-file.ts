import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'

/** A file that an officer adds beside the cases, and what its commit says. */
export interface NewFile {
  readonly action: string
  readonly subject: string
  readonly message: string
  readonly file: string
  readonly yaml: string
}

/** Writes a file that is not there yet; its commit, null when none was wanted. Throws RepositoryError, and then nothing is written. */
export async function writeNewFile(
  { repository }: Workspace,
  { file, yaml, ...note }: NewFile,
  commit: boolean,
): Promise<string | null> {
  const files = new Map([[file, new TextEncoder().encode(yaml)]])
  const change = { ...note, caseId: null, files, expected: new Map([[file, null]]) }
  return (await commitTransaction(repository.root, change, { commit })).commit
}
