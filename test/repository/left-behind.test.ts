import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { headState, status } from '../../src/repository/git-work-tree.ts'
import { needGit } from '../../src/repository/gitdir.ts'
import { settleKilledInit } from '../../src/repository/init/settle.ts'
import { withLock } from '../../src/repository/lock.ts'
import { needCommittable } from '../../src/repository/preflight.ts'
import { recover } from '../../src/repository/recover.ts'
import { openRepository } from '../../src/repository/repository.ts'
import { isSideFile } from '../../src/repository/side-files.ts'
import { makeCommit, PLAIN_FILE_MODE } from '../../src/repository/sync/tree.ts'
import {
  git,
  put,
  removeTemporary,
  runChild,
  temporaryFolder,
  temporaryRepository,
  textOf,
} from './temporary.ts'

afterAll(removeTemporary, 60_000)

const file = 'cases/NN-2026-0001/case.yaml'
const fresh = 'cases/NN-2026-0001/screening.yaml'

/** The id of a process that has ended. */
const ended = spawnSync(process.execPath, ['-e', '']).pid

function holder(pid: number, token: string): string {
  return JSON.stringify({ host: hostname(), pid, start: null, token, since: '2026-11-30T00:00:00Z' })
}

describe('what killed processes have left beside the lock', () => {
  test('goes with the next lock; what a running process holds stays', async () => {
    const root = temporaryRepository()
    const names = ['lock.a.new', 'lock.b.new', 'lock.c', 'lock.d.new']
    put(root, {
      '.git/ejc/lock.a.new': holder(ended, 'a'),
      '.git/ejc/lock.b.new': '',
      '.git/ejc/lock.c': holder(ended, 'c'),
      '.git/ejc/lock.d.new': holder(process.pid, 'd'),
    })
    await withLock(root, async () => undefined)
    expect(readdirSync(join(root, '.git/ejc')).filter((name) => names.includes(name))).toEqual(['lock.d.new'])
  })
})

describe('junk in the journal is named with its file', () => {
  const entry = { path: file, before: null, after: null, source: null, former: null }
  const journal = {
    version: 1,
    id: 'ab',
    prefix: '',
    head: null,
    entries: [entry],
    commit: null,
    takesBack: false,
  }

  test.each([
    ['no text of ours', 'junk'],
    ['an entry that is none', JSON.stringify({ ...journal, entries: [null] })],
    ['an entry without a path', JSON.stringify({ ...journal, entries: [{ ...entry, path: 7 }] })],
    [
      'a staged file elsewhere',
      JSON.stringify({ ...journal, entries: [{ ...entry, source: '../../../x' }] }),
    ],
    ['a commit that is none', JSON.stringify({ ...journal, commit: 'x' })],
    ['a branch that is none', JSON.stringify({ ...journal, adopt: {} })],
  ])('%s', async (_title, text) => {
    const root = temporaryRepository()
    put(root, { '.git/ejc/journal.json': text })
    const message = /写入日志 \S+\.git\/ejc\/journal\.json 已损坏：请先备份该文件/
    await expect(recover(root)).rejects.toThrow(message)
    await expect(openRepository(root)).rejects.toThrow(message)
  })

  test('a folder in its place', async () => {
    const root = temporaryRepository()
    mkdirSync(join(root, '.git/ejc/journal.json'), { recursive: true })
    await expect(recover(root)).rejects.toThrow(/journal\.json 无法读取（应为文件，却是文件夹）/)
  })
})

describe('entries in the index', () => {
  test('of a new file go with it when a hook refuses what a killed call has begun', async () => {
    const root = temporaryRepository()
    expect(runChild('write', root, 'files-moved').signal).toBe('SIGKILL')
    // Where the call is killed a moment later, it has told git of the new file.
    git(root, 'add', '--intent-to-add', fresh)
    writeFileSync(join(root, '.git/hooks/pre-commit'), '#!/bin/sh\necho 不行\nexit 1\n')
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
    await expect(recover(root)).rejects.toMatchObject({ code: 'hook-refused' })
    expect(textOf(root, fresh)).toBeNull()
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('follow a commit that was made, also of a file that was edited since', async () => {
    const root = temporaryRepository()
    expect(runChild('write', root, 'committed').signal).toBe('SIGKILL')
    // A git that is killed between branch and index leaves the index as it was.
    git(root, 'read-tree', 'HEAD~1')
    put(root, { [file]: '手改\n' })
    await recover(root)
    expect(textOf(root, file)).toBe('手改\n')
    expect(git(root, 'diff', '--cached', '--name-only')).toBe('')
    expect(git(root, 'status', '--porcelain').trim()).toBe(`M ${file}`)
  })
})

describe('git am in the middle', () => {
  test('is told by its name, and so is what ends it', async () => {
    const root = temporaryRepository()
    put(root, { '.git/rebase-apply/applying': '' })
    expect((await headState(root)).inProgress).toBe('am')
    await expect(needCommittable(root)).rejects.toThrow(/git am --abort/)
    rmSync(join(root, '.git/rebase-apply/applying'))
    expect((await headState(root)).inProgress).toBe('rebase')
  })
})

describe('a half made .git of a killed init', () => {
  test('goes, so that init can begin again; one that holds anything stays', async () => {
    const root = temporaryFolder()
    put(root, { '.git/config': '', '.git/refs/heads/.keep': '' })
    rmSync(join(root, '.git/refs/heads/.keep'))
    await settleKilledInit(root)
    expect(existsSync(join(root, '.git'))).toBe(false)
    put(root, { '.git/config': '', '.git/refs/heads/main': 'x' })
    await settleKilledInit(root)
    expect(existsSync(join(root, '.git'))).toBe(true)
  })

  test('a whole one stays', async () => {
    const root = temporaryFolder()
    git(root, 'init', '--quiet')
    await settleKilledInit(root)
    expect(existsSync(join(root, '.git/HEAD'))).toBe(true)
  })
})

describe('a tree that git does not make as it was meant', () => {
  test('is no commit: the file is named', async () => {
    const root = temporaryRepository()
    const [head, hash] = [
      git(root, 'rev-parse', 'HEAD').trim(),
      git(root, 'rev-parse', `HEAD:${file}`).trim(),
    ]
    const changes = new Map([['cases/git~1', { mode: PLAIN_FILE_MODE, hash }]])
    await expect(makeCommit(needGit(root), [head], changes, '合并')).rejects.toMatchObject({
      code: 'unsafe-path',
      file: 'cases/git~1',
    })
  })
})

describe('files that programs leave behind', () => {
  test.each([
    '.~lock.协议.docx#',
    'a/._x',
    'a/Desktop.ini',
    '~WRL0003.tmp',
    'case.yaml.bak',
    'a/~$x.docx',
    '.DS_Store',
  ])('%s is one', (path) => expect(isSideFile(path)).toBe(true))

  test.each(['case.yaml', 'bak', 'xDS_Store', 'a.bak/b.pdf', '~WRL.txt', 'desktop.ini.pdf'])(
    '%s is none',
    (path) => expect(isSideFile(path)).toBe(false),
  )

  test('are no changes of the work tree, and neither are line ends that git stores as they were', async () => {
    const root = temporaryRepository()
    put(root, { '.gitattributes': '* text=auto eol=lf\n' })
    git(root, 'add', '.')
    git(root, 'commit', '--quiet', '-m', '属性')
    put(root, { 'a.bak': 'x', [file]: 'id: NN-2026-0001\r\nstate: old\r\n', 'ejc.yaml': 'schema: 2\r\n' })
    expect(await status(root)).toEqual([{ code: ' M', path: 'ejc.yaml' }])
  })
})
