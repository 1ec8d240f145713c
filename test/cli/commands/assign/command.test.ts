import { describe, expect, it } from 'vitest'
import { canHandOver } from '../../../../src/cli/commands/assign/run.ts'
import { createRepository, listOf, type TestRepository } from '../../../support/cli.ts'
import { step } from '../../../support/step.ts'

const [first, second] = ['NN-2026-0001', 'NN-2025-0003'] as const
const day = ['--today', '2026-11-24']

function committed(): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const countOf = ({ git }: TestRepository): number => Number(git('rev-list', '--count', 'HEAD'))
const officersOf = ({ ejc }: TestRepository, id: string): unknown =>
  listOf(ejc(['list', '--json', ...day]), 'list').find((row) => row.case === id)?.officers

describe('ejc assign', () => {
  it('hands the named cases over, dated and with the reason, each by its own commit', () => {
    const repository = committed()
    const before = countOf(repository)
    const call = repository.ejc(['assign', first, second, '--to', '李某', '--reason', '调岗', ...day])
    expect(call.exit).toBe(0)
    expect(call.stdout).toMatch(/NN-2026-0001 .*已办 .*覃某 → 李某/)
    expect(countOf(repository)).toBe(before + 2)
    expect(officersOf(repository, first)).toEqual(['李某'])
    expect(repository.read(`cases/${first}/case.yaml`)).toMatch(/assignments:\n {2}- .*2026-11-24/)
    expect(repository.ejc(['show', first, ...day]).stdout).toMatch(/移交 {2}2026-11-24 覃某 → 李某：调岗/)
    const log = repository.ejc(['log', first, ...day]).stdout
    expect(log).toContain('移交承办：覃某 → 李某')
    expect(log).toContain('理由：调岗')
  })

  it('reads its day as questions do, and says how a day can be written', () => {
    const repository = committed()
    const call = repository.ejc([
      'assign',
      first,
      '--to',
      '李某',
      '--on',
      '11.2',
      '--today',
      '2026年11月24日',
    ])
    expect(call.exit, call.stderr).toBe(0)
    expect(repository.read(`cases/${first}/case.yaml`)).toMatch(/assignments:\n {2}- .*2026-11-02/)
    const wrong = repository.ejc(['assign', first, '--to', '韦某', '--on', '上月', ...day])
    expect(wrong).toMatchObject({ exit: 2, stderr: expect.stringMatching(/--on 写的是“上月”.*3\.2/) })
  })

  it('hands over every open case of an officer, and no case of another', () => {
    const repository = committed()
    const other = repository.ejc(['assign', second, '--to', '韦某', ...day])
    expect(other.exit).toBe(0)
    expect(repository.ejc(['assign', '--officer', '覃某', '--to', '李某', ...day])).toMatchObject({ exit: 0 })
    expect(officersOf(repository, first)).toEqual(['李某'])
    expect(officersOf(repository, second)).toEqual(['韦某'])
  })

  it('takes the telephone of the officer from another case', () => {
    const repository = committed()
    repository.ejc(['assign', second, '--to', '李某', '--phone', '0771-1234567', ...day])
    repository.ejc(['assign', first, '--to', '李某', ...day])
    expect(repository.read(`cases/${first}/case.yaml`)).toContain('0771-1234567')
  })

  it('names the command that completes a telephone which nobody knows, and that command does it', () => {
    const repository = committed()
    const call = repository.ejc(['assign', first, '--to', '李某', ...day])
    const said = call.stderr.replace(/\s+/g, ' ')
    expect(said).toContain('李某的联系电话没有登记')
    expect(said).toContain('--set officers.0.phone=电话')
    const set = ['--set', 'officers.0.phone=0771-1234567', '--reason', '补填', '--yes']
    expect(repository.ejc(['amend', first, '登记线索', ...set, ...day])).toMatchObject({ exit: 0 })
    expect(repository.ejc(['assign', second, '--to', '李某', ...day]).stderr).not.toContain('没有登记')
    expect(repository.read(`cases/${second}/case.yaml`)).toContain('0771-1234567')
  })

  it('says in a table what went and what did not, and does what it can', () => {
    const repository = committed()
    repository.replace(`cases/${second}/case.yaml`, 'officers:', 'formerOfficers:')
    repository.replace(`cases/${second}/case.yaml`, 'formerOfficers:', 'officers:')
    expect(repository.ejc(['assign', second, '--to', '韦某', ...day]).exit).toBe(0)
    const call = repository.ejc([
      'assign',
      first,
      second,
      '--officer',
      '覃某',
      '--to',
      '李某',
      '--json',
      ...day,
    ])
    expect(call.exit).toBe(1)
    expect(listOf(call, 'batch')).toMatchObject([
      { case: first, status: 'written', said: '覃某 → 李某' },
      { case: second, status: 'refused', said: '覃某不是本案的办案人员（韦某）', commit: null },
    ])
  })

  it.each([
    { what: 'nobody', args: ['--to', '李某'], says: '请写明移交哪些案件' },
    { what: 'to nobody', args: [first], says: '请写明接办的人' },
    {
      what: 'an officer without cases',
      args: ['--officer', '某人', '--to', '李某'],
      says: '在办案件的办案人员有',
    },
    { what: 'a day to come', args: [first, '--to', '李某', '--on', '2026-12-01'], says: '以后' },
    {
      what: 'no day',
      args: [first, '--to', '李某', '--on', '某日'],
      says: '不是 1900 至 2199 年间存在的日期',
    },
  ])('refuses $what and writes nothing', ({ args, says }) => {
    const repository = committed()
    const before = countOf(repository)
    expect(repository.ejc(['assign', ...args, ...day])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(says),
    })
    expect(countOf(repository)).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('asks about the cases alone that can be handed over, and nothing where there is none', () => {
    const { view } = step('sign', { case: { officers: [{ name: '覃某' }, { name: '韦某' }] } })
    const to = (name: string) => ({
      to: name,
      from: undefined,
      on: '2026-11-24',
      reason: '',
      particulars: {},
    })
    expect(canHandOver(view, to('韦某'))).toBe(false)
    expect(canHandOver(view, to('李某'))).toBe(false)
    expect(canHandOver(view, { ...to('李某'), from: '覃某' })).toBe(true)
  })

  it('--dry-run lists and writes nothing', () => {
    const repository = committed()
    const call = repository.ejc(['assign', first, '--to', '李某', '--dry-run', ...day])
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('可以办') })
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})
