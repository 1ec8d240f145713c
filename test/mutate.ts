/**
 * Runs the mutation tests of `src/core` and prints how many mutants each folder's tests kill. `--part 2/10` takes every
 * tenth file, beginning with the second: the ten parts together are the whole, and each is a fair sample of it.
 * `--mutate src/core/calendar/dates.ts` takes the named files (with a comma between them). Other options go to Stryker,
 * which then runs once.
 *
 * Stryker remembers of each test which mutants it runs. Of all files at once, that is more than its memory holds, so it
 * gets a few files at a time. It first runs the tests of the same folder and the golden cases, which kill most mutants
 * in little time; only what these leave alive meets the tests of all of `src/core`. So no mutant counts as survived
 * because a test was left out.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { sourcesBelow } from '../src/build/generate/units.ts'
import { lastOf, placesOfSurvivors, type Report, retold, scoreOf, tallies } from './mutation-score.ts'

const FILES_AT_ONCE = 6
const REPORT = 'coverage/mutation.json'
/** Below this share of killed mutants, in per cent, the run ends with 1. */
const LEAST = 85

function stryker(options: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  return (
    spawnSync('stryker', ['run', 'test/stryker.config.json', ...options], { stdio: 'inherit', env }).status ??
    1
  )
}

/** The report on what `--mutate` names, by the tests of some folders or of all; the status where Stryker failed. */
function reportOn(mutated: readonly string[], folders?: readonly string[]): Report | number {
  const env = folders ? { ...process.env, EJC_TEST_FOLDERS: folders.join() } : process.env
  const status = stryker(['--mutate', mutated.join()], env)
  return status === 0 ? JSON.parse(readFileSync(REPORT, 'utf8')) : status
}

/** The folders of the tests that are nearest to the files: `src/core/lint/rules/…` is tested in `test/lint`. */
function foldersNear(files: readonly string[]): string[] {
  const own = files.map((path) => path.split('/')[2] ?? '').filter((name) => existsSync(`test/${name}`))
  return [...new Set([...own, 'golden'])]
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
    const some = files.slice(from, from + FILES_AT_ONCE)
    const near = reportOn(some, foldersNear(some))
    if (typeof near === 'number') return near
    const left = placesOfSurvivors(near)
    const rest = left.length ? reportOn(left) : near
    if (typeof rest === 'number') return rest
    whole = lastOf(whole, retold(near, rest))
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
const [first, value = ''] = options
if (first === '--mutate' && options.length === 2) process.exitCode = mutate(value.split(','))
else if (first === '--part') process.exitCode = mutate(filesOf(value))
else if (first === undefined) process.exitCode = mutate(sourcesBelow('src/core'))
else process.exitCode = stryker(options)
