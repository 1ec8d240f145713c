import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type CallOptions, createRepository, listOf, type TestRepository } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const golden = (name: string): Record<string, unknown>[] =>
  parse(readFileSync(join(import.meta.dirname, `../../../fixtures/golden/${name}.yaml`), 'utf8')).deadlines

const both = createRepository('example-case', 'example-case-2')
const due = (args: string[], options?: CallOptions) => both.ejc(['due', ...args, ...day], options)

describe('ejc due', () => {
  it.each([
    ['example-case', 'NN-2026-0001'],
    ['example-case-2', 'NN-2025-0003'],
  ])('counts every deadline of %s as it was counted by hand', (name, id) => {
    const counted = listOf(due([id, '--all', '--json']), 'due')
    for (const expected of golden(name)) {
      const found = counted.find(
        ({ deadline, subject }) =>
          deadline === expected.deadline && (expected.subject ?? subject) === subject,
      )
      expect(found).toMatchObject(expected)
    }
  })

  it('lists what is still owed, in groups, in words as well as in colours', () => {
    const { stdout, exit } = both.ejc(['due', '--today', '2026-12-05'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(
      /已逾期（\d+）[\s\S]*7 天之内（1）[\s\S]*未定日期（及时办理）（\d+）[\s\S]*以后（\d+）/,
    )
    expect(stdout).toContain('逾期 143 天')
    expect(stdout).toContain('2027-04-30 暂定')
    expect(stdout).not.toContain('按期完成')
  })

  it('names the subject of a deadline in words', () => {
    const { stdout } = due(['NN-2025-0003', '--all'], { columns: 120 })
    expect(stdout).toContain('第1轮 某矿业有限公司')
    expect(stdout).toContain('款项 P1 某矿业有限公司')
  })

  it('adds what the office as a whole owes, unless a case or an officer is named', () => {
    expect(due([]).stdout).toContain('报送季度案件线索清单')
    expect(due(['NN-2026-0001']).stdout).not.toContain('报送季度案件线索清单')
    expect(due(['--officer', '覃某']).stdout).not.toContain('报送季度案件线索清单')
  })

  it.each([80, 120])('has no line wider than a terminal of %d columns', (columns) => {
    for (const args of [[], ['--all'], ['--explain', '--all']]) {
      const widest = Math.max(...due(args, { columns }).lines.map((line) => stringWidth(line)))
      expect(widest).toBeLessThanOrEqual(columns)
    }
  })

  it('uses no colours when piped', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    expect(due([]).stdout).not.toMatch(/\u001b/)
  })

  it('explains step by step how a date was reached, with the articles', () => {
    const { stdout } = due(['NN-2026-0001', '--all', '--explain'], { columns: 200 })
    expect(stdout).toContain('NN-2026-0001 · 损害调查（第十三条）')
    expect(stdout).toMatch(/1\. .*次日起算，当日不计入：2026-02-25（民法典第二百零一条）/)
    expect(stdout).toMatch(/扣除.*2026-03-10 至 2026-04-20，计 41 日：2026-06-06/)
    expect(stdout).toMatch(/⇒ 最后一日 2026-07-06；按期完成（2026-06-26）/)
    expect(stdout).toContain('暂定：2027 年放假安排尚未公布')
  })

  it('tells the other reading where the text is unsettled', () => {
    const repository = createRepository('example-case')
    const kind = 'kind: appraisal-report'
    repository.replace('cases/NN-2026-0001/appraisals.yaml', kind, 'kind: expert-opinion')
    const { stdout } = repository.ejc(['due', '--all', '--explain', ...day], { columns: 200 })
    expect(stdout).toMatch(/另一种理解：.*最后一日为 2026-07-06/)
  })

  it('--within takes what falls due within the days, and what is past', () => {
    const deadlines = listOf(due(['--within', '130', '--json']), 'due')
    expect(deadlines.map(({ subject }) => subject)).toContain('P2')
    expect(deadlines.every(({ daysLeft }) => Number(daysLeft) <= 130)).toBe(true)
    expect(deadlines.some(({ status }) => status === 'overdue')).toBe(true)
  })

  it('--within keeps what is to be done without delay, though it has no day (第十三条)', () => {
    const repository = createRepository('example-case')
    for (const name of readdirSync(join(repository.root, 'cases/NN-2026-0001')))
      if (name !== 'case.yaml' && name !== 'screening.yaml')
        rmSync(join(repository.root, 'cases/NN-2026-0001', name), { recursive: true })
    const call = ['due', '--within', '0', '--today', '2026-02-25']
    const all = listOf(repository.ejc([...call, '--json']), 'due')
    expect(all).toContainEqual(expect.objectContaining({ deadline: 'initiate', status: 'duty', due: null }))
    expect(repository.ejc(call).stdout).toContain('及时办理')
  })

  it('--overdue takes what is past alone', () => {
    const statuses = listOf(due(['--overdue', '--json']), 'due').map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set(['overdue']))
  })

  it('--fail-overdue exits 1 when something is overdue, and 0 when nothing is', () => {
    expect(due(['--fail-overdue']).exit).toBe(1)
    expect(due(['--fail-overdue', 'NN-2026-0001']).exit).toBe(0)
  })

  it('--officer takes the cases of one officer', () => {
    const cases = listOf(due(['--officer', '覃某', '--json']), 'due').map((deadline) => deadline.case)
    expect(new Set(cases)).toEqual(new Set(['NN-2026-0001']))
  })

  it('--ics writes a calendar of folded, escaped, CRLF lines', () => {
    expect(due(['NN-2026-0001', '--ics', 'due.ics']).exit).toBe(0)
    const text = both.read('due.ics')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text).toMatch(
      /^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:20270430\r\n[\s\S]*END:VCALENDAR\r\n$/,
    )
    expect(text.replaceAll('\r\n ', '')).toContain(
      'SUMMARY:（暂定）完成修复 修复 R1 NN-2026-0001 某化工有限公司等倾倒废酸案（覃某）',
    )
  })

  it('over several cases tells the name of the case and its officer, and its obligors where there is room', () => {
    const [narrow, wide] = [80, 140].map((columns) => due([], { columns }).stdout)
    for (const stdout of [narrow, wide]) {
      expect(stdout).toMatch(/案件 .*承办人/)
      expect(stdout).toContain('覃某')
      expect(stdout?.replace(/\s/g, '')).toMatch(/某化工有限公/)
    }
    expect(wide).toMatch(/案件 .*义务人 .*承办人/)
    expect(wide).toMatch(/某矿业有限公司等3个 +陆某/)
    expect(narrow).not.toContain('义务人 ')
    expect(due(['NN-2026-0001']).stdout).not.toContain('承办人')
  })

  it('says so when nothing is due', () => {
    expect(createRepository().ejc(['due'])).toMatchObject({
      exit: 0,
      stdout: '',
      stderr: '没有符合条件的期限。\n',
    })
  })

  it('names the call that lists what was due in a case that is closed', () => {
    const repository = createRepository('example-case')
    repository.write(
      'cases/NN-2026-0001/closing.yaml',
      'closed: { closedOn: 2026-11-20, result: performed }\n',
    )
    const read = 'publishedOn: 2026-11-20, channel: 本局网站, readBy: 覃某'
    repository.write(
      'cases/NN-2026-0001/supervision.yaml',
      `disclosures: [{ matter: agreement, subject: G1, ${read} }, { matter: funds, ${read} }]\n`,
    )
    const call = repository.ejc(['due', '1', '--explain', ...day])
    expect(call).toMatchObject({ exit: 0, stdout: '' })
    expect(call.stderr).toMatch(
      /没有要办的期限；已经办结、无需办理的有 \d+ 项，列出：\n {2}ejc due NN-2026-0001 --all --explain/,
    )
    expect(repository.ejc(['due', '1', '--all', '--explain', ...day]).stdout).not.toBe('')
  })

  it('prints the cases and exits 2 when submissions.yaml cannot be read', () => {
    const repository = createRepository('example-case')
    repository.write('submissions.yaml', 'submissions: none\n')
    const call = repository.ejc(['due', ...day])
    expect(call.exit).toBe(2)
    expect(call.stdout).toContain('完成修复')
    expect(call.stderr).toContain('submissions.yaml:1:14')
    expect(repository.ejc(['due', 'NN-2026-0001', ...day]).exit).toBe(0)
  })

  describe('with one case that cannot be read', () => {
    const repository = createRepository('example-case', 'example-case-2')
    repository.replace('cases/NN-2026-0001/case.yaml', 'foundOn: 2026-02-11', 'foundOn: 2026-02-30')
    const printsTheRest = (call: ReturnType<TestRepository['ejc']>): void => {
      expect(call.exit).toBe(2)
      expect(call.stdout).toContain('NN-2025-0003')
      expect(call.stdout).not.toContain('NN-2026-0001')
      expect(call.stderr).toContain('cases/NN-2026-0001/case.yaml:8:12')
    }

    it('prints the rest, names the case with file and line on stderr, and exits 2', () => {
      printsTheRest(repository.ejc(['due', ...day]))
      printsTheRest(repository.ejc(['due', '--json', ...day]))
    })

    it('list does the same', () => {
      printsTheRest(repository.ejc(['list', ...day]))
    })
  })
})
