import { describe, expect, test } from 'vitest'
import { down, faults, intake, layout, type Said, sheetOf } from '../support/ledger-sheet.ts'

const rowsOf = (rows: readonly (readonly Said[])[], ...merges: Parameters<typeof down>[]) =>
  intake(
    sheetOf(
      rows,
      merges.map((each) => down(...each)),
    ),
  )
const taken = (rows: readonly (readonly Said[])[], ...merges: Parameters<typeof down>[]) =>
  rowsOf(rows, ...merges).cases.map(({ row, obligors }) => `${row} ${obligors.map(({ name }) => name)}`)

describe('rows that the count of the ledger tells apart', () => {
  const head = ['序号', '案件名称', '义务人', '案由']

  test('two of the same title are two cases, and that is told', () => {
    const found = rowsOf([head, [1, '倾倒案', '甲公司', '倾倒'], [2, '倾倒案', '乙公司', '倾倒']])
    expect(found.cases.map(({ row }) => row)).toEqual([2, 3])
    expect(found.cases[1]?.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('序号不同，按两件读'),
    ])
  })

  test('a row without a title is no more obligor of the case above', () => {
    const found = rowsOf([head, [1, '倾倒案', '甲公司', '倾倒'], [2, null, '乙公司', '倾倒']])
    expect(found.cases[0]?.obligors.map(({ name }) => name)).toEqual(['甲公司'])
    expect(faults(found)).toEqual([expect.stringContaining('没有写案件名称')])
  })

  test('a merged title, or the same number, makes them one case, whatever the count', () => {
    const rows = [head, [1, '倾倒案', '甲公司', '倾倒'], [2, null, '乙公司', null]]
    expect(taken(rows, [1, 2, 3])).toEqual(['2 甲公司,乙公司'])
    const numbered = [
      ['编号', ...head],
      ['a', 1, '倾倒案', '甲公司', '倾倒'],
      ['a', 2, '倾倒案', '乙公司'],
    ]
    expect(taken(numbered)).toEqual(['2 甲公司,乙公司'])
  })

  test('a merged count keeps them together', () => {
    const rows = [head, [1, '倾倒案', '甲公司', '倾倒'], [null, null, '乙公司', null]]
    expect(taken(rows, [0, 2, 3])).toEqual(['2 甲公司,乙公司'])
  })
})

test('given an empty row between, a row without number and title belongs to no case above', () => {
  const head = ['编号', '案件名称', '义务人', '案由']
  const found = rowsOf([head, ['1', '倾倒案', '甲公司', '倾倒'], [], [null, null, '乙公司', null]])
  expect(found.cases[0]?.obligors.map(({ name }) => name)).toEqual(['甲公司'])
  expect(faults(found)).toEqual([expect.stringContaining('没有写案件名称')])
})

test('an amount that is merged over two payments is not counted twice', () => {
  const cases = sheetOf([
    ['编号', '案件名称', '义务人', '案由'],
    ['1', '倾倒案', '甲公司；乙公司', '倾倒'],
  ])
  const rows = [
    ['编号', '义务人', '付款日期', '金额'],
    ['1', '甲公司', '2025-03-01', 500],
    ['1', '乙公司', '2025-03-01', null],
  ]
  const found = intake(cases, sheetOf(rows, [down(3, 2, 3)], '付款'))
  expect(faults(found).filter((each) => each.includes('几行合并'))).toHaveLength(2)
})

test('two columns of one heading have to be told apart in the file: leaving one out would leave out both', () => {
  const { unmatched } = layout(
    sheetOf([
      ['编号', '案件名称', '启动日期', '启动日期'],
      ['1', '甲案', '2025-03-01', '2025-04-01'],
    ]),
  )
  expect(unmatched).toEqual([expect.objectContaining({ heading: '启动日期', isTwice: true })])
  expect(unmatched[0]?.because).toContain('C1、D1')
})
