import { answerOf } from '../git.ts'
import { type GitLocation, needGit } from '../gitdir.ts'
import { planMerge } from './plan.ts'
import { makeCommit } from './tree.ts'

/**
 * The commit from which two others are to be merged: their last common one. Where histories cross, they have several: then
 * these are merged into one that belongs to no branch, as git itself does it, since with any single one of them a thing that
 * was removed on the way would come back. Null where they have nothing in common.
 */
export async function mergeBase(root: string, ours: string, theirs: string): Promise<string | null> {
  const found = await answerOf(root, ['merge-base', '--all', ours, theirs])
  const [first, ...others] = found?.split('\n').filter((line) => line !== '') ?? []
  if (first === undefined) return null
  let base = first
  for (const other of others) base = await mergedBase(needGit(root), base, other)
  return base
}

async function mergedBase(git: GitLocation, one: string, other: string): Promise<string> {
  const base = (await mergeBase(git.top, one, other)) ?? one
  const heads = { base, ours: one, theirs: other }
  const { changes } = await planMerge(git, heads, { decide: () => 'open', isRepeatable: () => true })
  return makeCommit(git, [one, other], changes, '合并的基准')
}
