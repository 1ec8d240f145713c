import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { yuanOf } from '../../src/core/facts/money.ts'
import { annualReport } from '../../src/core/reports/annual.ts'
import type { Report } from '../../src/core/reports/report.ts'
import { sharingReport } from '../../src/core/reports/sharing.ts'
import { barText, printedText, reportData } from '../../src/core/reports/text.ts'
import { reportDocument } from '../../src/documents/report-document.ts'
import { reportSheet } from '../../src/documents/sheet.ts'
import { settingOn, viewOfFixture } from '../support/setting.ts'

const today = '2026-11-24'
const first = () => viewOfFixture('example-case', today)
const second = () => viewOfFixture('example-case-2', today)
const totalsOf = (report: Report) =>
  new Map(reportData(report, settingOn(today).regulation).totals.map(({ title, value }) => [title, value]))
const rowsOf = (report: Report) => reportData(report, settingOn(today).regulation).rows

describe('the charts of the year (第三十二条)', () => {
  const charts = (year: string) => annualReport([first(), second()], year).charts ?? []
  const bars = (title: string, year = '2026') =>
    Object.fromEntries(
      (charts(year).find((chart) => chart.title === title)?.bars ?? []).map((bar) => [
        bar.label,
        barText(bar),
      ]),
    )

  it('show every month, empty ones too, by count and by amount in 万元', () => {
    expect(bars('各月新收线索')).toMatchObject({ '1月': '0', '2月': '1', '12月': '0' })
    expect(bars('各月到账金额')).toMatchObject({ '10月': '9.82' })
    expect(Object.keys(bars('各月协议赔偿金额'))).toHaveLength(12)
  })

  it('show kinds of damage and departments, and add up to the totals of the table', () => {
    const agreed = totalsOf(annualReport([first(), second()], '2026')).get('协议赔偿金额')
    for (const title of ['协议赔偿金额的损害类型', '协议赔偿金额的主管部门']) {
      const { bars = [] } = charts('2026').find((chart) => chart.title === title) ?? {}
      expect(yuanOf(bars.reduce((total, { value }) => total + BigInt(value), 0n))).toBe(agreed)
    }
  })

  it('are left out where there is nothing to show', () => {
    expect(charts('2019')).toEqual([])
  })

  it('stand in the Word file as tables and in the sheet with data bars over their figures', async () => {
    const report = annualReport([first()], '2026')
    const word = strFromU8(
      unzipSync(await reportDocument(report, ''))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(word).toContain('各月新收线索（件）')
    const parts = unzipSync(await reportSheet(report, ''))
    const sheet = strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())
    const [range = ''] = /sqref="B\d+:B\d+"/.exec(sheet) ?? []
    expect(range).toBe('sqref="B3:B14"')
    expect(sheet.match(/<dataBar>/g)).toHaveLength(report.charts?.length ?? 0)
  })
})

describe('what is shared with other departments (第三十三条)', () => {
  const contacts = [{ name: '阮某', unit: '南宁市人民检察院', phone: '0771-1234567' }]

  it('lists the cases in hand in the year, with whom to ask', () => {
    const rows = rowsOf(sharingReport([first(), second()], '2026', contacts))
    expect(rows).toContainEqual(
      expect.objectContaining({
        case: 'NN-2026-0001',
        agreed: '529700.00',
        contact: expect.stringContaining('覃某'),
      }),
    )
    expect(rowsOf(sharingReport([first()], '2024', contacts))).toEqual([])
  })

  it('names the liaison officers, or says that there are none', () => {
    expect(totalsOf(sharingReport([first()], '2026', contacts)).get('联络员')).toBe(
      '阮某（南宁市人民检察院，0771-1234567）',
    )
    expect(totalsOf(sharingReport([first()], '2026')).get('联络员')).toContain('ejc init --set contacts')
  })

  it('shows nothing personal of the obligors', () => {
    const told = JSON.stringify(
      reportData(sharingReport([first()], '2026', contacts), settingOn(today).regulation),
    )
    expect(told).not.toMatch(/13800000000|450101199001010000/)
  })
})

describe('days on paper', () => {
  it('are written in Chinese, but not inside numbers and addresses', () => {
    expect(printedText('2026-03-02 已报；https://a.cn/2026-03-02/1')).toBe(
      '2026年3月2日 已报；https://a.cn/2026-03-02/1',
    )
    expect(printedText('NN-2026-0001')).toBe('NN-2026-0001')
  })
})
