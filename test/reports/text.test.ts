import { describe, expect, test } from 'vitest'
import { sharingReport } from '../../src/core/reports/sharing.ts'
import { barText, cellText, chartData, reportData, totalTexts } from '../../src/core/reports/text.ts'
import { wholeCase } from '../forms/whole.ts'

describe('cells and bars as people and programs read them', () => {
  test.each([
    [null, ''],
    [3, '3'],
    ['甲', '甲'],
    [123456n, '1,234.56'],
  ])('%s: %s', (cell, text) => {
    expect(cellText(cell)).toBe(text)
  })

  test('a total with an amount names its unit, another one does not', () => {
    const figures = [
      { title: '金额', value: 100n },
      { title: '件数', value: 2 },
      { title: '无', value: null },
    ]
    expect(totalTexts({ totals: figures })).toEqual(['金额：1.00 元', '件数：2', '无：'])
  })

  test.each([
    [3, '3'],
    [0n, '0'],
    [4_999n, '0.00'],
    [5_000n, '0.01'],
    [123_450_000n, '123.45'],
  ])('a bar of %s says %s', (value, text) => {
    expect(barText({ label: '', value })).toBe(text)
  })

  test('a chart gives programs yuan for 万元, and leaves other units', () => {
    const bars = [{ label: '1月', value: 100n }]
    expect(chartData({ title: '甲', unit: '万元', bars })).toEqual({
      title: '甲',
      unit: '元',
      bars: [{ label: '1月', value: '1.00' }],
    })
    expect(chartData({ title: '甲', unit: '件', bars: [] }).unit).toBe('件')
  })

  test('a report gives its columns, its article and no charts where it has none', () => {
    expect(reportData(sharingReport([], '2025'), wholeCase().regulation)).toMatchObject({
      article: '第三十三条',
      columns: expect.arrayContaining([{ key: 'case', title: '案件编号' }]),
      charts: [],
    })
  })
})
