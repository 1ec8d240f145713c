/**
 * Runs the mutation tests of `src/core` and prints how many mutants each folder's tests kill. `--part 2/10` takes every
 * tenth file, beginning with the second: the ten parts together are the whole, and each is a fair sample of it. Other
 * options go to Stryker, which then runs once: `--mutate src/core/calendar/dates.ts`.
 *
 * Stryker remembers of each test which mutants it runs. Of all files at once, that is more than its memory holds, so it
 * gets a few files at a time.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { sourcesBelow } from '../src/build/generate/units.ts'
import { lastOf, type Report, scoreOf, tallies } from './mutation-score.ts'

const FILES_AT_ONCE = 6
const REPORT = 'coverage/mutation.json'
/** Below this share of killed mutants, in per cent, the run ends with 1. */
const LEAST = 85

function stryker(...options: readonly string[]): number {
  return (
    spawnSync('stryker', ['run', 'test/stryker.config.json', ...options], { stdio: 'inherit' }).status ?? 1
  )
}

/** @throws Error where the part is not written as `2/10`. */
function filesOf(part: string): string[] {
  const [, place, parts] = /^(\d+)\/(\d+)$/.exec(part) ?? []
  if (!place || !parts) throw new Error(`--part is written as 2/10, not as '${part}'`)
  return sourcesBelow('src/core').filter((_, index) => index % Number(parts) === Number(place) - 1)
}

/** Runs the files, a few at a time, and joins the reports. Returns what the process ends with. */
function mutate(files: readonly string[]): number {
  let whole: Report | undefined
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    const status = stryker('--mutate', files.slice(from, from + FILES_AT_ONCE).join())
    if (status !== 0) return status
    const report: Report = JSON.parse(readFileSync(REPORT, 'utf8'))
    whole = lastOf(whole, report)
    writeFileSync(REPORT, JSON.stringify(whole))
    print(whole)
  }
  return whole && scoreOf(tallies(whole).all) >= LEAST ? 0 : 1
}

function print(report: Report): void {
  const { all, folders } = tallies(report)
  for (const [folder, tally] of [...folders, ['all', all] as const])
    process.stdout.write(
      `${folder.padEnd(24)} ${String(tally.killed).padStart(6)} of ${String(tally.valid).padStart(6)} killed, ${scoreOf(tally).toFixed(1)} %\n`,
    )
}

const options = process.argv.slice(2)
const [first, part = ''] = options
if (first === '--part') process.exitCode = mutate(filesOf(part))
else if (first === undefined) process.exitCode = mutate(sourcesBelow('src/core'))
else process.exitCode = stryker(...options)
