import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Call, createRepository, type TestRepository } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const json = (call: Call) => JSON.parse(call.stdout)
const sets = (...pairs: string[]) => pairs.flatMap((pair) => ['--set', pair])
const notice = 'notice.title=放假通知'
const add = (repository: TestRepository, ...args: string[]) =>
  repository.ejc(['calendar', 'add', ...args, ...day])

/** The State Council's arrangement of 2027, made up for the test. */
const year2027 = sets(
  'kind=national',
  'notice.title=国务院办公厅关于2027年部分节假日安排的通知',
  'notice.number=国办发明电〔2026〕9号',
  'rest.0.name=元旦',
  'rest.0.from=2027-01-01',
  'rest.0.to=2027-01-03',
  'rest.1.name=劳动节',
  'rest.1.from=2027-04-30',
  'rest.1.to=2027-05-04',
  'work[]=2027-05-08',
)

describe('ejc calendar add', () => {
  it('writes one year into calendar/, commits exactly that file, and the dates of that year are certain', () => {
    const repository = createRepository('example-case')
    const call = add(repository, '2027', ...year2027)
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('calendar/2027-national.yaml') })
    // 2027-04-30 is a rest day now: the restoration may be finished on 05-05.
    expect(call.stderr).toMatch(/完成修复：2027-04-30 暂定 → 2027-05-05/)
    expect(repository.git('show', '--name-only', '--format=%s%n%(trailers:key=Ejc-Action)', 'HEAD')).toMatch(
      /^录入 2027 年全国放假安排\nEjc-Action: calendar-add\n\n+calendar\/2027-national\.yaml\n$/,
    )
    const text = repository.read('calendar/2027-national.yaml')
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schemas\/calendar\.schema\.json\n+year: 2027 # 年份\n/,
    )
    expect(repository.ejc(['lint', 'calendar', ...day])).toMatchObject({ exit: 0 })
    const { data } = json(repository.ejc(['calendar', 'check', '--json', ...day]))
    expect(data.years[1]).toMatchObject({
      year: 2027,
      covered: true,
      notice: { number: '国办发明电〔2026〕9号', file: 'calendar/2027-national.yaml' },
    })
    expect(json(repository.ejc(['calendar', 'show', '2027-05-08', '--json'])).data).toMatchObject({
      working: true,
      source: '国办发明电〔2026〕9号',
    })
  })

  it('says as JSON what was written and which deadlines it moves', () => {
    const repository = createRepository('example-case')
    const { kind, data } = json(add(repository, '2027', '--json', ...year2027))
    expect(kind).toBe('written')
    expect(data).toMatchObject({
      case: null,
      action: 'calendar-add',
      subject: '2027-national',
      files: ['calendar/2027-national.yaml'],
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      dryRun: false,
    })
    expect(data.changes.deadlines.map(({ deadline }: { deadline: string }) => deadline)).toContain(
      'evaluation',
    )
  })

  it('reads a year from a file, and lets --set win over it', () => {
    const repository = createRepository()
    repository.write('day.yaml', 'year: 2027\nkind: regional\nnotice: { title: 旧 }\nrest: [2027-04-08]\n')
    expect(add(repository, '--from', 'day.yaml', ...sets('notice.title=新')).exit).toBe(0)
    expect(repository.read('calendar/2027-regional.yaml')).toContain('title: 新')
  })

  it('takes a year in which the region gives no days off', () => {
    const repository = createRepository()
    expect(add(repository, '2027', ...sets(notice, 'kind=regional', 'note=照常上班')).exit).toBe(0)
    expect(repository.read('calendar/2027-regional.yaml')).toContain('rest: []')
  })

  it('takes a 元旦 that begins in the December before, with its make-up day there', () => {
    const repository = createRepository()
    const straddling = sets(
      notice,
      'kind=national',
      'rest.0.from=2027-12-31',
      'rest.0.to=2028-01-02',
      'work[]=2027-12-26',
    )
    expect(add(repository, '2028', ...straddling).exit).toBe(0)
  })

  it('shows with --dry-run and writes nothing; with --no-commit writes and does not commit', () => {
    const repository = createRepository()
    const head = repository.git('rev-parse', 'HEAD')
    expect(add(repository, '2027', '--dry-run', ...year2027).stdout).toContain('year: 2027')
    expect(readdirSync(join(repository.root, 'calendar'))).toEqual(['README.md'])
    expect(add(repository, '2027', '--no-commit', ...year2027).exit).toBe(0)
    expect(repository.git('status', '--porcelain')).toBe('?? calendar/2027-national.yaml\n')
    expect(repository.git('rev-parse', 'HEAD')).toBe(head)
  })

  it.each([
    ['a day of another year', ['kind=regional', 'rest[]=2026-04-08'], /2026-04-08 不在 2027 年/],
    [
      'a December day without a 元旦 that reaches it',
      ['kind=national', 'rest[]=2027-01-01', 'work[]=2026-12-26'],
      /2026-12-26 不在 2027 年/,
    ],
    ['a day named twice', ['kind=regional', 'rest[]=2027-04-08', 'rest[]=2027-04-08'], /放假日期里已经有/],
    [
      'a rest day inside a period',
      ['kind=national', 'rest.0.from=2027-10-01', 'rest.0.to=2027-10-03', 'rest[]=2027-10-02'],
      /2027-10-02 的放假写了两次/,
    ],
    [
      'a day that is both',
      ['kind=regional', 'rest[]=2027-04-10', 'work[]=2027-04-10'],
      /既写为放假又写为上班/,
    ],
    [
      'a make-up day on a working day',
      ['kind=regional', 'rest[]=2027-04-09', 'work[]=2027-04-12'],
      /2027-04-12 本来就是工作日/,
    ],
    [
      'a period that runs backwards',
      ['kind=national', 'rest.0.from=2027-10-03', 'rest.0.to=2027-10-01'],
      /早于开始日/,
    ],
    ['a day that does not exist', ['kind=regional', 'rest[]=2027-02-30'], /2027-02-30/],
    ['a national year without a day', ['kind=national', 'rest='], /应当有放假日期/],
    ['no kind', ['rest[]=2027-04-08'], /缺少[\s\S]*kind（安排种类）/],
    ['an unknown kind', ['kind=local', 'rest[]=2027-04-08'], /local/],
    ['an unknown key', ['kind=regional', 'rests[]=2027-04-08'], /是否想写 放假日期（rest）/],
  ])('refuses %s, exit 2, and writes nothing', (_, given, says) => {
    const repository = createRepository()
    const refused = add(repository, '2027', ...sets(notice, ...given))
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toMatch(says)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('refuses a year without the notice that arranged it', () => {
    const refused = add(createRepository(), '2027', ...sets('kind=regional', 'rest[]=2027-04-08'))
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('notice（放假通知）')
  })

  it('refuses a second file for the same year, whatever its name', () => {
    const repository = createRepository()
    repository.write('calendar/2027.yaml', 'year: 2027\nkind: national\nrest: [2027-01-01]\n')
    const refused = add(repository, '2027', ...year2027)
    expect(refused).toMatchObject({ exit: 2 })
    expect(refused.stderr).toContain('calendar/2027.yaml')
  })

  it('lets the office’s own year win over the one that ejc ships, and says so', () => {
    const repository = createRepository()
    const call = add(repository, '2026', ...sets('kind=national', 'notice.title=调整', 'rest[]=2026-09-03'))
    expect(call).toMatchObject({ exit: 0 })
    expect(call.stderr).toContain('国办发明电〔2025〕7号')
    expect(json(repository.ejc(['calendar', 'show', '2026-09-03', '--json'])).data.working).toBe(false)
    // The days that it does not name stay as they were shipped.
    expect(json(repository.ejc(['calendar', 'show', '2026-02-16', '--json'])).data.working).toBe(false)
  })
})
