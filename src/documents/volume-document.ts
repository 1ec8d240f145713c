import type { TableRow } from 'docx'
import {
  archiveNumber,
  type Cover,
  contentsHeads,
  contentsRows,
  coverOf,
  situationOf,
} from '../core/archive/pages.ts'
import type { RecordPart } from '../core/archive/record.ts'
import type { Volume } from '../core/archive/volume.ts'
import { chineseDate } from '../core/calendar/dates.ts'
import { cellOf, type Docx, lineOf, sharesOf, tableOf, volumeDocument } from './volume-parts.ts'

const TITLE = { face: '方正小标宋简体', size: 44, align: 'center' } as const
const BLACK = { face: '黑体' } as const
/** Sizes in half points: 小四, 五号. */
const LINE = 24
const CELL = 21

/** 封面 (GB/T 9705-2008): what nobody has settled stays empty. */
export async function coverDocument(volume: Volume): Promise<Uint8Array> {
  const docx = await import('./docx-library.ts')
  const cover = coverOf(volume)
  return volumeDocument(docx, '案卷封面', [...coverHead(docx, cover), coverTable(docx, cover)], false)
}

function coverHead(docx: Docx, { fonds, category, title, remark }: Cover) {
  const line = (label: string, value: string) =>
    lineOf(docx, `${label}：${value}`, { ...BLACK, size: 32, after: 200 })
  return [
    lineOf(docx, remark, { ...BLACK, size: 28, align: 'right', after: 400 }),
    line('全宗名称', fonds),
    line('类目名称', category),
    lineOf(docx, '生态环境损害赔偿案卷', { ...TITLE, before: 1400, after: 900 }),
    lineOf(docx, title, { ...TITLE, size: 36, after: 1600 }),
  ]
}

function coverTable(docx: Docx, { rows }: Cover) {
  const { HeightRule, TableRow } = docx
  const widths = sharesOf(3, 11)
  const [label = 0, value = 0] = widths
  return tableOf(
    docx,
    widths,
    rows.map(
      ([name, text]) =>
        new TableRow({
          cantSplit: true,
          height: { value: 560, rule: HeightRule.ATLEAST },
          children: [
            cellOf(docx, name, label, { ...BLACK, size: 28, align: 'center' }),
            cellOf(docx, text, value, { size: 28 }),
          ],
        }),
    ),
  )
}

/** 卷内文件目录 (GB/T 9705-2008), its head on every page. */
export async function contentsDocument(volume: Volume): Promise<Uint8Array> {
  const docx = await import('./docx-library.ts')
  const widths = sharesOf(15, 27, 28, 46, 24, 15, 21)
  const row = (cells: readonly string[], isHead = false) => listRow(docx, widths, cells, isHead, CENTRED)
  return volumeDocument(docx, '卷内文件目录', [
    lineOf(docx, '卷内文件目录', { ...TITLE, size: 36, after: 200 }),
    numberLine(docx, volume),
    tableOf(docx, widths, [row(contentsHeads, true), ...contentsRows(volume).map((cells) => row(cells))]),
  ])
}

/** 顺序号, 日期, 页号 */
const CENTRED: readonly number[] = [0, 4, 5]

function numberLine(docx: Docx, volume: Volume) {
  return lineOf(docx, `档号：${archiveNumber(volume)}`, { size: LINE, after: 120 })
}

/**
 * 卷内备考表: who made the file and who checks it sign by hand. The last of what is said stays on the page of the
 * signatures, so that nobody signs a page that says nothing.
 */
export async function notesDocument(volume: Volume): Promise<Uint8Array> {
  const docx = await import('./docx-library.ts')
  const { TableRow } = docx
  const widths = sharesOf(1)
  const said = ['本卷情况说明：', ...statements(situationOf(volume))]
  const signed = [`立 卷 人：`, `检 查 人：`, `立卷时间：${chineseDate(volume.view.today)}`].join('\n\n')
  const row = (text: string, keepNext: boolean, cantSplit = false) =>
    new TableRow({
      cantSplit,
      children: [cellOf(docx, text, widths[0] ?? 0, { size: LINE, after: 80, keepNext })],
    })
  return volumeDocument(docx, '卷内备考表', [
    lineOf(docx, '卷内备考表', { ...TITLE, size: 36, after: 200 }),
    numberLine(docx, volume),
    tableOf(docx, widths, [
      ...said.map((text, index) => row(text, index === 0 || index === said.length - 1)),
      row(signed, false, true),
    ]),
  ])
}

/** Each paragraph with those behind it that are set in, which belong to it. */
function statements(paragraphs: readonly string[]): string[] {
  return paragraphs.join('\n').split(/\n(?!　)/u)
}

/** How far each depth stands in, in twips: one character, also in the second line of a long label. */
const STEP = CELL * 10

/** A table of the record: its title, the heads of its columns with their shares of the width, and its rows. */
export interface RecordTable {
  readonly title: string
  readonly heads: readonly (readonly [title: string, share: number])[]
  readonly rows: readonly (readonly string[])[]
}

/** 案件记录: what the case records in plain words, in place of its data. */
export async function recordDocument(
  head: readonly string[],
  tables: readonly RecordTable[],
  parts: readonly RecordPart[],
): Promise<Uint8Array> {
  const docx = await import('./docx-library.ts')
  const title = (text: string) =>
    lineOf(docx, text, { ...BLACK, size: 28, before: 240, after: 120, keepNext: true })
  return volumeDocument(docx, '案件记录', [
    lineOf(docx, '案件记录', { ...TITLE, size: 36, after: 200 }),
    ...head.map((text) => lineOf(docx, text, { size: LINE })),
    ...tables.flatMap((table, index) => [title(`${ordinal(index)}、${table.title}`), listTable(docx, table)]),
    ...parts.flatMap((part, index) => [
      title(`${ordinal(tables.length + index)}、${part.title}`),
      recordTable(docx, part),
    ]),
  ])
}

const FIGURES = '一二三四五六七八九十'

/** 一, 十一, 二十 … below a hundred. */
function ordinal(index: number): string {
  const number = index + 1
  if (number <= FIGURES.length) return FIGURES[index] ?? ''
  const tens = Math.floor(number / FIGURES.length)
  const ones = number % FIGURES.length
  return `${tens > 1 ? FIGURES[tens - 1] : ''}十${ones ? FIGURES[ones - 1] : ''}`
}

/** A row of a list; the head is centred and stands on every page. */
function listRow(
  docx: Docx,
  widths: readonly number[],
  cells: readonly string[],
  isHead: boolean,
  centred: readonly number[] = [],
): TableRow {
  return new docx.TableRow({
    cantSplit: true,
    tableHeader: isHead,
    children: cells.map((text, index) =>
      cellOf(docx, text, widths[index] ?? 0, {
        size: CELL,
        ...(isHead ? BLACK : {}),
        align: isHead || centred.includes(index) ? 'center' : 'left',
      }),
    ),
  })
}

function listTable(docx: Docx, { heads, rows }: RecordTable) {
  const widths = sharesOf(...heads.map(([, share]) => share))
  const row = (cells: readonly string[], isHead: boolean) => listRow(docx, widths, cells, isHead)
  const titles = heads.map(([title]) => title)
  return tableOf(docx, widths, [row(titles, true), ...rows.map((cells) => row(cells, false))])
}

/** What is recorded, a row each; the titles of sections stand over both columns. */
function recordTable(docx: Docx, { lines }: RecordPart) {
  const { TableRow } = docx
  const widths = sharesOf(5, 13)
  const [label = 0, value = 0] = widths
  const rows = lines.map((line) => {
    if ('heading' in line)
      return new TableRow({
        cantSplit: true,
        children: [
          cellOf(docx, line.heading, label + value, {
            ...BLACK,
            size: CELL,
            indent: line.depth * STEP,
            span: 2,
            keepNext: true,
          }),
        ],
      })
    return new TableRow({
      children: [
        cellOf(docx, line.label, label, { size: CELL, indent: line.depth * STEP }),
        cellOf(docx, line.value, value, { size: CELL }),
      ],
    })
  })
  return tableOf(docx, widths, rows)
}
