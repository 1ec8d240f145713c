import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { generateRepository } from '../../../bench/generate.ts'
import { git, removeTemporary, temporaryFolder } from '../temporary.ts'
import { runOfDays } from './days.ts'

afterAll(removeTemporary, 60_000)

/** The example cases, on some days around changes of the law's calendar and long after. */
it.each(['2025-12-20', '2026-11-20', '2027-09-25'])(
  'what is kept of the examples on %s is never yesterday’s answer',
  async (first) => {
    const root = join(temporaryFolder(), 'examples')
    cpSync('examples/repository', root, { recursive: true })
    git(root, 'init', '--quiet')
    const { stale, kept, asked } = await runOfDays(root, first, 8)
    expect(stale).toEqual([])
    expect(kept).toBeGreaterThan(asked / 3)
  },
)

it('nor of generated cases', async () => {
  const { folder } = await generateRepository(join(temporaryFolder(), 'generated'), 12)
  const { stale, kept, asked } = await runOfDays(folder, '2026-11-20', 12)
  expect(stale).toEqual([])
  expect(kept).toBeGreaterThan(asked / 3)
})
