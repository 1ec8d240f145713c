import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
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

/** Copies the prepared folder and does what comes before the call. */
function begin(bench: Bench, scenario: Scenario): string {
  const folder = join(bench.scratch, 'one')
  copyOf(bench.prepared, folder)
  const env = environmentOf(folder)
  const shared = ['remote', 'set-url', 'origin', join(folder, 'office.git')]
  need(run('git', shared, join(folder, 'cases'), env), 'git remote')
  for (const [first = '', ...rest] of scenario.before ?? []) {
    const home = join(folder, 'cases')
    need(first === 'git' ? run('git', rest, home, env) : ejc(home, [first, ...rest], env), first)
  }
  return folder
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
  const done = call(bench, folder, scenario, { ...plan, folder: log })
  const at = stateOf(folder, scenario)
  const next = goOn(folder, scenario)
  const point =
    plan.gitAt === undefined
      ? `fs ${plan.fsAt}: ${fsCalls[(plan.fsAt ?? 1) - 1]}`
      : `git ${plan.gitAt}: ${gitCalls[plan.gitAt - 1]}`
  return { point, done, at, next, end: stateOf(folder, scenario) }
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
    head: isGit
      ? `${git(home, 'rev-parse', 'HEAD^{tree}')} ${git(home, 'rev-list', '--count', 'HEAD')}`
      : 'none',
    status: isGit ? git(home, 'status', '--porcelain') : 'no git',
    shared: git(join(folder, 'office.git'), 'rev-parse', 'main^{tree}'),
    made: madeIn(folder, scenario),
  }
}

function filesOf(home: string): string {
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' })
  return names
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
}

function madeIn(folder: string, { makes, proof }: Scenario): string {
  if (makes === undefined || !existsSync(join(folder, makes))) return 'none'
  const [program = '', ...args] = proof ?? []
  const [cwd, env] = [join(folder, 'cases'), environmentOf(folder)]
  const { exit } = program === 'ejc' ? ejc(cwd, args, env) : run(program, args, cwd, env)
  return exit === 0 ? 'whole' : 'broken'
}
