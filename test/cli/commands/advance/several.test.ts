import { describe, expect, it } from 'vitest'
import { createRepository, listOf, type TestRepository } from '../../../support/cli.ts'

const [first, second] = ['NN-2026-0001', 'NN-2025-0003'] as const
const day = ['--today', '2026-11-24']

function committed(): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const countOf = ({ git }: TestRepository): number => Number(git('rev-list', '--count', 'HEAD'))
const stateOf = ({ git }: TestRepository): string => git('rev-parse', 'HEAD') + git('status', '--porcelain')
const reminder = ['--set', 'title=季度核对', '--set', 'dueOn=2026-12-20', '--set', 'source=office']

describe('a step for several cases at once', () => {
  it('is recorded in each by its own commit, and a table says so', () => {
    const repository = committed()
    const before = countOf(repository)
    const call = repository.ejc(['advance', `1，${second}`, '设置提醒', ...reminder, ...day])
    expect(call.exit).toBe(0)
    expect(call.stdout).toMatch(new RegExp(`^${first} .*已办 .*设置提醒 +[0-9a-f]{7}$`, 'm'))
    expect(call.stdout).toMatch(new RegExp(`^${second} .*已办`, 'm'))
    expect(call.stderr).toContain('共 2 件：已办 2 件')
    expect(countOf(repository)).toBe(before + 2)
    expect(repository.git('show', '--name-only', '--format=').trim()).toBe(`cases/${second}/case.yaml`)
  })

  it('of all open cases is done where it is owed, each month by its own commit, and no other case is named', () => {
    const repository = committed()
    const month = ['全部', '报告重大案件月度进展', '--set', 'progress=修复已完成过半', '--json']
    const rows = listOf(
      repository.ejc([
        'advance',
        '全部',
        '报告重大案件月度进展',
        '2026-10',
        ...month.slice(2),
        '--dry-run',
        ...day,
      ]),
      'batch',
    )
    for (const row of rows) expect(row).toMatchObject({ case: second, status: 'written', commit: null })
    const one = repository.ejc([
      'advance',
      '全部',
      '报告重大案件月度进展',
      '2026-10',
      ...month.slice(2),
      ...day,
    ])
    expect(listOf(one, 'batch')).toMatchObject([{ case: second, status: 'written' }])
    expect(repository.read(`cases/${second}/supervision.yaml`)).toContain('修复已完成过半')
  })

  it('that one case refuses is done in the others; the table says why not, and the call fails', () => {
    const repository = committed()
    const set = ['--set', 'progress=正在修复']
    const call = repository.ejc([
      'advance',
      `${first},${second}`,
      'report-month',
      '2026-10',
      ...set,
      '--json',
      ...day,
    ])
    expect(call.exit).not.toBe(0)
    expect(listOf(call, 'batch')).toMatchObject([
      { case: first, status: 'refused', commit: null, said: expect.stringContaining('没有需要') },
      { case: second, status: 'written' },
    ])
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('of one kind of thing is recorded for that kind; where a case has several, the call must say which', () => {
    const repository = committed()
    const url = ['--set', 'url=https://example.gov.cn/1', '--set', 'readBy=覃小明']
    const vague = listOf(
      repository.ejc(['advance', '全部', '记录信息公开', ...url, '--json', ...day]),
      'batch',
    )
    expect(
      vague.every(({ status, said }) => status === 'failed' && String(said).includes('要写明对象')),
    ).toBe(true)
    const funds = repository.ejc(['advance', '全部', '记录信息公开', 'funds', ...url, '--json', ...day])
    expect(listOf(funds, 'batch').map(({ status }) => status)).toEqual(['written', 'written'])
    expect(repository.git('log', '-2', '--format=%s')).toMatch(
      /记录信息公开（赔偿资金使用情况）\n.*记录信息公开（赔偿资金使用情况）/,
    )
  })

  it('with --dry-run writes nothing', () => {
    const repository = committed()
    const state = stateOf(repository)
    const call = repository.ejc(['advance', '全部', '设置提醒', ...reminder, '--dry-run', ...day])
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('可以办') })
    expect(stateOf(repository)).toBe(state)
  })

  it.each([
    { what: 'what must be weighed case by case', args: ['1,2025-3', '启动索赔'], says: '要逐案核对' },
    { what: 'no step at all', args: ['1,2025-3'], says: '请写明事项' },
    { what: 'a case that there is not', args: ['1,99', '设置提醒', ...reminder], says: '99' },
    { what: 'no case', args: ['，', '设置提醒', ...reminder], says: '请写明几件案件' },
  ])('refuses $what and writes nothing', ({ args, says }) => {
    const repository = committed()
    const state = stateOf(repository)
    const { exit, stderr } = repository.ejc(['advance', ...args, ...day])
    expect(exit).toBe(2)
    expect(stderr).toContain(says)
    expect(stateOf(repository)).toBe(state)
  })
})

describe('papers of several cases at once', () => {
  it('are made case by case, each by its own commit; a second call finds them made', () => {
    const repository = committed()
    const before = countOf(repository)
    const call = repository.ejc(['render', '全部', '--all', ...day])
    expect(call.exit).toBe(0)
    expect(call.stdout).toMatch(new RegExp(`^${first} .*已办 .*索赔启动登记表`, 'm'))
    expect(countOf(repository)).toBe(before + 2)
    const again = listOf(repository.ejc(['render', '全部', '--all', '--json', ...day]), 'batch')
    expect(again.map(({ status }) => status)).toEqual(['unchanged', 'unchanged'])
    expect(countOf(repository)).toBe(before + 2)
  })

  it('that lack facts are not made, with what they lack; the other cases get theirs', () => {
    const repository = committed()
    repository.replace(`cases/${first}/consultation.yaml`, 'replyBy: 2026-07-10', '')
    const call = repository.ejc(['render', `${first},${second}`, '磋商告知书', '--json', ...day])
    expect(call.exit).toBe(1)
    expect(listOf(call, 'batch')).toMatchObject([
      { case: first, status: 'refused', said: expect.stringContaining('答复期限') },
      { case: second, status: 'written' },
    ])
  })

  it('must be named', () => {
    const repository = committed()
    expect(repository.ejc(['render', '1,2025-3', ...day])).toMatchObject({ exit: 2 })
  })
})
