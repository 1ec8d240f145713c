import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildSync } from 'esbuild'
import { judge } from './faults/judge.ts'
import { type Fault, faultsAt, fullDisks, gitWrapper } from './faults/plan.ts'
import { type Bench, measure, strike } from './faults/point.ts'
import { environmentOf, need, prepare, run, type Scenario, scenarios } from './faults/scenarios.ts'

/** How many faults are left out between two, of a sample. A prime, so that every kind comes. */
const QUICK = 37

interface Row {
  readonly name: string
  readonly points: number
  readonly faults: number
  readonly losses: number
  readonly words: number
  readonly left: number
}

const usage = 'npm run faults -- [--quick | --part K/N | --disk FOLDER] [--only NAME]...'

/** Of so many parts, the one that is made, counted from 1. */
interface Part {
  readonly which: number
  readonly of: number
}

/** Every N-th fault, from the K-th on: the parts from 1/N to N/N are the whole. */
function partOf(text: string | undefined): Part {
  const [which = 1, of = 1] = text?.split('/').map(Number) ?? []
  if (!(which >= 1 && of >= which)) throw new Error(usage)
  return { which, of }
}

/** Kills and fails every step of every command that writes, and counts what is lost and what is said wrongly. */
function main(): void {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      part: { type: 'string' },
      /** A folder on a small disk of its own, which is filled: the faults are real then. */
      disk: { type: 'string' },
      only: { type: 'string', multiple: true },
    },
  })
  const part = values.quick ? { which: 1, of: QUICK } : partOf(values.part)
  const wanted = scenarios.filter(({ name }) => values.only?.includes(name) ?? true)
  if (!wanted.length) throw new Error(usage)
  const scratch = mkdtempSync(join(values.disk ?? tmpdir(), 'ejc-faults-'))
  try {
    const bench = setUp(scratch)
    const rows = wanted.map((scenario) =>
      strikeAll(bench, scenario, (all) =>
        values.disk === undefined ? all.filter((_, index) => index % part.of === part.which - 1) : fullDisks,
      ),
    )
    print(rows)
    if (rows.some(({ losses, words, left }) => losses + words + left > 0)) process.exitCode = 1
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function setUp(scratch: string): Bench {
  const preload = join(scratch, 'preload.mjs')
  const entry = join(import.meta.dirname, 'faults/preload.ts')
  buildSync({ entryPoints: [entry], outfile: preload, bundle: true, platform: 'node', format: 'esm' })
  const wrapper = join(scratch, 'bin')
  mkdirSync(wrapper)
  const real = need(run('sh', ['-c', 'command -v git'], scratch, environmentOf(scratch)), 'git').trim()
  writeFileSync(join(wrapper, 'git'), gitWrapper(real))
  chmodSync(join(wrapper, 'git'), 0o755)
  const prepared = join(scratch, 'prepared')
  mkdirSync(prepared)
  prepare(prepared)
  return { prepared, scratch, preload, wrapper }
}

function strikeAll(
  bench: Bench,
  scenario: Scenario,
  chosen: (all: readonly Fault[]) => readonly Fault[],
): Row {
  const measured = measure(bench, scenario)
  const faults = chosen(faultsAt(measured.fsCalls.length, measured.gitCalls.length))
  const sums = { losses: 0, words: 0, left: 0 }
  for (const [index, fault] of faults.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${scenario.name} ${index + 1}/${faults.length} `)
    const outcome = strike(bench, measured, fault)
    const verdict = judge(measured, outcome)
    for (const kind of ['losses', 'words', 'left'] as const) {
      sums[kind] += verdict[kind].length
      for (const what of verdict[kind])
        process.stdout.write(`${scenario.name}, ${fault.kind}, ${outcome.point}\n  ${kind}: ${what}\n`)
    }
  }
  const points = measured.fsCalls.length + measured.gitCalls.length
  return { name: scenario.name, points, faults: faults.length, ...sums }
}

function print(rows: readonly Row[]): void {
  const heads = ['command', 'points', 'faults', 'losses', 'wrong words', 'left over']
  const table = [
    heads,
    ...rows.map(({ name, ...rest }) => [name, ...Object.values(rest).map(String)]),
    [
      'all',
      ...(['points', 'faults', 'losses', 'words', 'left'] as const).map((key) => String(sum(rows, key))),
    ],
  ]
  const widths = heads.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table)
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    )
}

const sum = (rows: readonly Row[], key: 'points' | 'faults' | 'losses' | 'words' | 'left'): number =>
  rows.reduce((total, row) => total + row[key], 0)

main()
