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

function run({ program, args, cwd, exits = [0] }: Call, env: NodeJS.ProcessEnv): void {
  const { status, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  // A crash of node ends with 1 as well, like a call with findings.
  if (status !== null && exits.includes(status) && !crashMessage.test(stderr)) return
  throw new Error(`${args.join(' ')} ended with ${status}: ${error?.message ?? stderr.trim()}`)
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

/** At its end, the process prints the most memory it held. */
const peakHook = `data:text/javascript,${encodeURIComponent(
  `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.BENCH_PEAK,String(process.resourceUsage().maxRSS)))`,
)}`

/** The most memory that a node command held, in MiB. */
export function peakMemory(call: Call): number {
  const folder = mkdtempSync(join(tmpdir(), 'ejc-bench-peak-'))
  const file = join(folder, 'peak')
  try {
    run({ ...call, args: ['--import', peakHook, ...call.args] }, { ...process.env, BENCH_PEAK: file })
    return Number(readFileSync(file, 'utf8')) / 1024
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
