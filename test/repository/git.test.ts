import { chownSync, closeSync, existsSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { RepositoryError } from '../../src/repository/errors.ts'
import { attempt, onceMore, printed } from '../../src/repository/git.ts'
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

describe('a git that can not be started for a moment, as while a scanner holds it,', () => {
  const failing = (code: string) => {
    const starts: string[] = []
    const start = async (): Promise<string> => {
      starts.push(code)
      if (starts.length > 1) return '好'
      throw new RepositoryError('git', '无法运行 git', { cause: Object.assign(new Error(code), { code }) })
    }
    return { start, starts }
  }

  test.each([
    ['win32', 'EPERM'],
    ['win32', 'UNKNOWN'],
    ['win32', 'EBUSY'],
    ['linux', 'EAGAIN'],
  ] as const)('is started once more (%s %s)', async (platform, code) => {
    expect(await onceMore(failing(code).start, platform, 1)).toBe('好')
  })

  test.each([
    ['linux', 'EPERM'],
    ['win32', 'ENOENT'],
  ] as const)('but not where it is not to be had (%s %s)', async (platform, code) => {
    const { start, starts } = failing(code)
    await expect(onceMore(start, platform, 1)).rejects.toThrow('无法运行 git')
    expect(starts).toHaveLength(1)
  })

  test.each(['attempt', 'plumb'] as const)('does the work then, by %s', async (way) => {
    const root = temporaryRepository()
    const bin = temporaryFolder()
    const program = join(bin, 'git')
    writeFileSync(program, '#!/bin/sh\necho 2.40\n', { mode: 0o755 })
    vi.stubEnv('PATH', bin)
    // Linux starts no program that is open for writing.
    const open = openSync(program, 'r+')
    setTimeout(() => closeSync(open), 100)
    const said = way === 'attempt' ? attempt(root, ['--version']) : printed(root, ['--version'])
    expect((await said).trim()).toBe('2.40')
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
