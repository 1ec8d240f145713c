import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, temporaryFolder } from '../support/cli.ts'

/** A folder whose `git` notes each start in a file before it becomes the real one. */
function counting(): { readonly path: string; starts(): number } {
  const folder = temporaryFolder()
  const file = join(folder, 'starts.txt')
  const real = `PATH='${process.env.PATH}'`
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho start >> '${file}'\n${real} exec git "$@"\n`)
  chmodSync(join(folder, 'git'), 0o755)
  return {
    path: `${folder}:${process.env.PATH}`,
    starts() {
      const count = existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0
      rmSync(file, { force: true })
      return count
    },
  }
}

// Each start takes 30 to 100 ms on Windows. One more is for who commits, which the environment says in these tests.
describe('git is started a few times only', () => {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  const { path, starts } = counting()
  const day = ['--today', '2026-11-24']

  it.each([
    ['advance', 5, ['1', 'notify-leniency', 'o2', '--set', 'to=某县公安局', '--set', 'on=2026-11-24']],
    ['undo', 9, ['1']],
    ['undo', 10, ['1']],
    ['render', 5, ['1', '索赔启动登记表']],
    ['show', 2, ['1']],
  ])('by %s, at most %i times', (command, most, words) => {
    const env = { PATH: path }
    const { exit, stderr } = repository.ejc([command, ...words, ...day], { env, process: true })
    const started = starts()
    expect({ exit, stderr: exit === 0 ? '' : stderr }).toEqual({ exit: 0, stderr: '' })
    expect(started).toBeLessThanOrEqual(most)
  })
})
