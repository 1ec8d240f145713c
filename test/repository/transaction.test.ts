import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../src/repository/digest.ts'
import { RepositoryError, type RepositoryErrorCode } from '../../src/repository/errors.ts'
import { changedPaths, fileInCommit, history } from '../../src/repository/git-history.ts'
import { status } from '../../src/repository/git-work-tree.ts'
import { withLock } from '../../src/repository/lock.ts'
import { recover } from '../../src/repository/recover.ts'
import { nextCaseId, openRepository } from '../../src/repository/repository.ts'
import {
  commitTransaction,
  type TransactionRequest,
  type TransactionStep,
} from '../../src/repository/transaction.ts'
import {
  childScript,
  git,
  put,
  removeTemporary,
  runChild,
  startChild,
  temporaryFolder,
  temporaryRepository,
  textOf,
} from './temporary.ts'

afterAll(removeTemporary)

const casePath = 'cases/NN-2026-0001/case.yaml'
const screeningPath = 'cases/NN-2026-0001/screening.yaml'
const closingPath = 'cases/NN-2026-0001/closing.yaml'
const paths = [casePath, screeningPath, closingPath]
const oldState = ['id: NN-2026-0001\nstate: old\n', null, 'old: true\n']
const newState = ['id: NN-2026-0001\nstate: new\n', 'fresh: true\n', null]

const request = (
  files: Record<string, string | null>,
  more: Partial<TransactionRequest> = {},
): TransactionRequest => ({
  action: 'screen',
  caseId: 'NN-2026-0001',
  subject: null,
  message: '记录初步核查',
  files: new Map(
    Object.entries(files).map(([path, text]) => [path, text === null ? null : Buffer.from(text)]),
  ),
  ...more,
})
const bothStates = request(Object.fromEntries(paths.map((path, index) => [path, newState[index] ?? null])))

const stateOf = (root: string): (string | null)[] => paths.map((path) => textOf(root, path))
const commits = (root: string): string[] => git(root, 'log', '--format=%s').trim().split('\n')
const leftovers = (root: string): string[] =>
  readdirSync(join(root, '.git/ejc'))
    .flatMap((name) => (name === 'tx' ? readdirSync(join(root, '.git/ejc/tx')) : name))
    .filter((name) => name !== 'generation')

async function refusal(run: Promise<unknown>): Promise<RepositoryError> {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error instanceof RepositoryError) return error
  throw new Error(`expected a RepositoryError, got ${String(error)}`)
}

describe('an action writes all its files and commits exactly them', () => {
  test('with its trailers, and leaves nothing behind', async () => {
    const root = temporaryRepository()
    const result = await commitTransaction(root, { ...bothStates, subject: '1/o1' }, { commit: true })
    expect(stateOf(root)).toEqual(newState)
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(result.commit).toBe(git(root, 'rev-parse', 'HEAD').trim())
    expect(await history(root, 'NN-2026-0001')).toMatchObject([
      {
        action: 'screen',
        caseId: 'NN-2026-0001',
        subject: '1/o1',
        transaction: result.id,
        title: '记录初步核查',
        author: '覃某',
      },
    ])
    expect(await changedPaths(root, 'HEAD')).toEqual([casePath, closingPath, screeningPath])
    expect(Buffer.from((await fileInCommit(root, 'HEAD~1', closingPath)) ?? '').toString()).toBe(
      'old: true\n',
    )
    expect(await fileInCommit(root, 'HEAD', closingPath)).toBeNull()
    expect(leftovers(root)).toEqual([])
  })

  test('what else the user has staged, changed or added stays as it is', async () => {
    const root = temporaryRepository()
    put(root, { 'staged.txt': 'a', 'untracked.txt': 'b', 'ejc.yaml': 'schema: 1\nidPrefix: XX\n' })
    git(root, 'add', 'staged.txt')
    await commitTransaction(root, bothStates, { commit: true })
    expect(git(root, 'status', '--porcelain')).toBe(' M ejc.yaml\nA  staged.txt\n?? untracked.txt\n')
    expect(await status(root)).toEqual([
      { code: ' M', path: 'ejc.yaml' },
      { code: 'A ', path: 'staged.txt' },
      { code: '??', path: 'untracked.txt' },
    ])
  })

  test('as the first commit of a new repository', async () => {
    const root = temporaryFolder()
    git(root, 'init', '--quiet', '--initial-branch=main')
    put(root, { 'ejc.yaml': 'schema: 1\n', 'staged.txt': 'a' })
    git(root, 'add', 'staged.txt')
    const identity = { name: '张 三', email: 'z@example.invalid' }
    await commitTransaction(root, request({ 'ejc.yaml': 'schema: 1\nx: 1\n' }, { caseId: null }), {
      commit: true,
      identity,
    })
    expect(git(root, 'log', '--format=%an %s', '--name-only').trim()).toBe('张 三 记录初步核查\n\nejc.yaml')
    expect(git(root, 'status', '--porcelain')).toBe('A  staged.txt\n')
  })

  test('names with blanks, Chinese and pattern characters are names', async () => {
    const root = temporaryRepository()
    put(root, { 'cases/NN-2026-0001/attachments/b.pdf': 'untouched' })
    const name = 'cases/NN-2026-0001/attachments/[a-z] 勘查笔录.pdf'
    await commitTransaction(root, request({ [name]: 'x' }), { commit: true })
    expect(await changedPaths(root, 'HEAD')).toEqual([name])
  })

  test('in a repository that lies in a folder of a larger work tree', async () => {
    const top = temporaryRepository()
    put(top, { 'office/ejc.yaml': 'schema: 1\n' })
    await commitTransaction(join(top, 'office'), request({ 'cases/NN-2026-0002/case.yaml': 'id: x\n' }), {
      commit: true,
    })
    expect(await changedPaths(top, 'HEAD')).toEqual(['office/cases/NN-2026-0002/case.yaml'])
    expect(
      Buffer.from(
        (await fileInCommit(join(top, 'office'), 'HEAD', 'cases/NN-2026-0002/case.yaml')) ?? '',
      ).toString(),
    ).toBe('id: x\n')
  })

  test('with commit: false, without a commit', async () => {
    const root = temporaryRepository()
    expect(await commitTransaction(root, bothStates, { commit: false })).toMatchObject({
      commit: null,
      changed: paths,
    })
    expect(stateOf(root)).toEqual(newState)
    expect(commits(root)).toEqual(['起始'])
    expect(leftovers(root)).toEqual([])
  })

  test('nothing at all when everything is already so', async () => {
    const root = temporaryRepository()
    expect(
      await commitTransaction(root, request({ [closingPath]: 'old: true\n' }), { commit: true }),
    ).toMatchObject({ changed: [], commit: null })
    expect(commits(root)).toEqual(['起始'])
  })
})

describe('an action is refused, and nothing is written', () => {
  async function refusedWith(
    root: string,
    code: RepositoryErrorCode,
    message: RegExp,
    asked = bothStates,
  ): Promise<void> {
    const before = stateOf(root)
    const statusBefore = git(root, 'status', '--porcelain')
    const error = await refusal(commitTransaction(root, asked, { commit: true, lockWaitMs: 300 }))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
    expect(stateOf(root)).toEqual(before)
    expect(git(root, 'status', '--porcelain')).toBe(statusBefore)
    expect(existsSync(join(root, '.git/ejc/journal.json'))).toBe(false)
  }

  test('without git', async () => {
    expect(await refusal(commitTransaction(temporaryFolder(), bothStates, { commit: true }))).toMatchObject({
      code: 'not-a-git-repository',
    })
  })

  test('by a pre-commit hook: the old bytes are back and its output is shown', async () => {
    const root = temporaryRepository()
    put(root, { 'staged.txt': 'a', '.git/hooks/pre-commit': '#!/bin/sh\necho 禁止提交 >&2\nexit 1\n' })
    git(root, 'add', 'staged.txt')
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
    await refusedWith(root, 'hook-refused', /文件已恢复原样[\s\S]*禁止提交/)
    expect(stateOf(root)).toEqual(oldState)
    expect(commits(root)).toEqual(['起始'])
  })

  test('on a detached HEAD', async () => {
    const root = temporaryRepository()
    git(root, 'checkout', '--quiet', '--detach')
    await refusedWith(root, 'detached-head', /git switch/)
  })

  test('during a merge', async () => {
    const root = temporaryRepository()
    git(root, 'switch', '--quiet', '-c', 'other')
    put(root, { 'ejc.yaml': 'other\n' })
    git(root, 'commit', '--quiet', '-am', '他')
    git(root, 'switch', '--quiet', 'main')
    put(root, { 'ejc.yaml': 'mine\n' })
    git(root, 'commit', '--quiet', '-am', '我')
    expect(() => git(root, 'merge', 'other')).toThrow()
    await refusedWith(root, 'merge-in-progress', /git merge --abort/)
  })

  test('without a person to commit as', async () => {
    const root = temporaryRepository()
    git(root, 'config', 'user.name', '')
    git(root, 'config', 'user.email', '')
    await refusedWith(
      root,
      'no-identity',
      /git config --global user\.name .*\n.*git config --global user\.email/,
    )
  })

  test('when a file is no longer what the caller read', async () => {
    const root = temporaryRepository()
    const expected = new Map([[casePath, digestOf(Buffer.from(oldState[0] ?? ''))]])
    put(root, { [casePath]: 'id: NN-2026-0001\nstate: 他人所改\n' })
    await refusedWith(root, 'changed-meanwhile', /文件在此期间被修改/, { ...bothStates, expected })
    await refusedWith(root, 'changed-meanwhile', /closing/, {
      ...bothStates,
      expected: new Map([[closingPath, null]]),
    })
  })

  test("but the user's uncommitted edit that the caller has read goes along", async () => {
    const root = temporaryRepository()
    put(root, { [casePath]: 'edited\n' })
    const expected = new Map([[casePath, digestOf(Buffer.from('edited\n'))]])
    await commitTransaction(root, request({ [casePath]: 'edited\nmore\n' }, { expected }), { commit: true })
    expect(git(root, 'show', `HEAD:${casePath}`)).toBe('edited\nmore\n')
  })

  test('while git holds its index', async () => {
    const root = temporaryRepository()
    put(root, { '.git/index.lock': '' })
    const error = await refusal(commitTransaction(root, bothStates, { commit: true, lockWaitMs: 200 }))
    expect(error).toMatchObject({ code: 'locked', message: expect.stringContaining('index.lock') })
    expect(stateOf(root)).toEqual(oldState)
  })

  test.each([
    '../outside.yaml',
    '/etc/passwd',
    'cases/../../x',
    '.git/config',
    '.GIT/hooks/post-commit',
    'a\\b',
    'a\u0000b',
    'cases//x',
    '',
  ])('outside of the repository: %j', async (path) => {
    await refusedWith(temporaryRepository(), 'unsafe-path', /路径/, request({ [casePath]: 'x', [path]: 'y' }))
  })

  test('through symbolic links', async () => {
    const root = temporaryRepository()
    const outside = temporaryFolder()
    symlinkSync(outside, join(root, 'cases/NN-2026-0002'))
    symlinkSync('case.yaml', join(root, screeningPath))
    await refusedWith(root, 'unsafe-path', /符号链接/, request({ 'cases/NN-2026-0002/case.yaml': 'x' }))
    await refusedWith(root, 'unsafe-path', /符号链接/, request({ [screeningPath]: 'x' }))
    expect(readdirSync(outside)).toEqual([])
  })

  test('when a folder stands where a file is to go', async () => {
    const root = temporaryRepository()
    mkdirSync(join(root, screeningPath))
    await refusedWith(root, 'unsafe-path', /不是普通文件/)
  })

  test('when a file stands where a folder is to go', async () => {
    const root = temporaryRepository()
    put(root, { 'cases/NN-2026-0001/attachments': 'x' })
    await refusedWith(
      root,
      'unsafe-path',
      /文件夹/,
      request({ [casePath]: 'x', 'cases/NN-2026-0001/attachments/a.pdf': 'y' }),
    )
  })

  test.each<TransactionStep>(['staged', 'journal-placed', 'file-moved', 'files-moved'])(
    'when the disk fails after %s',
    async (wanted) => {
      const root = temporaryRepository()
      const onStep = (step: TransactionStep): void => {
        if (step === wanted) throw Object.assign(new Error('disk full'), { code: 'ENOSPC' })
        if (step === 'taking-back') wantedOnce = true
      }
      let wantedOnce = false
      const failing = (step: TransactionStep): void => (wantedOnce ? undefined : onStep(step))
      const error = await refusal(commitTransaction(root, bothStates, { commit: true, onStep: failing }))
      expect(error).toMatchObject({ code: 'io', message: expect.stringContaining('磁盘空间不足') })
      expect(stateOf(root)).toEqual(oldState)
      expect(git(root, 'status', '--porcelain')).toBe('')
      expect(leftovers(root)).toEqual([])
    },
  )
})

const steps: [TransactionStep, 'old' | 'new'][] = [
  ['locked', 'old'],
  ['staged', 'old'],
  ['journal-placed', 'new'],
  ['generation-bumped', 'new'],
  ['file-moved', 'new'],
  ['files-moved', 'new'],
  ['committed', 'new'],
  ['journal-removed', 'new'],
]

describe('killed at any moment', () => {
  test.each(steps)('after %s, the next process finds all %s', async (step, kept) => {
    const root = temporaryRepository()
    expect(runChild('write', root, step).signal).toBe('SIGKILL')
    const whole = kept === 'new' ? newState : oldState
    const seen = (await openRepository(root)).readCase('NN-2026-0001')
    expect(paths.map((path) => seen.documents[path.slice(19, -5) as 'case']?.text() ?? null)).toEqual(whole)

    const recovered = runChild('recover', root)
    expect(recovered.stderr).toBe('')
    expect(stateOf(root)).toEqual(whole)
    expect(commits(root)).toEqual(kept === 'new' ? ['记录初步核查', '起始'] : ['起始'])
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(leftovers(root)).toEqual([])
    expect(
      git(root, 'log', '--format=%(trailers:key=Ejc-Tx,valueonly)').trim().split('\n').filter(Boolean),
    ).toHaveLength(kept === 'new' ? 1 : 0)
  })

  test.each<TransactionStep>(['file-moved', 'files-moved', 'committed', 'journal-removed'])(
    'and killed again while recovering, after %s',
    (step) => {
      const root = temporaryRepository()
      runChild('write', root, 'generation-bumped')
      expect(runChild('recover', root, step).signal).toBe('SIGKILL')
      expect(runChild('recover', root).stderr).toBe('')
      expect(stateOf(root)).toEqual(newState)
      expect(commits(root)).toEqual(['记录初步核查', '起始'])
      expect(git(root, 'status', '--porcelain')).toBe('')
    },
  )

  test('while taking back what a hook refused', () => {
    const root = temporaryRepository()
    put(root, { '.git/hooks/pre-commit': '#!/bin/sh\nexit 1\n' })
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
    expect(runChild('write', root, 'taking-back').signal).toBe('SIGKILL')
    expect(JSON.parse(runChild('recover', root).stdout)).toMatchObject({ outcome: 'taken-back' })
    expect(stateOf(root)).toEqual(oldState)
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('while git is committing: the commit that git still makes is waited for, not made twice', async () => {
    const root = temporaryRepository()
    put(root, { '.git/hooks/pre-commit': '#!/bin/sh\ntouch .git/started\nsleep 1\n' })
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
    const child = spawn(process.execPath, [childScript(), 'write', root])
    while (!existsSync(join(root, '.git/started'))) await new Promise((resolve) => setTimeout(resolve, 10))
    child.kill('SIGKILL')
    expect(runChild('recover', root).stderr).toBe('')
    expect(stateOf(root)).toEqual(newState)
    expect(commits(root)).toEqual(['记录初步核查', '起始'])
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('the next transaction recovers first', async () => {
    const root = temporaryRepository()
    runChild('write', root, 'file-moved')
    await commitTransaction(root, request({ [casePath]: 'third\n' }, { message: '第三' }), { commit: true })
    expect(commits(root)).toEqual(['第三', '记录初步核查', '起始'])
  })

  test('a file changed by hand after the kill stops the recovery and is named, with a way on that works', async () => {
    const root = temporaryRepository()
    runChild('write', root, 'generation-bumped')
    put(root, { [casePath]: 'by hand\n' })
    const error = await refusal(recover(root))
    expect(error).toMatchObject({ code: 'recovery-conflict', file: casePath })
    expect(stateOf(root)).toEqual(['by hand\n', null, 'old: true\n'])
    const [, staged = ''] = /将 (\S+) 复制为/.exec(error.message) ?? []
    writeFileSync(join(root, casePath), textOf('/', staged) ?? '')
    await recover(root)
    expect(stateOf(root)).toEqual(newState)
  })

  test('a damaged journal is named and nothing is touched', async () => {
    const root = temporaryRepository()
    put(root, { '.git/ejc/journal.json': '{"version": 2}' })
    expect(await refusal(recover(root))).toMatchObject({
      code: 'recovery-conflict',
      message: expect.stringContaining('journal.json'),
    })
    expect(stateOf(root)).toEqual(oldState)
  })

  test('a new case whose files are still staged is there for readers', async () => {
    const root = temporaryRepository()
    const files = request({
      'cases/NN-2026-0002/case.yaml': 'id: NN-2026-0002\n',
      'cases/NN-2026-0002/attachments/a.pdf': 'x',
    })
    const stop = (step: TransactionStep): void => {
      if (step === 'generation-bumped') throw new Stop()
    }
    class Stop extends Error {}
    await expect(commitTransaction(root, files, { commit: true, onStep: stop })).rejects.toThrow()
    const repository = await openRepository(root)
    expect(repository.caseIds()).toEqual(['NN-2026-0001', 'NN-2026-0002'])
    expect(nextCaseId(repository.folderNames(), 'NN', 2026)).toBe('NN-2026-0003')
    expect(repository.readCase('NN-2026-0002').files).toEqual(['attachments/a.pdf', 'case.yaml'])
  })
})

describe('several processes', () => {
  test('twenty writers at once lose nothing', { timeout: 120_000 }, async () => {
    const root = temporaryRepository()
    const codes = await Promise.all(Array.from({ length: 20 }, () => startChild('count', root)))
    expect(codes).toEqual(codes.map(() => 0))
    expect(textOf(root, casePath)).toBe('count: 20\n')
    expect(await history(root, 'NN-2026-0001')).toHaveLength(20)
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(leftovers(root)).toEqual([])
  })

  test('a reader during writes never sees half', { timeout: 60_000 }, async () => {
    const root = temporaryRepository()
    await commitTransaction(root, request({ [casePath]: 'x', [closingPath]: 'x', [screeningPath]: 'x' }), {
      commit: false,
    })
    const repository = await openRepository(root)
    const writer = { running: true }
    const done = startChild('rewrite', root).finally(() => {
      writer.running = false
    })
    const seen = new Set<string | undefined>()
    while (writer.running) {
      const { documents } = repository.readCase('NN-2026-0001')
      const texts = [documents.case, documents.closing, documents.screening].map((document) =>
        document?.text(),
      )
      expect(new Set(texts).size).toBe(1)
      seen.add(texts[0])
      await new Promise(setImmediate)
    }
    expect(await done).toBe(0)
    expect(seen.size).toBeGreaterThan(10)
  })
})

describe('the lock', () => {
  const lockFile = (root: string): string => join(root, '.git/ejc/lock')
  const holder = (more: object): string =>
    JSON.stringify({ host: hostname(), pid: process.pid, start: null, token: 'a-b', since: '2026', ...more })

  test('names the process that holds it, when the wait is over', async () => {
    const root = temporaryRepository()
    await withLock(root, async () => {
      const error = await refusal(withLock(root, async () => undefined, { waitMs: 200 }))
      expect(error.code).toBe('locked')
      expect(error.message).toContain(`${hostname()} 的进程 ${process.pid}`)
    })
    expect(existsSync(lockFile(root))).toBe(false)
  })

  test('of a process that is gone is broken', async () => {
    const root = temporaryRepository()
    put(root, { '.git/ejc/lock': holder({ pid: 2 ** 22 + 1 }) })
    expect(await withLock(root, async () => 'got it')).toBe('got it')
  })

  test('of an earlier process with the same number is broken', async () => {
    const root = temporaryRepository()
    put(root, { '.git/ejc/lock': holder({ start: '1' }) })
    if (process.platform === 'linux') expect(await withLock(root, async () => 'got it')).toBe('got it')
  })

  test('is broken even when a process died while breaking it', async () => {
    const root = temporaryRepository()
    put(root, {
      '.git/ejc/lock': holder({ pid: 2 ** 22 + 1 }),
      '.git/ejc/lock.a-b': holder({ pid: 2 ** 22 + 2, token: 'c-d' }),
    })
    expect(await withLock(root, async () => 'got it')).toBe('got it')
    expect(leftovers(root)).toEqual([])
  })

  test.each([
    [
      'another host, however long ago',
      holder({ host: 'elsewhere', pid: 2 ** 22 + 1, since: '1999' }),
      /主机 elsewhere/,
    ],
    ['an unknown hand', 'garbage', /无法辨认/],
  ])('of %s is respected', async (_title, content, message) => {
    const root = temporaryRepository()
    put(root, { '.git/ejc/lock': content })
    expect((await refusal(withLock(root, async () => undefined, { waitMs: 200 }))).message).toMatch(message)
    expect(textOf(root, '.git/ejc/lock')).toBe(content)
    rmSync(lockFile(root))
  })
})
