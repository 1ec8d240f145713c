import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, type TestRepository } from '../../../support/cli.ts'

const clue = ['clue.channel=complaint-media', 'damage.scope=covered', 'damage.kind=pollutant-discharge']
const sets = ['title=某厂排污案', 'clue.receivedOn=2026-11-20', ...clue].flatMap((set) => ['--set', set])
const register = ['new', ...sets, '--no-input', '--today', '2026-11-24']

function withCase(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

describe('a number is given once', { timeout: 60_000 }, () => {
  it('also when the folder of its case was deleted by mistake', () => {
    const { ejc, git, root } = withCase()
    rmSync(join(root, 'cases/NN-2026-0001'), { recursive: true })
    expect(ejc(register).stdout).toContain('已记录：NN-2026-0002')
    const refused = ejc([...register, '--id', 'NN-2026-0001'])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('git restore cases/NN-2026-0001')
    expect(git('log', '--format=%s', '--', 'cases/NN-2026-0001')).toBe('放入案件\n')
  })

  it('also where a sparse checkout leaves its case out', () => {
    const { ejc, git } = withCase()
    git('sparse-checkout', 'set', '--no-cone', '/*', '!/cases/NN-2026-0001/')
    expect(ejc(register).stdout).toContain('已记录：NN-2026-0002')
  })

  it('when six register at once: each gets the next', async () => {
    const { git, root } = withCase()
    const env = {
      ...process.env,
      GIT_COMMITTER_NAME: '甲',
      GIT_COMMITTER_EMAIL: 'a@b',
      GIT_AUTHOR_NAME: '甲',
      GIT_AUTHOR_EMAIL: 'a@b',
    }
    const started = Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, [resolve('bin/ejc.js'), ...register], {
        cwd: root,
        env,
        stdio: 'ignore',
      })
      return new Promise((done) => child.on('exit', done))
    })
    expect(await Promise.all(started)).toEqual([0, 0, 0, 0, 0, 0])
    const made = git('ls-files', '--', 'cases/*/case.yaml').trim().split('\n')
    expect(made).toHaveLength(7)
    expect(git('log', '--format=%s').match(/登记线索/g)).toHaveLength(6)
  })
})

describe('an empty folder', () => {
  it('is no case and stops nobody', () => {
    const { ejc, root } = withCase()
    mkdirSync(join(root, 'cases/NN-2026-0009'))
    for (const call of [['list'], ['due', '--all'], ['board'], ['report', 'annual', '--year', '2026']]) {
      const done = ejc([...call, '--today', '2026-11-24', '--no-input'])
      expect(done.stderr).not.toContain('NN-2026-0009')
      expect(done.exit).not.toBe(2)
    }
    expect(ejc(['lint', '--today', '2026-11-24']).stdout).not.toContain('NN-2026-0009')
    // Its number may be on its way from another officer.
    expect(ejc(register).stdout).toContain('已记录：NN-2026-0010')
  })
})
