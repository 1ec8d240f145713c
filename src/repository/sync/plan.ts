import { posix } from 'node:path'
import type { Renumbered } from '../../core/merge/case.ts'
import type { GitLocation } from '../gitdir.ts'
import { isCaseId } from '../paths.ts'
import { nextCaseId } from '../repository.ts'
import { mergeCaseFiles } from './case-files.ts'
import { kindOf } from './files.ts'
import type { Changed, FileConflict, MergeSettings, Merging } from './merging.ts'
import { decideCase, mergeOneFile } from './one-file.ts'
import { isSameEntry, readBlobs, readTrees, type TreeChange, type Trees, withScratch } from './tree.ts'

/** A number that each side gave to a case of its own. */
export interface Clash {
  readonly from: string
  /** The number that our case is to get, free on both sides; theirs is known to others already. */
  readonly to: string
  /** Whether it is one case, to which theirs gave the number. */
  readonly followed?: boolean
}

/** What merging would do, worked out in memory; nothing is changed yet. */
export interface Plan {
  /** By their paths from the top of the work tree. */
  readonly changes: ReadonlyMap<string, TreeChange>
  readonly conflicts: readonly FileConflict[]
  readonly clashes: readonly Clash[]
  readonly renumbered: readonly (Renumbered & { readonly caseId: string })[]
  /** Files of ours that went under another name, since theirs has the name. */
  readonly moved: readonly { readonly file: string; readonly to: string }[]
  /** Papers made on both sides, of which theirs stands until they are made again. */
  readonly papers: readonly string[]
  /** The cases that both sides changed. */
  readonly mergedCases: readonly string[]
}

/** The commits to be merged: where they part, ours and theirs. */
export interface Heads {
  readonly base: string
  readonly ours: string
  readonly theirs: string
}

/** Works out the merge of two commits. Throws RepositoryError when git fails. */
export async function planMerge(git: GitLocation, heads: Heads, settings: MergeSettings): Promise<Plan> {
  const trees = await readTrees(git.top, heads)
  const changed = changedIn(git, trees)
  const clashes = clashesIn(git, trees, changed)
  const clashing = new Set(clashes.map(({ from }) => from))
  const wanted = changed.filter(({ kind: { caseId } }) => caseId === null || !clashing.has(caseId))
  const mergedCases = casesOfBoth(wanted)
  const [inMerged, others] = parted(wanted, ({ kind }) => mergedCases.includes(kind.caseId ?? ''))
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
      const [ofCase] = parted(documents, ({ kind }) => kind.caseId === id)
      const [files] = parted(inMerged, ({ kind }) => kind.caseId === id)
      if (ofCase.some(isGoneOnOneSide)) decideCase(merging, id, files)
      else await mergeCaseFiles(merging, id, ofCase, files)
    }
    const gone = new Set(documents.filter(isGoneOnOneSide).map(({ kind }) => kind.caseId))
    return { ...merging, clashes, mergedCases: mergedCases.filter((id) => !gone.has(id)) }
  })
}

/** What differs between the three sides, with the sides of each. */
function changedIn(git: GitLocation, trees: Trees): Changed[] {
  const paths = new Set([...trees.base.keys(), ...trees.ours.keys(), ...trees.theirs.keys()])
  const isChanged = (path: string): boolean => {
    const base = trees.base.get(path)
    return !isSameEntry(base, trees.ours.get(path)) || !isSameEntry(base, trees.theirs.get(path))
  }
  return [...paths].filter(isChanged).map((path) => sidesAt(git, trees, path))
}

/** Those for which something holds, and the others. */
function parted<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  const wanted = new Set(items.filter(holds))
  return [[...wanted], items.filter((item) => !wanted.has(item))]
}

function sidesAt(git: GitLocation, trees: Trees, path: string): Changed {
  const folder = git.prefix === '' ? '' : `${git.prefix}/`
  const file = path.startsWith(folder) ? path.slice(folder.length) : undefined
  return {
    path,
    file: file ?? path,
    kind: file === undefined ? { caseId: null, inCase: null, schema: null } : kindOf(file),
    base: trees.base.get(path),
    ours: trees.ours.get(path),
    theirs: trees.theirs.get(path),
  }
}

/** Whether both sides changed a file, and not to the same. */
function isChangedByBoth({ base, ours, theirs }: Changed): boolean {
  return !isSameEntry(ours, theirs) && !isSameEntry(base, ours) && !isSameEntry(base, theirs)
}

function clashesIn(git: GitLocation, { ours, theirs }: Trees, changed: readonly Changed[]): Clash[] {
  const folder = posix.join(git.prefix, 'cases/')
  const paths = [...ours.keys(), ...theirs.keys()].filter((path) => path.startsWith(folder))
  const taken = [...new Set(paths.map((path) => path.slice(folder.length).split('/', 1)[0] ?? ''))]
  return changed.filter(isClash).flatMap(({ kind: { caseId: from } }) => {
    const [, prefix, year] = /^(.+)-(\d+)-\d+$/.exec(from ?? '') ?? []
    if (!from || prefix === undefined) return []
    const to = nextCaseId(taken, prefix, Number(year))
    taken.push(to)
    return { from, to }
  })
}

/** A case that each side began for itself, and so two cases under one number. */
function isClash({ base, ours, theirs, kind }: Changed): boolean {
  return (
    kind.inCase === 'case.yaml' &&
    !base &&
    ours !== undefined &&
    theirs !== undefined &&
    !isSameEntry(ours, theirs)
  )
}

/** A case that one of the two removed, or gave another number. */
function isGoneOnOneSide({ base, ours, theirs, kind }: Changed): boolean {
  return kind.inCase === 'case.yaml' && base !== undefined && (ours === undefined) !== (theirs === undefined)
}

/** The cases in which both sides changed something, if not the same file. */
function casesOfBoth(changed: readonly Changed[]): string[] {
  const of = (side: 'ours' | 'theirs'): (string | null)[] =>
    changed.flatMap((each) => (isSameEntry(each.base, each[side]) ? [] : [each.kind.caseId]))
  const theirs = new Set(of('theirs'))
  return [...new Set(of('ours'))]
    .filter((id) => id !== null && isCaseId(id) && theirs.has(id))
    .flatMap((id) => id ?? [])
}

/** Every document of a case, changed or not: a number that changes is referred to from any of them. */
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
