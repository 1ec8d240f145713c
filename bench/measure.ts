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
  /** Exit codes that are a result; any other fails the work. */
  readonly exits?: readonly number[]
}

const program = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
const crashed = /^Node\.js v\d/m

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

/** Bare node with a script, the measure of what can't be avoided. */
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
  // A crash of node ends with 1 as well, which is also how findings are told.
  if (status !== null && exits.includes(status) && !crashed.test(stderr)) return
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
 * Times several commands in turn, so that what the machine does besides touches all alike, and answers the median of
 * each in milliseconds. A first round is not counted.
 */
export function sideBySide<K extends string>(
  calls: Readonly<Record<K, Call>>,
  rounds: number,
): Record<K, number> {
  return alternate(
    mapValues(calls, (call) => () => time(call)),
    rounds,
  )
}

/** The same for anything that answers its own milliseconds. */
export function alternate<K extends string>(
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

/** On leaving, the process says the most memory it held. */
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
