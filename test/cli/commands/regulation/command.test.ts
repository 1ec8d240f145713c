import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { packDifferences } from '../../../../src/core/regulation/diff.ts'
import { loadPack } from '../../../../src/generated/law/index.ts'
import { type Call, createRepository, ejcIn, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const both = createRepository('example-case', 'example-case-2')
mkdirSync(join(both.root, 'regulations'))
for (const name of ['yunze-2023', 'yunze-2026'])
  both.write(
    `regulations/${name}.yaml`,
    readFileSync(join(import.meta.dirname, `../../../fixtures/packs/${name}.yaml`)),
  )

const regulation = (...args: string[]) => both.ejc(['regulation', ...args, ...day])
const json = (call: Call) => JSON.parse(call.stdout)

describe('ejc regulation list', () => {
  it('marks the packs that are only built on, the state of each, and the office’s own files', () => {
    const { data, kind, schemaVersion } = json(regulation('list', '--json'))
    expect({ kind, schemaVersion }).toEqual({ kind: 'regulations', schemaVersion: 1 })
    expect(data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: 'guangxi-2025-draft',
          status: 'draft',
          current: true,
          cases: 2,
          file: null,
        }),
        expect.objectContaining({ id: 'national-2026', base: true, current: false }),
        expect.objectContaining({
          id: 'yunze-2023',
          status: 'superseded',
          supersededBy: 'yunze-2026',
          effectiveTo: '2025-12-31',
          file: 'regulations/yunze-2023.yaml',
        }),
      ]),
    )
    const { stdout, exit } = regulation('list')
    expect(exit).toBe(0)
    expect(stdout).toMatch(/national-2026 .*仅供继承/)
    expect(stdout).toMatch(/yunze-2023 .*已被取代 → yunze-2026/)
  })

  it('goes on past a pack that cannot be read, names it, and exits 2', () => {
    const repository = createRepository()
    mkdirSync(join(repository.root, 'regulations'))
    const head = 'title: 甲\nshortTitle: 甲\nstatus: draft\nissuer: 甲'
    repository.write('regulations/lost.yaml', `id: lost\nextends: nowhere\n${head}\n`)
    const call = repository.ejc(['regulation', 'list'])
    expect(call.exit).toBe(2)
    expect(call.stdout).toContain('guangxi-2025-draft')
    expect(call.stderr).toContain('lost')
  })
})

describe('ejc regulation show', () => {
  it('gives every figure with its article, and says what was not checked', () => {
    const { stdout } = regulation('show')
    expect(stdout).toMatch(/screening .*5 个工作日（第十二条） +已核对/)
    expect(stdout).toMatch(/simple-case .*300000\.00 元（第十五条） +已核对/)
    expect(stdout).toMatch(/extensions .*由文义推出/)
    expect(stdout).toMatch(/incidentGrades [\s\S]*?未核对/)
    expect(stdout).toMatch(/breach .*应当写明/)
  })

  it('shows another pack by its id, with what it inherits in place', () => {
    const { data } = json(regulation('show', 'yunze-2026', '--json'))
    const figure = (section: string, id: string) =>
      data[section].find((entry: { id: string }) => entry.id === id)
    expect(figure('periods', 'screening')).toMatchObject({
      amount: 12,
      unit: 'working-day',
      article: '第十二条',
    })
    expect(figure('periods', 'agreement')).toMatchObject({ amount: 15 })
    expect(data.rolling).toMatchObject({ rolls: false })
    expect(figure('lists', 'channels').items).toHaveLength(9)
  })

  it('needs no case repository, and says what there is instead of an unknown pack', () => {
    expect(ejcIn(temporaryFolder(), ['regulation', 'show']).stdout).toContain('第十二条')
    const unknown = regulation('show', 'yunze-2025')
    expect(unknown).toMatchObject({ exit: 2, stdout: '' })
    expect(unknown.stderr).toContain('yunze-2023')
  })
})

describe('ejc regulation diff', () => {
  const moved = json(regulation('diff', 'guangxi-2025-draft', 'yunze-2026', '--json')).data
  const caseOf = (id: string) => moved.cases.find((each: { case: string }) => each.case === id)

  it('says which figures, lists, clauses and articles differ', () => {
    const { differences } = moved
    expect(differences).toEqual(
      expect.arrayContaining([
        {
          section: 'periods',
          id: 'screening',
          title: '初步核查',
          from: '5 个工作日（第十二条）',
          to: '12 个工作日（第十二条）',
        },
        {
          section: 'limits',
          id: 'simple-case',
          title: '简单案件的损害数额',
          from: '300000.00 元（第十五条）',
          to: '500000.00 元（第十五条）',
        },
        {
          section: 'lists',
          id: 'channels/superior-assignment',
          title: '线索渠道：上级交办',
          from: '上级机关交办的案件线索',
          to: null,
        },
        expect.objectContaining({ section: 'clauses', id: 'monitoring', from: null }),
        expect.objectContaining({ section: 'rolling' }),
        expect.objectContaining({ section: 'articles', id: '12', title: '线索核查' }),
      ]),
    )
    expect(differences.map(({ id }: { id: string }) => id)).not.toContain('agreement')
  })

  it('says case by case which deadlines change and which findings come and go', () => {
    expect(caseOf('NN-2026-0001').deadlines).toContainEqual({
      deadline: 'consultation',
      title: '赔偿磋商',
      subject: '1/o1',
      from: { due: '2026-09-28', rolledDue: '2026-09-28', status: 'met' },
      to: { due: '2026-08-14', rolledDue: '2026-08-14', status: 'met-late' },
    })
    const appearing = caseOf('NN-2026-0001').appearing
    expect(appearing).toContainEqual(
      expect.objectContaining({ rule: 'agreement/clause-missing', code: 'monitoring' }),
    )
    expect(appearing.map(({ rule }: { rule: string }) => rule)).not.toContain('case/regulation-superseded')
    expect(moved.cases).toHaveLength(2)
  })

  it('takes back the other way round what it gave', () => {
    const back = json(regulation('diff', 'yunze-2026', 'guangxi-2025-draft', 'NN-2026-0001', '--json')).data
    expect(back.cases).toHaveLength(1)
    expect(back.cases[0].disappearing).toEqual(caseOf('NN-2026-0001').appearing)
    expect(back.cases[0].appearing).toEqual(caseOf('NN-2026-0001').disappearing)
  })

  it('counts as a finding what the lists of the other text do not know', () => {
    const repository = createRepository('example-case')
    mkdirSync(join(repository.root, 'regulations'))
    repository.write('regulations/yunze-2026.yaml', both.read('regulations/yunze-2026.yaml'))
    const file = 'cases/NN-2026-0001/case.yaml'
    repository.replace(file, 'channel: routine-supervision', 'channel: superior-assignment')
    const { data } = json(
      repository.ejc(['regulation', 'diff', 'guangxi-2025-draft', 'yunze-2026', '--json', ...day]),
    )
    expect(data.cases[0].appearing).toContainEqual(
      expect.objectContaining({ rule: 'schema/invalid', severity: 'error' }),
    )
  })

  it('writes nothing, and finds no difference between a text and itself', () => {
    const before = both.git('status', '--porcelain')
    const same = json(regulation('diff', 'yunze-2026', 'yunze-2026', '--json')).data
    expect(same.differences).toEqual([])
    expect(same.cases.map((each: { deadlines: [] }) => each.deadlines)).toEqual([[], []])
    expect(both.git('status', '--porcelain')).toBe(before)
  })

  it.each([
    [['diff', 'yunze-2026'], /两个规范包/],
    [['diff', 'yunze-2026', 'national-2026'], /仅供其他规范继承/],
    [['diff', 'yunze-2026', 'yunze-2023', 'NN-2026-0099'], /没有案件 NN-2026-0099/],
    [['dfi', 'yunze-2026', 'yunze-2023'], /是否想写 ejc regulation diff/],
  ])('%j is refused in Chinese, exit 2', (args, says) => {
    const refused = regulation(...args)
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toMatch(says)
  })

  it('has no line wider than 80 columns', () => {
    for (const args of [['list'], ['show'], ['diff', 'guangxi-2025-draft', 'yunze-2026']]) {
      const { lines } = both.ejc(['regulation', ...args, ...day], { columns: 80 })
      expect(Math.max(0, ...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
    }
  })
})

describe('the comparison of two packs', () => {
  it('sees a change of unit, of article and of nature, not only of the number', async () => {
    const pack = await loadPack('guangxi-2025-draft')
    const period = { title: '损害调查', amount: 60, unit: 'day', article: '第十三条' } as const
    const withPeriod = (changes: object) => ({
      ...pack,
      periods: { investigation: { ...period, ...changes } },
    })
    const differing = (changes: object) => packDifferences(withPeriod({}), withPeriod(changes)).length
    expect(differing({})).toBe(0)
    for (const change of [
      { amount: 61 },
      { unit: 'working-day' },
      { article: '第十四条' },
      { principle: true },
    ])
      expect(differing(change)).toBe(1)
  })
})
