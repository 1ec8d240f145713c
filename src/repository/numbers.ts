import { RepositoryError } from './errors.ts'
import { answerOf, listedPaths, printed } from './git.ts'
import { headState } from './git-work-tree.ts'
import { locateGit } from './gitdir.ts'
import { isCaseId } from './paths.ts'
import { nextCaseId, openRepository } from './repository.ts'

/**
 * Every number that a case has: in the work tree, in the last commit, in the index, and in what was last fetched from
 * the shared library. A folder that was deleted by mistake, or that a sparse checkout leaves out, keeps its number.
 */
export async function takenNumbers(root: string): Promise<ReadonlySet<string>> {
  const repository = await openRepository(root)
  const taken = new Set(repository.folderNames())
  for (const id of await numbersInGit(root)) taken.add(id)
  return taken
}

async function numbersInGit(root: string): Promise<string[]> {
  const git = locateGit(root)
  const { branch, commit } = git ? await headState(root) : { branch: null, commit: null }
  if (!git || commit === null) return []
  const folder = git.prefix === '' ? 'cases/' : `${git.prefix}/cases/`
  const upstream = await answerOf(root, [
    'for-each-ref',
    '--format=%(upstream)',
    `refs/heads/${branch ?? ''}`,
  ])
  const fetched =
    upstream && (await answerOf(root, ['rev-parse', '--verify', '--quiet', `${upstream}^{commit}`]))
  const trees = await Promise.all(
    ['HEAD', fetched].map((tree) =>
      tree ? printed(git.top, ['ls-tree', '-z', '--name-only', '--full-tree', tree, '--', folder]) : '',
    ),
  )
  const staged = ['diff-index', '--cached', '--name-only', '-z', '--no-renames', 'HEAD', '--', folder]
  const paths = [...trees, await printed(git.top, staged)].flatMap(listedPaths)
  return paths.map((path) => path.slice(folder.length).split('/', 1)[0] ?? '').filter(isCaseId)
}

/** The next free number of a year: `<prefix>-<year>-<number>`. */
export async function nextNumber(root: string, prefix: string, year: number): Promise<string> {
  return nextCaseId([...(await takenNumbers(root))], prefix, year)
}

/**
 * Throws `changed-meanwhile` for a number whose case git has and the work tree lacks: a new case there would be
 * committed over the old one.
 */
export async function needUnused(root: string, id: string): Promise<void> {
  const { caseExists } = await openRepository(root)
  if (caseExists(id) || !(await numbersInGit(root)).includes(id)) return
  const how = `误删的，用 git restore cases/${id} 取回；没有取出的，用 git sparse-checkout 取出；确实另立一案的，不写编号`
  throw new RepositoryError(
    'changed-meanwhile',
    `案件 ${id} 在案件库里已有，只是这台电脑上没有它的文件夹：${how}`,
  )
}
