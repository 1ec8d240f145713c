import { chownSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { commitTransaction } from '../../src/repository/transaction.ts'
import { git, put, removeTemporary, temporaryFolder, temporaryRepository } from './temporary.ts'

afterAll(removeTemporary)
afterEach(() => vi.unstubAllEnvs())

const request = {
  action: 'screen',
  caseId: 'NN-2026-0001',
  subject: null,
  message: '记录初步核查',
  files: new Map([['ejc.yaml', Buffer.from('schema: 1\n')]]),
}

describe('git that does not answer is told as what it is, not as a HEAD that is detached', () => {
  test('where no git is installed', async () => {
    const root = temporaryRepository()
    vi.stubEnv('PATH', temporaryFolder())
    await expect(commitTransaction(root, request, { commit: true })).rejects.toMatchObject({
      code: 'git',
      message: expect.stringContaining('请安装 git'),
    })
    expect(existsSync(join(root, '.git/ejc/journal.json'))).toBe(false)
  })

  test.runIf(process.getuid?.() === 0)('where git refuses a folder of another owner', async () => {
    const root = temporaryRepository()
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null')
    for (const path of [root, join(root, '.git')]) chownSync(path, 12345, 12345)
    await expect(commitTransaction(root, request, { commit: true })).rejects.toMatchObject({
      code: 'git',
      message: expect.stringContaining('safe.directory'),
    })
  })
})

describe("the user's own settings of git", () => {
  test('of another encoding do not change how a commit is written', async () => {
    const root = temporaryRepository()
    git(root, 'config', 'i18n.commitEncoding', 'GBK')
    git(root, 'config', 'i18n.logOutputEncoding', 'GBK')
    await commitTransaction(root, request, { commit: true })
    expect(git(root, 'cat-file', 'commit', 'HEAD')).not.toContain('encoding GBK')
    expect(git(root, '-c', 'i18n.logOutputEncoding=UTF-8', 'log', '-1', '--format=%s')).toBe('记录初步核查\n')
  })
})

describe("git's own folder is never written to, wherever it lies and however it is spelt", () => {
  test.each(['.git/config', 'cases/.git/config', '.Git./config', 'GIT~1/config'])('%s', async (path) => {
    const root = temporaryRepository()
    const files = new Map([[path, Buffer.from('x')]])
    await expect(commitTransaction(root, { ...request, files }, { commit: true })).rejects.toMatchObject({
      code: 'unsafe-path',
    })
  })
})

test('when even taking a change back fails, the next write ends it and nothing is lost', async () => {
  const root = temporaryRepository()
  const before = git(root, 'show', 'HEAD:ejc.yaml')
  const failing = (step: string): void => {
    if (step === 'files-moved' || step === 'taking-back')
      throw Object.assign(new Error('disk full'), { code: 'ENOSPC' })
  }
  await expect(commitTransaction(root, request, { commit: true, onStep: failing })).rejects.toMatchObject({
    code: 'io',
    message: expect.stringMatching(/磁盘空间不足.*不会丢失/),
  })
  const again = { ...request, files: new Map([['note.md', Buffer.from('x')]]) }
  await commitTransaction(root, again, { commit: true })
  expect(git(root, 'show', 'HEAD:ejc.yaml')).toBe(before)
  expect(git(root, 'status', '--porcelain')).toBe('')
})

test('evidence of any size is hashed, through a link inside the repository too', async () => {
  const { openRepository } = await import('../../src/repository/repository.ts')
  const root = temporaryRepository()
  const film = 'cases/NN-2026-0001/attachments/E1.mp4'
  mkdirSync(dirname(join(root, film)), { recursive: true })
  put(root, { [film]: 'abc' })
  symlinkSync('E1.mp4', join(root, dirname(film), 'E2.mp4'))
  const repository = await openRepository(root)
  const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  expect(repository.digest(film)).toBe(digest)
  expect(repository.digest(film.replace('E1', 'E2'))).toBe(digest)
  expect(repository.digest(`${film}.none`)).toBeUndefined()
})
