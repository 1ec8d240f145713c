import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { needGit } from '../../../src/repository/gitdir.ts'
import { withLock } from '../../../src/repository/lock.ts'
import { recover } from '../../../src/repository/recover.ts'
import { openRepository } from '../../../src/repository/repository.ts'
import { moveBranchTo, needNames } from '../../../src/repository/sync/adopt.ts'
import type { TransactionStep } from '../../../src/repository/transaction.ts'
import { git, put, removeTemporary, runChild, temporaryRepository, textOf } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

const old = 'cases/NN-2026-0001'
const fresh = 'cases/NN-2026-0002'

/** A repository with a branch `later`, on which the case has moved to another number, and one text has changed. */
function repositoryWithLater(): { root: string; from: string; commit: string } {
  const root = temporaryRepository()
  git(root, 'switch', '--quiet', '--create', 'later')
  git(root, 'mv', old, fresh)
  put(root, { [`${fresh}/case.yaml`]: 'id: NN-2026-0002\n', 'ejc.yaml': 'schema: 2\n' })
  git(root, 'add', '.')
  git(root, 'commit', '--quiet', '-m', '以后')
  git(root, 'switch', '--quiet', 'main')
  const name = (ref: string): string => git(root, 'rev-parse', ref).trim()
  return { root, from: name('main'), commit: name('later') }
}

const stateOf = (root: string): (string | null)[] =>
  [`${old}/case.yaml`, `${old}/closing.yaml`, `${fresh}/case.yaml`, `${fresh}/closing.yaml`, 'ejc.yaml'].map(
    (path) => textOf(root, path),
  )
const later = [null, null, 'id: NN-2026-0002\n', 'old: true\n', 'schema: 2\n']
const goOn = ({ root, from, commit }: ReturnType<typeof repositoryWithLater>): Promise<void> =>
  withLock(root, (lock) => moveBranchTo(needGit(root), { from, commit }, lock))

describe('the branch goes on to a later commit', () => {
  test('with its files, its index, and without the folders that are left empty', async () => {
    const repository = repositoryWithLater()
    const { root, commit } = repository
    await goOn(repository)
    expect(stateOf(root)).toEqual(later)
    expect(existsSync(join(root, old))).toBe(false)
    expect(git(root, 'rev-parse', 'HEAD').trim()).toBe(commit)
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(readdirSync(join(root, '.git/ejc')).filter((name) => name !== 'generation')).toEqual(['tx'])
  })

  test.skipIf(process.platform === 'win32')('with a file of which only the mode changes', async () => {
    const root = temporaryRepository()
    const from = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'switch', '--quiet', '--create', 'later')
    chmodSync(join(root, 'ejc.yaml'), 0o755)
    git(root, 'commit', '--quiet', '--all', '-m', '以后')
    git(root, 'switch', '--quiet', 'main')
    await goOn({ root, from, commit: git(root, 'rev-parse', 'later').trim() })
    expect(git(root, 'ls-files', '--stage', 'ejc.yaml')).toMatch(/^100755 /)
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('or not at all, when it has moved meanwhile', async () => {
    const repository = repositoryWithLater()
    git(repository.root, 'commit', '--quiet', '--allow-empty', '-m', '其间')
    await expect(goOn(repository)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  test('or not at all, when a file that git ignores is in the way', async () => {
    const repository = repositoryWithLater()
    put(repository.root, { '.git/info/exclude': '*\n', [`${fresh}/case.yaml`]: '未登记\n' })
    await expect(goOn(repository)).rejects.toMatchObject({
      code: 'changed-meanwhile',
      file: `${fresh}/case.yaml`,
    })
    expect(textOf(repository.root, `${fresh}/case.yaml`)).toBe('未登记\n')
  })

  test('or not at all, when a file was changed by hand meanwhile', async () => {
    const repository = repositoryWithLater()
    put(repository.root, { 'ejc.yaml': '手改\n' })
    await expect(goOn(repository)).rejects.toMatchObject({ code: 'changed-meanwhile', file: 'ejc.yaml' })
    expect(textOf(repository.root, 'ejc.yaml')).toBe('手改\n')
  })

  test('and never writes a symbolic link', async () => {
    const repository = repositoryWithLater()
    const { root } = repository
    git(root, 'switch', '--quiet', 'later')
    const link = git(root, 'rev-parse', 'later:ejc.yaml').trim()
    git(root, 'update-index', '--add', '--cacheinfo', `120000,${link},cases/link`)
    git(root, 'commit', '--quiet', '-m', '链接')
    const commit = git(root, 'rev-parse', 'HEAD').trim()
    git(root, 'switch', '--quiet', 'main')
    await expect(goOn({ ...repository, commit })).rejects.toMatchObject({ code: 'unsafe-path' })
  })
})

const before: readonly TransactionStep[] = ['staged']
const after: readonly TransactionStep[] = [
  'journal-placed',
  'generation-bumped',
  'file-moved',
  'files-moved',
  'committed',
  'journal-removed',
]

describe('killed on the way', () => {
  test.each(before)('at %s, nothing has happened', async (step) => {
    const { root, from } = repositoryWithLater()
    const untouched = stateOf(root)
    expect(runChild('adopt', root, step).signal).toBe('SIGKILL')
    await recover(root)
    expect(stateOf(root)).toEqual(untouched)
    expect(git(root, 'rev-parse', 'HEAD').trim()).toBe(from)
    expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test.each(after)(
    'at %s, a reader sees the later state at once, and the next write ends it',
    async (step) => {
      const { root, commit } = repositoryWithLater()
      expect(runChild('adopt', root, step).signal).toBe('SIGKILL')
      const repository = await openRepository(root)
      expect(repository.caseIds()).toEqual(['NN-2026-0002'])
      expect(repository.readCase('NN-2026-0002').documents.case?.text()).toBe('id: NN-2026-0002\n')
      await recover(root)
      expect(stateOf(root)).toEqual(later)
      expect(git(root, 'rev-parse', 'HEAD').trim()).toBe(commit)
      expect(git(root, 'status', '--porcelain')).toBe('')
    },
  )

  test('in a folder of a larger git repository, a reader of that folder sees the later state too', async () => {
    const root = temporaryRepository()
    const home = join(root, 'office')
    git(root, 'switch', '--quiet', '--create', 'later')
    put(home, { 'ejc.yaml': 'schema: 1\n', [`${fresh}/case.yaml`]: 'id: NN-2026-0002\n' })
    git(root, 'add', '.')
    git(root, 'commit', '--quiet', '-m', '以后')
    git(root, 'switch', '--quiet', 'main')
    expect(runChild('adopt', root, 'file-moved').signal).toBe('SIGKILL')
    expect((await openRepository(home)).caseIds()).toEqual(['NN-2026-0002'])
    await recover(home)
    expect(textOf(home, `${fresh}/case.yaml`)).toBe('id: NN-2026-0002\n')
    expect(git(root, 'status', '--porcelain')).toBe('')
  })
})

describe('a file of theirs whose name this system does not have stops the sync, named with what to do', () => {
  const photo = 'cases/NN-2026-0001/attachments/现场.JPG'
  const known = new Map([['cases/NN-2026-0001/attachments/旧:照片.jpg', null]])

  test.each([
    [
      'win32',
      ['cases/NN-2026-0001/attachments/现场:照片.jpg'],
      /现场:照片\.jpg 在 Windows 上不能作文件名.*请对方改名/,
    ],
    ['win32', ['cases/NN-2026-0001/attachments/nul.pdf'], /不能作文件名/],
    ['win32', [photo, photo.replace('JPG', 'jpg')], /现场\.jpg 与 \S+现场\.JPG 只有大小写或写法不同/],
    ['linux', ['cases/NN-2026-0001/attachments/GIT~1'], /GIT~1 git 不收这样的文件名.*请对方改名/],
    ['darwin', ['Cafe\u0301.jpg', 'Café.jpg'], /只有大小写或写法不同/],
  ] as const)('%s: %j', (platform, paths, message) => {
    expect(() => needNames(paths, known, platform)).toThrow(message)
  })

  test('what was there before, and what only other systems do not have, is let through', () => {
    needNames([...known.keys(), photo], known, 'win32')
    needNames(['现场:照片.jpg'], known, 'darwin')
    needNames([photo, photo.replace('JPG', 'jpg')], known, 'linux')
  })
})
