import type { Chart, ReportCell } from '../core/reports/report.ts'

/** The part of the package that holds the second sheet. */
export const CHART_SHEET = 'xl/worksheets/sheet2.xml'

/** A title, a head, the bars and an empty row for each chart. */
export function chartRows(charts: readonly Chart[]): ReportCell[][] {
  return charts.flatMap(({ title, unit, bars }): ReportCell[][] => [
    [title],
    ['项目', unit === '万元' ? '金额（元）' : `数量（${unit}）`],
    ...bars.map(({ label, value }): ReportCell[] => [label, value]),
    [],
  ])
}

/** The rows, from 1, on which the titles of the charts stand. */
export function rowsOfCharts(charts: readonly Chart[]): number[] {
  return charts.map((_, index) => chartRows(charts.slice(0, index)).length + 1)
}

/** The cells of the figures of each chart, as `B3:B14`. */
function ranges(charts: readonly Chart[]): string[] {
  return rowsOfCharts(charts).map((row, index) => {
    const first = row + 2
    return `B${first}:B${first + (charts[index]?.bars.length ?? 0) - 1}`
  })
}

/**
 * The sheet with a data bar in the cell of each figure, which write-excel-file can't make. By ECMA-376, conditional
 * formatting comes after the data and before the page margins.
 */
export function withDataBars(xml: string, charts: readonly Chart[]): string {
  const bars = ranges(charts).map((range, index) => {
    const rule = `<dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF5B8DB8"/></dataBar>`
    return `<conditionalFormatting sqref="${range}"><cfRule type="dataBar" priority="${index + 1}">${rule}</cfRule></conditionalFormatting>`
  })
  return xml.replace('</sheetData>', `</sheetData>${bars.join('')}`)
}
