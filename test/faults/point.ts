import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Fault, Plan } from './plan.ts'
import { copyOf, type Done, ejc, environmentOf, need, run, type Scenario } from './scenarios.ts'

/** What stands in a repository: all that an officer, or a colleague, could see of it. */
export interface State {
  /** The files of the work tree with their digests. */
  readonly files: string
  /** The tree of HEAD, and the number of commits up to it. */
  readonly head: string
  /** What `git status` says. */
  readonly status: string
  /** The tree of the shared repository. */
  readonly shared: string
  /** What was made outside: `none`, `whole` or `broken`. */
  readonly made: string
}

export interface Bench {
  /** The prepared folder, and a folder for copies. */
  readonly prepared: string
  readonly scratch: string
  /** The preloaded module, and the folder of the wrapper of git. */
  readonly preload: string
  readonly wrapper: string
}

/** A scenario as it is without a fault. */
export interface Measured {
  readonly scenario: Scenario
  readonly fsCalls: readonly string[]
  readonly gitCalls: readonly string[]
  /** Before the call, after it, and both again after the next call. */
  readonly before: State
  readonly after: State
  readonly beforeNext: State
  readonly afterNext: State
}

/** What came of a fault. */
export interface Outcome {
  /** The call that it hit. */
  readonly point: string
  readonly done: Done
  readonly at: State
  readonly next: Done
  readonly end: State
}

const NEXT = ['assign', 'NN-2025-0003', '--to', '黄某', '--reason', '调岗', '--yes']

const homeOf = (folder: string, { repository = 'cases' }: Scenario): string => join(folder, repository)

/** A fresh copy of the prepared folder in which all that comes before the call is done; that is done once a scenario. */
function begin(bench: Bench, scenario: Scenario): string {
  const folder = join(bench.scratch, 'one')
  const begun = join(bench.scratch, 'begun')
  if (begunFor.get(bench) !== scenario) {
    // Made under the name that each copy gets: the address of the shared repository is absolute.
    copyOf(bench.prepared, folder)
    beginIn(folder, scenario)
    copyOf(folder, begun)
    begunFor.set(bench, scenario)
  }
  copyOf(begun, folder)
  return folder
}

const begunFor = new WeakMap<Bench, Scenario>()

function beginIn(folder: string, { before = [] }: Scenario): void {
  const env = environmentOf(folder)
  const home = join(folder, 'cases')
  const shared = ['remote', 'set-url', 'origin', join(folder, 'office.git')]
  need(run('git', shared, home, env), 'git remote')
  for (const [first = '', ...rest] of before) {
    const isOther = first === 'git' || first === 'sh'
    need(isOther ? run(first, rest, home, env) : ejc(home, [first, ...rest], env), first)
  }
}

function call(bench: Bench, folder: string, scenario: Scenario, plan: Plan): Done {
  const env = environmentOf(folder)
  const faulty = {
    ...env,
    PATH: `${bench.wrapper}:${env.PATH}`,
    EJC_FAULT: JSON.stringify(plan),
    EJC_FAULT_FOLDER: plan.folder,
    EJC_FAULT_GIT: String(plan.gitAt ?? ''),
    EJC_FAULT_HOW: plan.gitHow ?? '',
    EJC_FAULT_AFTER_FS: plan.afterFs ? '1' : '',
  }
  return ejc(join(folder, scenario.at ?? 'cases'), scenario.args, faulty, ['--import', bench.preload])
}

function goOn(folder: string, scenario: Scenario): Done {
  const { at = 'cases', next = NEXT } = scenario
  return ejc(join(folder, at), next, environmentOf(folder))
}

/** Runs a scenario without a fault, and counts its calls. */
export function measure(bench: Bench, scenario: Scenario): Measured {
  const folder = begin(bench, scenario)
  const before = stateOf(folder, scenario)
  if (!scenario.next) need(goOn(folder, scenario), 'next')
  const beforeNext = stateOf(folder, scenario)
  const again = begin(bench, scenario)
  const log = freshLog(bench)
  const done = call(bench, again, scenario, { folder: log })
  if (done.exit !== 0 && scenario.name !== 'doctor --fix') need(done, scenario.name)
  const after = stateOf(again, scenario)
  if (!scenario.next) need(goOn(again, scenario), 'next')
  const afterNext = stateOf(again, scenario)
  return { scenario, ...callsIn(log), before, after, beforeNext, afterNext }
}

/** Runs a scenario with a fault, then the next call. */
export function strike(bench: Bench, { scenario, fsCalls, gitCalls }: Measured, { plan }: Fault): Outcome {
  const folder = begin(bench, scenario)
  const log = freshLog(bench)
  const done =
    plan.leftKb === undefined
      ? call(bench, folder, scenario, { ...plan, folder: log })
      : onFullDisk(bench, plan.leftKb, () =>
          ejc(join(folder, scenario.at ?? 'cases'), scenario.args, environmentOf(folder)),
        )
  const at = stateOf(folder, scenario)
  const next = goOn(folder, scenario)
  const point = pointOf(plan, { fsCalls, gitCalls })
  return { point, done, at, next, end: stateOf(folder, scenario) }
}

function pointOf(
  { fsAt, gitAt, leftKb }: Fault['plan'],
  { fsCalls, gitCalls }: Pick<Measured, 'fsCalls' | 'gitCalls'>,
): string {
  if (leftKb !== undefined) return 'the disk'
  return gitAt === undefined
    ? `fs ${fsAt}: ${fsCalls[(fsAt ?? 1) - 1]}`
    : `git ${gitAt}: ${gitCalls[gitAt - 1]}`
}

/** A disk that takes longer to fill is not one for this. */
const LARGEST_DISK = 256 * 1024 * 1024

/** Runs a call while so many KB of the disk are left. */
function onFullDisk({ scratch }: Bench, leftKb: number, work: () => Done): Done {
  const { bavail, bsize } = statfsSync(scratch)
  const filler = join(scratch, 'filler')
  const size = bavail * bsize - leftKb * 1024
  if (size < 0 || size > LARGEST_DISK) throw new Error(`a small disk of 16 MB is needed, not ${scratch}`)
  writeFileSync(filler, Buffer.alloc(size))
  try {
    return work()
  } finally {
    rmSync(filler)
  }
}

function freshLog({ scratch }: Bench): string {
  const log = join(scratch, 'log')
  rmSync(log, { recursive: true, force: true })
  mkdirSync(log, { recursive: true })
  writeFileSync(join(log, 'fs-calls'), '')
  return log
}

function callsIn(log: string): { fsCalls: string[]; gitCalls: string[] } {
  const git = readdirSync(log).filter((name) => /^git-\d+$/.test(name))
  const inOrder = git.sort((one, other) => Number(one.slice(4)) - Number(other.slice(4)))
  const short = (text: string): string => text.trim().replace(/\S*\/(?=[^/\s]+\/[^/\s]+$)/, '…/')
  return {
    fsCalls: readFileSync(join(log, 'fs-calls'), 'utf8').trim().split('\n').map(short),
    gitCalls: inOrder.map((name) => readFileSync(join(log, name), 'utf8').trim()),
  }
}

/** All that can be seen of the repository, its shared one and what was made outside. */
function stateOf(folder: string, scenario: Scenario): State {
  const home = homeOf(folder, scenario)
  const env = environmentOf(folder)
  const git = (cwd: string, ...args: string[]): string => run('git', args, cwd, env).said.trim()
  if (!existsSync(home)) return { files: 'none', head: 'none', status: '', shared: '', made: 'none' }
  const isGit = existsSync(join(home, '.git'))
  return {
    files: filesOf(home),
    head: isGit ? headOf((...args) => git(home, ...args)) : 'none',
    status: isGit ? statusOf(git(home, 'status', '--porcelain')) : 'no git',
    shared: git(join(folder, 'office.git'), 'rev-parse', 'main^{tree}'),
    made: madeIn(folder, scenario),
  }
}

/** What git shows. A changed file may be staged, where the disk is full: it is the same change, and the next call takes it. */
const statusOf = (said: string): string => said.replace(/^(?:M {2}| ?M )/gm, 'M ')

/** The tree of HEAD and the number of commits; `none` before the first, whether or not there is an empty git folder. */
function headOf(git: (...args: string[]) => string): string {
  const commits = git('rev-list', '--count', 'HEAD')
  return /^\d+$/.test(commits) ? `${git('rev-parse', 'HEAD^{tree}')} ${commits}` : 'none'
}

function filesOf(home: string): string {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' })
  const listed = names
    .filter((name) => !/^\.git(\/|$)/.test(name) && statSync(join(home, name)).isFile())
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(home, name)))
          .digest('hex')
          .slice(0, 12)}`,
    )
    .join('\n')
  return listed || 'none'
}

function madeIn(folder: string, { makes, proof }: Scenario): string {
  if (makes === undefined || !existsSync(join(folder, makes))) return 'none'
  const [program = '', ...args] = proof ?? []
  const [cwd, env] = [join(folder, 'cases'), environmentOf(folder)]
  const { exit } = program === 'ejc' ? ejc(cwd, args, env) : run(program, args, cwd, env)
  return exit === 0 ? 'whole' : 'broken'
}
