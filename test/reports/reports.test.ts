import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { annualReport } from '../../src/core/reports/annual.ts'
import { cluesReport } from '../../src/core/reports/clues.ts'
import { disclosureReport } from '../../src/core/reports/disclosure.ts'
import { majorCasesReport } from '../../src/core/reports/monthly.ts'
import type { Report } from '../../src/core/reports/report.ts'
import { supervisionReport } from '../../src/core/reports/supervision.ts'
import { reportData, reportPeriodText } from '../../src/core/reports/text.ts'
import { reportDocument } from '../../src/documents/report-document.ts'
import { reportSheet } from '../../src/documents/sheet.ts'
import { settingOn, viewOfFixture } from '../support/setting.ts'

const today = '2026-11-24'
const first = (change?: (documents: Documents) => void) => viewOfFixture('example-case', today, change)
const second = () => viewOfFixture('example-case-2', today)
const rowsOf = (report: Report) => reportData(report, settingOn(today).regulation).rows
const totalsOf = (report: Report) =>
  Object.fromEntries(
    reportData(report, settingOn(today).regulation).totals.map(({ title, value }) => [title, value]),
  )

function makeMajor(documents: Documents): void {
  documents.supervision = {
    major: {
      grounds: ['inspection-typical'],
      markedOn: '2026-08-03',
      supervisingUnit: '自治区生态环境厅',
      dueOn: '2026-10-31',
    },
    monthlyReports: [{ month: '2026-09', reportedOn: '2026-09-08', progress: '已完成取样。' }],
  }
}

describe('the quarterly clue list (第十一条)', () => {
  it('lists the clues of the quarter alone, by the earlier of found and received', () => {
    const list = (quarter: string) => rowsOf(cluesReport([first(), second()], quarter, undefined))
    expect(list('2026Q1')).toEqual([
      expect.objectContaining({ case: 'NN-2026-0001', on: '2026-02-11', channel: expect.any(String) }),
    ])
    expect(list('2026Q2')).toEqual([])
  })

  it('counts what became of them, and says when it was sent', () => {
    const submissions = {
      submissions: [
        {
          kind: 'quarterly-clue-list',
          period: '2026Q1',
          submittedOn: '2026-04-08',
          to: '市委督察办',
        } as const,
      ],
    }
    const report = cluesReport([first()], '2026Q1', submissions)
    expect(totalsOf(report)).toEqual({
      线索: 1,
      已启动索赔: 1,
      不启动索赔: 0,
      正在核查: 0,
      报送: '2026-04-08 市委督察办',
    })
    expect(totalsOf(cluesReport([], '2026Q1', undefined))).toMatchObject({ 线索: 0, 报送: '没有报送记录' })
  })

  it('masks the name, id number and phone of a natural person', () => {
    const view = first((documents) => {
      documents.case.obligors = [
        {
          id: 'o1',
          kind: 'individual',
          name: '韦大明',
          idNumber: '11010519491231002X',
          phone: '13900000000',
        },
      ]
      documents.case.title = '韦大明（13900000000，11010519491231002X）倾倒废渣案'
    })
    const text = JSON.stringify(rowsOf(cluesReport([view], '2026Q1', undefined)))
    expect(text).toContain('韦某（（略），（略））倾倒废渣案')
    expect(text).not.toMatch(/韦大明|13900000000|11010519491231002X/)
  })
})

describe('the ledger of major cases (第三十四条)', () => {
  it('holds marked cases alone, with the monthly reports made and owed and the explanation that is lacking', () => {
    const report = supervisionReport([first(makeMajor), second()], today)
    const row = rowsOf(report).find((each) => each.case === 'NN-2026-0001')
    expect(row).toMatchObject({ supervisingUnit: '自治区生态环境厅', dueOn: '2026-10-31' })
    // Marked in August: September is reported, October and November are past the office's day of the month.
    expect(row).toMatchObject({ monthlyReports: '1/3', monthsOwed: '2026-10、2026-11' })
    expect(row?.state).toContain('逾期未办结，未书面说明')
    expect(rowsOf(supervisionReport([first()], today))).toEqual([])
  })

  it('gives the progress of a month, and names who has not reported', () => {
    const september = majorCasesReport([first(makeMajor)], '2026-09')
    expect(rowsOf(september)).toEqual([
      expect.objectContaining({ reportedOn: '2026-09-08', status: '按期报告', progress: '已完成取样。' }),
    ])
    const october = majorCasesReport([first(makeMajor)], '2026-10')
    expect(rowsOf(october)).toEqual([expect.objectContaining({ status: '逾期未报', progress: null })])
    expect(totalsOf(october)).toEqual({ 应报案件: 1, 已报: 0, 逾期未报: 1 })
    // The case was marked in August: the first report is on September.
    expect(rowsOf(majorCasesReport([first(makeMajor)], '2026-08'))).toEqual([])
  })
})

describe('the annual figures (第三十二条)', () => {
  const signed = (documents: Documents) => {
    const [agreement] = documents.agreements?.agreements ?? []
    if (!agreement) throw new Error('the fixture has no agreement')
    agreement.signedOn = '2026-07-03'
    agreement.compensation = {
      items: [
        { head: 'service-loss', amount: '0.10', by: 'payment' },
        { head: 'clean-up-restoration', amount: '100.20', by: 'work' },
      ],
    }
    documents.payments = {
      payments: [
        { id: 'P1', amount: '0.10', paidOn: '2026-08-01', destination: 'treasury' },
        { id: 'P2', amount: '9.00', paidOn: '2027-01-01', destination: 'treasury' },
      ],
    }
  }

  it('sum what was agreed by head of damage (第六条) and what was paid by destination, to the 分', () => {
    const report = annualReport([first(signed)], '2026')
    const group = (name: string) => rowsOf(report).filter((row) => row.group === name)
    expect(group('协议赔偿范围').map(({ count, amount }) => [count, amount])).toEqual([
      [1, '0.10'],
      [1, '100.20'],
    ])
    expect(group('赔偿资金到账').map(({ item, amount }) => [item, amount])).toEqual([['同级国库', '0.10']])
    expect(totalsOf(report)).toMatchObject({ 协议赔偿金额: '100.30', 到账金额: '0.10', 新收线索: 1 })
  })

  it('count an amended agreement once, in the year of its first version, with the amount that holds now', () => {
    const amended = (documents: Documents) => {
      signed(documents)
      const [agreement] = documents.agreements?.agreements ?? []
      if (!agreement) throw new Error('the fixture has no agreement')
      const compensation = { items: [{ head: 'service-loss', amount: '50.00', by: 'payment' } as const] }
      documents.agreements?.agreements.push({
        ...agreement,
        id: 'G9',
        amends: agreement.id,
        signedOn: '2027-02-01',
        compensation,
      })
    }
    expect(totalsOf(annualReport([first(amended)], '2026'))).toMatchObject({ 协议赔偿金额: '50.00' })
    expect(totalsOf(annualReport([first(amended)], '2027'))).toMatchObject({ 协议赔偿金额: '0.00' })
  })

  it('leave out a case that had ended before the year', () => {
    const closed = (documents: Documents) => {
      documents.closing = { closed: { closedOn: '2026-11-20' } }
    }
    expect(totalsOf(annualReport([first(closed)], '2026'))).toMatchObject({ 本年办理案件: 1 })
    expect(totalsOf(annualReport([first(closed)], '2027'))).toMatchObject({ 本年办理案件: 0 })
  })
})

describe('the list of disclosures (第三十六条)', () => {
  it('tells what is published from what is owed, and keeps matters of public interest', () => {
    const view = first((documents) => {
      const [agreement] = documents.agreements?.agreements ?? []
      if (!agreement) throw new Error('the fixture has no agreement')
      agreement.signedOn = '2026-07-03'
      delete documents.payments
      documents.supervision = {
        disclosures: [{ matter: 'public-interest', publishedOn: '2026-06-01', channel: '门户网站' }],
      }
    })
    const rows = rowsOf(disclosureReport([view], today))
    expect(rows).toContainEqual(expect.objectContaining({ since: '2026-07-03', status: '未公开' }))
    expect(rows).toContainEqual(
      expect.objectContaining({ publishedOn: '2026-06-01', status: '已公开', where: '门户网站' }),
    )
  })
})

describe('a report as a file', () => {
  const hostile: Report = {
    report: 'clues',
    title: '线索清单',
    period: '2026Q3',
    matter: 'quarterly-clue-list',
    columns: [
      { key: 'a', title: '事项', width: 10 },
      { key: 'b', title: '金额', width: 10 },
    ],
    rows: ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\u202e\u0001a<&', '\ud800'].map((text) => [text, 12345n]),
    totals: [{ title: '线索', value: 1 }],
  }
  const partsOf = (bytes: Uint8Array) => unzipSync(bytes)

  it('holds no formula, whatever a text of a case begins with, and amounts as numbers in yuan', async () => {
    const parts = partsOf(await reportSheet(hostile, '=某局'))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).not.toMatch(/<f[\s>]/)
    // Every cell that is no number is a shared or an inline string.
    expect(sheet).toMatch(/<c r="A4"[^>]* t="(?:s|inlineStr)"/)
    expect(sheet).toMatch(/<c r="B4"[^>]*><v>123.45<\/v>/)
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('')
    expect(all).toContain('=1+1')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(all).not.toMatch(/[\u202e\u0001]/)
  })

  it('is of the standard: what makes a font bold comes before its size, colour and name', async () => {
    const styles = strFromU8(partsOf(await reportSheet(hostile, ''))['xl/styles.xml'] ?? new Uint8Array())
    expect(styles).toMatch(/<font><b\/><sz [^>]*\/><color [^>]*\/><name /)
    expect(styles).not.toMatch(/<(?:name|family)[^>]*\/><(?:b|color|sz)[ /]/)
  })

  it('has a head that is repeated on every page of the Word file', async () => {
    const parts = partsOf(await reportDocument(hostile, '某局'))
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(1)
    expect(xml).toContain('w:orient="landscape"')
    expect(xml).toContain('123.45')
    expect(xml).toContain('2026年第三季度')
  })

  it('is the same, byte for byte, when made again', async () => {
    for (const make of [reportSheet, reportDocument]) {
      const bytes = await make(hostile, '某局')
      await new Promise((done) => setTimeout(done, 1100))
      expect(Buffer.compare(await make(hostile, '某局'), bytes)).toBe(0)
    }
  })
})

it('a period is written out', () => {
  expect(['2026Q3', '2026-10', '2026', '2026-11-24'].map(reportPeriodText)).toEqual([
    '2026年第三季度',
    '2026年10月',
    '2026年',
    '截至2026年11月24日',
  ])
})
