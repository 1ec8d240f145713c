import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { caseColumns } from '../../../../src/core/ledger/columns.ts'
import { type Call, dataOf, ejcIn, temporaryFolder } from '../../../support/cli.ts'
import { readXlsx } from '../../../support/xlsx.ts'

const folder = temporaryFolder()
const root = join(folder, 'repository')
cpSync(join(import.meta.dirname, '../../../../examples/repository'), root, { recursive: true })
const ledger = (...args: string[]): Call =>
  ejcIn(folder, ['report', 'ledger', ...args, '-C', root, '--today', '2026-11-24'])
const inFile = (file: string): Uint8Array => new Uint8Array(readFileSync(join(root, file)))

describe('ejc report ledger', () => {
  it('prints the main columns, and says where the others are', () => {
    const call = ledger()
    expect(call.exit).toBe(0)
    expect(call.lines[0]).toBe('生态环境损害赔偿案件台账（截至2026年11月24日，第三十八条）')
    expect(call.stdout).toContain('GC-2026-0001')
    expect(call.stderr).toContain(`屏幕上只列主要的 9 栏；全部 ${caseColumns.length} 栏用 --format`)
    expect(call.stderr).toContain('不能再导入')
  })

  it('gives every column for programs, empty ones too, and the two other sheets', () => {
    const data = dataOf(ledger('--json'), 'report')
    const keys = caseColumns.map(({ id }) => id)
    expect(data).toMatchObject({
      report: 'ledger',
      period: '2026-11-24',
      sheets: [{ sheet: '义务人' }, { sheet: '付款' }],
    })
    const { rows } = data as { rows: Record<string, unknown>[] }
    expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => keys))
    expect(rows.map(({ number }) => number)).toContain('GC-2023-0001')
  })

  it('is of a year, of an officer or of a department, and names those that there are', () => {
    const numbers = (...args: string[]) =>
      (dataOf(ledger('--json', ...args), 'report') as { rows: { number: string }[] }).rows.map(
        ({ number }) => number,
      )
    expect(numbers('--year', '2024')).toEqual(['GC-2024-0001'])
    expect(numbers('--officer', '韩某')).toEqual(['GC-2026-0004'])
    expect(numbers('--department', '宣城市林业局')).toEqual(['GC-2023-0001'])
    expect(ledger('--officer', '查无此人')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('没有这样的案件。有：'),
    })
    expect(ejcIn(root, ['report', 'clues', '--officer', '韩某', '--today', '2026-11-24'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('只有案件台账'),
    })
  })

  it('writes a spreadsheet of three sheets, without a title and without totals', () => {
    expect(ledger('--format', 'xlsx', '--unmasked', '--out', '台账.xlsx').exit).toBe(0)
    const [cases, obligors, payments] = readXlsx(inFile('台账.xlsx'))
    expect([cases?.name, obligors?.name, payments?.name]).toEqual(['案件', '义务人', '付款'])
    expect(cases?.rows[0]).toEqual(caseColumns.map(({ heading }) => heading))
    expect(cases?.rows).toHaveLength(10)
    const initiatedOn = caseColumns.findIndex(({ id }) => id === 'initiatedOn')
    expect(cases?.rows.find(([number]) => number === 'GC-2026-0001')?.[initiatedOn]).toBe('2026-01-16')
    expect(obligors?.rows.filter(([number]) => number === 'GC-2024-0001')).toHaveLength(4)
    const again = inFile('台账.xlsx')
    ledger('--format', 'xlsx', '--unmasked', '--out', '台账.xlsx', '--force')
    expect(Buffer.compare(inFile('台账.xlsx'), again)).toBe(0)
  })

  it('writes a Word file in which each part of the table names its case, so that nothing is cut off', () => {
    expect(ledger('--format', 'docx', '--out', '台账.docx').exit).toBe(0)
    const xml = strFromU8(unzipSync(inFile('台账.docx'))['word/document.xml'] ?? new Uint8Array())
    const tables = xml.split('<w:tbl>').slice(1)
    expect(tables.length).toBeGreaterThan(4)
    for (const table of tables) expect(table).toMatch(/编号[\s\S]*案件名称[\s\S]*GC-2023-0001/u)
    for (const { heading } of caseColumns) expect(xml).toContain(heading)
  })

  it('writes a .csv of the cases; no other report does', () => {
    expect(ledger('--format', 'csv', '--out', '台账.csv').exit).toBe(0)
    const lines = Buffer.from(inFile('台账.csv')).toString('utf8').split('\r\n')
    expect(lines[0]).toBe(`\ufeff${caseColumns.map(({ heading }) => heading).join(',')}`)
    expect(lines.filter((line) => line.startsWith('GC-'))).toHaveLength(9)
    const clues = ejcIn(root, ['report', 'clues', '--format', 'csv', '--today', '2026-11-24'])
    expect(clues).toMatchObject({ exit: 2, stderr: expect.stringContaining('不能写成 CSV') })
  })
})
