import { describe, expect, test } from 'vitest'
import { caseColumns } from '../../src/core/ledger/columns.ts'
import { isDoubtful, planRows } from '../../src/core/ledger/intake/plan.ts'
import { intake, intakeSetting, type Said, sheetOf } from '../support/ledger-sheet.ts'

type Cells = Readonly<Record<string, Said>>

const known = {
  cases: [],
  documents: () => ({}) as never,
  imported: () => ({}),
  nextId: () => 'NN-2024-0001',
}

function planned(row: Cells, ...others: ReturnType<typeof sheetOf>[]) {
  const cells: Cells = { 编号: '1', 案件名称: '某案', 义务人: '某化工有限公司', ...row }
  const sheet = sheetOf([Object.keys(cells), Object.values(cells)])
  const [first] = planRows(intake(sheet, ...others), known, intakeSetting)
  if (!first) throw new Error('no row')
  const told = first.faults.map(({ sheet: name, row: at, column, message }) => [name, at, column, message])
  return { status: first.status, isDoubtful: isDoubtful(first), told }
}

describe('a row that contradicts itself', () => {
  test('is doubtful, and says at which cell and what to do', () => {
    expect(planned({ 启动日期: '2024-09-10', 签约日期: '2024-06-10' })).toEqual({
      status: 'new',
      isDoubtful: true,
      told: [
        [
          '台账',
          2,
          '签约日期',
          expect.stringMatching(/^“签订日期”（2024-06-10）早于.*请核对原件，改正录错的日期$/u),
        ],
      ],
    })
  })

  test.each<[string, Cells]>([
    ['核查日期', { 发现日期: '2024-03-05', 核查日期: '2024-03-01' }],
    ['启动日期', { 发现日期: '2024-03-05', 启动日期: '2024-03-01' }],
    ['鉴定意见日期', { 启动日期: '2024-03-01', 委托日期: '2024-04-05', 鉴定意见日期: '2024-04-01' }],
    ['送达日期', { 启动日期: '2024-03-01', 告知日期: '2024-05-05', 送达日期: '2024-05-01' }],
    ['磋商会议日期', { 启动日期: '2024-05-05', 磋商会议日期: '2024-05-01' }],
    ['司法确认日期', { 签约日期: '2024-05-05', 赔偿总额: 5000, 司法确认日期: '2024-05-01' }],
    ['判决日期', { 起诉日期: '2024-05-05', 判决日期: '2024-05-01' }],
    ['评估日期', { 修复方式: '原位修复', 完成日期: '2024-05-05', 评估日期: '2024-05-01' }],
    ['公开日期', { 签约日期: '2024-05-05', 赔偿总额: 5000, 公开日期: '2024-05-01' }],
    ['结案日期', { 启动日期: '2024-05-05', 结案日期: '2024-05-01' }],
    ['归档日期', { 启动日期: '2024-04-05', 结案日期: '2024-05-05', 归档日期: '2024-05-01' }],
  ])('%s is told', (column, cells) => {
    const { isDoubtful: doubtful, told } = planned(cells)
    expect(doubtful).toBe(true)
    expect(told.map(([, , at]) => at)).toContain(column)
  })

  test('is told at the row of the obligor, where his day stands in a sheet of its own', () => {
    const obligors = sheetOf(
      [
        ['编号', '义务人', '类型', '告知日期', '送达日期'],
        ['1', '某化工有限公司', '单位', '2024-05-05', '2024-05-01'],
      ],
      [],
      '义务人',
    )
    const { told } = planned({ 启动日期: '2024-03-01' }, obligors)
    expect(told.map((each) => each.slice(0, 3))).toEqual([['义务人', 2, '送达日期']])
  })

  test('a payment beyond what was owed is told, and makes nothing doubtful', () => {
    const row = {
      签约日期: '2024-05-05',
      赔偿总额: 5000,
      付款期限: '2024-06-05',
      付款日期和金额: '2024-06-01 6000',
    }
    const { isDoubtful: doubtful, told } = planned(row)
    expect(doubtful).toBe(false)
    expect(told.map(([, , at]) => at)).toEqual(['付款日期和金额'])
  })

  test('what was done late, or is not on record, is history and not told', () => {
    expect(
      planned({ 发现日期: '2020-01-06', 启动日期: '2021-01-06', 签约日期: '2023-06-10', 赔偿总额: 5000 }),
    ).toEqual({
      status: 'new',
      isDoubtful: false,
      told: [],
    })
  })

  test('a day of an obligor that has not come yet is refused', () => {
    const obligors = sheetOf(
      [
        ['编号', '义务人', '类型', '送达日期'],
        ['1', '某化工有限公司', '单位', '2027-05-01'],
      ],
      [],
      '义务人',
    )
    expect(planned({ 启动日期: '2024-03-01' }, obligors)).toMatchObject({
      status: 'refused',
      told: [['义务人', 2, '送达日期', expect.stringContaining('晚于今天')]],
    })
  })
})

describe('a day that has not come yet, on 2026-11-30,', () => {
  const owed = { 签约日期: '2026-05-05', 赔偿总额: 5000 }
  test.each<[Cells, string[]]>([
    [{ 启动日期: '2026-11-30' }, []],
    [{ 启动日期: '2026-12-01' }, ['启动日期']],
    [{ 启动日期: '2026-01-05', 磋商会议日期: '2026-11-30；2026-12-01' }, ['磋商会议日期']],
    [{ ...owed, 付款日期和金额: '2026-11-30 5000' }, []],
    [{ ...owed, 付款日期和金额: '2026-12-01 5000' }, ['付款日期和金额']],
    [{ ...owed, 付款期限: '2027-01-01' }, []],
  ])('in %j is refused at %j', (row, columns) => {
    const { status, told } = planned(row)
    const late = told.filter(([, , , message]) => String(message).includes('还没有到'))
    expect(late.map(([, , column]) => column)).toEqual(columns)
    expect(status).toBe(columns.length ? 'refused' : 'new')
  })
})

test('every column of days and of money says where in a case it stands', () => {
  const without = caseColumns.filter(
    (column) => ['date', 'dates', 'amount', 'payments'].includes(column.kind) && !('facts' in column),
  )
  expect(without.map(({ heading }) => heading)).toEqual([])
})
