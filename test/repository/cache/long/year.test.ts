import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { generateRepository } from '../../../../bench/generate.ts'
import { git, removeTemporary, temporaryFolder } from '../../temporary.ts'
import { runOfDays } from '../days.ts'

afterAll(removeTemporary, 60_000)

const DAYS = 400

it(`on ${DAYS} days in a row, what is kept of the examples says what a fresh look says`, async () => {
  const root = join(temporaryFolder(), 'examples')
  cpSync('examples/repository', root, { recursive: true })
  git(root, 'init', '--quiet')
  expect((await runOfDays(root, '2026-06-01', DAYS)).stale).toEqual([])
}, 3_600_000)

it('and of generated cases', async () => {
  const { folder } = await generateRepository(join(temporaryFolder(), 'generated'), 25)
  expect((await runOfDays(folder, '2026-06-01', DAYS)).stale).toEqual([])
}, 3_600_000)
