import { describe, expect, it } from 'vitest'
import type { Report, ReportCell, ReportTotal } from '../../src/core/reports/report.ts'
import { type PartOfReport, reportsTogether } from '../../src/core/reports/together.ts'

const part = (
  library: string,
  rows: readonly (readonly ReportCell[])[],
  totals: readonly ReportTotal[],
  more: Partial<Report> = {},
): PartOfReport => {
  const report = {
    ...{ kind: 'clue-list', title: '线索清单', period: '2026Q3', rows, totals },
    columns: [{ key: 'case', title: '案件', width: 8 }],
    ...more,
  }
  return { library, report: report as unknown as Report }
}
const total = (title: string, value: ReportCell): ReportTotal => ({ title, value })
const totals = (...all: (readonly ReportTotal[])[]) =>
  reportsTogether(all.map((each, index) => part(`第${index + 1}库`, [], each)))?.totals

describe('the reports of several libraries in one', () => {
  it('are none, where there is no library', () => {
    expect(reportsTogether([])).toBeUndefined()
  })

  it('have all rows, each with its library, under the head of the first', () => {
    const found = reportsTogether([part('甲库', [['A1'], ['A2']], []), part('乙库', [['A1']], [])])
    expect(found?.rows).toEqual([
      ['甲库', 'A1'],
      ['甲库', 'A2'],
      ['乙库', 'A1'],
    ])
    expect(found?.columns.map(({ title }) => title)).toEqual(['案件库', '案件'])
    expect(found).toMatchObject({ title: '线索清单', period: '2026Q3' })
  })

  it('show the library in the short table, where there is one; charts and sheets are those of one library', () => {
    const more = { brief: ['case'], charts: [], sheets: [] }
    const found = reportsTogether([part('甲库', [], [], more)])
    expect(found).toMatchObject({ brief: ['library', 'case'] })
    expect([found && 'charts' in found, found && 'sheets' in found]).toEqual([false, false])
    expect(reportsTogether([part('甲库', [], [])])).not.toHaveProperty('brief')
  })
})

describe('a figure of several libraries', () => {
  it.each<[what: string, parts: ReportTotal[][], expected: ReportTotal[]]>([
    ['is the sum of numbers', [[total('件', 2)], [total('件', 3)]], [total('件', 5)]],
    ['is the sum of amounts', [[total('金额', 200n)], [total('金额', 300n)]], [total('金额', 500n)]],
    [
      'counts an amount of nothing as none',
      [[total('金额', 0)], [total('金额', 300n)]],
      [total('金额', 300n)],
    ],
    [
      'is that of the libraries that have it',
      [[total('件', 2), total('其他', 7)], [total('件', 3)]],
      [total('件', 5), total('其他', 7)],
    ],
    [
      'is told of each, where it is a text',
      [[total('联系人', '罗某')], [total('联系人', '许某')]],
      [total('联系人（第1库）', '罗某'), total('联系人（第2库）', '许某')],
    ],
    ['is told of each, where it is not known', [[total('件', null)]], [total('件（第1库）', null)]],
    ['is not one that only a later library has', [[], [total('件', 3)]], []],
  ])('%s', (_, parts, expected) => {
    expect(totals(...parts)).toEqual(expected)
  })
})
