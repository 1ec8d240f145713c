import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type GeneratedRepository, generateRepository } from './generate.ts'
import { printTable } from './table.ts'
import { type Bench, keepsBudget, type Row, type Sizes, type Work } from './work.ts'
import { board } from './works/board.ts'
import { oneForm } from './works/form.ts'
import { rendering } from './works/forms.ts'
import { checking, film } from './works/git.ts'
import { growth } from './works/growth.ts'
import { lint } from './works/lint.ts'
import { search } from './works/search.ts'
import { secondRun } from './works/second-run.ts'
import { due, oneCase, start } from './works/start.ts'
import { advance, render } from './works/writing.ts'

const works: readonly Work[] = [
  start,
  due,
  oneCase,
  lint,
  secondRun,
  growth,
  board,
  search,
  advance,
  checking,
  film,
  render,
  rendering,
  oneForm,
]

const sizes: Readonly<Record<'quick' | 'usual' | 'full', Sizes>> = {
  quick: { startRounds: 15, rounds: 3, lint: 200, large: 1_000, growth: [200, 1_000] },
  usual: { startRounds: 21, rounds: 5, lint: 1_000, large: 10_000, growth: [1_000, 5_000, 10_000] },
  full: { startRounds: 41, rounds: 5, lint: 1_000, large: 10_000, growth: [1_000, 10_000, 50_000] },
}

const usage = `npm run bench -- [--quick | --full] [--only NAME]...   NAME: ${works.map(({ name }) => name).join(', ')}`

/** Measures what the design promises, side by side, and says of each whether it holds. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean' },
      full: { type: 'boolean' },
      only: { type: 'string', multiple: true },
    },
  })
  const unknown = values.only?.find((name) => !works.some((work) => work.name === name))
  if (unknown !== undefined) throw new Error(`no work is called ${unknown}\n${usage}`)
  const size = values.quick ? 'quick' : values.full ? 'full' : 'usual'
  const scratch = mkdtempSync(join(tmpdir(), 'ejc-bench-'))
  try {
    const wanted = works.filter(({ name }) => values.only?.includes(name) ?? true)
    const rows = await runAll(wanted, { sizes: sizes[size], scratch, repository: repositories(scratch) })
    const processor = cpus()[0]?.model ?? 'unknown processor'
    process.stdout.write(
      `node ${process.version}, ${availableParallelism()} × ${processor}, sizes: ${size}\n\n`,
    )
    printTable(rows)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** A work that fails is reported and the others go on; the run then ends with 1. */
async function runAll(wanted: readonly Work[], bench: Bench): Promise<Row[]> {
  const rows: Row[] = []
  for (const { name, run } of wanted) {
    process.stderr.write(`measuring ${name} …\n`)
    try {
      rows.push(...(await run(bench)))
    } catch (error) {
      process.exitCode = 1
      process.stderr.write(
        `${name} could not be measured: ${error instanceof Error ? error.message : error}\n`,
      )
    }
  }
  const short = rows.filter((row) => keepsBudget(row) === false).length
  if (short) process.stderr.write(`${short} of ${rows.length} fall short\n`)
  else if (!process.exitCode) process.stderr.write('all budgets hold\n')
  return rows
}

/** Makes each repository once, when it is first wanted. */
function repositories(scratch: string): (cases: number) => Promise<GeneratedRepository> {
  const made = new Map<number, Promise<GeneratedRepository>>()
  return (cases) => {
    const repository = made.get(cases) ?? generateRepository(join(scratch, `cases-${cases}`), cases)
    made.set(cases, repository)
    return repository
  }
}

await main()
