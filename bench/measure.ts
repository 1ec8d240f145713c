import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { benchToday } from './generate.ts'

/** A command to be measured: a program, its arguments, and where it runs. */
export interface Call {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd?: string
  /** Exit codes that count as a result; any other makes the work fail. */
  readonly exits?: readonly number[]
}

const program = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
const crashMessage = /^Node\.js v\d/m

/** Another build to compare with, for example of an earlier commit: EJC_BASE names its bin/ejc.js. */
export const base = process.env.EJC_BASE === undefined ? undefined : resolve(process.env.EJC_BASE)

/** The same call of the other build. */
export function ofBase({ args, ...call }: Call): Call {
  return { ...call, args: args.map((word) => (word === program ? (base ?? word) : word)) }
}

/** The built ejc, on the day for which the cases were made. */
export function ejc(...args: string[]): Call {
  return { program: process.execPath, args: [program, ...args] }
}

/** The same, in a case repository. */
export function ejcIn(folder: string, ...args: string[]): Call {
  return ejc('-C', folder, '--today', benchToday, '--no-input', ...args)
}

let canForget: boolean | undefined

/** `ejc lint` of a whole repository; findings are a result. */
export function lintIn(folder: string, cache: 'cache' | 'no-cache'): Call {
  canForget ??= spawnSync(process.execPath, [program, 'lint', '--help'], {
    encoding: 'utf8',
  }).stdout.includes('--no-cache')
  const forget = cache === 'no-cache' && canForget ? ['--no-cache'] : []
  return { ...ejcIn(folder, 'lint', ...forget), exits: [0, 1] }
}

/** Node alone with a script: the time that no program can avoid. */
export function node(script: string, ...args: string[]): Call {
  return { program: process.execPath, args: ['--input-type=module', '-e', script, ...args] }
}

/** Runs a command to its end: milliseconds of wall-clock. Throws at an exit code that is no result. */
export function time(call: Call): number {
  const start = performance.now()
  run(call, process.env)
  return performance.now() - start
}

/** What the command prints, where that is asked for. */
function run(
  { program, args, cwd, exits = [0] }: Call,
  env: NodeJS.ProcessEnv,
  printed: 'ignore' | 'pipe' = 'ignore',
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', printed, 'pipe'],
  })
  // A crash of node ends with 1 as well, like a call with findings.
  if (status !== null && exits.includes(status) && !crashMessage.test(stderr)) return stdout ?? ''
  throw new Error(`${args.join(' ')} ended with ${status}: ${error?.message ?? stderr.trim()}`)
}

/** What a command took, with all that it started: milliseconds by the clock, and on a processor. */
export interface Spent {
  readonly wall: number
  readonly cpu: number
}

/** The shell waits for the command, so that it knows what that and its own programs used. */
const counting = '"$@" >/dev/null; code=$?; times; exit $code'

/** Runs a command to its end. Throws at an exit code that is no result. */
export function spentBy(call: Call): Spent {
  const start = performance.now()
  const counted = { ...call, program: 'bash', args: ['-c', counting, 'bash', call.program, ...call.args] }
  const told = run(counted, process.env, 'pipe')
  const wall = performance.now() - start
  // 0m0.012s 0m0.004s of the shell, and below those of what it started.
  const [, line = ''] = told.split('\n')
  const parts = [...line.matchAll(/(\d+)m([\d.]+)s/gu)]
  return {
    wall,
    cpu: parts.reduce((sum, [, min, sec]) => sum + Number(min) * 60_000 + Number(sec) * 1000, 0),
  }
}

/** The same for several commands in turn, as `sideBySide` times them: the median of each. */
export function spentSideBySide<K extends string>(
  calls: Readonly<Record<K, Call>>,
  rounds: number,
): Record<K, Spent> {
  return spentInTurn(
    mapValues(calls, (call) => () => spentBy(call)),
    rounds,
  )
}

/** The same for functions that say themselves what was spent. */
export function spentInTurn<K extends string>(
  tasks: Readonly<Record<K, () => Spent>>,
  rounds: number,
): Record<K, Spent> {
  const all = mapValues(tasks, (): Spent[] => [])
  for (let round = 0; round <= rounds; round += 1)
    for (const name in tasks) {
      const spent = tasks[name]()
      if (round > 0) all[name].push(spent)
    }
  return mapValues(all, (each) => ({
    wall: median(each.map(({ wall }) => wall)),
    cpu: median(each.map(({ cpu }) => cpu)),
  }))
}

/** The middle of the values; the mean of the two in the middle when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)] ?? Number.NaN
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN
  return (upper + lower) / 2
}

/**
 * Times several commands in turn, so that other work of the machine affects all alike, and returns the median of
 * each in milliseconds. The first round is not counted.
 */
export function sideBySide<K extends string>(
  calls: Readonly<Record<K, Call>>,
  rounds: number,
): Record<K, number> {
  return timeInTurn(
    mapValues(calls, (call) => () => time(call)),
    rounds,
  )
}

/** The same for functions that return their own milliseconds. */
export function timeInTurn<K extends string>(
  tasks: Readonly<Record<K, () => number>>,
  rounds: number,
): Record<K, number> {
  const times = mapValues(tasks, (): number[] => [])
  for (let round = 0; round <= rounds; round += 1) {
    for (const name in tasks) {
      const taken = tasks[name]()
      if (round > 0) times[name].push(taken)
    }
  }
  return mapValues(times, median)
}

function mapValues<K extends string, T, U>(
  record: Readonly<Record<K, T>>,
  map: (value: T) => U,
): Record<K, U> {
  const entries = Object.entries<T>(record).map(([key, value]) => [key, map(value)])
  return Object.fromEntries(entries) as Record<K, U>
}

/** At its end, the process writes down the most memory it held, and its time on the processor. */
const peakHook = `data:text/javascript,${encodeURIComponent(
  `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.BENCH_PEAK,JSON.stringify(process.resourceUsage())))`,
)}`

/** What a node command used itself, without the programs that it starts. */
export interface Used {
  /** The most memory that it held, in MiB. */
  readonly peak: number
  /** Milliseconds on a processor, its own and the system's for it. */
  readonly cpu: number
}

/** The most memory that a node command held, in MiB. */
export function peakMemory(call: Call): number {
  return usedBy(call).peak
}

/** What a node command uses from start to end. */
export function usedBy(call: Call): Used {
  const folder = mkdtempSync(join(tmpdir(), 'ejc-bench-peak-'))
  const file = join(folder, 'peak')
  try {
    run({ ...call, args: ['--import', peakHook, ...call.args] }, { ...process.env, BENCH_PEAK: file })
    const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(file, 'utf8'))
    return { peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
