import { describe, expect, test } from 'vitest'
import { bareHeading, layoutOf } from '../../src/core/ledger/intake/headings.ts'
import {
  across,
  documents,
  down,
  faults,
  headingsIn,
  intake,
  layout,
  type Said,
  sheetOf,
} from '../support/ledger-sheet.ts'

describe('headings', () => {
  test('below titles, by other words, with units and marks', () => {
    const found = layout(
      sheetOf(
        [
          ['某市生态环境损害赔偿案件台账', null, null, null, null],
          ['单位：万元', null, null, null, null],
          ['序号', '*案名', '赔偿义务人\n（单位）', '立案 时间', '赔偿金额'],
          [1, '某案', '某公司', '2026.3.2', 12.5],
        ],
        [across(1, 0, 4)],
      ),
    )
    expect(headingsIn(found)).toEqual(['title', 'obligors', 'initiatedOn', 'total'])
    expect(found.headBottom).toBe(3)
    expect(found.columns.get(4)?.noughts).toBe(4)
    expect(found.unmatched).toEqual([])
  })

  test('on two lines, a group over its columns', () => {
    const found = layout(
      sheetOf(
        [
          ['编号', '案件名称', '磋商', null, null, '协议', null],
          [null, null, '告知日期', '送达日期', '日期', '签订日期', '金额（元）'],
          ['1', '某案', '2026-01-05', '2026-01-08', '2026-02-03', '2026-02-10', 50000],
        ],
        [down(0, 1, 2), down(1, 1, 2), across(1, 2, 4), across(1, 5, 6)],
      ),
    )
    expect(headingsIn(found)).toEqual([
      'number',
      'title',
      'notifiedOn',
      'servedOn',
      'metOn',
      'signedOn',
      'total',
    ])
    expect(found.headBottom).toBe(2)
  })

  test('what means nothing of ours, or a second time the same, is named; what was said of it is kept to', () => {
    const sheet = sheetOf([
      ['编号', '案件名称', '启动日期', '立案日期', '领导批示', '空列'],
      ['1', '某案', '2026-03-02', '2026-03-01', '同意', null],
    ])
    expect(layout(sheet).unmatched).toEqual([
      { sheet: '台账', heading: '立案日期', because: '与“启动日期”重复' },
      { sheet: '台账', heading: '领导批示' },
    ])
    const map = new Map([
      [bareHeading('立案日期'), '不导入'],
      [bareHeading('领导批示'), '备注'],
    ])
    const said = layout(sheet, map)
    expect(said.unmatched).toEqual([])
    expect(headingsIn(said)).toContain('remarks')
  })

  test('a quantity in another unit is not taken for ours', () => {
    const found = layout(
      sheetOf([
        ['编号', '案件名称', '受损林地（亩）'],
        ['1', '某案', 3],
      ]),
    )
    expect(found.unmatched).toEqual([{ sheet: '台账', heading: '受损林地（亩）', because: '单位应为平方米' }])
  })

  test('a sheet that is no ledger has no layout', () => {
    expect(layoutOf(sheetOf([['说明'], ['本表每季度更新。']]), new Map())).toBeUndefined()
  })
})

const heads = ['编号', '案件名称', '义务人', '证件号码', '告知日期', '送达日期', '损害数额', '付款日期和金额']

describe('rows and cases', () => {
  test('totals, notes and headings again are no cases', () => {
    const found = intake(
      sheetOf([
        heads,
        ['1', '甲案', '某公司'],
        heads,
        ['2', '乙案', '韦某'],
        ['合计', null, null, null, null, null, 5],
        ['注：由某科填报'],
      ]),
    )
    expect(found.cases.map(({ title }) => title)).toEqual(['甲案', '乙案'])
    expect(found.skipped.map(({ row, message }) => `${row} ${message}`)).toEqual([
      '3 是重复的标题，没有读',
      '5 是合计，没有读',
      '6 是表下的说明，没有读',
    ])
  })

  test('a heading of a section and the signatures below are no cases either', () => {
    const found = intake(
      sheetOf([
        heads,
        ['2024年度'],
        ['1', '甲案', '某公司'],
        ['一、已结案件'],
        ['2', '乙案', '韦某'],
        ['制表人：覃某', null, '审核：李某'],
      ]),
    )
    expect(found.cases.map(({ title }) => title)).toEqual(['甲案', '乙案'])
    expect(found.skipped.map(({ row }) => row)).toEqual([2, 4, 6])
  })

  test('obligors below each other are of one case, merged or not', () => {
    const rows: Said[][] = [
      heads,
      ['1', '甲案', '某化工有限公司', null, '2026-01-05', '2026-01-08', 86000],
      [null, null, '韦某', null, '2026-01-05', '2026-01-09', null],
      ['2', '乙案', '黄某', null, null, null, 1],
    ]
    const plain = intake(sheetOf(rows))
    const merged = intake(sheetOf(rows, [down(0, 2, 3), down(1, 2, 3), down(6, 2, 3)]))
    for (const found of [plain, merged]) {
      expect(faults(found)).toEqual([])
      expect(found.cases.map(({ rows: numbers }) => numbers)).toEqual([[2, 3], [4]])
      expect(documents(found).consultation).toMatchObject({
        rounds: [
          {
            services: [
              { obligor: 'o1', servedOn: '2026-01-08' },
              { obligor: 'o2', servedOn: '2026-01-09' },
            ],
          },
        ],
      })
    }
  })

  test('an amount merged over two cases belongs to neither; a unit that handles both does to both', () => {
    const rows: Said[][] = [
      ['编号', '案件名称', '损害数额', '承办单位'],
      ['1', '甲案', 86000, '某局'],
      ['2', '乙案', null, null],
    ]
    const found = intake(sheetOf(rows, [down(2, 2, 3), down(3, 2, 3)]))
    expect(faults(found)).toHaveLength(2)
    expect(faults(found)[0]).toContain('2 损害数额：与另一件案件合并在一个单元格里')
    expect(found.cases.map(({ values }) => values.get('handlingUnit'))).toEqual(['某局', '某局'])
  })

  test('an amount in each row of one case could be the whole or shares', () => {
    const found = intake(
      sheetOf([
        heads,
        ['1', '甲案', '某公司', null, null, null, 50000],
        [null, null, '韦某', null, null, null, 50000],
      ]),
    )
    expect(faults(found).join()).toContain('分不清是合计还是各人的份额')
  })

  test('two cases in a row are refused', () => {
    expect(faults(intake(sheetOf([heads, ['1、2', '甲案；乙案', '某公司']])))).toEqual([
      '2 编号：一行里写了 2 件，分不清哪些内容是哪一件的：请拆成几行，一行一件',
      '2 案件名称：一行里写了 2 件，分不清哪些内容是哪一件的：请拆成几行，一行一件',
    ])
  })

  test('certificates that are fewer than the obligors are nobody’s', () => {
    const found = intake(sheetOf([heads, ['1', '甲案', '某公司；韦某', '450102199001011232']]))
    expect(faults(found).join()).toContain('义务人 2 个，证件号码 1 个')
  })

  test('a number twice in one sheet is refused; in two sheets it is counted by each', () => {
    expect(faults(intake(sheetOf([heads, ['1', '甲案'], ['1', '乙案']]))).join()).toContain(
      '编号与第 2 行相同',
    )
    const two = intake(
      sheetOf([heads, ['1', '甲案']], [], '2024年'),
      sheetOf([heads, ['1', '乙案']], [], '2025年'),
    )
    expect(two.cases.map(({ number }) => number)).toEqual(['2024年 1', '2025年 1'])
  })

  test('the sheets of obligors and payments go to the case of their number', () => {
    const found = intake(
      sheetOf(
        [heads, ['1', '甲案', '某化工有限公司', null, null, null, null, '2026-07-01 50000']],
        [],
        '案件',
      ),
      sheetOf(
        [
          ['编号', '义务人', '类型', '住所', '赔偿份额'],
          ['1', '某化工有限公司', '单位', '某路 1 号', '5万元'],
          ['9', '黄某', '自然人', null, null],
        ],
        [],
        '义务人',
      ),
      sheetOf(
        [
          ['编号', '义务人', '付款日期', '金额', '凭证'],
          ['1', null, '2026-07-01', 50000, '回单 12'],
        ],
        [],
        '付款',
      ),
    )
    expect(faults(found)).toEqual(['3 编号：“案件”表里没有编号“9”：请核对编号'])
    const made = documents(found)
    expect(made.case).toMatchObject({ obligors: [{ kind: 'organization', address: '某路 1 号' }] })
    expect(made.payments).toMatchObject({
      payments: [{ paidOn: '2026-07-01', amount: '50000.00', note: '回单 12' }],
    })
  })

  test('payments that two sheets tell differently are refused', () => {
    const found = intake(
      sheetOf([heads, ['1', '甲案', '某公司', null, null, null, null, '2026-07-01 50000']], [], '案件'),
      sheetOf(
        [
          ['编号', '付款日期', '金额'],
          ['1', '2026-07-01', 40000],
        ],
        [],
        '付款',
      ),
    )
    expect(faults(found).join()).toContain('与“付款”表里的付款不一样')
  })
})
