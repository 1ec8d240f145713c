import { describe, expect, test } from 'vitest'
import { documents, faults, intake, type Said, sheetOf } from '../support/ledger-sheet.ts'

describe('the sheets of obligors and payments', () => {
  const cases = (...rows: Said[][]) =>
    sheetOf([['编号', '案件名称', '义务人', '证件号码', '付款日期和金额'], ...rows], [], '案件')
  const obligors = (...rows: Said[][]) =>
    sheetOf([['编号', '义务人', '类型', '证件号码', '住所', '电话'], ...rows], [], '义务人')
  const payments = (...rows: Said[][]) =>
    sheetOf([['编号', '义务人', '付款日期', '金额', '凭证'], ...rows], [], '付款')
  const person = '11010519491231002X'

  test('tell more of the obligors whom the case names, or all of them', () => {
    const named = intake(
      cases(['1', '甲案', '韦某', person]),
      obligors(['1', '韦某', '自然人', null, '某路 1 号', '139']),
    )
    expect(named.cases[0]?.obligors).toMatchObject([
      { name: '韦某', certificate: person, kind: 'individual', address: '某路 1 号', phone: '139' },
    ])
    const all = intake(cases(['1', '甲案']), obligors(['1', '韦某', '自然人'], ['1', '某公司', '单位']))
    expect(all.cases[0]?.obligors.map(({ name }) => name)).toEqual(['韦某', '某公司'])
    expect(all.cases[0]?.beside).toEqual([
      { sheet: '义务人', row: 2 },
      { sheet: '义务人', row: 3 },
    ])
  })

  test.each<[string, Said[], string]>([
    ['another obligor', ['1', '黄某', '自然人'], '3 义务人：“案件”表第 2 行的义务人里没有“黄某”：请改为一致'],
    ['nobody', ['1', null, '自然人'], '3 义务人：没有写义务人的名称'],
    [
      'another certificate',
      ['1', '韦某', '自然人', '450102199001011232'],
      '3 证件号码：与“案件”表第 2 行写的不一样：请改为一致',
    ],
    ['no number', [null, '韦某', '自然人'], '3 编号：没有编号，不知道是哪一件的：请填写“案件”表里的编号'],
    ['the number of no case', ['9', '韦某', '自然人'], '3 编号：“案件”表里没有编号“9”：请核对编号'],
  ])('refuse %s', (_, cells, why) => {
    const found = intake(cases(['1', '甲案', '韦某', person]), obligors(['1', '韦某', '自然人'], cells))
    expect(faults(found)).toEqual([why])
  })

  test('refuse what may be of two cases', () => {
    const twice = intake(
      sheetOf(
        [
          ['编号', '案件名称', '义务人'],
          ['1', '甲案', '韦某'],
        ],
        [],
        '2024年',
      ),
      sheetOf(
        [
          ['编号', '案件名称', '义务人'],
          ['1', '乙案', '黄某'],
        ],
        [],
        '2025年',
      ),
      obligors(['1', '韦某', '自然人']),
    )
    expect(twice.stray.map(({ message }) => message)).toEqual(['编号“1”的案件有 2 件，分不清是哪一件的'])
    expect(twice.cases.map(({ beside }) => beside)).toEqual([[], []])
  })

  test('the payments are those of their own sheet, or the same in both, in any order', () => {
    const found = intake(
      cases(['1', '甲案', '某公司', null, '2024-03-01 6；2024-02-01 5']),
      payments(['1', null, '2024-02-01', 5, '回单'], ['1', '某公司', '2024-03-01', 6, null]),
    )
    expect(faults(found)).toEqual([])
    expect(found.cases[0]?.payments).toEqual([
      {
        on: '2024-02-01',
        amount: '5.00',
        voucher: '回单',
        place: { sheet: '付款', row: 2, column: '付款日期' },
      },
      {
        on: '2024-03-01',
        amount: '6.00',
        payer: '某公司',
        place: { sheet: '付款', row: 3, column: '付款日期' },
      },
    ])
    const other = intake(
      cases(['1', '甲案', '某公司', null, '2024-03-01 6']),
      payments(['1', null, '2024-03-01', 7, null]),
    )
    expect(faults(other)).toEqual(['2 付款日期和金额：与“付款”表里的付款不一样：请改为一致，或者只写一处'])
  })

  test('a payment lacks its day or its amount, where that cell is empty; one that can not be read tells that alone', () => {
    const told = (...cells: Said[]) =>
      intake(cases(['1', '甲案', '某公司']), payments(cells)).cases.flatMap((each) =>
        each.faults.map(({ message }) => message),
      )
    expect(told('1', null, null, 5, null)).toEqual(['没有写付款日期'])
    expect(told('1', null, '2024-02-01', null, null)).toEqual(['没有写金额'])
    expect(told('1', null, '2024年2月', 5, null)).toEqual([expect.stringContaining('没有写到日')])
  })
})

describe('第八条: an obligor as the row tells of him', () => {
  const person = '11010519491231002X'
  const firm = '91350100M000100Y43'
  const obligor = (name: string, certificate: Said, more: Readonly<Record<string, Said>> = {}) => {
    const own = { 编号: '1', 义务人: name, ...more }
    const beside = Object.keys(more).length
      ? [
          sheetOf(
            [
              [...Object.keys(own), '住所'],
              [...Object.values(own), '某路'],
            ],
            [],
            '义务人',
          ),
        ]
      : []
    const found = intake(
      sheetOf(
        [
          ['编号', '案件名称', '义务人', '证件号码'],
          ['1', '甲案', name, certificate],
        ],
        [],
        '案件',
      ),
      ...beside,
    )
    return { found, one: () => (documents(found).case as { obligors: object[] }).obligors[0] }
  }

  test.each<[string, Said, object]>([
    ['某造纸有限公司', firm, { kind: 'organization', creditCode: firm }],
    ['韦某', person, { kind: 'individual', idNumber: person }],
    ['阿卜杜拉', null, { kind: 'individual' }],
    ['某养殖场', null, { kind: 'organization' }],
    ['Smith', person, { kind: 'individual', idNumber: person }],
    ['ABC', firm, { kind: 'organization', creditCode: firm }],
  ])('%s, %s', (name, certificate, expected) => {
    expect(obligor(name, certificate).one()).toEqual({ id: 'o1', name, ...expected })
  })

  test('with other papers as the sheet of obligors says', () => {
    const { one } = obligor('Smith', 'E12345678', { 类型: '自然人', 证件类型: '护照', 法定代表人: '某甲' })
    expect(one()).toMatchObject({
      kind: 'individual',
      identity: { kind: 'passport', number: 'E12345678' },
      representative: { name: '某甲' },
      address: '某路',
    })
  })

  test.each<[string, Said, string]>([
    ['3号地块', null, '看不出“3号地块”是单位还是自然人'],
    ['某养殖场', person, '“某养殖场”像是单位，证件号码却是公民身份号码'],
    ['韦某', firm, '“韦某”像是自然人，证件号码却是统一社会信用代码'],
    ['韦某', '450102900101123', '“韦某”的证件号码是 15 位，不是 18 位'],
  ])('%s, %s is refused: %s', (name, certificate, why) => {
    expect(faults(obligor(name, certificate).found).join()).toContain(why)
  })

  test('whose number belongs to the other kind than the sheet says is refused', () => {
    const said = (kind: string, certificate: string) =>
      faults(obligor('某甲', certificate, { 类型: kind }).found).join()
    expect(said('单位', person)).toContain('“某甲”是单位，证件号码却像公民身份号码')
    expect(said('自然人', firm)).toContain('“某甲”是自然人，证件号码却像统一社会信用代码')
    expect(said('自然人', person)).toBe('')
  })
})
