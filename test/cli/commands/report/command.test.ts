import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type Call, dataOf, ejcIn, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const quarter = ['clues', '--quarter', '2026Q3']

/** A copy of the example repository, and calls with -C from a folder beside it. */
function copyOfExamples() {
  const folder = temporaryFolder()
  const root = join(folder, 'repository')
  cpSync(join(import.meta.dirname, '../../../../examples/repository'), root, { recursive: true })
  const report = (...args: string[]): Call => ejcIn(folder, ['report', ...args, '-C', root, ...day])
  return { root, report }
}

const { root, report } = copyOfExamples()
const data = (...args: string[]): unknown => dataOf(report(...args, '--json'), 'report')

describe('ejc report', () => {
  it('lists the clues of a quarter in the terminal (第十一条)', () => {
    const call = report(...quarter)
    expect(call.exit).toBe(0)
    expect(call.lines[0]).toBe('生态环境损害赔偿案件线索清单（2026年第三季度，第十一条）')
    expect(call.stdout).toMatch(/GC-2026-0004[\s\S]*GC-2026-0005/)
    expect(call.lines.at(-1)).toContain('线索：2；已启动索赔：2')
    expect(call.lines.at(-1)).toContain('报送：没有报送记录')
    expect(report('clues', '--quarter', '2026Q2').stdout).toContain('2026-07-09 桂川市委')
  })

  it.each(['clues', 'supervision', 'monthly', 'annual', 'disclosure'])(
    'gives %s for programs, of its schema, by --json and --format json alike',
    (name) => {
      expect(data(name)).toMatchObject({ report: name, file: null })
      expect(report(name, '--format', 'json').stdout).toBe(report(name, '--json').stdout)
    },
  )

  it('takes the quarter and the year that ended last, and the running month, when none is named', () => {
    expect(data('clues')).toMatchObject({ period: '2026Q3' })
    expect(data('annual')).toMatchObject({ period: '2025' })
    expect(data('monthly')).toMatchObject({ period: '2026-11' })
    expect(data('supervision')).toMatchObject({ period: '2026-11-24' })
  })

  it('sums the year (第三十二条)', () => {
    expect(data('annual', '--year', '2026')).toMatchObject({
      totals: expect.arrayContaining([
        { title: '新收线索', value: 5 },
        { title: '协议赔偿金额', value: '926500.00' },
      ]),
    })
  })

  it('tells what is published from what is owed (第三十六条)', () => {
    expect(data('disclosure')).toMatchObject({
      rows: expect.arrayContaining([
        expect.objectContaining({ case: 'GC-2026-0001', publishedOn: '2026-09-15', status: '已公开' }),
        expect.objectContaining({ case: 'GC-2023-0001', publishedOn: null, status: '未公开' }),
      ]),
    })
  })

  it('names no natural person in full', () => {
    const file = join(root, 'cases/GC-2026-0005/case.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/^title: .*$/m, 'title: 电镀厂渗漏案（举报电话 13900000000）'))
    expect(report(...quarter, '--json').stdout).toContain('电镀厂渗漏案（举报电话 （略））')
    writeFileSync(file, text)
  })
})

describe('ejc report --format xlsx and docx', () => {
  it('writes reports/<title>-<period> in the folder of -C and says so', () => {
    const call = report(...quarter, '--format', 'xlsx')
    const file = 'reports/生态环境损害赔偿案件线索清单-2026Q3.xlsx'
    expect(call).toMatchObject({ exit: 0, stdout: '' })
    expect(call.stderr).toContain(`已写入 ${file}：2 行。`)
    const parts = Object.values(unzipSync(readFileSync(join(root, file)))).map((part) => strFromU8(part))
    expect(parts.join('')).toContain('GC-2026-0004')
    expect(parts.join('')).toContain('桂川市生态环境局')
  })

  it('writes a Word file where --out says, named in the JSON', () => {
    const made = data('supervision', '--format', 'docx', '--out', 'ledger.docx')
    expect(made).toMatchObject({ file: 'ledger.docx' })
    const xml = unzipSync(readFileSync(join(root, 'ledger.docx')))['word/document.xml']
    expect(strFromU8(xml ?? new Uint8Array())).toContain('督办台账')
  })

  it('never overwrites another file without --force; the same report again is no overwriting', () => {
    const to = (...args: string[]) => report(...quarter, '--format', 'xlsx', '--out', 'mine.xlsx', ...args)
    writeFileSync(join(root, 'mine.xlsx'), '别人的表')
    expect(to()).toMatchObject({ exit: 1, stderr: expect.stringContaining('--force') })
    expect(readFileSync(join(root, 'mine.xlsx'), 'utf8')).toBe('别人的表')
    expect(to('--force').exit).toBe(0)
    expect(to().exit).toBe(0)
  })
})

describe('a wrong call of ejc report', () => {
  it.each([
    [['clue'], '是否想写 ejc report 季度线索清单'],
    [['clues', '--quarter', '2026Q5'], '请按 2026Q3 的写法'],
    [['monthly', '--month', '2026-13'], '请按 2026-10 的写法'],
    [['annual', '--year', '26'], '请按 2026 的写法'],
    [['clues', '--year', '2026'], '请用 --quarter 2026Q3'],
    [['disclosure', '--month', '2026-10'], '这张表总是截至今天'],
    [['clues', '--out', 'a.xlsx'], '要与 --format xlsx'],
  ])('%j exits 2 and says what to write', (args, told) => {
    expect(report(...args)).toMatchObject({ exit: 2, stdout: '', stderr: expect.stringContaining(told) })
    expect(existsSync(join(root, 'a.xlsx'))).toBe(false)
  })
})

it('ejc report over a repository with an unreadable case prints the rest, names it and exits 2', () => {
  const broken = copyOfExamples()
  rmSync(join(broken.root, 'cases/GC-2026-0005/case.yaml'))
  const call = broken.report(...quarter)
  expect(call).toMatchObject({ exit: 2, stdout: expect.stringContaining('GC-2026-0004') })
  expect(call.stderr).toContain('GC-2026-0005')
})
