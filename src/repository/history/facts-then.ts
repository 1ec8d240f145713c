import { type Documents, documentNames } from '../../core/facts/documents.ts'
import { type Facts, factsOf } from '../../core/facts/facts.ts'
import type { Lists } from '../../core/schema/choices.ts'
import { checkDocument, isBackfilledCase } from '../check.ts'
import { RepositoryError } from '../errors.ts'
import { answerOf } from '../git.ts'
import { locateGit } from '../gitdir.ts'
import { documentPath, isCaseId } from '../paths.ts'
import { documentOf } from '../raw.ts'
import { type FileVersions, fileVersions, noVersions } from './file-versions.ts'
import { type OpenObjects, openObjects } from './objects.ts'

/** What the history tells of papers and of the facts of that time. Git is asked on first use, and then once for all. */
export interface PaperHistory {
  /** Whether there is a history at all. */
  readonly isThere: boolean
  /** Whether the history lacks its beginning: in its oldest commit all files seem to be new. */
  isCutOff(): Promise<boolean>
  versions(): Promise<FileVersions>
  /** The facts of a case as a commit holds them; undefined where a document was not there or not valid. */
  factsIn(id: string, commit: string, lists: Lists): Promise<Facts | undefined>
  /** To be called once nothing more is asked: git may still be running. */
  close(): Promise<void>
}

/** The history of the repository at `root`, which is to be closed. */
export function openHistory(root: string): PaperHistory {
  let objects: OpenObjects | undefined
  let cutOff: Promise<boolean> | undefined
  let versions: Promise<FileVersions> | undefined
  return {
    isThere: locateGit(root) !== null,
    isCutOff() {
      cutOff ??= unlessGitFails(
        answerOf(root, ['rev-parse', '--is-shallow-repository']).then((said) => said === 'true'),
        true,
      )
      return cutOff
    },
    versions() {
      versions ??= unlessGitFails(fileVersions(root), noVersions)
      return versions
    },
    async factsIn(id, commit, lists) {
      if (!isCaseId(id)) return undefined
      objects ??= openObjects(root)
      const paths = documentNames.map((name) => documentPath(id, name))
      return factsOfFiles(id, await objects.read(commit, paths), lists)
    },
    close: async () => objects?.close(),
  }
}

/** Where git can't tell, as before the first commit, nothing is known of the past; all else is still checked. */
const unlessGitFails = <T>(asked: Promise<T>, otherwise: T): Promise<T> =>
  asked.catch((error: unknown) => {
    if (error instanceof RepositoryError && error.code === 'git') return otherwise
    throw error
  })

function factsOfFiles(id: string, files: readonly (Buffer | null)[], lists: Lists): Facts | undefined {
  const raw = documentNames.flatMap((name, index) => {
    const bytes = files[index]
    return bytes ? [[name, documentOf(documentPath(id, name), bytes)] as const] : []
  })
  const isBackfilled = isBackfilledCase(raw.find(([name]) => name === 'case')?.[1])
  const documents: Record<string, unknown> = {}
  for (const [name, document] of raw) {
    const { data, problems } = checkDocument(name, document, lists, isBackfilled)
    if (problems.some(({ rule }) => rule !== 'schema/unknown-key')) return undefined
    documents[name] = data
  }
  // The schema boundary: every document has just been validated.
  return documents.case === undefined ? undefined : factsOf(documents as unknown as Documents)
}
