import { answerOf, attempt, plumb } from './git.ts'
import { needGit } from './gitdir.ts'
import { markLeftOut } from './sparse.ts'

/** A commit to which the branch is to move, and the commit at which it must stand before. */
export interface Adoption {
  readonly commit: string
  readonly from: string
}

/** Whether the branch has reached the commit, or gone further. */
export async function isAdopted(root: string, { commit }: Adoption): Promise<boolean> {
  return isAncestor(root, commit, 'HEAD')
}

/** Whether the history of `later` holds `earlier`. */
async function isAncestor(root: string, earlier: string, later: string): Promise<boolean> {
  return (await answerOf(root, ['merge-base', earlier, later])) === earlier
}

/** Moves the branch from one commit to another. Throws `git` when the branch has moved elsewhere meanwhile. */
export async function moveBranch(root: string, { commit, from }: Adoption): Promise<void> {
  await attempt(root, ['update-ref', '-m', 'ejc', 'HEAD', commit, from])
}

/** Brings the index in line with the commit of HEAD; the files of the work tree stay as they are. */
export async function resetIndex(root: string): Promise<void> {
  // `git reset` compares contents: in a partial clone it would fetch those of other cases.
  await attempt(root, ['read-tree', '--reset', '-i', 'HEAD'])
  await markLeftOut(needGit(root))
  await plumb(root, ['update-index', '-q', '--refresh'], { answers: [1] })
}

/** Brings the index in line with the work tree for many paths, relative to `root`; what else is staged stays staged. */
export async function indexPaths(root: string, paths: readonly string[]): Promise<void> {
  const listed = ['--pathspec-from-file=-', '--pathspec-file-nul']
  const input = paths.map((path) => `${path}\0`).join('')
  await plumb(root, ['--literal-pathspecs', 'add', '--force', '--all', ...listed], { input })
}
