import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, type WriteSheet, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { createRepository, temporaryFolder } from '../../../support/cli.ts'

/** The rows with faults of a sheet of cases, as they are given back. */
async function givenBack(sheet: Partial<WriteSheet>, dateSystem?: '1904') {
  const folder = temporaryFolder()
  const file = join(folder, '台账.xlsx')
  const sheets = [{ name: '案件', rows: [], ...sheet }]
  writeFileSync(file, await writeXlsx({ sheets, ...(dateSystem && { dateSystem }) }))
  createRepository().ejc(['import', file, '--dry-run', '--today', '2026-11-30'])
  const back = await read(readFileSync(join(folder, '台账-待改正.xlsx')))
  return back.sheets[0]
}

const heads = ['序号', '编号', '案件名称', '义务人', '启动日期', '发现日期', '损害数额', '承办人']
const wrong = (...more: readonly (string | number | null)[]) => [2, '旧2', '乙案', '乙公司', '3月初', ...more]
const good = [1, '旧1', '甲案', '甲公司', '2025-03-02', '2025-03-01', 1, '王五']

test('an officer who is merged over several cases, the unit above, the count and the notes come back too', async () => {
  const sheet = await givenBack({
    rows: [['单位：亿元'], heads, good, wrong('2025-03-01', 0.5, null)],
    merges: [{ startRow: 2, endRow: 3, startCol: 7, endCol: 7 }],
    cells: new Map([['3,5', { value: '2025-03-01', comment: { author: '覃某', text: '原件看不清' } }]]),
  })
  expect(sheet?.rows[0]?.slice(0, 8)).toEqual(heads.with(6, '损害数额（亿元）'))
  expect(sheet?.rows[1]?.slice(0, 8)).toEqual(wrong('2025-03-01', 0.5, '王五'))
  expect(sheet?.cells?.get('1,5')?.comment?.text).toBe('原件看不清')
})

test('an amount that cases share comes back as no amount: nobody takes it for that of one', async () => {
  const sheet = await givenBack({
    rows: [heads, good, wrong('2025-03-01', null, '王五')],
    merges: [{ startRow: 1, endRow: 2, startCol: 6, endCol: 6 }],
  })
  const shared = '1（第 2 至 3 行合并，请拆开）'
  expect(sheet?.rows.slice(1).map((row) => row[6])).toEqual([shared, shared])
})

test('a day that a ledger counts from 1904 stays that day', async () => {
  const sheet = await givenBack({ rows: [heads, good, wrong(44256, 1, '王五')] }, '1904')
  expect(sheet?.rows[1]?.[5]).toEqual(new Date('2025-03-02T00:00:00Z'))
})
