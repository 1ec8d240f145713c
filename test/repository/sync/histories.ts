import { parse } from 'yaml'
import { needGit } from '../../../src/repository/gitdir.ts'
import { type KnownBases, mergeBase } from '../../../src/repository/sync/base.ts'
import { planMerge } from '../../../src/repository/sync/plan.ts'
import { makeCommit } from '../../../src/repository/sync/tree.ts'
import { git, temporaryRepository } from '../temporary.ts'

export const FILE = 'cases/NN-2026-0001/case.yaml'

export interface Officer {
  readonly name: string
  readonly phone?: string
}

/** A change of the list of officers: somebody comes, goes, or gets another telephone. */
type Change = (officers: readonly Officer[]) => readonly Officer[]

export const comes =
  (name: string): Change =>
  (officers) => [...officers, { name }]
export const goes =
  (name: string): Change =>
  (officers) =>
    officers.filter((each) => each.name !== name)
export const calls =
  (name: string, phone: string): Change =>
  (officers) =>
    officers.map((each) => (each.name === name ? { ...each, phone } : each))

function textWith(officers: readonly Officer[]): string {
  const listed = officers.map((each) => `\n  - ${JSON.stringify(each)}`).join('')
  return `id: NN-2026-0001\nofficers:${listed || ' []'}\n`
}

/** A repository whose commits are made by their parents, as several clones would have them. */
export function histories() {
  const root = temporaryRepository()
  const located = needGit(root)
  const officersAt = (commit: string): readonly Officer[] => {
    const data: unknown = parse(git(root, 'show', `${commit}:${FILE}`))
    const listed = typeof data === 'object' && data !== null && 'officers' in data ? data.officers : []
    return Array.isArray(listed) ? listed : []
  }
  const commitOf = (
    parents: readonly [string, ...string[]],
    officers: readonly Officer[],
  ): Promise<string> => {
    const bytes = Buffer.from(textWith(officers))
    return makeCommit(located, parents, new Map([[FILE, { mode: '100644', bytes }]]), '改')
  }
  return {
    root,
    officersAt,
    first: (officers: readonly Officer[]) => commitOf([git(root, 'rev-parse', 'HEAD').trim()], officers),
    change: (from: string, change: Change) => commitOf([from], change(officersAt(from))),
    settled: (one: string, other: string, officers: readonly Officer[]) => commitOf([one, other], officers),
    /** As `ejc sync` merges: undefined where somebody has to decide. */
    async merge(ours: string, theirs: string, known: KnownBases = new Map()): Promise<string | undefined> {
      const base = await mergeBase(root, ours, theirs, known)
      if (base === null) throw new Error('no base')
      const settings = { decide: () => undefined, isRepeatable: () => true }
      const plan = await planMerge(located, { base, ours, theirs }, settings)
      return plan.conflicts.length ? undefined : makeCommit(located, [ours, theirs], plan.changes, '合并')
    },
  }
}

export const namesOf = (officers: readonly Officer[]): string[] => officers.map(({ name }) => name).sort()
