import { appendFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, dataOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

const today = ['--today', '2026-11-24', '--no-input']

/** A city's library: a repository with the cases, and a bare one that others reach. */
function city(...cases: readonly ('example-case' | 'example-case-2')[]): {
  repository: TestRepository
  bare: string
} {
  const repository = createRepository(...cases)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--allow-empty', '-m', '放入案件')
  const bare = join(temporaryFolder(), '市库.git')
  repository.git('clone', '--quiet', '--bare', repository.root, bare)
  return { repository, bare }
}

function region(libraries: Readonly<Record<string, string>>): TestRepository {
  const repository = createRepository()
  const lines = Object.entries(libraries).map(
    ([name, address]) => `  - { name: ${name}, address: "${address}" }\n`,
  )
  appendFileSync(join(repository.root, 'ejc.yaml'), `libraries:\n${lines.join('')}`)
  repository.git('commit', '--quiet', '--all', '-m', '下级案件库')
  return repository
}

describe('the region sums up the libraries of its cities', { timeout: 60_000 }, () => {
  it('in one list that tells equal numbers apart, and names each library with its age', () => {
    const [one, other] = [city('example-case'), city('example-case', 'example-case-2')]
    const { ejc } = region({ 南宁市: one.bare, 柳州市: other.bare })
    const data = dataOf(
      ejc(['report', 'sharing', '--year', '2026', '--libraries', '--json', ...today]),
      'report',
    )
    expect(data).toMatchObject({
      rows: [
        { library: '南宁市', case: 'NN-2026-0001' },
        { library: '柳州市', case: 'NN-2025-0003' },
        { library: '柳州市', case: 'NN-2026-0001' },
      ],
      totals: expect.arrayContaining([{ title: '案件', value: 3 }]),
      libraries: [
        {
          library: '南宁市',
          state: 'read',
          cases: 1,
          unread: 0,
          asOf: expect.stringMatching(/^\d{4}-/),
          why: null,
        },
        { library: '柳州市', state: 'read', cases: 2 },
      ],
    })
  })

  it('adding up the figures of the year', () => {
    const [one, other] = [city('example-case'), city('example-case')]
    const { ejc } = region({ 南宁市: one.bare, 柳州市: other.bare })
    const annual = (of: typeof ejc, ...more: string[]): unknown =>
      dataOf(of(['report', 'annual', '--year', '2026', '--json', ...more, ...today]), 'report')
    const alone = annual(one.repository.ejc)
    const doubled = annual(ejc, '--libraries')
    const paid = (data: unknown): unknown =>
      JSON.stringify(data).match(/"title":"协议赔偿金额","value":"([\d.]+)"/)?.[1]
    expect(Number(paid(alone))).toBeGreaterThan(0)
    expect(Number(paid(doubled))).toBe(2 * Number(paid(alone)))
  })

  it('at the newest state of each, and by what was seen last where one can not be reached', () => {
    const { repository, bare } = city('example-case')
    const { ejc } = region({ 南宁市: bare, 钦州市: join(temporaryFolder(), '没有.git') })
    const call = ['report', 'sharing', '--year', '2026', '--libraries', ...today]
    const first = ejc(call)
    expect(first.exit).toBe(2)
    expect(first.stderr).toMatch(/南宁市：1 件，截至 \d{4}-\d\d-\d\d/)
    expect(first.stderr).toMatch(/钦州市：没有读到，没有列入/)
    repository.addCase('example-case-2')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '又一件')
    repository.git('push', '--quiet', bare, 'main')
    expect(ejc(call).stderr).toContain('南宁市：2 件')
    rmSync(bare, { recursive: true })
    const stale = ejc([...call, '--json'])
    expect(dataOf(stale, 'report')).toMatchObject({
      libraries: [
        { library: '南宁市', state: 'stale', cases: 2, why: expect.any(String) },
        { state: 'unreadable' },
      ],
    })
  })

  it('never with personal data, and only where ejc.yaml names libraries', () => {
    const { bare } = city('example-case')
    const asked = ['report', 'ledger', '--libraries', '--unmasked', ...today]
    expect(region({ 南宁市: bare }).ejc(asked).stderr).toContain('总是遮盖个人信息')
    expect(createRepository().ejc(['report', 'annual', '--libraries', ...today]).stderr).toContain(
      'ejc init --set libraries.0.name',
    )
  })
})
