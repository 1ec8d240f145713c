import { join, posix } from 'node:path'
import type { CommitSummary } from '../commits.ts'
import type { GitLocation } from '../gitdir.ts'
import { newName, planRenumbering } from '../renumber.ts'
import { openRepository } from '../repository.ts'
import { fileKindOf } from './files.ts'
import { caseIdsInTree, freeNumber } from './numbers.ts'
import type { Clash, Heads } from './plan.ts'
import {
  isSameEntry,
  layOut,
  makeCommit,
  readTree,
  readTrees,
  type Tree,
  type TreeChange,
  type Trees,
  withScratch,
} from './tree.ts'

/** The commits of each side since they parted. */
export interface Records {
  readonly ours: readonly CommitSummary[]
  readonly theirs: readonly CommitSummary[]
}

/** How a merge handles cases that one side renumbered while the other changed them. */
export interface Following {
  /** The commits to merge instead: base and theirs, in which those cases have the numbers of our side. */
  readonly heads: Heads
  /** New numbers that our own cases must get first, in this order; then the plan has to be made again. */
  readonly ours: readonly Clash[]
  /** The renumbered cases that the merge follows, by the numbers before and after. */
  readonly followed: readonly Clash[]
}

interface RenumberingState {
  readonly git: GitLocation
  readonly trees: Trees
  readonly ourRenames: ReadonlyMap<string, string>
  readonly theirRenames: ReadonlyMap<string, string>
}

/**
 * Plans how the changes of one side get into a case that the other side renumbered. Where only the side that renumbered
 * the case has changed it, nothing is needed: its files move like all others.
 */
export async function followRenumbering(
  git: GitLocation,
  heads: Heads,
  records: Records,
): Promise<Following> {
  if (![...records.ours, ...records.theirs].some(isRenumbering)) return { heads, ours: [], followed: [] }
  const trees = await readTrees(git.top, heads)
  const ourRenames = renamesIn(git, records.ours, trees.base, trees.ours)
  const theirRenames = renamesIn(git, records.theirs, trees.base, trees.theirs)
  const state = { git, trees, ourRenames, theirRenames }
  const ours = numbersForOurs(state)
  const theirs = [...ourRenames].flatMap(([from, to]): Clash[] =>
    !theirRenames.has(from) && hasChanged(state, 'theirs', from) ? [{ from, to }] : [],
  )
  const agreed = [...ourRenames].flatMap(([from, to]): Clash[] =>
    theirRenames.get(from) === to ? [{ from, to }] : [],
  )
  const followed = [...agreed, ...theirs]
  if (ours.length) return { heads, ours, followed: [] }
  return {
    heads: {
      base: await renumberedCommit(git, heads.base, followed),
      ours: heads.ours,
      theirs: await renumberedCommit(git, heads.theirs, theirs),
    },
    ours: [],
    followed,
  }
}

const isRenumbering = ({ action, caseId, subject }: CommitSummary): boolean =>
  action === 'renumber' && caseId !== null && subject !== null

const folderOf = ({ prefix }: GitLocation, id: string): string => `${posix.join(prefix, 'cases', id)}/`

const hasCase = (git: GitLocation, tree: Tree, id: string): boolean =>
  tree.has(`${folderOf(git, id)}case.yaml`)

/** The cases of `base` that a side has renumbered, by its commits, where its files confirm it. */
function renamesIn(
  git: GitLocation,
  records: readonly CommitSummary[],
  base: Tree,
  side: Tree,
): Map<string, string> {
  const now = new Map<string, string>()
  for (const { caseId, subject } of records.filter(isRenumbering).toReversed()) {
    const first = [...now].find(([, to]) => to === subject)?.[0] ?? subject ?? ''
    now.set(first, caseId ?? '')
  }
  return new Map(
    [...now].filter(
      ([from, to]) =>
        hasCase(git, base, from) &&
        !hasCase(git, base, to) &&
        !hasCase(git, side, from) &&
        hasCase(git, side, to),
    ),
  )
}

/** Whether a side still has a case and has changed it since they parted. */
function hasChanged({ git, trees }: RenumberingState, side: 'ours' | 'theirs', id: string): boolean {
  if (!hasCase(git, trees[side], id)) return false
  const folder = folderOf(git, id)
  const paths = [...trees.base.keys(), ...trees[side].keys()].filter((path) => path.startsWith(folder))
  return paths.some((path) => !isSameEntry(trees.base.get(path), trees[side].get(path)))
}

/** The numbers that our cases must take: others know their numbers already, so our cases take those or free them. */
function numbersForOurs(state: RenumberingState): Clash[] {
  const { git, trees, ourRenames, theirRenames } = state
  const needed: Clash[] = []
  const makeWay = (id: string): void => {
    const known = [trees.base, trees.ours, trees.theirs].flatMap((tree) => caseIdsInTree(git, tree))
    needed.push({ from: id, to: freeNumber(id, [...known, ...needed.map(({ to }) => to)]) })
  }
  for (const [from, to] of theirRenames) {
    const current = ourRenames.get(from) ?? from
    if (current === to || (current === from && !hasChanged(state, 'ours', from))) continue
    if (hasCase(git, trees.ours, to)) makeWay(to)
    needed.push({ from: current, to, followed: true })
  }
  for (const [from, to] of ourRenames)
    if (!theirRenames.has(from) && hasChanged(state, 'theirs', from) && hasCase(git, trees.theirs, to))
      makeWay(to)
  return needed
}

/** Makes a commit after `commit` in which cases have other numbers; it is on no branch. */
export async function renumberedCommit(
  git: GitLocation,
  commit: string,
  renumberings: readonly Clash[],
): Promise<string> {
  let last = commit
  for (const { from, to } of renumberings) {
    const changes = await changesFor(git, last, { from, to })
    const trailers = `Ejc-Action: renumber\nEjc-Case: ${to}\nEjc-Subject: ${from}`
    last = await makeCommit(git, [last], changes, `${to} 改号（原编号 ${from}）\n\n${trailers}\n`)
  }
  return last
}

/** The changes that give a case of a commit another number, planned by `planRenumbering` on a copy of its documents. */
async function changesFor(
  git: GitLocation,
  commit: string,
  { from, to }: Clash,
): Promise<Map<string, TreeChange>> {
  const tree = await readTree(git.top, commit)
  const [folder, fresh] = [folderOf(git, from), folderOf(git, to)]
  const changes = new Map<string, TreeChange>()
  for (const [path, entry] of tree) {
    if (!path.startsWith(folder)) continue
    changes.set(path, null).set(`${fresh}${newName(path.slice(folder.length), from, to)}`, entry)
  }
  const documents = [...tree].flatMap(([path, { mode }]) =>
    fileKindOf(posix.relative(git.prefix, path)).schema && mode.startsWith('100') ? path : [],
  )
  await withScratch(git, async (scratch) => {
    await layOut(git, commit, documents, scratch)
    const { files } = planRenumbering(await openRepository(join(scratch, 'files', git.prefix)), from, to)
    for (const [file, bytes] of files) {
      const path = posix.join(git.prefix, file)
      const mode = tree.get(path)?.mode ?? tree.get(path.replace(fresh, folder))?.mode ?? '100644'
      if (bytes) changes.set(path, { mode, bytes })
    }
  })
  return changes
}
