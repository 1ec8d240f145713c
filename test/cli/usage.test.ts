import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { createRepository, dataOf, ejcIn, temporaryFolder } from '../support/cli.ts'

const repository = createRepository('example-case')
const names = commands.map(({ name }) => name)

describe('a call that is wrong', () => {
  it.each([
    ['an unknown command', ['dew'], /没有“dew”这个命令/],
    ['an unknown command, with the one that was meant', ['lits'], /list/],
    ['an unknown option', ['due', '--withn', '3'], /没有“--withn”这个选项。是否想写 --within/],
    ['an option without its value', ['due', '--within'], /--within/],
    ['a number that is none', ['due', '--within', 'soon'], /soon/],
    ['a date that does not exist', ['due', '--today', '2026-02-30'], /2026-02-30/],
    ['a day that is none', ['due', '--today', '2026/2/30'], /不是 1900 至 2199 年间存在的日期/],
    ['an id with ..', ['due', '../NN-2026-0001'], /编号/],
    ['an id with /', ['show', 'cases/NN-2026-0001'], /编号/],
    ['an id with a control character', ['show', 'NN-2026-0001\u001b[31m'], /编号/],
    ['a case that is not there', ['show', 'NN-2026-0099'], /没有案件 NN-2026-0099/],
    ['a case number with a slip', ['show', 'NM-2026-0001'], /是否想写 NN-2026-0001/],
    ['a case number without its zeros that is not there', ['show', 'nn-2026-9'], /nn-2026-9/],
    [
      'a rule that is none',
      ['lint', '--rule', 'agreement/sun'],
      /是否想写“协议的各项金额相加相符”（agreement\/sum）/,
    ],
    ['a rule named by what several begin with', ['lint', '--rule', '协议'], /“协议”可以是 “协议.*请写全一些/],
    ['an action that is none', ['advance', 'NN-2026-0001', '签定赔偿协议'], /是否想写“签订赔偿协议”/],
    ['an action named by what several begin with', ['advance', 'NN-2026-0001', '记录'], /可以是 “记录/],
    [
      'a report named by what several hold',
      ['report', '重大案件'],
      /可以是：重大案件督办台账、重大案件月度进展/,
    ],
    ['an option after full-width dashes', ['list', '——overdue'], /是否想写 --overdue？/],
    ['an option after a full-width hyphen', ['due', '－－ｗｉｔｈｉｎ', '3'], /是否想写 --within？/],
    ['an option after a dash of Word', ['list', '–C', 'x'], /是否想写 -C？/],
    ['a report that is none', ['report', 'clue'], /是否想写 ejc report 季度线索清单/],
    ['a stage that is none', ['list', '--stage', 'screning'], /是否想写 初步核查/],
    ['a missing argument', ['show'], /缺少参数/],
    ['too many arguments', ['show', 'NN-2026-0001', 'x'], /参数太多/],
  ])('%s is refused in Chinese, exit 2, and nothing is written', (_, args, says) => {
    const refused = repository.ejc(args)
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toMatch(says)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is the point.
    expect(refused.stderr).not.toMatch(/[\u001b]|error:/)
    expect(repository.git('status', '--porcelain')).toBe('?? cases/NN-2026-0001/\n')
  })

  it.each([
    ['show', 'nn-2026-1'],
    ['due', '2026-1'],
    ['lint', 'ＮＮ－２０２６－０００１'],
    ['render', '1', '--list'],
  ])('is none where a case is called as people write its number: %s %s', (...args) => {
    const done = repository.ejc([...args, '--today', '2026-11-24'])
    expect(done.stderr).not.toContain('编号')
    expect(done.exit).toBeLessThan(2)
  })

  it.each(['list', 'due', 'lint'])('%s outside a case repository is refused, exit 2', (command) => {
    const refused = ejcIn(temporaryFolder(), [command])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('不是案件库')
  })

  it('with --json is told on stdout too, as JSON', () => {
    expect(dataOf(repository.ejc(['show', 'NN-2026-0099', '--json']), 'error')).toMatchObject({
      message: expect.stringContaining('NN-2026-0099'),
    })
  })

  it('with --json tells where in a file: file, line and column', () => {
    const broken = createRepository('example-case')
    broken.replace('cases/NN-2026-0001/case.yaml', 'foundOn: 2026-02-11', 'foundOn: 2026-02-30')
    const call = broken.ejc(['show', 'NN-2026-0001', '--json'])
    expect(call.exit).toBe(2)
    expect(dataOf(call, 'error')).toMatchObject({ file: 'cases/NN-2026-0001/case.yaml', line: 8, column: 12 })
    expect(call.stderr).toMatch(/^cases\/NN-2026-0001\/case\.yaml:8:12：/)
  })

  it('without a command shows the help on stderr, exit 2', () => {
    const help = repository.ejc([])
    expect(help).toMatchObject({ exit: 2, stdout: '' })
    expect(help.stderr).toContain('命令：')
  })
})

describe('the help', () => {
  it('names every command', () => {
    const { stdout, exit } = repository.ejc(['--help'])
    expect(exit).toBe(0)
    for (const name of names) expect(stdout).toMatch(new RegExp(`^ {2}${name} +\\S`, 'm'))
  })

  it.each(names)('of %s is Chinese, aligned, and gives examples', (name) => {
    const { stdout, lines, exit } = repository.ejc([name, '--help'])
    expect(exit).toBe(0)
    expect(stdout).toMatch(/^用法： ejc /)
    expect(stdout).toContain('示例：')
    expect(stdout).toContain('通用选项：')
    expect(stdout).not.toMatch(/Usage|Options|Arguments|default:|choices:/)
    const columns = lines
      .flatMap((line) => /^ {2}-.*? {2,}(?=\S)/.exec(line) ?? [])
      .map((term) => stringWidth(term))
    expect(new Set(columns).size).toBe(1)
    // Calls to be copied stay whole.
    const told = lines.filter((line) => !line.startsWith('  $ '))
    expect(told.filter((line) => stringWidth(line) > 80)).toEqual([])
    expect(told.filter((line) => /^ *[，。、；：！？）]/.test(line))).toEqual([])
  })

  it('is the same by `ejc help due`', () => {
    expect(repository.ejc(['help', 'due']).stdout).toBe(repository.ejc(['due', '--help']).stdout)
  })
})

describe('global options', () => {
  it('work before and after the command', () => {
    const day = ['--today', '2026-11-24', '--json']
    expect(repository.ejc([...day, 'due']).stdout).toBe(repository.ejc(['due', ...day]).stdout)
  })

  it('-C names the repository', () => {
    const elsewhere = ejcIn(temporaryFolder(), ['-C', repository.root, 'list', '--json'])
    expect(elsewhere.exit).toBe(0)
  })

  it('-C is where every other relative path of the call starts, as with git', () => {
    const outside = temporaryFolder()
    repository.write('clue.yaml', 'title: 某厂排污案\n')
    repository.write('summary.txt', '夜间排放。\n')
    const sets = ['clue.channel=complaint-media', 'clue.receivedOn=2026-03-02', 'damage.scope=covered']
    const given = [...sets, 'damage.kind=pollutant-discharge', 'summary=@summary.txt']
    const made = ejcIn(outside, [
      ...['-C', repository.root, 'new', '--from', 'clue.yaml', '--dry-run'],
      ...given.flatMap((set) => ['--set', set]),
    ])
    expect(made).toMatchObject({ exit: 0, stdout: expect.stringContaining('夜间排放。') })
    expect(ejcIn(outside, ['-C', repository.root, 'due', '--ics', 'due.ics']).exit).toBe(0)
    expect(repository.read('due.ics')).toContain('BEGIN:VCALENDAR')
  })

  it('-C of a folder that is not there says so, exit 2', () => {
    const wrong = ejcIn(temporaryFolder(), ['-C', 'nowhere', 'list'])
    expect(wrong).toMatchObject({ exit: 2, stderr: expect.stringContaining('-C nowhere 打不开：文件不存在') })
  })

  it('--version prints the version alone', () => {
    expect(repository.ejc(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+(?:-rc\.\d+)?\n$/)
    expect(repository.ejc(['-V']).stdout).toMatch(/^\d+\.\d+\.\d+(?:-rc\.\d+)?\n$/)
  })

  it('help lines keep to 80 columns', () => {
    const { lines } = repository.ejc(['--help'], { columns: 80 })
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
  })
})
