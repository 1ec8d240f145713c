import { rmSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { type Call, createRepository, listOf, type TestRepository } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const id = 'NN-2026-0001'
const json = (call: Call) => JSON.parse(call.stdout)
const sets = (...pairs: string[]) => pairs.flatMap((pair) => ['--set', pair])
const notice = 'notice.title=放假通知'
const add = (repository: TestRepository, ...args: string[]) =>
  repository.ejc(['calendar', 'add', ...args, ...day])

/** A clue whose five working days pass the days around the 三月三 of 2026, which are not known. */
function withClueInApril(repository: TestRepository): void {
  repository.replace(`cases/${id}/case.yaml`, 'foundOn: 2026-02-11', 'foundOn: 2026-04-13')
}

describe('ejc calendar check', () => {
  const repository = createRepository('example-case')
  const check = (...args: string[]) => repository.ejc(['calendar', 'check', ...args, ...day])

  it('names every year that deadlines touch, with its notice and the state of the regional days', () => {
    const { data, kind } = json(check('--json'))
    expect(kind).toBe('calendar-check')
    expect(data.years).toMatchObject([
      {
        year: 2026,
        covered: true,
        notice: { number: '国办发明电〔2025〕7号', file: null },
        regional: { name: '壮族三月三', state: 'unknown' },
      },
      {
        year: 2027,
        covered: false,
        basis: 'statute',
        notice: null,
        regional: { name: '壮族三月三', state: 'ordinance' },
      },
      // Two years to apply for enforcement, from the last instalment in 2026.
      { year: 2028, covered: false },
      // Two years to apply for enforcement, for the work, from the last day of performance in 2027.
      { year: 2029, covered: false },
      { year: 2031, covered: false, provisional: 0 },
    ])
  })

  it('lists the dates that may still move, with the reason; not those of deadlines that are met', () => {
    const { data } = json(check('--json'))
    const listed: readonly { deadline: string; reasons: string[] }[] = data.provisional
    const provisional = listed.map(({ deadline }) => deadline)
    expect(provisional).toContain('restoration-complete')
    // Its five years end in 2031, but it was met by the confirmed agreement.
    expect(provisional).not.toContain('limitation')
    expect(listed.find(({ deadline }) => deadline === 'restoration-complete')?.reasons).toEqual([
      '2027 年放假安排尚未公布，按周末和法定节假日暂定',
    ])
    expect(check().stdout).toMatch(
      /2027 +未公布 +按周末和法定节假日暂定[\s\S]*暂定的日期（\d+）[\s\S]*完成修复/,
    )
  })

  it('exits 1 with --strict only', () => {
    expect(check().exit).toBe(0)
    expect(check('--strict').exit).toBe(1)
    expect(createRepository().ejc(['calendar', 'check', '--strict']).exit).toBe(0)
  })

  it('prints the rest and exits 2 when a case cannot be read', () => {
    const broken = createRepository('example-case', 'example-case-2')
    broken.replace(`cases/${id}/case.yaml`, 'foundOn: 2026-02-11', 'foundOn: 2026-02-30')
    const call = broken.ejc(['calendar', 'check', ...day])
    expect(call).toMatchObject({ exit: 2, stdout: expect.stringContaining('2025') })
    expect(call.stderr).toContain(id)
  })
})

describe('a count of working days that passes a 三月三 that is not recorded', () => {
  const repository = createRepository('example-case')
  withClueInApril(repository)
  const screening = () =>
    listOf(repository.ejc(['due', id, '--all', '--json', ...day]), 'due').find(
      ({ deadline }) => deadline === 'screening',
    )
  const reason = '2026 年壮族三月三放假安排未录入，未计地方放假'

  it('is provisional, and due says why', () => {
    // 04-14 to 04-20 with the weekend of 04-18 out: the fifth working day is Monday 04-20.
    expect(screening()).toMatchObject({ due: '2026-04-20', certain: false })
    const pending = createRepository('example-case')
    withClueInApril(pending)
    rmSync(join(pending.root, `cases/${id}/screening.yaml`))
    const { stdout, stderr } = pending.ejc(['due', id, '--today', '2026-04-14'])
    expect(stdout).toMatch(/2026-04-20 暂定/)
    expect(stderr.replaceAll('\n', '')).toContain(reason)
    expect(pending.ejc(['due', id, '--explain', '--today', '2026-04-14']).stdout).toContain(reason)
    expect(
      json(pending.ejc(['calendar', 'check', '--json', '--today', '2026-04-14'])).data.provisional,
    ).toContainEqual(expect.objectContaining({ deadline: 'screening', reasons: [reason] }))
  })

  it('becomes certain, and later, once the days are entered', () => {
    const entered = add(
      repository,
      '2026',
      ...sets(notice, 'kind=regional', 'rest[]=2026-04-17', 'rest[]=2026-04-20'),
    )
    expect(entered.exit).toBe(0)
    expect(entered.stderr).toContain('初步核查：2026-04-20 → 2026-04-22')
    // 04-17 and 04-20 rest: 14, 15, 16, 21, 22.
    expect(screening()).toMatchObject({ due: '2026-04-22', certain: true })
    const { data } = json(repository.ejc(['calendar', 'check', '--json', ...day]))
    expect(data.years[0].regional).toEqual({ name: '壮族三月三', state: 'recorded' })
  })

  it('stays as it is elsewhere: the days are Guangxi’s own', () => {
    const elsewhere = createRepository('example-case')
    withClueInApril(elsewhere)
    elsewhere.replace('ejc.yaml', '"450100"', '"440100"')
    const counted = listOf(elsewhere.ejc(['due', id, '--all', '--json', ...day]), 'due')
    expect(counted.find(({ deadline }) => deadline === 'screening')).toMatchObject({ certain: true })
  })
})

describe('ejc calendar show', () => {
  const repository = createRepository()
  const show = (...args: string[]) => repository.ejc(['calendar', 'show', ...args, ...day])

  it('gives the rest days and make-up days of a year with the number of the notice', () => {
    const { stdout } = show()
    expect(stdout).toContain('国办发明电〔2025〕7号，2025-11-04')
    expect(stdout).toMatch(/春节 2026-02-15 星期日 至 2026-02-23 星期一，共 9 天/)
    expect(stdout).toMatch(/上班 {2}2026-02-14 星期六/)
    expect(stdout).toContain('壮族三月三（未录入）')
    expect(json(show('2017', '--json')).data.regional).toMatchObject({
      state: 'notice',
      rest: [{ from: '2017-03-30' }, { from: '2017-03-31' }, { from: '2017-04-01' }],
      work: ['2017-04-08'],
    })
  })

  it('shows the later notice that lengthened the spring festival of 2020 after the first', () => {
    const { national } = json(show('2020', '--json')).data
    expect(national).toHaveLength(2)
    expect(national[1]).toMatchObject({
      rest: [{ name: '春节（延长）', from: '2020-01-31', to: '2020-02-02' }],
    })
  })

  it('says of a year without arrangement that its dates are provisional', () => {
    expect(show('2027').stdout).toMatch(/尚未公布或未录入[\s\S]*暂定/)
    expect(json(show('2027', '--json')).data).toMatchObject({ covered: false, national: [], own: [] })
  })

  it('tells the holidays of every year, and the days in lieu of those on a weekend, from what is arranged', () => {
    const { stdout } = show('2027')
    expect(stdout).toContain('全国年节及纪念日放假办法（国务院令第795号，2024-11-10）')
    expect(stdout).toMatch(/法定 {2}春节 2027-02-05 星期五 至 2027-02-08 星期一，共 4 天/)
    expect(stdout).toMatch(/补假 {2}春节补假 2027-02-09 星期二 至 2027-02-10 星期三，共 2 天（暂定）/)
    expect(stdout).toContain('壮族三月三（未录入，按规定的两天暂定）')
    expect(json(show('2027', '--json')).data.statutory).toMatchObject({
      whole: true,
      rest: expect.arrayContaining([{ name: '中秋节', from: '2027-09-15', to: '2027-09-15' }]),
    })
    // An arranged year: the same thirteen days, made up as its notice says.
    expect(show('2026').stdout).toMatch(/法定 {2}春节 2026-02-16 星期一 至 2026-02-19 星期四，共 4 天/)
    expect(json(show('2026', '--json')).data.statutory).toMatchObject({ whole: true, inLieu: [] })
    expect(json(show('2024', '--json')).data.statutory).toBeNull()
  })

  it('says of a year after 2035 which holidays are not on record', () => {
    const { stdout } = show('2036')
    expect(stdout).toContain('国庆节 2036-10-01 星期三 至 2036-10-03 星期五')
    expect(stdout.replaceAll(/\s/g, '')).toContain(
      '春节、清明节、端午节、中秋节在这一年的日期没有收录，未计入',
    )
    expect(json(show('2036', '--json')).data.statutory).toMatchObject({ whole: false })
  })

  it.each([
    ['2026-04-06', '休息日（清明节，国办发明电〔2025〕7号）', false, true],
    ['2026-02-28', '工作日（调休上班，国办发明电〔2025〕7号）', true, true],
    ['2026-03-07', '休息日（周末）', false, true],
    ['2026-03-09', '工作日（周一至周五）', true, true],
    ['2017-04-01', '休息日（壮族三月三，广西壮族自治区人民政府令第98号）', false, true],
    ['2027-01-01', '休息日（元旦，全国年节及纪念日放假办法第二条）', false, false],
    ['2027-02-10', '休息日（春节补假，全国年节及纪念日放假办法第六条）', false, false],
    ['2027-02-18', '工作日（周一至周五）', true, false],
    ['2027-04-09', '休息日（壮族三月三，广西壮族自治区人民政府令第98号）', false, false],
    ['2036-01-28', '工作日（周一至周五）', true, false],
    ['2026-04-20', '工作日（周一至周五）', true, false],
  ])('says of %s: %s', (date, says, working, certain) => {
    const { stdout } = show(date)
    expect(stdout).toContain(says)
    expect(stdout.includes('暂定')).toBe(!certain)
    expect(json(show(date, '--json'))).toMatchObject({
      kind: 'calendar-day',
      data: { date, working, certain },
    })
  })

  it.each(['2026-02-30', '26', 'spring'])('%s is refused, exit 2', (when) => {
    expect(show(when)).toMatchObject({ exit: 2, stdout: '' })
  })
})

describe('ejc calendar', () => {
  it('says what it can do when the word after it is none of its own', () => {
    const refused = createRepository().ejc(['calendar', 'chek'])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('是否想写 ejc calendar check')
  })

  it('has no line wider than 80 columns', () => {
    const repository = createRepository('example-case', 'example-case-2')
    for (const args of [['check'], ['show'], ['show', '2027'], ['show', '2036'], ['show', '2026-04-06']]) {
      const { lines } = repository.ejc(['calendar', ...args, ...day], { columns: 80 })
      expect(Math.max(0, ...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
    }
  })
})
