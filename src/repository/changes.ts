import { RepositoryError } from './errors.ts'
import { answerOf, attempt, listedPaths, printed } from './git.ts'
import { headState } from './git-work-tree.ts'
import { needGit } from './gitdir.ts'
import { isCaseId, printable } from './paths.ts'

/** Files outside cases/ on which the findings of every case may depend. */
const commonToAll = /^(ejc\.yaml|(calendar|projects|regulations)\/[^/]+\.ya?ml)$/

/**
 * The cases that have changed since the branch began: in its commits, in the work tree, or by new files. Undefined when
 * a change (of ejc.yaml, a calendar …) may concern every case. Cases that were removed are named too.
 * `ref` names the commit compared with; without it the upstream of the branch, or else the main branch.
 * Throws RepositoryError `git` when there is no such commit, `not-a-git-repository` outside git.
 */
export async function changedCases(root: string, ref?: string): Promise<string[] | undefined> {
  needGit(root)
  const { commit: head } = await headState(root)
  const base = head === null ? undefined : await baseWith(root, head, ref)
  if (base === undefined) return undefined
  const files = await changedFiles(root, base)
  if (files.some((file) => commonToAll.test(file))) return undefined
  const ids = files.flatMap((file) => /^cases\/([^/]+)\//.exec(file)?.[1] ?? [])
  return [...new Set(ids)].filter(isCaseId).sort()
}

/** The commit that `changedCases` compares with for `ref`; the empty tree where the branch has no commit yet. */
export async function baseOf(root: string, ref: string): Promise<string> {
  const { commit } = await headState(root)
  if (commit !== null) return baseWith(root, commit, ref)
  return (await printed(root, ['hash-object', '-t', 'tree', '--stdin'], { input: '' })).trim()
}

/**
 * The commit at which the branch left the other; the other itself when they share no commit, for example in a shallow
 * clone.
 */
async function baseWith(root: string, head: string, ref: string | undefined): Promise<string> {
  const other = ref === undefined ? await usualBase(root, head) : await commitOf(root, ref)
  if (other === null) {
    const hint = '后面要写提交、分支或标签；只检查一案的，把案件编号写在 --changed 之前'
    throw new RepositoryError('git', `没有“${printable(ref ?? '')}”这个提交：--changed ${hint}`)
  }
  return (await answerOf(root, ['merge-base', other, head])) ?? other
}

async function usualBase(root: string, head: string): Promise<string> {
  const { branch } = await headState(root)
  const upstream = branch === null ? null : await upstreamOf(root, branch)
  for (const name of [upstream, 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/heads/main']) {
    const commit = name === null ? null : await commitOf(root, name)
    if (commit !== null) return commit
  }
  return head
}

function upstreamOf(root: string, branch: string): Promise<string | null> {
  return answerOf(root, ['for-each-ref', '--format=%(upstream)', `refs/heads/${branch}`])
}

function commitOf(root: string, name: string): Promise<string | null> {
  return answerOf(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
}

/** The files of the work tree that differ from the commit, and files unknown to git; relative to the repository. */
async function changedFiles(root: string, base: string): Promise<string[]> {
  const changed = [
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--no-ext-diff',
    '--relative',
    base,
    '--',
    '.',
  ]
  const unknown = ['ls-files', '-z', '--others', '--exclude-standard', '--', '.']
  const outputs = [await attempt(root, changed), await attempt(root, unknown)]
  return outputs.flatMap(listedPaths)
}
