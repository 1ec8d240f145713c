import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { commitState } from '../../src/repository/git-work-tree.ts'
import { commitOnly } from '../../src/repository/make-commit.ts'
import { git, put, removeTemporary, temporaryFolder, temporaryRepository } from './temporary.ts'

afterAll(removeTemporary)
afterEach(() => {
  vi.unstubAllEnvs()
})

const FILE = 'cases/NN-2026-0001/case.yaml'
const GONE = 'cases/NN-2026-0001/closing.yaml'

/** Changes, adds and removes a file, and commits them as a step does; returns the commit that it knows. */
async function commit(root: string, names: readonly string[] = [FILE, GONE, 'cases/NN-2026-0002/case.yaml']) {
  put(root, { [FILE]: 'id: NN-2026-0001\nstate: new\n', 'cases/NN-2026-0002/case.yaml': 'id: x\n' })
  git(root, 'rm', '--quiet', '--ignore-unmatch', GONE)
  git(root, 'reset', '--quiet')
  return commitOnly(root, names, '标题\n\n#说明\n\nEjc-Tx: 1\n', null, await commitState(root))
}

/** A commit without its parent: tree, persons, moments and message. */
const bodyOf = (root: string): string => git(root, 'cat-file', 'commit', 'HEAD').replace(/^parent .*\n/m, '')

describe('a commit made without git commit', () => {
  test('is the one that git commit makes', async () => {
    vi.stubEnv('GIT_AUTHOR_DATE', '2026-05-01T09:00:00+0800')
    vi.stubEnv('GIT_COMMITTER_DATE', '1777600000 -0330')
    vi.stubEnv('GIT_AUTHOR_NAME', ' 韦<某>. ')
    const [quick, usual] = [temporaryRepository(), temporaryRepository()]
    put(usual, { '.git/hooks/post-commit': '#!/bin/sh\n' })
    chmodSync(join(usual, '.git/hooks/post-commit'), 0o755)
    expect(await commit(quick)).toBe(git(quick, 'rev-parse', 'HEAD').trim())
    expect(await commit(usual)).toBeNull()
    expect(bodyOf(quick)).toBe(bodyOf(usual))
    for (const root of [quick, usual]) expect(git(root, 'status', '--porcelain')).toBe('')
  })

  test('keeps the mode that the history has, and takes that of a new program', async () => {
    const root = temporaryRepository()
    git(root, 'update-index', '--chmod=+x', FILE)
    git(root, 'commit', '--quiet', '-m', '可执行')
    put(root, { 'hook.sh': '#!/bin/sh\n' })
    chmodSync(join(root, 'hook.sh'), 0o755)
    await commit(root, [FILE, 'hook.sh'])
    expect(git(root, 'ls-tree', '-r', '--format=%(objectmode) %(path)', 'HEAD')).toContain(`100755 ${FILE}`)
    expect(git(root, 'ls-tree', '-r', '--format=%(objectmode) %(path)', 'HEAD')).toContain('100755 hook.sh')
  })

  test('takes any name, and files as the filters of git store them', async () => {
    const root = temporaryRepository()
    const name = 'cases/NN-2026-0001/"引\\号"\n.txt'
    put(root, { '.gitattributes': '*.txt text eol=crlf\n', [name]: 'a\r\nb\r\n' })
    await commit(root, ['.gitattributes', name])
    expect(git(root, 'cat-file', 'blob', `HEAD:${name}`)).toBe('a\nb\n')
    expect(git(root, 'diff', 'HEAD', '--stat', '--', name)).toBe('')
  })

  test('goes into the index also where git was told to take a file for unchanged', async () => {
    const root = temporaryRepository()
    git(root, 'update-index', '--assume-unchanged', FILE)
    await commit(root)
    expect(git(root, 'diff', '--cached', '--name-only')).toBe('')
  })

  test('works in a linked work tree, whose hooks are those of the repository', async () => {
    const root = temporaryRepository()
    const linked = join(temporaryFolder(), 'linked')
    git(root, 'worktree', 'add', '--quiet', '-b', 'other', linked)
    expect(await commit(linked)).toBe(git(root, 'rev-parse', 'other').trim())
    put(root, { '.git/hooks/commit-msg': '#!/bin/sh\nprintf "审核: 张某\\n" >>"$1"\n' })
    chmodSync(join(root, '.git/hooks/commit-msg'), 0o755)
    await commit(linked)
    expect(git(linked, 'log', '-1', '--format=%B')).toContain('审核: 张某')
  })

  test('does not move a branch that another program has moved', async () => {
    const root = temporaryRepository()
    const before = await commitState(root)
    git(root, 'commit', '--quiet', '--allow-empty', '-m', '他人')
    put(root, { [FILE]: 'id: NN-2026-0001\nstate: new\n' })
    const late = commitOnly(root, [FILE], '标题', null, before)
    await expect(late).rejects.toThrow('分支刚刚被另一个程序移动')
    expect(git(root, 'log', '-1', '--format=%s').trim()).toBe('他人')
  })
})

describe('git makes the commit itself', () => {
  const settings: Readonly<Record<string, readonly [string, string]>> = {
    'with hooks in a folder of the user': ['core.hooksPath', 'own-hooks'],
    'where commits are signed': ['commit.gpgSign', 'false'],
  }
  test.each(Object.entries(settings))('%s', async (_, [key, value]) => {
    const root = temporaryRepository()
    mkdirSync(join(root, 'own-hooks'))
    writeFileSync(join(root, 'own-hooks/pre-commit'), '#!/bin/sh\n', { mode: 0o755 })
    git(root, 'config', key, value)
    expect(await commit(root)).toBeNull()
    expect(git(root, 'log', '-1', '--format=%s').trim()).toBe('标题')
  })

  test('where its hook refuses, nothing stays staged, and what the user has staged does', async () => {
    for (const staged of ['', 'A  staged.txt\n']) {
      const root = temporaryRepository()
      put(root, { 'staged.txt': 'a', '.git/hooks/pre-commit': '#!/bin/sh\nexit 1\n' })
      chmodSync(join(root, '.git/hooks/pre-commit'), 0o755)
      put(root, { [FILE]: 'id: NN-2026-0001\nstate: new\n' })
      if (staged) git(root, 'add', 'staged.txt')
      await expect(commitOnly(root, [FILE], '标题', null, await commitState(root))).rejects.toThrow('拒绝')
      expect(git(root, 'status', '--porcelain', '-uno')).toBe(`${' M '}${FILE}\n${staged}`)
    }
  })
})
