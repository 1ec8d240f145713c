import { answerOf } from '../git.ts'
import { type GitLocation, needGit } from '../gitdir.ts'
import { planMerge } from './plan.ts'
import { makeCommit } from './tree.ts'

/** Merged bases that are known already, by the two commits that they were merged of. */
export type KnownBases = Map<string, string>

/**
 * The commit from which two others are to be merged: their last common one. Where histories cross, they have several:
 * then these are merged into one that belongs to no branch, as git itself does it, since with any single one of them a
 * thing that was removed on the way would come back. Null where they have nothing in common.
 *
 * The bases of bases may cross again, a whole day back, and several ways lead to the same two: each pair is merged
 * once.
 */
export async function mergeBase(
  root: string,
  ours: string,
  theirs: string,
  known: KnownBases = new Map(),
): Promise<string | null> {
  const found = await answerOf(root, ['merge-base', '--all', ours, theirs])
  // In one order, whoever asks, so that the same pairs come again.
  const [first, ...others] = (found?.split('\n') ?? []).filter((line) => line !== '').sort()
  if (first === undefined) return null
  let base = first
  for (const other of others) base = await knownBase(needGit(root), base, other, known)
  return base
}

async function knownBase(git: GitLocation, one: string, other: string, known: KnownBases): Promise<string> {
  const pair = `${one} ${other}`
  const made = known.get(pair) ?? (await mergedBase(git, one, other, known))
  known.set(pair, made)
  return made
}

async function mergedBase(git: GitLocation, one: string, other: string, known: KnownBases): Promise<string> {
  const base = (await mergeBase(git.top, one, other, known)) ?? one
  const heads = { base, ours: one, theirs: other }
  const { changes } = await planMerge(git, heads, { decide: () => 'open', isRepeatable: () => true })
  return makeCommit(git, [one, other], changes, '合并的基准')
}
