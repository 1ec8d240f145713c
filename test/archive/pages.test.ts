import { describe, expect, it } from 'vitest'
import { idsOf, withoutIds } from '../../src/core/archive/item.ts'
import { contentsRows } from '../../src/core/archive/pages.ts'
import { type Filed, numbered, pagesOf, type Volume } from '../../src/core/archive/volume.ts'
import { viewOfFixture } from '../support/setting.ts'

type Unnumbered = Parameters<typeof numbered>[0][number]

const item = (pages: number | null, more: Partial<Unnumbered> = {}): Unnumbered => ({
  title: '文书',
  documentNumber: null,
  responsible: null,
  date: '2026-03-02',
  datedBy: 'fact',
  recordedPages: null,
  isUnsigned: false,
  noCopy: null,
  files: [],
  pages,
  why: pages === null ? '原因' : null,
  isPaged: true,
  ...more,
})

const rowsOf = (items: readonly Filed[]): string[][] => contentsRows({ items } as unknown as Volume)
const pageColumn = (items: readonly Filed[]): (string | undefined)[] => rowsOf(items).map((row) => row[5])

describe('页号 (GB/T 9705-2008)', () => {
  it('is where each begins, and for the last where it begins and ends', () => {
    expect(pageColumn(numbered([item(2), item(1), item(3)]))).toEqual(['1', '3', '4-6'])
    expect(pageColumn(numbered([item(2), item(1)]))).toEqual(['1', '3'])
  })

  it('is empty from the first on whose pages nobody knows', () => {
    const items = numbered([item(2), item(null), item(3)])
    expect(pageColumn(items)).toEqual(['1-2', '', ''])
    // What is known of the others helps who writes their numbers by hand.
    expect(rowsOf(items).map((row) => row[6])).toEqual(['', '', '计3页'])
    expect(pagesOf({ items } as unknown as Volume)).toBeNull()
  })

  it('passes over what has no pages', () => {
    const items = numbered([item(2), item(null, { isPaged: false }), item(3)])
    expect(pageColumn(items)).toEqual(['1', '', '3-5'])
    expect(pagesOf({ items } as unknown as Volume)).toBe(5)
    expect(rowsOf(items)[1]?.[6]).toBe('电子文件')
  })
})

describe('卷内文件目录', () => {
  it('writes days with eight figures, and nothing where nothing is known', () => {
    const [row] = rowsOf(numbered([item(1)]))
    expect(row).toEqual(['1', '', '', '文书', '20260302', '1', ''])
  })

  it('says what is not as one would expect', () => {
    const files = [
      { file: 'a', kind: 'signed', source: 'a', pages: 2 },
      { file: 'b', kind: 'superseded', source: 'b', pages: 1 },
    ] as const
    const [row] = rowsOf(numbered([item(2, { files, recordedPages: 3, isUnsigned: true })]))
    expect(row?.[6]).toBe('未附签署件；附换下的签署件1份；登记3页，实有2页')
  })
})

describe('names in the file', () => {
  it.each([
    ['鉴定评估 A1', '鉴定评估'],
    ['协议 G1 付款 P2', '协议 付款'],
    ['异议 B1', '异议'],
  ])('%s has no internal number', (text, shown) => {
    expect(withoutIds(text)).toBe(shown)
  })

  it('keeps what people call by such a number themselves: only the ids of the case go', () => {
    const { facts } = viewOfFixture('example-case', '2026-12-01')
    const ids = idsOf(facts)
    expect(ids.has('G1')).toBe(true)
    expect(withoutIds('监测井（W1） 水样记录 G1 ，「W2 采样点」', ids)).toBe(
      '监测井（W1） 水样记录 ，「W2 采样点」',
    )
  })

  it.each(['attachments/E2-检测报告.pdf', 'NN-2026-0001', '南环损启〔2026〕1号', 'GB3838-2002', 'G80高速'])(
    '%s stays as it is',
    (text) => {
      expect(withoutIds(text)).toBe(text)
    },
  )
})
