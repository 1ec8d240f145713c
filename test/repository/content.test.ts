import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { digestOf } from '../../src/repository/digest.ts'
import { RepositoryError } from '../../src/repository/errors.ts'
import {
  commitTransaction,
  fileChangesOf,
  type TransactionRequest,
} from '../../src/repository/transaction.ts'
import { git, removeTemporary, temporaryFolder, temporaryRepository, textOf } from './temporary.ts'

afterAll(removeTemporary)
afterEach(() => {
  vi.unstubAllEnvs()
})

const PATH = 'cases/NN-2026-0001/attachments/E1-影像.mp4'
const MEBIBYTE = 1024 * 1024

/** A film, and a step that takes it into the case. */
function film(size: number, sha256?: string): { readonly from: string; readonly step: TransactionRequest } {
  const from = join(temporaryFolder(), '影像.mp4')
  const bytes = Buffer.alloc(size, '影')
  writeFileSync(from, bytes)
  const content = { from, sha256: sha256 ?? digestOf(bytes) }
  const about = { action: 'add-evidence', caseId: 'NN-2026-0001', subject: null, message: '登记证据' }
  const step = { ...about, files: new Map([[PATH, content]]), evenIfSame: new Set([PATH]) }
  return { from, step }
}

describe('a file that is copied into the repository', () => {
  test.each([10, 40])('of %i MiB is committed as it is, and what is staged elsewhere stays', async (size) => {
    const root = temporaryRepository()
    const { from, step } = film(size * MEBIBYTE)
    await commitTransaction(root, step, { commit: true })
    expect(digestOf(readFileSync(join(root, PATH)))).toBe(digestOf(readFileSync(from)))
    expect(git(root, 'status', '--porcelain')).toBe('')
    const [, hash] = git(root, 'ls-tree', 'HEAD', '--', PATH).split(/\s+/).slice(1)
    expect(hash).toBe(git(root, 'hash-object', '--no-filters', '--', PATH).trim())
  })

  test('is refused where it has changed since it was looked at, and nothing is written', async () => {
    const root = temporaryRepository()
    const before = git(root, 'rev-parse', 'HEAD')
    const { step } = film(MEBIBYTE, digestOf('as it was'))
    const refused = commitTransaction(root, step, { commit: true })
    await expect(refused).rejects.toThrow('“影像.mp4”在读取时有改动，没有写入')
    await expect(refused).rejects.toBeInstanceOf(RepositoryError)
    expect(textOf(root, PATH)).toBeNull()
    expect(git(root, 'rev-parse', 'HEAD') + git(root, 'status', '--porcelain')).toBe(before)
  })

  test('that lies there already is not held in memory, and is committed', async () => {
    const root = temporaryRepository()
    const { from, step } = film(20 * MEBIBYTE)
    mkdirSync(join(root, 'cases/NN-2026-0001/attachments'))
    writeFileSync(join(root, PATH), readFileSync(from))
    const [change] = fileChangesOf(root, step)
    expect(change?.old).toEqual({ from: join(root, PATH), sha256: digestOf(readFileSync(from)) })
    await commitTransaction(root, step, { commit: true })
    expect(git(root, 'show', '--name-only', '--format=', '-z')).toBe(`${PATH}\0`)
  })
})

test('a step starts five gits at most', async () => {
  const root = temporaryRepository()
  const trace = join(temporaryFolder(), 'trace')
  const { step } = film(10)
  vi.stubEnv('GIT_TRACE2_EVENT', trace)
  await commitTransaction(root, step, { commit: true })
  vi.unstubAllEnvs()
  const started = readFileSync(trace, 'utf8').match(/"event":"start","sid":"[^/"]+"/g) ?? []
  expect(started.length).toBeGreaterThan(0)
  expect(started.length).toBeLessThanOrEqual(5)
})
