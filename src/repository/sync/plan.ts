import { posix } from 'node:path'
import type { RenumberedEntry } from '../../core/merge/case.ts'
import type { GitLocation } from '../gitdir.ts'
import { isCaseId } from '../paths.ts'
import { mergeCaseFiles } from './case-files.ts'
import { fileKindOf } from './files.ts'
import type { Changed, FileConflict, MergeSettings, Merging } from './merging.ts'
import { caseIdsInTree, freeNumber } from './numbers.ts'
import { decideCase, mergeOneFile } from './one-file.ts'
import { isSameEntry, readBlobs, readTrees, type TreeChange, type Trees, withScratch } from './tree.ts'

/** A number that both sides gave, each to a case of its own. */
export interface Clash {
  readonly from: string
  /** The number that our case is to get, free on both sides; theirs is known to others already. */
  readonly to: string
  /** Whether it is one and the same case, which their side renumbered. */
  readonly followed?: boolean
}

/** What the merge will do, planned in memory; nothing is changed yet. */
export interface MergePlan {
  /** By their paths from the top of the work tree. */
  readonly changes: ReadonlyMap<string, TreeChange>
  readonly conflicts: readonly FileConflict[]
  readonly clashes: readonly Clash[]
  readonly renumbered: readonly (RenumberedEntry & { readonly caseId: string })[]
  /** Our files that get another name, since theirs keep it. */
  readonly moved: readonly { readonly file: string; readonly to: string }[]
  /** Papers made on both sides; theirs are kept until the papers are made again. */
  readonly papers: readonly string[]
  /** The cases that both sides changed. */
  readonly mergedCases: readonly string[]
}

/** The commits of a merge: their last common one, ours and theirs. */
export interface Heads {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** Plans the merge of two commits. Throws RepositoryError when git fails. */
export async function planMerge(git: GitLocation, heads: Heads, settings: MergeSettings): Promise<MergePlan> {
  const trees = await readTrees(git.top, heads)
  const changed = changedIn(git, trees)
  const clashes = clashesIn(git, trees, changed)
  const clashing = new Set(clashes.map(({ from }) => from))
  const wanted = changed.filter(({ kind: { caseId } }) => caseId === null || !clashing.has(caseId))
  const mergedCases = casesOfBoth(wanted)
  const [inMerged, others] = partitioned(wanted, ({ kind }) => mergedCases.includes(kind.caseId ?? ''))
  const documents = mergedCases.flatMap((id) => documentsOf(git, trees, id))
  const contents = await readBlobs(git.top, hashesOf([...documents, ...wanted.filter(isChangedByBoth)]))
  return withScratch(git, async (scratch) => {
    const merging: Merging = {
      ...settings,
      scratch,
      contentOf: (entry) => entry && contents.get(entry.hash),
      isTaken: (path) => trees.ours.has(path) || trees.theirs.has(path),
      changes: new Map(),
      conflicts: [],
      renumbered: [],
      moved: [],
      papers: [],
    }
    for (const each of others) await mergeOneFile(merging, each)
    for (const id of mergedCases) {
      const [ofCase] = partitioned(documents, ({ kind }) => kind.caseId === id)
      const [files] = partitioned(inMerged, ({ kind }) => kind.caseId === id)
      if (ofCase.some(isGoneOnOneSide)) decideCase(merging, id, files)
      else await mergeCaseFiles(merging, id, ofCase, files)
    }
    const gone = new Set(documents.filter(isGoneOnOneSide).map(({ kind }) => kind.caseId))
    return { ...merging, clashes, mergedCases: mergedCases.filter((id) => !gone.has(id)) }
  })
}

/** The files that differ between the three versions, each with its versions. */
function changedIn(git: GitLocation, trees: Trees): Changed[] {
  const paths = new Set([...trees.base.keys(), ...trees.ours.keys(), ...trees.theirs.keys()])
  const isChanged = (path: string): boolean => {
    const base = trees.base.get(path)
    return !isSameEntry(base, trees.ours.get(path)) || !isSameEntry(base, trees.theirs.get(path))
  }
  return [...paths].filter(isChanged).map((path) => sidesAt(git, trees, path))
}

/** The items for which `holds` is true, and the others. */
function partitioned<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  const wanted = new Set(items.filter(holds))
  return [[...wanted], items.filter((item) => !wanted.has(item))]
}

function sidesAt(git: GitLocation, trees: Trees, path: string): Changed {
  const folder = git.prefix === '' ? '' : `${git.prefix}/`
  const file = path.startsWith(folder) ? path.slice(folder.length) : undefined
  return {
    path,
    file: file ?? path,
    kind: file === undefined ? { caseId: null, inCase: null, schema: null } : fileKindOf(file),
    base: trees.base.get(path),
    ours: trees.ours.get(path),
    theirs: trees.theirs.get(path),
  }
}

/** Whether both sides changed a file, and to different content. */
function isChangedByBoth({ base, ours, theirs }: Changed): boolean {
  return !isSameEntry(ours, theirs) && !isSameEntry(base, ours) && !isSameEntry(base, theirs)
}

function clashesIn(git: GitLocation, { ours, theirs }: Trees, changed: readonly Changed[]): Clash[] {
  const taken = [ours, theirs].flatMap((tree) => caseIdsInTree(git, tree))
  return changed.filter(isClash).flatMap(({ kind: { caseId: from } }) => {
    if (from === null) return []
    const to = freeNumber(from, taken)
    taken.push(to)
    return { from, to }
  })
}

/** Whether each side began a case of its own under the same number. */
function isClash({ base, ours, theirs, kind }: Changed): boolean {
  return (
    kind.inCase === 'case.yaml' &&
    !base &&
    ours !== undefined &&
    theirs !== undefined &&
    !isSameEntry(ours, theirs)
  )
}

/** Whether one of the two sides removed the case or gave it another number. */
function isGoneOnOneSide({ base, ours, theirs, kind }: Changed): boolean {
  return kind.inCase === 'case.yaml' && base !== undefined && (ours === undefined) !== (theirs === undefined)
}

/** The cases in which both sides changed something, even if not the same file. */
function casesOfBoth(changed: readonly Changed[]): string[] {
  const of = (side: 'ours' | 'theirs'): (string | null)[] =>
    changed.flatMap((each) => (isSameEntry(each.base, each[side]) ? [] : [each.kind.caseId]))
  const theirs = new Set(of('theirs'))
  return [...new Set(of('ours'))]
    .filter((id) => id !== null && isCaseId(id) && theirs.has(id))
    .flatMap((id) => id ?? [])
}

/** Every document of a case, changed or not, since any of them may refer to a number that changes. */
function documentsOf(git: GitLocation, trees: Trees, id: string): Changed[] {
  const folder = `${posix.join(git.prefix, 'cases', id)}/`
  const paths = new Set([...trees.base.keys(), ...trees.ours.keys(), ...trees.theirs.keys()])
  return [...paths]
    .filter((path) => path.startsWith(folder))
    .map((path) => sidesAt(git, trees, path))
    .filter(({ kind }) => kind.schema !== null)
}

function hashesOf(changed: readonly Changed[]): string[] {
  return changed
    .flatMap(({ base, ours, theirs }) => [base, ours, theirs])
    .flatMap((entry) => entry?.hash ?? [])
}
