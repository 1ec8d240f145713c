import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { writeOds } from 'hucre'
import { describe, expect, test } from 'vitest'
import { type LedgerSheetData, mergedView, shownText } from '../../src/core/ledger/intake/book.ts'
import { readLedgerBook } from '../../src/documents/ledger-book.ts'
import { bookOf, textAt, textRow } from '../support/book.ts'

const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`

async function only(bytes: Uint8Array, file = '台账.xlsx'): Promise<LedgerSheetData> {
  const { sheets } = await readLedgerBook(bytes, file)
  expect(sheets).toHaveLength(1)
  const [sheet] = sheets
  if (!sheet) throw new Error('no sheet')
  return sheet
}

const made = (rows: string, after = '', options = {}) => bookOf([{ name: '案件', rows, after }], options)

function contentsOf(sheet: LedgerSheetData): unknown[][] {
  return sheet.rows.map(({ cells }) => [...cells.values()].map(({ content }) => content))
}

async function firstRow(cells: string, options = {}): Promise<unknown[]> {
  return contentsOf(await only(made(row(1, cells), '', options)))[0] ?? []
}

describe('what stands in the cells of an .xlsx', () => {
  test('a number longer than a number can be comes as a number, for the id to be told as lost', async () => {
    const [id] = await firstRow('<c r="A1"><v>510822198001011234</v></c>')
    expect(id).toMatchObject({ kind: 'number' })
    expect(String(Object(id).number)).not.toContain('1234')
    expect(Object(id).number).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
  })

  test('a date is the day in UTC, in whatever time zone the machine is', async () => {
    const before = process.env.TZ
    process.env.TZ = 'America/New_York'
    try {
      expect(await firstRow('<c r="A1" s="1"><v>46083</v></c>')).toEqual([
        { kind: 'date', date: '2026-03-02' },
      ])
    } finally {
      process.env.TZ = before
    }
  })

  test('a fraction of a rounding error before midnight is the day after', async () => {
    expect(await firstRow('<c r="A1" s="1"><v>43830.99999999999</v></c>')).toEqual([
      { kind: 'date', date: '2020-01-01' },
    ])
  })

  test('built-in 年月日 is a date; a day of the week and e年 stay numbers, as does 1904 where they count from', async () => {
    expect(await firstRow('<c r="A1" s="5"><v>43831</v></c>')).toEqual([{ kind: 'date', date: '2020-01-01' }])
    expect(await firstRow('<c r="A1" s="3"><v>43831</v></c>')).toEqual([{ kind: 'number', number: 43831 }])
    expect((await firstRow('<c r="A1" s="6"><v>43831</v></c>'))[0]).toMatchObject({
      kind: expect.stringMatching(/number|date/u),
    })
    const sheet = await only(made(row(1, '<c r="A1" s="1"><v>42369</v></c>'), '', { from1904: true }))
    expect(contentsOf(sheet)).toEqual([[{ kind: 'date', date: '2020-01-01' }]])
    expect(sheet.from1904).toBe(true)
  })

  test('a date as ISO text comes as that text', async () => {
    expect(await firstRow('<c r="A1" t="d" s="1"><v>2020-01-01</v></c>')).toEqual([
      { kind: 'text', text: '2020-01-01' },
    ])
  })

  test('serial 0 with a date format is an empty cell, serial 61 is 1 March 1900', async () => {
    expect(await firstRow('<c r="A1" s="1"><v>0</v></c><c r="B1" s="1"><v>61</v></c>')).toEqual([
      { kind: 'date', date: '1900-03-01' },
    ])
  })

  test('the value of an amount is what is stored, whatever its format shows', async () => {
    expect(await firstRow('<c r="A1" s="2"><v>12345678</v></c><c r="B1" s="4"><v>0.07</v></c>')).toEqual([
      { kind: 'number', number: 12345678 },
      { kind: 'number', number: 0.07 },
    ])
  })

  test('blanks at the ends go, U+3000 and NBSP too; a cell of blanks is empty; inner ones stay', async () => {
    expect(await firstRow(textAt('A1', '\u3000某 厂\u00a0 ') + textAt('B1', ' \u3000 '))).toEqual([
      { kind: 'text', text: '某 厂' },
    ])
  })

  test('line breaks are LF', async () => {
    expect(await firstRow(textAt('A1', '甲公司_x000D_\n乙公司'))).toEqual([
      { kind: 'text', text: '甲公司\n乙公司' },
    ])
  })

  test('an error is an error, a picture of WPS a picture, a formula without result an unsaved one', async () => {
    const picture = textAt('C1', '=DISPIMG("ID_1",1)')
    expect(
      await firstRow(
        `<c r="A1" t="e"><v>#N/A</v></c><c r="B1"><f>1+1</f></c>${picture}<c r="D1"><f>1+1</f><v>2</v></c>`,
      ),
    ).toEqual([
      { kind: 'error', text: '#N/A' },
      { kind: 'unsaved-formula' },
      { kind: 'picture' },
      { kind: 'number', number: 2 },
    ])
  })

  test('a formula whose result is an error is an error', async () => {
    expect(await firstRow('<c r="A1" t="e"><f>VLOOKUP(1,B:C,2,0)</f><v>#N/A</v></c>')).toEqual([
      { kind: 'error', text: '#N/A' },
    ])
  })

  test('phonetic guides are no part of a text', async () => {
    const guided =
      '<c r="A1" t="inlineStr"><is><t>川县</t><rPh sb="0" eb="2"><t>chuānxiàn</t></rPh><phoneticPr fontId="1"/></is></c>'
    expect(await firstRow(guided)).toEqual([{ kind: 'text', text: '川县' }])
  })
})

describe('rows and sheets of an .xlsx', () => {
  test('rows keep the numbers of the sheet; empty and formatted ones are no rows', async () => {
    const formatted = Array.from({ length: 500 }, (_, index) =>
      row(index + 6, `<c r="A${index + 6}" s="1"/>`),
    )
    const sheet = await only(
      made(textRow(3, ['编号', '案件名称']) + textRow(5, ['1', '某案']) + formatted.join('')),
    )
    expect(sheet.rows.map(({ number }) => number)).toEqual([3, 5])
  })

  test('hidden rows come, and say so', async () => {
    const sheet = await only(made(textRow(1, ['甲']) + textRow(2, ['乙'], ' hidden="1"')))
    expect(sheet.rows.map(({ hidden }) => hidden)).toEqual([false, true])
  })

  test('hidden and very hidden sheets say so', async () => {
    const { sheets } = await readLedgerBook(
      bookOf([
        { name: '说明', rows: textRow(1, ['甲']), state: 'hidden' },
        { name: '参数', rows: textRow(1, ['乙']), state: 'veryHidden' },
        { name: '台账', rows: textRow(1, ['丙']) },
      ]),
      '台账.xlsx',
    )
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['说明', true],
      ['参数', true],
      ['台账', false],
    ])
  })

  test('a merged cell shows its first, also where a text stays below it, which is told', async () => {
    const merges = '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B1:C1"/></mergeCells>'
    const sheet = await only(
      made(textRow(1, ['案号', '磋商', null]) + textRow(2, ['一号']) + textRow(3, ['旧一', '某厂']), merges),
    )
    const view = mergedView(sheet)
    expect(shownText(view.at(3, 0)?.cell.content)).toBe('一号')
    expect(shownText(view.at(1, 2)?.cell.content)).toBe('磋商')
    expect(sheet.remarks).toEqual([
      { address: 'A3', message: '合并单元格下面还藏着内容，没有采用，以 A2 显示的为准' },
    ])
  })

  test('a sheet of charts does not keep the others from being read', async () => {
    const { sheets, remarks } = await readLedgerBook(
      bookOf([
        { name: '图', rows: '', chart: true },
        { name: '台账', rows: textRow(1, ['甲']) },
      ]),
      '台账.xlsx',
    )
    expect(sheets.map(({ name }) => name)).toEqual(['台账'])
    expect(remarks).toEqual(['工作表“图”不是表格（如图表），没有读。'])
  })

  test('a cell in the last row of a sheet does not keep the rest from being read', async () => {
    const far = '<row r="1048576"><c r="Y1048576"><v>1</v></c></row>'
    const sheet = await only(made(textRow(1, ['甲']) + far))
    expect(sheet.rows.map(({ number }) => number)).toEqual([1])
    expect(sheet.remarks[0]?.message).toContain('只读了前 20000 行')
  })

  test('the note on a cell comes with it', async () => {
    const { writeXlsx } = await import('hucre')
    const cells = new Map([['0,0', { value: '甲', type: 'string' as const, comment: { text: '以此为准' } }]])
    const sheet = await only(await writeXlsx({ sheets: [{ name: '案件', rows: [['甲']], cells }] }))
    expect(sheet.rows[0]?.cells.get(0)?.note).toBe('以此为准')
  })
})

describe('other formats, told by their content', () => {
  const table = '编号,案件名称,证件号码\r\n1,某厂排污案,510822198001011234\r\n'
  const expected = [
    ['编号', '案件名称', '证件号码'],
    ['1', '某厂排污案', '510822198001011234'],
  ]
  const gbk = Buffer.from(
    'b1e0bac52cb0b8bcfec3fbb3c62cd6a4bcfebac5c2eb0d0a312cc4b3b3a7c5c5cedbb0b82c3531303832323139383030313031313233340d0a',
    'hex',
  )
  const utf16 = Buffer.from(table, 'utf16le')

  test.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
    ['GBK', gbk],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['UTF-16, the big end first', Buffer.from(Buffer.from(`\ufeff${table}`, 'utf16le')).swap16()],
    ['UTF-16 without a mark', utf16],
    ['tabs', Buffer.from(table.replaceAll(',', '\t'))],
  ])('.csv in %s: every cell a text, no id loses its last figures', async (_, bytes) => {
    const book = await readLedgerBook(bytes, '台账.csv')
    expect(book.format).toBe('csv')
    const texts = book.sheets[0]?.rows.map(({ cells }) =>
      [...cells.values()].map(({ content }) => shownText(content)),
    )
    expect(texts).toEqual(expected)
    expect(book.remarks.join('')).toContain('一律按文字读')
  })

  test('.ods, named as it may be', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: '台账',
          rows: [
            ['编号', 12],
            ['甲', new Date('2026-03-02T00:00:00Z')],
          ],
        },
      ],
    })
    const book = await readLedgerBook(bytes, '台账.xlsx')
    expect(book.format).toBe('ods')
    expect(contentsOf(book.sheets[0] as LedgerSheetData)).toEqual([
      [
        { kind: 'text', text: '编号' },
        { kind: 'number', number: 12 },
      ],
      [
        { kind: 'text', text: '甲' },
        { kind: 'date', date: '2026-03-02' },
      ],
    ])
    expect(book.remarks.join('')).toContain('看不出隐藏的行')
  })

  test('.xls of Excel 97 and later, whatever it is called: values, days and merged cells; less is checked, and that is said', async () => {
    const book = await readLedgerBook(readFileSync('test/fixtures/ledger/office.xls'), '台账.et')
    expect(book.format).toBe('xls')
    const [sheet] = book.sheets
    if (!sheet) throw new Error('no sheet')
    expect(contentsOf(sheet)[2]).toEqual([
      { kind: 'text', text: '1' },
      { kind: 'text', text: '某厂排污案' },
      { kind: 'date', date: '2019-03-05' },
      { kind: 'number', number: 86000.5 },
    ])
    expect(sheet.rows[4]?.cells.get(3)?.content).toEqual({ kind: 'error', text: '#N/A' })
    expect(shownText(mergedView(sheet).at(4, 0)?.cell.content)).toBe('1')
    expect(book.remarks.join('')).toContain('看不出来')
  })

  test('.xls of Excel 95 is refused', async () => {
    await expect(readLedgerBook(readFileSync('test/fixtures/ledger/office5.xls'), '旧.xls')).rejects.toThrow(
      'Excel 95',
    )
  })

  test.each([
    [
      'BIFF5',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('Book', 'utf16le')]),
      'Excel 95',
    ],
    ['BIFF5 without container', Buffer.from('09080800000505', 'hex'), 'Excel 95'],
    [
      'a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      '打开密码',
    ],
    ['a web page', Buffer.from('<html><table></table></html>'), '网页'],
    ['a broken zip', Buffer.from('504b0304ffff', 'hex'), '损坏'],
  ])('%s is refused in plain words', async (_, bytes, word) => {
    await expect(readLedgerBook(bytes, '台账.xls')).rejects.toThrow(word)
  })
})
