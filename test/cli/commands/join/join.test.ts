import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createRepository,
  dataOf,
  ejcIn,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'

const id = 'NN-2026-0001'

/** A git call without the settings of this machine, where `master` is the first branch. */
function git(folder: string, ...args: string[]): string {
  const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...person('管理员') }
  const call = spawnSync('git', ['-c', 'init.defaultBranch=master', ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  if (call.status !== 0) throw new Error(`git ${args.join(' ')}: ${call.stderr}`)
  return call.stdout
}

function person(name: string): Record<string, string> {
  const email = 'x@example.invalid'
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}

/** A first officer whose cases are committed. */
function officer(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const casesIn = (folder: string): string[] =>
  git(folder, 'ls-files', '--', 'cases/*/case.yaml').split('\n').filter(Boolean)

describe('an office gets a shared library', { timeout: 60_000 }, () => {
  it('never inside of a library that is there', () => {
    const first = officer()
    const shared = join(temporaryFolder(), '案件库.git')
    first.ejc(['sync', '--remote', shared, '--create'])
    const refused = first.ejc(['join', shared, 'cases/又一份'])
    expect(refused).toMatchObject({ exit: 2 })
    expect(refused.stderr).toMatch(/cases\/又一份 位于案件库 .* 之内，不在那里加入：请换一个文件夹/)
    expect(existsSync(join(first.root, 'cases/又一份'))).toBe(false)
  })

  it('in a shared folder that is made for it, and a colleague joins and sends work back', () => {
    const first = officer()
    const shared = join(temporaryFolder(), '共享', '案件库.git')
    const made = first.ejc(['sync', '--remote', shared, '--create'])
    expect(made.stderr).toContain('已新建共享库')
    expect(git(shared, 'symbolic-ref', 'HEAD').trim()).toBe('refs/heads/main')
    const home = temporaryFolder()
    // The program that hooks are told of is the one that runs.
    const joined = ejcIn(home, ['join', shared, '案件 库'], { process: true })
    expect(joined.stdout).toContain('已加入共享库：')
    expect(joined.stdout).toContain('共 1 件案件')
    const second = join(home, '案件 库')
    expect(casesIn(second)).toEqual([`cases/${id}/case.yaml`])
    const step = ejcIn(second, ['advance', id, 'add-evidence', '--set', 'title=现场照片', '--no-input'])
    expect(step.exit).toBe(0)
    expect(git(second, 'log', '--format=%an', '-1').trim()).toBe('覃某')
    expect(ejcIn(second, ['sync']).stdout).toContain('已发出 1 项')
    expect(first.ejc(['sync']).stdout).toContain('已收到 1 项')
  })

  it('whose clone has its check before a commit and its way to merge', () => {
    const shared = join(temporaryFolder(), 'office.git')
    officer().ejc(['sync', '--remote', shared, '--create'])
    const home = temporaryFolder()
    expect(dataOf(ejcIn(home, ['join', shared, '--json']), 'join')).toMatchObject({
      branch: 'main',
      cases: 1,
    })
    const clone = join(home, 'office')
    expect(git(clone, 'config', 'core.hooksPath').trim()).toBe('hooks')
    expect(git(clone, 'config', 'merge.ejc.driver')).toContain('merge-driver')
  })

  it('in an empty repository whose HEAD is master: the cases go to that branch, and a plain clone has them', () => {
    const folder = temporaryFolder()
    git(folder, 'init', '--quiet', '--bare', 'office.git')
    const first = officer()
    first.ejc(['sync', '--remote', `file://${folder}/office.git`])
    git(folder, 'clone', '--quiet', 'office.git', 'plain')
    expect(casesIn(join(folder, 'plain'))).toEqual([`cases/${id}/case.yaml`])
    expect(git(join(folder, 'office.git'), 'branch', '--list').trim()).toBe('* master')
  })

  it('in one that the hosting page made with a README: one branch, one history, the README beside the cases', () => {
    const folder = temporaryFolder()
    git(folder, 'init', '--quiet', '--bare', 'office.git')
    git(folder, 'clone', '--quiet', 'office.git', 'page')
    writeFileSync(join(folder, 'page/README.md'), '# 案件库\n')
    git(join(folder, 'page'), 'add', '.')
    git(join(folder, 'page'), 'commit', '--quiet', '-m', 'Initial commit')
    git(join(folder, 'page'), 'push', '--quiet', 'origin', 'HEAD')
    const first = officer()
    expect(first.ejc(['sync', '--remote', join(folder, 'office.git')]).exit).toBe(0)
    expect(git(join(folder, 'office.git'), 'branch', '--list').trim()).toBe('* master')
    ejcIn(folder, ['join', 'office.git', 'second'])
    expect(casesIn(join(folder, 'second'))).toEqual([`cases/${id}/case.yaml`])
    expect(existsSync(join(folder, 'second/README.md'))).toBe(true)
    expect(ejcIn(join(folder, 'second'), ['sync']).stdout).toContain('没有要收发的')
    expect(first.ejc(['sync']).stdout).toContain('没有要收发的')
  })
})

describe('a second library beside the first is refused', { timeout: 60_000 }, () => {
  it('when a clone was made before the cases were there, and its officer starts a library of his own', () => {
    const folder = temporaryFolder()
    git(folder, 'init', '--quiet', '--bare', 'office.git')
    git(folder, 'clone', '--quiet', 'office.git', 'early')
    const first = officer()
    first.ejc(['sync', '--remote', join(folder, 'office.git')])
    const refused = ejcIn(join(folder, 'early'), [
      'init',
      '--no-input',
      '--set',
      'unit.name=南宁市生态环境局',
    ])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('已有案件库')
    expect(refused.stderr).toContain('ejc join')
  })

  it('when another history stands on another branch there', () => {
    const shared = join(temporaryFolder(), 'office.git')
    officer().ejc(['sync', '--remote', shared, '--create'])
    const other = officer()
    other.git('commit', '--quiet', '--amend', '--reset-author', '--allow-empty', '-m', '另一个来历')
    const orphan = createRepository()
    orphan.git('checkout', '--quiet', '--orphan', 'trunk')
    orphan.git('commit', '--quiet', '-m', '另一个库')
    const refused = orphan.ejc(['sync', '--remote', shared])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('共享库里已有另一个案件库（main 分支）')
    expect(git(shared, 'branch', '--list').trim()).toBe('* main')
    expect(orphan.git('remote')).toBe('')
  })

  it('and doctor tells of one that was split before', () => {
    const shared = join(temporaryFolder(), 'office.git')
    const first = officer()
    first.ejc(['sync', '--remote', shared, '--create'])
    first.git('push', '--quiet', shared, 'main:trunk')
    expect(first.ejc(['doctor']).stdout).toMatch(/main、trunk 分支上都有案件/)
  })
})

describe('joining', { timeout: 60_000 }, () => {
  it('never replaces what is in a folder, and leaves nothing behind', () => {
    const shared = join(temporaryFolder(), 'office.git')
    officer().ejc(['sync', '--remote', shared, '--create'])
    const home = temporaryFolder()
    writeFileSync(join(home, 'notes.txt'), '')
    const refused = ejcIn(home, ['join', shared, '.'])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('里已有文件')
    expect(ejcIn(home, ['join', join(home, 'nowhere.git'), 'x']).exit).toBe(2)
    expect(readdirSync(home)).toEqual(['notes.txt'])
  })

  it('says whom to ask where the repository holds no cases yet', () => {
    const home = temporaryFolder()
    git(home, 'init', '--quiet', '--bare', 'empty.git')
    const refused = ejcIn(home, ['join', 'empty.git', 'x'])
    expect(refused.stderr).toContain('里还没有案件库')
    expect(refused.stderr).toContain('ejc init')
  })
})
