import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { findOffice } from '../../src/documents/pdf.ts'
import { plainSheets } from '../../src/documents/plain-sheets.ts'
import { reportSheet } from '../../src/documents/sheet.ts'

const folder = mkdtempSync(join(tmpdir(), 'ejc-sheet-layout-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The texts of the pages on which Calc prints a workbook; undefined where Calc or poppler is not installed. */
function printedPages(name: string, bytes: Uint8Array): string[] | undefined {
  const office = findOffice()
  const [book, pdf] = [join(folder, `${name}.xlsx`), join(folder, `${name}.pdf`)]
  writeFileSync(book, bytes)
  if (office === undefined) return undefined
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  try {
    const call = [profile, '--headless', '--convert-to', 'pdf:calc_pdf_Export', '--outdir', folder, book]
    execFileSync(office, call, { stdio: 'ignore', timeout: 120_000 })
    if (!existsSync(pdf)) return undefined
    return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
  } catch {
    return undefined
  }
}

const columnsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    key: `c${index}`,
    title: `栏${index}。`,
    width: 6,
    kind: 'text' as const,
  }))

const rowsOf = (count: number, columns: number): string[][] =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, index) => `第${row}行第${index}格`),
  )

/** Every page has the first and the last head, and the rows are all there. */
function expectWide(pages: readonly string[], columns: number, rows: number): void {
  const plain = pages.map((page) => page.replaceAll(/\s/g, ''))
  for (const page of plain) {
    expect(page).toContain('栏0。')
    expect(page).toContain(`栏${columns - 1}。`)
    expect(page).toMatch(new RegExp(`第\\d+页，共${pages.length}页`, 'u'))
  }
  for (const row of [0, rows - 1]) expect(plain.join('')).toContain(`第${row}行第${columns - 1}格`)
}

describe('sheets as a spreadsheet program prints them', () => {
  test.each([
    [4, 200],
    [20, 200],
  ])(
    'a report of %i columns and %i rows is one page wide',
    async (columns, rows) => {
      const bytes = await reportSheet(
        {
          title: '清单',
          period: '2026',
          columns: columnsOf(columns),
          rows: rowsOf(rows, columns),
          totals: [],
        },
        '某局',
      )
      const pages = printedPages(`报表${columns}`, bytes)
      if (!pages) return
      expect(pages.length).toBeGreaterThan(1)
      expectWide(pages, columns, rows)
    },
    150_000,
  )

  test('so is a ledger of twenty-five columns', async () => {
    const bytes = await plainSheets([
      { key: 'cases', title: '案件', columns: columnsOf(25), rows: rowsOf(80, 25) },
    ])
    const pages = printedPages('台账', bytes)
    if (pages) expectWide(pages, 25, 80)
  }, 150_000)

  test('one of everything stands on pages side by side, each with its first columns and with whole ones', async () => {
    const columns = columnsOf(58).map((column) => ({ ...column, width: 12 }))
    const bytes = await plainSheets([{ key: 'cases', title: '案件', columns, rows: rowsOf(120, 58) }])
    const pages = printedPages('全部', bytes)?.map((page) => page.replaceAll(/\s/g, ''))
    if (!pages) return
    const [first = '', second = '', third = '', ...others] = pages
    for (const page of pages) for (const left of ['栏0。', '栏1。']) expect(page).toContain(left)
    // The rows go on to the right before they go on below.
    for (const page of [first, second, third]) expect(page).toContain('第0行第0格')
    expect(others.join('')).not.toContain('第0行')
    for (let index = 2; index < 58; index++)
      expect(pages.filter((page) => page.includes(`栏${index}。`)).length, `栏${index}`).toBe(
        pages.length / 3,
      )
  }, 150_000)

  test('each officer has pages of their own, with the head and the line to sign on', async () => {
    const officers = ['罗某', '覃某', '韦某']
    const bytes = await reportSheet(
      {
        title: '案件清单',
        period: '2026',
        columns: columnsOf(9).map((column) => ({ ...column, width: 12 })),
        rows: rowsOf(6, 9),
        totals: [],
        parts: new Map(officers.map((officer, index) => [index * 2, `${officer}（2 件）　　签收：`])),
      },
      '某局',
    )
    const pages = printedPages('承办人', bytes)?.map((page) => page.replaceAll(/\s/g, ''))
    if (!pages) return
    expect(pages).toHaveLength(officers.length)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('栏0。')
      expect(page.match(/.某（2件）签收/gu)).toEqual([`${officers[index]}（2件）签收`])
      for (const row of [index * 2, index * 2 + 1]) expect(page).toContain(`第${row}行第8格`)
    }
  }, 150_000)

  test('no chart is torn from its title', async () => {
    const bars = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ label: `${index + 1}月`, value: index }))
    const charts = [12, 12, 12, 12, 30].map((count, index) => ({
      title: `图${'甲乙丙丁戊'[index]}`,
      unit: '件' as const,
      bars: bars(count),
    }))
    const report = {
      title: '年度情况',
      period: '2026',
      columns: columnsOf(4),
      rows: rowsOf(2, 4),
      totals: [],
    }
    const pages = printedPages('图表', await reportSheet({ ...report, charts }, '某局'))
    if (!pages) return
    expect(pages.map((page) => page.match(/图[甲乙丙丁戊]/gu)?.join('') ?? '')).toEqual([
      '',
      '图甲图乙图丙',
      '图丁',
      '图戊',
    ])
  }, 150_000)
})
