import type { Finding } from '../../../core/lint/define.ts'
import type { Decision } from '../../../core/merge/merge.ts'
import type { Lists } from '../../../core/schema/choices.ts'
import { isHandEdited } from '../../../documents/properties.ts'
import { boundedFindings } from '../../../office/lint/bounded.ts'
import { errorsBeyond } from '../../../office/lint/new-errors.ts'
import { lintRepository } from '../../../office/lint.ts'
import type { CommitSummary } from '../../../repository/commits.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { headState } from '../../../repository/git-work-tree.ts'
import { type GitLocation, needGit } from '../../../repository/gitdir.ts'
import { withLock } from '../../../repository/lock.ts'
import { planRenumbering, writeRenumbering } from '../../../repository/renumber.ts'
import { openRepository } from '../../../repository/repository.ts'
import { moveBranchTo, needNames } from '../../../repository/sync/adopt.ts'
import { followRenumbering, renumberedCommit } from '../../../repository/sync/follow.ts'
import type { FileConflict } from '../../../repository/sync/merging.ts'
import { type Clash, type Heads, type MergePlan, planMerge } from '../../../repository/sync/plan.ts'
import {
  type BranchRelation,
  commitsBetween,
  fetchFrom,
  pushTo,
  type Remote,
  relationOf,
} from '../../../repository/sync/remote.ts'
import { needKnownFormat } from '../../../repository/sync/their-format.ts'
import { makeCommit, readTree } from '../../../repository/sync/tree.ts'
import { mergeMessage, settledLines } from './settled.ts'

/** How a call of `ejc sync` is to go. */
export interface SyncOptions {
  readonly dryRun: boolean
  readonly push: boolean
  /** Whether git may ask for a password. */
  readonly mayAsk: boolean
  readonly today: string
  /** The lists of the law, for the names of codes. */
  readonly lists: Lists
  /** What was decided beforehand, by address. */
  readonly decided: ReadonlyMap<string, Decision>
}

/** Who is asked where only a person can decide. */
export interface Arbiter {
  /** The decisions by address; undefined leaves everything as it is. */
  decide(plan: MergePlan, standing: BranchRelation): Promise<ReadonlyMap<string, Decision> | undefined>
  /** Whether cases of ours may get the numbers proposed. */
  renumber(clashes: readonly Clash[]): Promise<boolean>
}

/** What a synchronisation did, or would do. */
export interface SyncResult {
  readonly remote: string
  readonly branch: string
  readonly merge: 'none' | 'fast-forward' | 'merged'
  /** The commit that the branch stands at now. */
  readonly commit: string
  readonly pushed: boolean
  readonly received: readonly CommitSummary[]
  readonly sent: readonly CommitSummary[]
  readonly conflicts: readonly FileConflict[]
  /** The three commits of the merge, while there are conflicts. */
  readonly standing: BranchRelation | undefined
  readonly renumberedCases: readonly Clash[]
  /** Cases that one side renumbered while the other changed them. */
  readonly followed: readonly Clash[]
  readonly renumbered: MergePlan['renumbered']
  readonly moved: MergePlan['moved']
  readonly papers: MergePlan['papers']
  /** Errors that the merge caused. */
  readonly findings: readonly Finding[]
}

type SyncProgress = { -readonly [key in keyof SyncResult]: SyncResult[key] }

interface SyncCall {
  readonly git: GitLocation
  readonly root: string
  readonly remote: Remote
  readonly options: SyncOptions
  readonly arbiter: Arbiter
}

/** Somebody may push in between, but not this often. */
const MOST_ATTEMPTS = 5

/**
 * Fetches, merges and pushes, never by force, until both sides are equal; while a conflict is undecided, nothing
 * is changed. Throws RepositoryError as its parts do.
 */
export async function synchronise(
  root: string,
  remote: Remote,
  options: SyncOptions,
  arbiter: Arbiter,
): Promise<SyncResult> {
  const call = { git: needGit(root), root, remote, options, arbiter }
  const progress = await startProgress(call)
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const theirs = await fetchFrom(root, remote, options.mayAsk)
    const standing = theirs === null ? undefined : await relationOf(root, progress.commit, theirs)
    if (standing && standing.theirs !== progress.commit) await needKnownFormat(root, standing.theirs)
    if (standing && !(await integrate(call, standing, progress))) return progress
    const isSent = standing !== undefined && progress.commit === standing.theirs
    if (isSent || options.dryRun || !options.push) return withSent(call, progress, theirs)
    const result = await withSent(call, progress, theirs)
    if ((await pushTo(root, remote, options.mayAsk)) === 'pushed') return { ...result, pushed: true }
  }
  throw new RepositoryError('git', '共享库正被频繁推送，暂时排不上：本机内容完好，请稍后再运行 ejc sync')
}

async function startProgress({ root, remote: { name, branch } }: SyncCall): Promise<SyncProgress> {
  const { commit } = await headState(root)
  if (commit === null) throw new RepositoryError('git', '本机还没有任何提交：请先登记案件（ejc new），再同步')
  return {
    remote: name,
    branch,
    merge: 'none',
    commit,
    pushed: false,
    received: [],
    sent: [],
    conflicts: [],
    standing: undefined,
    renumberedCases: [],
    followed: [],
    renumbered: [],
    moved: [],
    papers: [],
    findings: [],
  }
}

async function withSent(
  { root }: SyncCall,
  progress: SyncProgress,
  theirs: string | null,
): Promise<SyncResult> {
  return { ...progress, sent: await commitsBetween(root, theirs, progress.commit) }
}

/** Takes in what the other side has. False when that was not done; then nothing has changed. */
async function integrate(call: SyncCall, standing: BranchRelation, progress: SyncProgress): Promise<boolean> {
  const { relation, base, theirs } = standing
  if (relation === 'same' || relation === 'ahead') return true
  progress.received = [...(await commitsBetween(call.root, base, theirs)), ...progress.received]
  if (relation === 'diverged') return mergeIn(call, standing, progress)
  progress.merge = progress.merge === 'merged' ? 'merged' : 'fast-forward'
  if (!call.options.dryRun) await fastForward(call, progress, theirs)
  return true
}

async function fastForward({ git, root }: SyncCall, progress: SyncProgress, commit: string): Promise<void> {
  await withLock(root, (lock) => moveBranchTo(git, { from: progress.commit, commit }, lock))
  progress.commit = commit
}

async function mergeIn(call: SyncCall, standing: BranchRelation, progress: SyncProgress): Promise<boolean> {
  const { git, options, root } = call
  // Before anything is asked or renumbered.
  needNames([...(await readTree(root, standing.theirs)).keys()], await readTree(root, standing.ours))
  const following = await followRenumbered(call, standing, progress)
  if (!following) return false
  if (following.ours !== standing.ours) return mergeIn(call, { ...standing, ours: following.ours }, progress)
  const { plan, decided, clashed } = await decidedPlan(call, standing, following)
  if (plan.conflicts.length) {
    Object.assign(progress, { conflicts: plan.conflicts, standing })
    return false
  }
  if (plan.clashes.length && !options.dryRun) {
    if (!(await call.arbiter.renumber(plan.clashes))) {
      progress.standing = standing
      return false
    }
    progress.commit = await renumberCases(root, plan.clashes)
    progress.renumberedCases = [...progress.renumberedCases, ...plan.clashes]
    const next = { ...call, options: { ...options, decided } }
    return mergeIn(next, { ...standing, ours: progress.commit }, progress)
  }
  note(progress, plan)
  if (options.dryRun) return true
  const before = await errorsIn(root, options.today, plan.mergedCases)
  const message = mergeMessage(call.remote, settledLines(clashed, decided, options.lists))
  const commit = await makeCommit(git, [standing.ours, standing.theirs], plan.changes, message)
  await fastForward(call, progress, commit)
  const after = await errorsIn(root, options.today, plan.mergedCases)
  progress.findings = boundedFindings([...progress.findings, ...errorsBeyond(before, after)])
  return true
}

/**
 * The commits to merge after the changes of each side have followed the cases that the other renumbered; undefined
 * when the officer did not agree. Our cases get their new numbers first: then `ours` is another commit.
 */
async function followRenumbered(
  call: SyncCall,
  standing: BranchRelation,
  progress: SyncProgress,
): Promise<Heads | undefined> {
  const { git, root, options } = call
  const { base, ours, theirs } = standing
  const records = {
    ours: await commitsBetween(root, base, ours),
    theirs: await commitsBetween(root, base, theirs),
  }
  const following = await followRenumbering(git, standing, records)
  if (!following.ours.length) {
    progress.followed = [...progress.followed, ...following.followed.filter(isNotYetTold(progress.followed))]
    return following.heads
  }
  const apart = following.ours.filter(({ followed }) => !followed)
  if (options.dryRun) {
    progress.renumberedCases = [...progress.renumberedCases, ...apart]
    return { ...standing, ours: await renumberedCommit(git, ours, following.ours) }
  }
  if (!(await call.arbiter.renumber(following.ours))) {
    progress.standing = standing
    return undefined
  }
  progress.commit = await renumberCases(root, following.ours)
  progress.renumberedCases = [...progress.renumberedCases, ...apart]
  return { ...standing, ours: progress.commit }
}

function note(progress: SyncProgress, plan: MergePlan): void {
  progress.merge = 'merged'
  progress.renumbered = [...progress.renumbered, ...plan.renumbered]
  progress.moved = [...progress.moved, ...plan.moved]
  progress.papers = [...progress.papers, ...plan.papers]
  progress.renumberedCases = [...progress.renumberedCases, ...plan.clashes]
}

interface DecidedPlan {
  readonly plan: MergePlan
  readonly decided: ReadonlyMap<string, Decision>
  /** Every clash, decided or not. */
  readonly clashed: readonly FileConflict[]
}

/** The plan with the decisions made beforehand, and those that the officer makes now. */
async function decidedPlan(call: SyncCall, standing: BranchRelation, heads: Heads): Promise<DecidedPlan> {
  const { decided: known } = call.options
  const plan = await planWith(call, heads, known)
  const { conflicts: clashed } = known.size ? await planWith(call, heads, new Map()) : plan
  const asked = plan.conflicts.length ? await call.arbiter.decide(plan, standing) : undefined
  if (!asked) return { plan, decided: known, clashed }
  const decided = new Map([...known, ...asked])
  return { plan: await planWith(call, heads, decided), decided, clashed }
}

function planWith(
  { git }: SyncCall,
  heads: Heads,
  decided: ReadonlyMap<string, Decision>,
): Promise<MergePlan> {
  return planMerge(git, heads, {
    decide: (address) => decided.get(address),
    isRepeatable: (paper) => !isEditedPaper(paper),
  })
}

/** Whether the officer edited a paper; a file that is no Word file can't be made again either. */
function isEditedPaper(paper: Uint8Array): boolean {
  try {
    return isHandEdited(paper)
  } catch {
    return true
  }
}

/** Gives other numbers to our cases that nobody else has seen; returns the new commit. */
async function renumberCases(root: string, clashes: readonly Clash[]): Promise<string> {
  let commit = ''
  for (const { from, to } of clashes) {
    const written = await writeRenumbering(root, planRenumbering(await openRepository(root), from, to), true)
    commit = written.commit ?? commit
  }
  return commit
}

/** Whether a renumbering has not been reported yet. */
function isNotYetTold(told: readonly Clash[]): (clash: Clash) => boolean {
  return ({ from, to }) => !told.some((each) => each.from === from && each.to === to)
}

/** The errors in some cases of the repository. */
async function errorsIn(root: string, today: string, cases: readonly string[]): Promise<Finding[]> {
  const { caseExists } = await openRepository(root)
  // A sparse checkout has not every case here.
  const here = cases.filter(caseExists)
  if (!here.length) return []
  const found = await lintRepository(root, { today, cases: here, everything: true })
  return found.filter((finding) => finding.severity === 'error' && finding.case !== null)
}
