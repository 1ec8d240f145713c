import { describe, expect, test } from 'vitest'
import { ledgerColumns } from '../../src/core/ledger/columns.ts'
import { bareHeading, columnNamed, layoutOf } from '../../src/core/ledger/intake/headings.ts'
import { across, down, headingsIn, layout, type Said, sheetOf } from '../support/ledger-sheet.ts'

const kindOf = (...heads: Said[]) => layoutOf(sheetOf([heads, heads.map(() => '1')]), new Map())?.kind

describe('which ledger a sheet is', () => {
  test.each<[string, Said[], string | undefined]>([
    ['cases, by their names and one more column', ['案件名称', '案由'], 'cases'],
    ['none, by the names alone', ['案件名称', '领导批示'], undefined],
    ['cases without names, by five columns', ['编号', '案由', '启动日期', '签约日期', '结案日期'], 'cases'],
    [
      'cases without names and numbers, by five columns',
      ['义务人', '案由', '启动日期', '签约日期', '结案日期'],
      'cases',
    ],
    ['none, by four columns', ['编号', '案由', '启动日期', '签约日期'], undefined],
    [
      'none, by five columns without number or obligor',
      ['案由', '启动日期', '签约日期', '结案日期', '公开日期'],
      undefined,
    ],
    ['obligors, by name, number and what is theirs alone', ['编号', '名称', '住所'], 'obligors'],
    ['none, by name and number alone', ['编号', '名称'], undefined],
    ['none, by what is theirs without a number', ['名称', '住所'], undefined],
    ['payments, by day, amount and number', ['编号', '到账日期', '金额'], 'payments'],
    ['payments, by day, amount and payer', ['付款人', '到账日期', '金额'], 'payments'],
    ['none, by day and amount alone', ['到账日期', '金额'], undefined],
    ['none, without the day', ['编号', '付款人', '金额'], undefined],
    ['none, without the amount', ['编号', '付款人', '到账日期'], undefined],
  ])('%s', (_, heads, kind) => {
    expect(kindOf(...heads)).toBe(kind)
  })

  test('is said by the name of the sheet, where the headings leave it open', () => {
    const heads = ['编号', '案件名称', '义务人', '类型', '住所']
    const named = (name: string) => layoutOf(sheetOf([heads, heads], [], name), new Map())?.kind
    expect(named('台账')).toBe('cases')
    expect(named(' 义务人 ')).toBe('obligors')
  })
})

describe('how a heading is read', () => {
  test.each([
    ['* 案 件\n名称：', '案件名称'],
    ['立案时间（年月日）', '立案日期'],
    ['赔偿金额【万元】', '赔偿金额'],
    ['No.', 'no'],
    ['磋商/送达日期', '磋商送达日期'],
  ])('%s as %s', (heading, bare) => {
    expect(bareHeading(heading)).toBe(bare)
    expect(bareHeading(heading)).toBe(bare)
  })

  test('a column is named by its heading, its id or another word for it, the heading first', () => {
    const { cases, payments } = ledgerColumns
    expect(columnNamed('签约 日期', cases)?.id).toBe('signedOn')
    expect(columnNamed('signedOn', cases)?.id).toBe('signedOn')
    expect(columnNamed('协议日期', cases)?.id).toBe('signedOn')
    expect(columnNamed('领导批示', cases)).toBeUndefined()
    expect(columnNamed('签约日期', payments)).toBeUndefined()
  })

  test('by all its lines, else by the last two, else by the last', () => {
    const heads = (...lines: Said[][]) => headingsIn(layout(sheetOf([...lines, ['1', '甲案', '2024-01-02']])))
    expect(heads(['编号', '案件名称', '磋商'], [null, null, '送达日期'])).toEqual([
      'number',
      'title',
      'servedOn',
    ])
    expect(heads(['编号', '案件名称', '线索'], [null, null, '接收日期'])).toEqual([
      'number',
      'title',
      'receivedOn',
    ])
    expect(heads(['编号', '案件名称', '二〇二四'], [null, null, '协议'], [null, null, '签订日期'])).toEqual([
      'number',
      'title',
      'signedOn',
    ])
  })

  test('as the officer said, though it would mean something else', () => {
    const sheet = sheetOf([
      ['编号', '案件名称', '签约日期', '办理情况'],
      ['1', '甲案', '2024-01-02', '已结'],
    ])
    const said = (...map: [string, string][]) => layout(sheet, new Map(map))
    expect(headingsIn(said())).toEqual(['number', 'title', 'signedOn'])
    expect(said().unmatched.map(({ heading }) => heading)).toEqual(['办理情况'])
    expect(headingsIn(said(['办理情况', '备注']))).toEqual(['number', 'title', 'signedOn', 'remarks'])
    expect(headingsIn(said(['签约日期', '不导入']))).toEqual(['number', 'title'])
    expect(said(['签约日期', '不导入'], ['办理情况', '不导入']).unmatched).toEqual([])
    expect(headingsIn(said(['签约日期', '判决日期']))).toEqual(['number', 'title', 'judgedOn'])
    expect(said(['办理情况', '签约日期']).unmatched).toEqual([
      { sheet: '台账', heading: '办理情况', because: '与“签约日期”重复' },
    ])
  })

  test('numbers of rows are no column, and an empty column needs none', () => {
    const sheet = sheetOf([
      ['序号', '编号', '案件名称', '领导批示', '问题'],
      [1, '1', '甲案', null, '见上'],
    ])
    expect(layout(sheet).unmatched).toEqual([])
  })
})

describe('where the table begins', () => {
  const row = ['1', '甲案', '2024-01-02']

  test('below titles, with the head that holds most columns in the fewest lines', () => {
    const below = layout(
      sheetOf([['某市台账'], ['填报单位：某局'], ['编号', '案件名称', '启动日期'], row, row]),
    )
    expect(below.headBottom).toBe(3)
    const two = layout(sheetOf([['编号', '案件名称', '线索'], [null, null, '接收日期'], row]))
    expect(two.headBottom).toBe(2)
  })

  test('a head that is merged downward ends where its longest cell does, after three lines at most', () => {
    const merged = (bottom: number) =>
      layout(
        sheetOf(
          [['编号', '案件名称', '启动日期'], [null, null, null], [null, null, null], [null, null, null], row],
          [down(0, 1, bottom)],
        ),
      ).headBottom
    expect(merged(2)).toBe(2)
    expect(merged(3)).toBe(3)
    expect(merged(4)).toBe(3)
  })

  test('a heading over two columns is the first one’s, and both are of its group', () => {
    const found = layout(
      sheetOf(
        [
          ['编号', '案件名称', '磋商', null],
          [null, null, '告知日期', '送达日期'],
          [...row, '2024-01-05'],
        ],
        [across(1, 2, 3)],
      ),
    )
    expect([...found.columns.values()].map(({ heading }) => heading)).toEqual([
      '编号',
      '案件名称',
      '磋商/告知日期',
      '磋商/送达日期',
    ])
  })
})

describe('in what unit a column counts', () => {
  const noughts = (title: Said, heading: string) => {
    const rows: Said[][] = [[title], ['编号', '案件名称', heading], ['1', '甲案', 5]]
    return layout(sheetOf(title === null ? rows.slice(1) : rows)).columns.get(2)?.noughts
  }

  test.each<[Said, string, number]>([
    [null, '赔偿金额', 0],
    [null, '赔偿金额（万元）', 4],
    [null, '赔偿金额（亿元）', 8],
    [null, '赔偿金额（元）', 0],
    ['单位：万元', '赔偿金额', 4],
    ['单位 : 亿元', '赔偿金额', 8],
    ['（单位：元）', '赔偿金额', 0],
    ['单位：万元', '赔偿金额（元）', 0],
    ['金额万元', '赔偿金额', 0],
  ])('under %s, %s has %i noughts', (title, heading, expected) => {
    expect(noughts(title, heading)).toBe(expected)
  })

  test.each([
    ['受损林地', true],
    ['受损林地（平方米）', true],
    ['受损林地（㎡）', true],
    ['受损林地（单位：平方米）', true],
    ['受损林地（ 平米 ）', true],
    ['受损林地（公顷）', false],
    ['受损土壤（m³）', true],
    ['受损土壤（方）', true],
    ['受损土壤（平方米）', false],
    ['废物（t）', true],
    ['废物（公斤）', false],
  ])('%s is a quantity of ours: %s', (heading, isOurs) => {
    const found = layout(
      sheetOf([
        ['编号', '案件名称', '案由', heading],
        ['1', '甲案', '排污', 5],
      ]),
    )
    expect(headingsIn(found)).toHaveLength(isOurs ? 4 : 3)
    expect(found.unmatched.map(({ because }) => because?.startsWith('单位应为'))).toEqual(
      isOurs ? [] : [true],
    )
  })
})
