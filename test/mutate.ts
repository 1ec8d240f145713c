/**
 * Runs the mutation tests of `src/core`. `--part 2/10` takes every tenth file, beginning with the second: the ten parts
 * together are the whole, and each is a fair sample of it. Other options go to Stryker.
 */
import { spawnSync } from 'node:child_process'
import { sourcesBelow } from '../src/build/generate/units.ts'

const [first, ...rest] = process.argv.slice(2)
const options =
  first === '--part' ? ['--mutate', filesOf(rest[0]).join(), ...rest.slice(1)] : process.argv.slice(2)
const { status } = spawnSync('stryker', ['run', 'test/stryker.config.json', ...options], { stdio: 'inherit' })
process.exitCode = status ?? 1

/** @throws Error where the part is not written as `2/10`. */
function filesOf(part = ''): string[] {
  const [, place, parts] = /^(\d+)\/(\d+)$/.exec(part) ?? []
  if (!place || !parts) throw new Error(`--part is written as 2/10, not as '${part}'`)
  return sourcesBelow('src/core').filter((_, index) => index % Number(parts) === Number(place) - 1)
}
