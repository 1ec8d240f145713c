import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createRepository, listOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const lint = (repository: TestRepository, ...args: string[]) => repository.ejc(['lint', ...args, ...day])
const findings = (repository: TestRepository, ...args: string[]) =>
  listOf(lint(repository, '--json', ...args), 'lint')
const caseFile = 'cases/NN-2026-0001/case.yaml'

/** Files that can't be read, each with the rule that says so and a word of its message. */
const broken: readonly (readonly [what: string, content: string | Uint8Array, rule: string, says: RegExp])[] =
  [
    [
      'conflict markers',
      'id: NN-2026-0001\n<<<<<<< ours\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n',
      'repo/merge-conflict',
      /合并冲突/,
    ],
    ['a duplicate key', 'id: NN-2026-0001\ntitle: a\ntitle: b\n', 'schema/yaml', /重复/],
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n', 'schema/yaml', /./],
    ['binary bytes', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff, 0xfe]), 'schema/yaml', /UTF-8|空字符/],
    ['nothing at all', '', 'schema/yaml', /./],
  ]

describe('ejc lint', () => {
  it('is silent about a repository without findings, and exits 0', () => {
    expect(lint(createRepository())).toMatchObject({ exit: 0, stdout: '', stderr: '未发现问题。\n' })
  })

  it.each(broken)(
    'reports a file with %s at its line, and goes on with the others',
    (_, content, rule, says) => {
      const repository = createRepository('example-case', 'example-case-2')
      repository.write(caseFile, content)
      const found = findings(repository)
      const own = found.filter(({ file }) => file === caseFile)
      expect(own[0]).toMatchObject({ rule, severity: 'error', case: 'NN-2026-0001' })
      expect(own[0]?.message).toMatch(says)
      expect(found.some((finding) => finding.case === 'NN-2025-0003')).toBe(true)
      expect(lint(repository).exit).toBe(1)
    },
  )

  it.each(broken)('show refuses a file with %s, exit 2, naming it', (_, content) => {
    const repository = createRepository('example-case')
    repository.write(caseFile, content)
    const refused = repository.ejc(['show', 'NN-2026-0001'])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain(`${caseFile}:`)
  })

  it.each([
    ['a date that does not exist', 'foundOn: 2026-02-11', 'foundOn: 2026-02-30', '8:12', /2026-02-30/],
    ['an amount with three decimals', '"480000.00"', '"480000.005"', '22:18', /480000\.005/],
    ['an unknown key', 'summary:', 'sumary:', '52:1', /summary/],
    ['a code that is no channel', 'routine-supervision', 'hearsay', '6:12', /hearsay/],
    ['an id with ..', 'id: o1', 'id: ../o1', '34:9', /\.\.\/o1/],
  ])('reports %s at its line and column', (_, from, to, place, says) => {
    const repository = createRepository('example-case')
    repository.replace(caseFile, from, to)
    const schema = findings(repository).filter(({ rule }) => String(rule).startsWith('schema/'))
    expect(schema.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(
      `${caseFile}:${place}`,
    )
    expect(schema.some(({ message }) => says.test(String(message)))).toBe(true)
  })

  it('works when ejc.yaml itself is broken', () => {
    const repository = createRepository('example-case')
    repository.replace('ejc.yaml', 'idPrefix: NN', 'idPrefix: nn')
    repository.replace(caseFile, 'foundOn: 2026-02-11', 'foundOn: 2026-02-30')
    const found = findings(repository)
    expect(found.map(({ file }) => file)).toEqual(expect.arrayContaining(['ejc.yaml', caseFile]))
    expect(found.find(({ file }) => file === 'ejc.yaml')).toMatchObject({
      rule: 'schema/invalid',
      path: 'idPrefix',
    })
    expect(lint(repository).exit).toBe(1)
    repository.write('ejc.yaml', 'schema: [1\n')
    expect(findings(repository).find(({ file }) => file === 'ejc.yaml')).toMatchObject({
      rule: 'schema/yaml',
    })
  })

  it('reports a regulation that does not exist', () => {
    const repository = createRepository('example-case')
    repository.replace('ejc.yaml', 'guangxi-2025-draft', 'guangxi-2035')
    expect(findings(repository)).toEqual([expect.objectContaining({ rule: 'repo/config', file: 'ejc.yaml' })])
  })

  it('reports files that nobody will read, and links that lead out of the repository', () => {
    const repository = createRepository('example-case')
    repository.write('cases/NN-2026-0001/cort.yaml', 'a: 1\n')
    repository.write('cases/note.txt', '')
    mkdirSync(join(repository.root, 'cases/nn-2026-0001'))
    mkdirSync(join(repository.root, 'cases/NN-2026-0001/documents'))
    repository.write('cases/NN-2026-0001/documents/10:30 记录.txt', '')
    symlinkSync(temporaryFolder(), join(repository.root, 'cases/NN-2026-0001/attachments'))
    const found = findings(repository).filter(({ rule }) => /^(repo\/unknown|case\/dup)/.test(String(rule)))
    expect(found.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'case/duplicate-id cases/nn-2026-0001',
      'repo/unknown-file cases/note.txt',
      'repo/unknown-file cases/NN-2026-0001/attachments',
      'repo/unknown-file cases/NN-2026-0001/cort.yaml',
      'repo/unknown-file cases/NN-2026-0001/documents/10:30 记录.txt',
    ])
    expect(found.at(-1)?.message).toMatch(/^10:30 记录\.txt 在 Windows 上不能作文件名.*请改名/)
  })

  it('reports an id that differs from its folder, and one that another case has', () => {
    const repository = createRepository('example-case', 'example-case-2')
    repository.addCase('example-case', 'NN-2026-0002')
    repository.addCase('example-case-2', 'NN-2025-0009')
    repository.replace('cases/NN-2025-0009/case.yaml', 'id: NN-2025-0003', 'id: NN-2025-0008')
    const rules = findings(repository).flatMap(({ rule, file, line }) =>
      /id-folder|duplicate/.test(String(rule)) ? [`${rule} ${file}:${line}`] : [],
    )
    expect(rules).toEqual([
      'case/id-folder-mismatch cases/NN-2025-0009/case.yaml:4',
      'case/duplicate-id cases/NN-2026-0002/case.yaml:1',
    ])
  })

  it('tells once of a year whose holidays could be known by now, and not of later years', () => {
    const years = findings(
      createRepository('example-case', 'example-case-2'),
      '--rule',
      'repo/calendar-coverage',
    )
    expect(years.map(({ severity }) => severity)).toEqual(['notice'])
    expect(years[0]?.message).toContain('2027 年')
  })

  it('takes a case id, a folder or a file, from wherever it is called', () => {
    const repository = createRepository('example-case', 'example-case-2')
    const cases = (...args: string[]) => new Set(findings(repository, ...args).map((each) => each.case))
    expect(cases('NN-2026-0001')).toEqual(new Set(['NN-2026-0001']))
    expect(cases('cases/NN-2025-0003')).toEqual(new Set(['NN-2025-0003']))
    const files = new Set(findings(repository, caseFile).map(({ file }) => file))
    expect(files).toEqual(new Set([caseFile]))
    const inside = repository.ejc(['-C', 'cases/NN-2026-0001', 'lint', 'case.yaml', '--json', ...day])
    expect(new Set(listOf(inside, 'lint').map(({ file }) => file))).toEqual(new Set([caseFile]))
  })

  it.each([
    [['no-such-path'], 'no-such-path'],
    [['../..'], '不在案件库内'],
    [['--rule', 'case/date-ordr'], 'case/date-order'],
    [['--format', 'xml'], 'pretty、json'],
    [['--max-warnings', '-1'], '--max-warnings'],
  ])('refuses %j, exit 2', (args, says) => {
    const refused = createRepository('example-case').ejc(['lint', ...args])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain(says)
  })

  it('exits 1 on errors, and on more warnings than allowed', () => {
    const repository = createRepository('example-case')
    expect(lint(repository).exit).toBe(1)
    expect(lint(repository, '--rule', 'repo/calendar-coverage').exit).toBe(0)
    expect(lint(repository, '--rule', 'repo/calendar-coverage', '--max-warnings', '0').exit).toBe(1)
    expect(lint(repository, '--rule', 'repo/calendar-coverage', '--max-warnings', '2').exit).toBe(0)
  })

  it('prints file:line:column, severity, message, rule and article, and a summary, within the terminal', () => {
    const repository = createRepository('example-case')
    const { stdout, lines } = repository.ejc(['lint', ...day], { columns: 80 })
    expect(stdout).toContain(`  错误  ${caseFile}:38:17\n`)
    expect(stdout).toContain('case/obligor-id-checksum')
    expect(stdout).toMatch(/共 \d+ 个错误，\d+ 个警告，\d+ 个提示\n$/)
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(80)
  })

  it('writes nothing', () => {
    const repository = createRepository('example-case')
    repository.git('add', '.')
    const before = repository.git('status', '--porcelain')
    writeFileSync(join(repository.root, caseFile), '<<<<<<< x\n')
    lint(repository)
    repository.git('checkout', '--', '.')
    expect(repository.git('status', '--porcelain')).toBe(before)
  })
})

describe('ejc lint --verify-history', () => {
  it('tells of changes by hand only when asked, and only of the cases that are asked for (第三十八条)', () => {
    const repository = createRepository('example-case')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '导入')
    const rules = (...args: string[]) =>
      listOf(repository.ejc(['lint', ...args, '--json']), 'lint').flatMap(({ rule }) =>
        String(rule).startsWith('history/') ? [rule] : [],
      )
    expect(rules()).toEqual([])
    expect(rules('--verify-history', '--rule', 'history/outside-ejc')).toEqual(['history/outside-ejc'])
    expect(rules('--verify-history', 'ejc.yaml')).toEqual([])
    expect(repository.ejc(['lint', '--rule', 'history/outside-ejc'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('要与 --verify-history 同用'),
    })
  })
})
