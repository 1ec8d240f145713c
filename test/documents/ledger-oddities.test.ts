import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { readLedgerBook } from '../../src/documents/ledger-book.ts'

test('a quotation mark too many is refused: the rows after it would be the text of one cell', async () => {
  const bytes = Buffer.from('编号,备注\n1,"甲\n2,乙\n3,丙\n')
  await expect(readLedgerBook(bytes, '台账.csv')).rejects.toThrow('引号不成对')
})

test('a number that stands as the formula of a text is that text', async () => {
  const book = await readLedgerBook(Buffer.from('编号,证件\n1,="450822198001011234"\n'), '台账.csv')
  const content = book.sheets[0]?.rows[1]?.cells.get(1)?.content
  expect(content).toEqual({ kind: 'text', text: '450822198001011234' })
})

test('the file that a spreadsheet keeps beside an open ledger is refused, and a binary workbook', async () => {
  await expect(readLedgerBook(new Uint8Array(165), '~$台账.xlsx')).rejects.toThrow('请导入 台账.xlsx')
  const bytes = zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.bin': strToU8('a') })
  await expect(readLedgerBook(bytes, '台账.xlsb')).rejects.toThrow('二进制的工作簿')
})

test('columns that a sheet hides are read, and that is told', async () => {
  const columns = [{}, { hidden: true }, { hidden: true }]
  const bytes = await writeXlsx({ sheets: [{ name: '案件', rows: [['编号', '启动日期', null]], columns }] })
  const { sheets } = await readLedgerBook(bytes, '台账.xlsx')
  expect(sheets[0]?.remarks).toEqual([{ message: expect.stringMatching(/^B 列是隐藏的/u) }])
})
