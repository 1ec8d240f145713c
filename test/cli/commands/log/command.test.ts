import { describe, expect, it } from 'vitest'
import { createRepository, listOf } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']

function withHistory() {
  const repository = createRepository('example-case', 'example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  repository.ejc(['render', id, '1', ...day])
  const leniency = ['--set', 'to=某县公安局', '--set', 'on=2026-11-24']
  const done = repository.ejc(['advance', id, 'notify-leniency', 'o2', ...leniency, ...day])
  if (done.exit !== 0) throw new Error(done.stderr)
  return repository
}

describe('ejc log', () => {
  const repository = withHistory()
  const log = (...args: string[]) => repository.ejc(['log', id, ...args])

  it('tells each action in the words of the law, with day, subject, person and commit, the latest first', () => {
    const { exit, lines } = log()
    expect(exit).toBe(0)
    expect(lines[0]).toMatch(/^时间 +事项 +对象 +记录人 +提交$/)
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d +告知积极履行情况 +韦某 +覃某 +[0-9a-f]{10}$/)
    expect(lines[2]).toMatch(/ 生成文书：索赔启动登记表 +覃某/)
  })

  it('tells what was changed by hand as such', () => {
    expect(log().lines[3]).toMatch(/ 直接修改：放入案件 /)
  })

  it('gives the trailers as JSON', () => {
    const head = repository.git('rev-parse', 'HEAD').trim()
    const entries = listOf(log('--json'), 'log')
    expect(entries[0]).toMatchObject({
      commit: head,
      on: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      by: '覃某',
      action: 'notify-leniency',
      subject: 'o2',
    })
    expect(entries.map(({ action }) => action)).toEqual(['notify-leniency', 'render', null])
  })

  it('tells nothing of other cases', () => {
    const other = listOf(repository.ejc(['log', 'NN-2025-0003', '--json']), 'log')
    expect(other.map(({ title }) => title)).toEqual(['放入案件'])
  })

  it('is told of a case that cannot be read now', () => {
    const broken = withHistory()
    broken.replace(`cases/${id}/case.yaml`, 'foundOn: 2026-02-11', 'foundOn: 2026-02-30')
    expect(broken.ejc(['log', id])).toMatchObject({ exit: 0, stdout: expect.stringContaining('o2') })
  })

  it('of a case without commits says so', () => {
    expect(createRepository('example-case').ejc(['log', id])).toMatchObject({
      exit: 0,
      stdout: '',
      stderr: expect.stringContaining('还没有提交记录'),
    })
  })

  it('of a case that is not there is refused, exit 2', () => {
    expect(repository.ejc(['log', 'NN-2026-0099']).exit).toBe(2)
  })
})
