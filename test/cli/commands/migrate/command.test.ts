import { describe, expect, it } from 'vitest'
import { formatIn, needOwnFormat } from '../../../../src/repository/format/check.ts'
import { DATA_FORMAT } from '../../../../src/repository/format/number.ts'
import { migrationRequest, planMigration } from '../../../../src/repository/format/plan.ts'
import { formatSteps, withFormat } from '../../../../src/repository/format/steps.ts'
import { openRepository } from '../../../../src/repository/repository.ts'
import { commitTransaction } from '../../../../src/repository/transaction.ts'
import { createRepository, dataOf, type TestRepository } from '../../../support/cli.ts'
import { change, openSharedOffice } from '../../../support/clones.ts'

/** A repository as an ejc made it that knew neither the format nor the folder ci. */
function older(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('rm', '-rq', 'ci')
  repository.write('hooks/pre-commit', '#!/bin/sh\nexit 0\n')
  repository.replace('ejc.yaml', 'schema: 1', '# 本单位的说明')
  repository.git('add', '--all')
  // As if `ejc init` had written all of it so.
  repository.git('commit', '--quiet', '--amend', '--no-edit')
  return repository
}

describe('a repository of an older ejc', () => {
  it('is refused with the one command that brings it up to date', () => {
    const repository = older()
    for (const call of [['list'], ['due'], ['show', '1'], ['doctor']])
      expect(repository.ejc(call)).toMatchObject({ exit: call[0] === 'doctor' ? 1 : 2 })
    expect(repository.ejc(['list']).stderr).toContain('请运行 ejc migrate')
    expect(repository.ejc(['lint']).stdout).toContain('请运行 ejc migrate')
  })

  it('is first shown what changes, and stays as it is', () => {
    const repository = older()
    const head = repository.git('rev-parse', 'HEAD')
    const { exit, stderr } = repository.ejc(['migrate', '--dry-run'])
    expect(exit).toBe(0)
    expect(stderr).toContain('数据格式 0 → 1')
    for (const line of ['更新 ejc.yaml', '更新 hooks/pre-commit', '新增 ci/ejc', '新增 ci/package'])
      expect(stderr).toContain(`  ${line}\n`)
    expect(repository.git('rev-parse', 'HEAD')).toBe(head)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('is brought up to date in one commit, in which the cases and the words of the office stay', () => {
    const repository = older()
    const before = repository.git('rev-parse', 'HEAD:cases')
    const { exit, stdout } = repository.ejc(['migrate'])
    expect({ exit, stdout }).toEqual({ exit: 0, stdout: expect.stringContaining('已更新到格式 1') })
    expect(repository.read('ejc.yaml')).toMatch(/^schema: 1\b/m)
    expect(repository.read('ejc.yaml')).toContain('# 本单位的说明')
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe('2\n')
    expect(repository.git('rev-parse', 'HEAD:cases')).toBe(before)
    expect(repository.git('ls-files', '-s', 'hooks/pre-commit')).toMatch(/^100755/)
    expect(repository.ejc(['list']).exit).toBe(0)
    expect(repository.ejc(['migrate']).stdout).toContain('没有要更新的文件')
  })

  it('keeps what the office has written itself, and names it', () => {
    const repository = createRepository()
    repository.write('.gitlab-ci.yml', 'own: true\n')
    repository.git('commit', '--quiet', '--all', '-m', '改用本单位的流水线')
    repository.git('rm', '-q', '.github/workflows/ejc.yml')
    repository.git('commit', '--quiet', '-m', '不用 GitHub')
    repository.write('hooks/pre-receive', '# 还没有提交\n')
    const done = dataOf(repository.ejc(['migrate', '--json']), 'migrate')
    expect(done).toMatchObject({ files: [], kept: ['.gitlab-ci.yml', 'hooks/pre-receive'], written: false })
    expect(repository.read('.gitlab-ci.yml')).toBe('own: true\n')
  })

  it('is told of by doctor as long as a file of an older ejc is there', () => {
    const repository = createRepository()
    expect(repository.ejc(['doctor']).stdout).toContain(`数据格式：${DATA_FORMAT}`)
    repository.git('rm', '-rq', 'ci')
    repository.git('commit', '--quiet', '--amend', '--no-edit')
    expect(repository.ejc(['doctor']).stdout).toContain('运行 ejc migrate')
  })
})

describe('a repository of a newer ejc', () => {
  it('is refused by name, by every command, and nothing is written', () => {
    const repository = createRepository('example-case')
    repository.replace('ejc.yaml', 'schema: 1', 'schema: 2')
    for (const call of [['list'], ['advance', '1'], ['migrate'], ['new'], ['init', '--set', 'level=city']]) {
      const { exit, stderr } = repository.ejc(call)
      expect({ call, exit, stderr }).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('数据格式是 2'),
      })
      expect(stderr).toContain('请更新本机的 ejc')
    }
    expect(repository.ejc(['lint']).stdout).toContain('本机的 ejc 只认得格式 1')
    expect(repository.git('status', '--porcelain')).toContain(' M ejc.yaml')
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe('1\n')
  })

  it('is also refused where it has no case yet', () => {
    const repository = createRepository()
    repository.replace('ejc.yaml', 'schema: 1', 'schema: 2')
    expect(repository.ejc(['list']).stderr).toContain('数据格式是 2')
  })
})

describe('a shared library that a colleague has brought to a newer format', () => {
  it('is not merged, and what is here stays', () => {
    const office = openSharedOffice()
    const [one, other] = [office.clone('甲某'), office.clone('乙某')]
    change(one, 'ejc.yaml', (text) => text.replace('schema: 1', 'schema: 2'))
    one.git('push', '--quiet')
    const head = other.git('rev-parse', 'HEAD')
    expect(other.ejc('sync', 2).stderr).toContain('共享库已经由更新的 ejc 更新到数据格式 2')
    expect(other.git('rev-parse', 'HEAD')).toBe(head)
  })
})

describe('the steps between formats', () => {
  it('end with the format of this ejc, one after the other', () => {
    expect(formatSteps.map(({ to }) => to)).toEqual(Array.from({ length: DATA_FORMAT }, (_, at) => at + 1))
  })

  it('change cases too, several steps at once, in one commit', async () => {
    const { root, git, read } = createRepository('example-case')
    git('add', '--all')
    git('commit', '--quiet', '-m', '案件')
    const steps = [
      ...formatSteps,
      {
        to: 2,
        title: '案由改名',
        change: (file: string, text: string) =>
          withFormat(file, text.replace(/^cause:/m, 'reasonOfCase:'), 2),
      },
      { to: 3, title: '又一步', change: (file: string, text: string) => withFormat(file, text, 3) },
    ]
    const repository = await openRepository(root)
    const plan = await planMigration(repository, steps)
    expect(plan).toMatchObject({ from: 1, to: 3, steps: ['案由改名', '又一步'], added: [] })
    const identity = { name: '覃某', email: 'qin@example.invalid' }
    await commitTransaction(root, migrationRequest(repository, plan), { commit: true, identity })
    expect(formatIn((await openRepository(root)).config())).toBe(3)
    expect(read('cases/NN-2026-0001/case.yaml')).toMatch(/^reasonOfCase:/m)
    expect(() => needOwnFormat(repository.config(), 0)).toThrow('由更新的 ejc 写成')
  })
})
