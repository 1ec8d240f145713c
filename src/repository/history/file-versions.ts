import { printed, RECORD_END } from '../git.ts'

/** A file as a commit left it. */
export interface FileVersion {
  readonly commit: string
  /** Where it stood then, relative to the repository: a case that was renumbered had another folder. */
  readonly path: string
  /** The name that git gives its content. */
  readonly blob: string
}

/** The versions of the files of cases, by one look into the whole history. */
export interface FileVersions {
  /** The newest first, under the names that the file had before too; none where it is not in the history. */
  of(path: string): readonly FileVersion[]
  /** Whether the commit brought the case itself, so that it tells nothing of what the case was before. */
  broughtCase(version: FileVersion): boolean
}

// Only files whose content is the same are followed to their former names: so git opens no file.
const call = [
  ...['-c', 'log.showRoot=true', 'log', '--no-show-signature', '--no-color', '--raw', '--no-abbrev', '-z'],
  ...['-M100%', '--relative', '--format=%x1e%H', '--', 'cases'],
]

/** What there is before the first commit. */
export const noVersions: FileVersions = { of: () => [], broughtCase: () => false }

/** Reads the history once. Throws `git` when git fails, as before the first commit. */
export async function fileVersions(root: string): Promise<FileVersions> {
  const versions = new Map<string, FileVersion[]>()
  const brought = new Set<string>()
  /** The names of now that a name stood for at the time that has been reached, where they differ. */
  const namesOfNow = new Map<string, readonly string[]>()
  const nowOf = (path: string): readonly string[] => namesOfNow.get(path) ?? [path]
  for (const { commit, blob, status, path, former } of changesIn(await printed(root, call))) {
    const now = nowOf(path)
    for (const name of now) versions.set(name, [...(versions.get(name) ?? []), { commit, path, blob }])
    if (status === 'A' && path.endsWith('/case.yaml')) brought.add(placeOf(commit, path))
    if (status !== 'R' || former === undefined) continue
    namesOfNow.set(former, [...new Set([...nowOf(former), ...now])])
    namesOfNow.set(path, [])
  }
  return {
    of: (path) => versions.get(path) ?? [],
    broughtCase: ({ commit, path }) => brought.has(placeOf(commit, path)),
  }
}

/** A commit and the folder of a case in it. */
const placeOf = (commit: string, path: string): string => [commit, ...path.split('/').slice(0, 2)].join('/')

interface Change {
  readonly commit: string
  readonly blob: string
  /** The letter of git: A, M, D, R. */
  readonly status: string
  readonly path: string
  /** The name before, of a file that was renamed. */
  readonly former: string | undefined
}

/** What changed in each commit, the newest first. */
function* changesIn(log: string): Iterable<Change> {
  const parts = log.split('\0')
  let commit = ''
  for (let at = 0; at < parts.length; at++) {
    const part = (parts[at] ?? '').trimStart()
    if (part.startsWith(RECORD_END)) commit = part.slice(RECORD_END.length).trim()
    if (!part.startsWith(':')) continue
    const [, , , blob = '', letters = ''] = part.split(' ')
    const status = letters.slice(0, 1)
    const former = status === 'R' || status === 'C' ? parts[++at] : undefined
    yield { commit, blob, status, path: parts[++at] ?? '', former }
  }
}
