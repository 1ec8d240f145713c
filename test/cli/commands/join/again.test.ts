import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { git } from '../../../repository/temporary.ts'
import {
  type CallOptions,
  createRepository,
  ejcIn,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { type Failing, failingGit } from '../../../support/failing-git.ts'

/** An office with its shared repository and a backup, in one folder. */
function office() {
  const folder = temporaryFolder()
  const first: TestRepository = createRepository('example-case')
  first.git('add', '--all')
  first.git('commit', '--quiet', '-m', '放入案件')
  const shared = join(folder, 'office.git')
  expect(first.ejc(['sync', '--remote', shared, '--create']).exit).toBe(0)
  const backup = join(folder, 'all.bundle')
  expect(first.ejc(['backup', backup]).exit).toBe(0)
  const call = (from: string, options: CallOptions = {}) =>
    ejcIn(folder, ['join', from, 'mine', '--no-input'], { process: true, ...options })
  const broken = (from: string, words: string, how: Failing) => call(from, { env: failingGit(words, how) })
  return { first, folder, shared, backup, mine: join(folder, 'mine'), call, broken }
}

describe('ejc join that was stopped', { timeout: 120_000 }, () => {
  it.each([
    ['in the clone', '*clone*--no-checkout*', 'kill-late'],
    ['before the files are there', '*checkout*-B*', 'kill'],
    ['before the clone is set up', '*config*core.hooksPath*hooks*', 'kill'],
    ['when git could not be told of the hooks', '*config*core.hooksPath*hooks*', 'fail'],
  ] as const)('%s is run again, and the clone stands', (_, words, how) => {
    const { folder, shared, mine, call, broken } = office()
    const stopped = broken(shared, words, how)
    expect(stopped.exit).toBe(how === 'fail' ? 2 : null)
    if (how === 'fail') {
      expect(stopped.stderr).toContain(`案件库已取到 ${mine}；还没有设好`)
      expect(stopped.stderr).toContain('再运行一次同样的 ejc join')
    }
    const again = call(shared)
    expect(again.exit).toBe(0)
    expect(again.stdout).toContain('已加入共享库：')
    expect(git(mine, 'config', '--get', 'core.hooksPath').trim()).toBe('hooks')
    expect(git(mine, 'status', '--porcelain')).toBe('')
    expect(readdirSync(folder).sort()).toEqual(['all.bundle', 'mine', 'office.git'])
  })

  it('is run again from a backup too', () => {
    const { backup, mine, call, broken } = office()
    expect(broken(backup, '*config*core.hooksPath*hooks*', 'kill').exit).toBe(null)
    const again = call(backup)
    expect(again).toMatchObject({ exit: 0 })
    expect(again.stdout).toContain('以前已从备份恢复：')
    expect(again.stderr).toContain('要另恢复一份的，请换一个文件夹')
    expect(git(mine, 'config', '--get', 'core.hooksPath').trim()).toBe('hooks')
  })
})

describe('ejc join of a folder that is there', { timeout: 120_000 }, () => {
  it('takes the clone of the same library as it is, with what was done in it since', () => {
    const { shared, mine, call } = office()
    expect(call(shared).exit).toBe(0)
    const step = ['advance', 'NN-2026-0001', 'add-evidence', '--set', 'title=现场照片', '--no-input']
    expect(ejcIn(mine, step).exit).toBe(0)
    const head = git(mine, 'rev-parse', 'HEAD')
    const again = call(shared)
    expect(again).toMatchObject({ exit: 0 })
    expect(again.stdout).toContain('以前已加入共享库：')
    expect(git(mine, 'rev-parse', 'HEAD')).toBe(head)
  })

  it('sets up what a plain git clone lacks', () => {
    const { folder, shared, mine, call } = office()
    git(folder, 'clone', '--quiet', shared, 'mine')
    expect(call(shared).exit).toBe(0)
    expect(git(mine, 'config', '--get', 'merge.ejc.driver')).toContain('merge-driver')
  })

  it('refuses the clone of another library, and another backup of the same name', () => {
    const { first, backup, shared, folder, mine, call } = office()
    const other = office()
    renameSync(other.shared, join(folder, 'other.git'))
    expect(call(shared).exit).toBe(0)
    expect(call(join(folder, 'other.git')).stderr).toContain('已经是案件库，不会覆盖')
    rmSync(mine, { recursive: true })
    expect(call(backup).exit).toBe(0)
    rmSync(backup)
    first.git('commit', '--quiet', '--allow-empty', '-m', '后来')
    expect(first.ejc(['backup', backup]).exit).toBe(0)
    expect(call(backup).stderr).toContain('已经是案件库，不会覆盖')
    expect(existsSync(mine)).toBe(true)
  })
})
