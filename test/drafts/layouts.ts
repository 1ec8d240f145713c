import {
  AlignmentType,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type { Item, Part } from './corpus.ts'

/** What a layout makes of the parts of a draft. */
export type Layout = (parts: readonly Part[]) => (Paragraph | Table)[]

const chinese = [
  '一',
  '二',
  '三',
  '四',
  '五',
  '六',
  '七',
  '八',
  '九',
  '十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
]
const ordinal = (index: number): string => chinese[index] ?? String(index + 1)

const line = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [new TextRun(text)] })
const boldLine = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, bold: true })] })
const body = (texts: readonly string[]): Paragraph[] => texts.map((text) => line(text))

interface Style {
  readonly part: (heading: string, index: number) => Paragraph
  readonly item: (heading: string, index: number, part: number) => Paragraph
}

/** Headings on lines of their own, text under them. */
const lines =
  ({ part, item }: Style): Layout =>
  (parts) =>
    parts.flatMap(({ heading, items }, index) => [
      part(heading, index),
      ...items.flatMap((each, below) => [
        ...(each.heading === undefined ? [] : [item(each.heading, below, index)]),
        ...body(each.text),
      ]),
    ])

const same = (write: (heading: string, index: number) => Paragraph): Style => ({ part: write, item: write })

/** Title and text in one paragraph, whatever stands between them. */
const inline =
  (write: (heading: string, text: string, index: number) => Paragraph): Layout =>
  (parts) =>
    parts.flatMap(({ heading, items }, index) => {
      const flat = items.every((item) => item.heading === undefined)
      const texts = (list: readonly Item[]) => list.flatMap(({ text }) => text)
      const titled = (title: string, [first = '', ...others]: readonly string[], at: number) => [
        write(title, first, at),
        ...body(others),
      ]
      if (flat) return titled(heading, texts(items), index)
      return [
        line(`${ordinal(index)}、${heading}`),
        ...items.flatMap((item, at) => titled(item.heading ?? '', item.text, at)),
      ]
    })

const cell = (paragraphs: readonly Paragraph[]): TableCell =>
  new TableCell({ children: paragraphs.length ? paragraphs : [line('')] })

/** A row a clause: its name on the left, what is agreed on the right. */
const table =
  (numbered: boolean): Layout =>
  (parts) => {
    const rows = parts.flatMap(({ heading, items }) =>
      items.some((item) => item.heading !== undefined)
        ? items.map((item) => ({ title: item.heading ?? heading, text: item.text }))
        : [{ title: heading, text: items.flatMap(({ text }) => text) }],
    )
    return [
      new Table({
        rows: rows.map(
          ({ title, text }, index) =>
            new TableRow({
              children: [
                ...(numbered ? [cell([line(String(index + 1))])] : []),
                cell([line(title)]),
                cell(body(text)),
              ],
            }),
        ),
      }),
    ]
  }

/** As pasted from a chat: no styles, blanks of several kinds, characters without width, titles in brackets. */
const pasted: Layout = (parts) =>
  parts.flatMap(({ heading, items }) => [
    line(`\u200b【${heading}】\u00a0`),
    ...items.flatMap((item) => [
      ...(item.heading === undefined ? [] : [line(`\u3000\u3000${item.heading}\u200b：`)]),
      ...item.text.map((text) => line(`\u00a0\u3000${text.replace(/，/gu, '，\u200b\u2060')}\ufeff`)),
    ]),
  ])

/** 1. 1.1 1.1.1, as law firms number. */
const lawyer: Layout = (parts) =>
  parts.flatMap(({ heading, items }, index) => [
    boldLine(`${index + 1}.\t${heading}`),
    ...items.flatMap((item, at) => [
      ...(item.heading === undefined ? [] : [line(`${index + 1}.${at + 1}\t${item.heading}`)]),
      ...item.text.map((text, below) => line(`${index + 1}.${at + 1}.${below + 1}\t${text}`)),
    ]),
  ])

/** What a template explains in text that Word hides: it looks like a clause and is none. */
const hidden: Layout = (parts) =>
  parts.flatMap(({ heading, items }, index) => [
    new Paragraph({
      children: [
        new TextRun(`${ordinal(index)}、${heading}`),
        new TextRun({ text: '（本项必填，金额如100万元，日期如2020年1月1日）', vanish: true }),
      ],
    }),
    new Paragraph({
      children: [
        new TextRun({ text: `本模板示例：${items.map(({ text }) => text.join('')).join('')}`, vanish: true }),
      ],
    }),
    ...items.flatMap((item) => [
      ...(item.heading === undefined ? [] : [line(item.heading)]),
      ...body(item.text),
    ]),
  ])

const numbering = (level: number): IParagraphOptions => ({ numbering: { reference: 'nested', level } })

/** The layouts by name, as different lawyers lay out an agreement. */
export const layouts: Readonly<Record<string, Layout>> = {
  chinese: lines({
    part: (heading, index) => line(`${ordinal(index)}、${heading}`),
    item: (heading, index) => line(`（${ordinal(index)}）${heading}`),
  }),
  article: lines(same((heading, index) => boldLine(`第${ordinal(index)}条　${heading}`))),
  arabic: lines(same((heading, index) => line(`${index + 1}．${heading}`))),
  paren: lines(same((heading, index) => line(`(${ordinal(index)}) ${heading}`))),
  plain: lines(same((heading) => line(heading))),
  bold: lines(same((heading) => boldLine(heading))),
  styles: lines({
    part: (heading) =>
      line(heading, { heading: HeadingLevel.HEADING_1, numbering: { reference: 'chinese', level: 0 } }),
    item: (heading) =>
      line(heading, { heading: HeadingLevel.HEADING_2, numbering: { reference: 'chinese', level: 1 } }),
  }),
  'styles-plain': lines(same((heading) => line(heading, { heading: HeadingLevel.HEADING_3 }))),
  nested: lines({
    part: (heading, index) => line(`${index + 1} ${heading}`, { heading: HeadingLevel.HEADING_1 }),
    item: (heading, index, part) => line(`${part + 1}.${index + 1} ${heading}`),
  }),
  'nested-auto': lines({
    part: (heading) => line(heading, numbering(0)),
    item: (heading) => line(heading, numbering(1)),
  }),
  'article-auto': lines(same((heading) => line(heading, { numbering: { reference: 'article', level: 0 } }))),
  inline: inline((heading, text, index) => line(`${index + 1}、${heading}：${text}`)),
  'inline-article': inline((heading, text, index) => line(`第${ordinal(index)}条 ${heading}  ${text}`)),
  'inline-stop': inline((heading, text, index) => line(`${ordinal(index)}、${heading}。${text}`)),
  brackets: inline((heading, text, index) => line(`第${ordinal(index)}条【${heading}】${text}`)),
  'bold-lead': inline(
    (heading, text, index) =>
      new Paragraph({
        children: [new TextRun({ text: `${ordinal(index)}、${heading} `, bold: true }), new TextRun(text)],
      }),
  ),
  table: table(false),
  pasted,
  lawyer,
  hidden,
  online: lines({
    part: (heading, index) => line(`${ordinal(index)}、${heading}`),
    item: (heading, index) => line(`（${ordinal(index)}）${heading}`),
  }),
  'table-numbered': table(true),
  centred: lines(
    same((heading, index) => line(`第${ordinal(index)}章 ${heading}`, { alignment: AlignmentType.CENTER })),
  ),
}

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
})

/** The numbered lists that layouts refer to. */
export const lists = [
  {
    reference: 'chinese',
    levels: [
      level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
      level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
    ],
  },
  { reference: 'article', levels: [level(0, LevelFormat.CHINESE_COUNTING, '第%1条')] },
  {
    reference: 'nested',
    levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.DECIMAL, '%1.%2')],
  },
]
