import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isCreditCode, isIdNumber } from '../../../src/core/facts/identifiers.ts'
import { maskedNumber, withMaskedNumbers } from '../../../src/core/facts/personal-numbers.ts'
import { commands } from '../../../src/generated/commands.ts'
import { createRepository, dataOf } from '../../support/cli.ts'

const ID = '450103198507126513'
const PHONE = '13877123456'
const ACCOUNT = '6217001234567890123'
const [own, like] = ['NN-2026-0001', 'NN-2026-0002']
const named = `韦某（${ID}，电话${PHONE}，账号${ACCOUNT}）倾倒案`
const clue = ['--like', own, '--same-obligors', '--set', `title=${named}`].concat(
  ['clue.channel=complaint-media', 'clue.receivedOn=2026-11-20'].flatMap((each) => ['--set', each]),
)
const day = ['--today', '2026-11-24', '--no-input']

/** Commands that print no facts of a case, with the reason. */
const withoutFacts: Readonly<Record<string, string>> = {
  migrate: 'names files only',
  join: 'prints the name of the office, and how many cases there are',
  completion: 'prints a script; what a shell is offered is asked below',
  regulation: 'prints the text of the law; its list of cases is asked below',
  calendar: 'prints days',
  template: 'prints papers, their templates and fields, and no value of a field',
}

/** What every command that prints facts is asked for, with the numbers in titles, texts, and where they belong. */
const calls: Readonly<Record<string, readonly (readonly string[])[]>> = {
  list: [[], ['韦某'], ['--findings'], ['--format', 'text'], ['--json']],
  due: [[], ['--all'], ['--json'], [own, '--explain'], ['--format', 'text']],
  search: [[PHONE], [ID], ['韦某'], ['韦某', '--all'], ['韦某', '--json']],
  show: [[own], [own, '--json']],
  render: [
    ...[
      [own, '--list'],
      [own, '--list', '--verbose'],
      [own, '--list', '--verbose', '--json'],
    ],
    ...[
      [own, '磋商告知书', '1/o2', '--list'],
      [own, '--all', '--dry-run'],
      [own, '--all', '--draft'],
    ],
  ],
  lint: [[], ...['json', 'sarif', 'github', 'gitlab', 'junit'].map((format) => ['--format', format])],
  explain: [['case/obligor-id-checksum'], ['磋商']],
  project: [['list'], ['list', '--json']],
  evidence: [['add', own, '照片.jpg', '--set', `title=${named}`, '--dry-run']],
  log: [[own], [own, '--json']],
  archive: [
    [own, '--dry-run'],
    [own, '--dry-run', '--json'],
  ],
  report: [
    ['clues', '--quarter', '2026Q1'],
    ['supervision'],
    ['monthly', '--month', '2026-10'],
    ['annual', '--year', '2026'],
    ['disclosure'],
    ['ledger'],
    ['ledger', '--json'],
  ],
  board: [['--json'], ['--out', 'board.html', '--force']],
  doctor: [[], ['--json']],
  new: [[...clue, '--dry-run'], [...clue, '--dry-run', '--json'], clue],
  advance: [
    [own, 'notify-leniency', 'o2', '--set', `to=${named}`, '--set', 'on=2026-11-24', '--dry-run'],
    [own, 'notify-leniency', 'o2', '--set', `to=${named}`, '--set', 'on=2026-11-24', '--dry-run', '--json'],
    [own, 'notify-leniency', 'o2', '--set', `to=${named}`, '--set', 'on=2026-11-24'],
  ],
  amend: [
    [own, 'new', '--set', `cause=${named}二`, '--reason', named, '--dry-run'],
    [own, 'new', '--set', `cause=${named}二`, '--reason', named],
  ],
  assign: [[own, '--to', '李某', '--phone', PHONE, '--reason', named]],
  combine: [
    [like, own, '--reason', named, '--dry-run'],
    [like, own, '--reason', named, '--keep', own, '--dry-run', '--json'],
  ],
  split: [[own, '--obligors', 'o2', '--reason', named, '--dry-run']],
  undo: [
    [own, '--dry-run'],
    [own, '--yes'],
  ],
  renumber: [[like, '--dry-run'], [like]],
  sync: [['--dry-run'], []],
  backup: [['../案件库.bundle', '--commit']],
  import: [
    ['台账.csv', '--dry-run'],
    ['台账.csv', '--dry-run', '--json'],
  ],
  init: [['--set', `unit.phone=${PHONE}`, '--dry-run']],
}

function office() {
  const repository = createRepository('example-case')
  const { root, replace, read, write } = repository
  replace(`cases/${own}/case.yaml`, '某化工有限公司等倾倒废酸案', named)
  for (const [from, to] of [
    ['450101199001010000', ID],
    ['13800000000', PHONE],
    ['造成土壤和地下水污染', `造成土壤和地下水污染（联系 ${PHONE}）`],
  ] as const)
    replace(`cases/${own}/case.yaml`, from, to)
  mkdirSync(join(root, 'cases', like))
  write(`cases/${like}/case.yaml`, read(`cases/${own}/case.yaml`).replace(own, like))
  write('照片.jpg', 'JPEG')
  writeFileSync(join(root, '台账.csv'), `案件名称,线索来源,发现日期\n${named},日常巡查,2026-11-02\n`)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', `放入案件 ${named}`)
  return repository
}

describe('no command shows the whole number of a person', { timeout: 120_000 }, () => {
  const { ejc, git } = office()

  it('each command is asked, or has a reason not to be', () => {
    const asked = [...Object.keys(calls), ...Object.keys(withoutFacts)]
    expect(asked.sort()).toEqual(commands.map(({ name }) => name).sort())
  })

  it.each(Object.entries(calls).flatMap(([name, all]) => all.map((words) => [name, words] as const)))(
    'ejc %s %j',
    (name, words) => {
      const { stdout, stderr, exit } = ejc([name, ...words, ...day], { columns: 60 })
      const said = `${stdout}${stderr}`.replace(/\s/gu, '')
      expect(exit, stderr).not.toBe(null)
      expect(said).not.toMatch(/程序出错|用法有误/u)
      for (const number of [ID, PHONE, ACCOUNT]) expect(said, words.join(' ')).not.toContain(number)
    },
  )

  it.each([
    ['regulation', 'diff', 'guangxi-2025-draft', 'national-2026'],
    ['calendar', 'check'],
  ])('ejc %s %s', (...words) => {
    expect(ejc([...words, ...day]).stdout).not.toMatch(new RegExp([ID, PHONE, ACCOUNT].join('|')))
  })

  it('what a shell is offered', () => {
    expect(ejc(['__complete', 'zsh', 'show', '']).stdout).not.toMatch(new RegExp([ID, PHONE].join('|')))
  })

  it('no commit that ejc makes holds one', () => {
    const messages = git('log', '--format=%B', '--grep=Ejc-Tx')
    expect(messages).toContain('Ejc-Action')
    for (const number of [ID, PHONE, ACCOUNT]) expect(messages).not.toContain(number)
  })
})

describe('what is masked, and what stays', () => {
  it('the number is a valid one', () => expect(isIdNumber(ID)).toBe(true))

  it.each([
    [`身份证${ID}`, '身份证450***********6513'],
    ['电话 138 7712 3456', '电话 138******3456'],
    ['0771-5712345', '077*****2345'],
    ['账号123456789012', '账号123*****9012'],
    ['account: "123456789012"', 'account: "123*****9012"'],
  ])('%s', (text, masked) => expect(withMaskedNumbers(text)).toBe(masked))

  it.each([
    ['a digest', `${'0123456789abcdef'.repeat(3)}1380000000012345`],
    ['a commit', '13800000000bcdef13800000000bcdef13800000'],
    ['numbers of cases', 'NN-2026-0001 20260720'],
    ['a path', 'cases/NN-2026-0001/attachments/E1-VID_20260720093000123.mp4'],
    ['a short commit', '（0123456789）'],
    ['days', '2026-11-24 2026-11-25 2027-01-01'],
    ['an amount', '1234567890.00'],
  ])('%s', (_, text) => expect(withMaskedNumbers(text)).toBe(text))

  it('a value of JSON by its key', () => {
    expect(maskedNumber('phone', '5712345')).toBe('*******')
    expect(maskedNumber('identity', { kind: 'passport', number: 'E12345678' })).toEqual({
      kind: 'passport',
      number: 'E12**5678',
    })
    expect(maskedNumber('bytes', 13877123456)).toBe(13877123456)
  })

  it('a ledger that is asked for unmasked is whole', () => {
    const made = office().ejc(['report', 'ledger', '--unmasked', '--json', ...day])
    expect(JSON.stringify(dataOf(made, 'report'))).toContain(ID)
  })
})

it('the code of a unit is public and stays, but not one that is no code, or the account or number of a person', () => {
  const code = withCheck('11450000007565261')
  expect(withMaskedNumbers(`统一社会信用代码：${code}`)).toContain(code)
  const withLetter = '91440300708461136T'
  expect(isCreditCode(withLetter)).toBe(true)
  expect(withMaskedNumbers(`统一社会信用代码：${withLetter}`)).toContain(withLetter)
  expect(withMaskedNumbers('91440300708461136A')).not.toContain('91440300708461136')
  const wrong = `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`
  for (const number of [wrong, ID, ACCOUNT]) expect(withMaskedNumbers(number)).not.toContain(number)
})

/** A code of figures alone: the last of those after which the check of the code is a figure too. */
function withCheck(start: string): string {
  const codes = Array.from({ length: 1000 }, (_, index) => String(BigInt(start) * 10n + BigInt(index)))
  return codes.find((each) => isCreditCode(each) && !isIdNumber(each)) ?? ''
}
