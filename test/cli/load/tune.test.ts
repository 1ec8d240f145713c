import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const flags = /--[a-z-]+(?==)/g

it('tells V8 only what the V8 of node 20 knows, and prints nothing under a later one', () => {
  const source = readFileSync('src/cli/load/tune.ts', 'utf8')
  const told = source.match(flags) ?? []
  expect(told).toHaveLength(2)
  const script = "import('./src/cli/load/tune.ts').then(({ tuneEngine }) => tuneEngine())"
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  if (!process.versions.v8.startsWith('11.')) return
  const { stdout: known } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  expect(told.filter((flag) => !known.includes(`${flag} (`))).toEqual([])
})
