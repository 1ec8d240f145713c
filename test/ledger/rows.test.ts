import { describe, expect, test } from 'vitest'
import type { LedgerSheetData } from '../../src/core/ledger/intake/book.ts'
import { across, down, faults, intake, type Said, sheetOf } from '../support/ledger-sheet.ts'

const heads: Said[] = ['编号', '案件名称', '义务人', '启动日期', '损害数额', '备注']
const sheet = (...rows: Said[][]) => sheetOf([heads, ...rows])
const row = (number: Said, title: Said, ...more: Said[]): Said[] => [number, title, ...more]

/** The cases that are read, and the rows that are none. */
function read(...rows: Said[][]) {
  const found = intake(sheet(...rows))
  return [
    found.cases.map(({ title }) => title),
    found.skipped.map(({ row: at, message }) => `${at} ${message}`),
  ]
}

describe('which rows are cases', () => {
  const one = row('1', '甲案', '某公司')

  test.each<[string, Said[], string | undefined]>([
    ['a total', ['合计', null, null, null, 5], '是合计，没有读'],
    ['a total in another column', [null, '小计', null, null, 5], '是合计，没有读'],
    ['headings again', ['编号', '案件名称', '义务人'], '是重复的标题，没有读'],
    ['a note', ['注：数额以鉴定为准'], '是表下的说明，没有读'],
    ['signatures', ['制表人：覃某', null, '审核：李某'], '是表下的说明，没有读'],
    ['a heading of a section', ['一、已结案件'], '是分段的标题，没有读'],
    ['a year', ['2024年度'], '是分段的标题，没有读'],
    ['a quarter', ['第一季度'], '是分段的标题，没有读'],
  ])('%s is none', (_, none, why) => {
    expect(read(one, none)).toEqual([['甲案'], [`3 ${why}`]])
  })

  test('a case whose number or name only begins like a note or a heading is one', () => {
    expect(read(one, row('备注1', '说明不清案', '韦某'))[1]).toEqual([])
    expect(read(one, row('2024年1号', '乙案'))).toEqual([['甲案', '乙案'], []])
    expect(read(one, row('编号', '案件名称'))[0]).toHaveLength(2)
  })

  test('a text that is merged over several columns is a note, one in a single cell is not', () => {
    const wide = intake(sheetOf([heads, one, ['以上为全部案件']], [across(3, 0, 5)]))
    expect(wide.skipped.map(({ message }) => message)).toEqual(['是表下的说明，没有读'])
    expect(read(one, ['2'])[1]).toEqual([])
  })

  test('what stands beside the table alone is nothing', () => {
    const beside = [...Array.from({ length: heads.length }, () => null), null, '见附件']
    const found = intake(sheet(one, beside))
    expect(found.cases).toHaveLength(1)
    expect(found.skipped.map(({ message }) => message)).toEqual(['是表下的说明，没有读'])
  })

  test('hidden rows are cases like others, and are counted', () => {
    const data = sheet(one, row('2', '乙案'), row('3', '丙案'))
    const hidden: LedgerSheetData = {
      ...data,
      rows: data.rows.map((each) => ({ ...each, hidden: each.number > 2 })),
    }
    const found = intake(hidden)
    expect([found.cases.length, found.hiddenRows]).toEqual([3, 2])
    expect(intake(data).hiddenRows).toBe(0)
  })
})

describe('what a cell says', () => {
  test('how it was read is told once, at the row that holds it', () => {
    const found = intake(
      sheetOf([heads, row('1', '甲案', '某公司', 45292), row(null, null, '韦某')], [down(3, 2, 3)]),
    )
    expect(
      found.cases.flatMap((each) => each.faults.map(({ row: at, message }) => `${at} ${message}`)),
    ).toEqual(['2 单元格里是数字 45292，按日期 2024-01-01 读'])
  })

  test('what can not be read is told with the cell that holds it, where cells are merged', () => {
    const found = intake(
      sheetOf([heads, row('1', '甲案', '某公司', '2024年3月'), row('2', '乙案')], [down(3, 2, 3)]),
    )
    const told = found.cases.flatMap((each) =>
      each.faults.map(({ row: at, message }) => [at, message.includes('合并单元格 D2')]),
    )
    expect(told).toEqual([
      [2, false],
      [3, true],
    ])
  })

  test('a cell that is merged across belongs to the first of its columns', () => {
    const found = intake(sheetOf([heads, row('1', '甲案', '某公司', '2024-01-02', null)], [across(2, 3, 4)]))
    expect([found.cases[0]?.values.get('initiatedOn'), found.cases[0]?.values.get('damageAmount')]).toEqual([
      '2024-01-02',
      undefined,
    ])
  })
})

describe('rows of one case', () => {
  const titles = (...rows: Said[][]) =>
    intake(sheet(...rows)).cases.map(({ title, rows: of }) => `${title} ${of.join()}`)

  test('go on where number and name are missing, or the same again', () => {
    expect(titles(row('1', '甲案', '某公司'), row(null, null, '韦某'))).toEqual(['甲案 2,3'])
    expect(titles(row('1', '甲案', '某公司'), row('1', '甲案', '韦某'))).toEqual(['甲案 2,3'])
    expect(titles(row('1', '甲案', '某公司'), row(null, '甲案', '韦某'))).toEqual(['甲案 2,3'])
    expect(titles(row('1', '甲案', '某公司'), row('1', null, '韦某'))).toEqual(['甲案 2,3'])
    expect(titles(row('1', '甲案'), row('2', '甲案'))).toEqual(['甲案 2', '甲案 3'])
    expect(titles(row('1', '甲案'), row('1', '乙案'))).toEqual(['甲案 2', '乙案 3'])
    expect(titles(row(null, '甲案'), row('2', '甲案'))).toEqual(['甲案 2', '甲案 3'])
  })

  test('agree on what they say; remarks are joined, each once', () => {
    const two = (first: Said[], second: Said[]) => {
      const [found] = intake(
        sheet(row('1', '甲案', '某公司', ...first), row(null, null, '韦某', ...second)),
      ).cases
      return found?.faults.map(({ column, message }) => `${column} ${message}`) ?? []
    }
    expect(two(['2024-01-02'], ['2024-01-02'])).toEqual([])
    expect(two(['2024-01-02'], ['2024-01-03'])).toEqual([
      '启动日期 这一件的几行写得不一样（第 2、3 行）：请改为一致',
    ])
    expect(two([null, 5], [null, 5])).toHaveLength(1)
    const remarks = intake(
      sheet(
        row('1', '甲案', '某公司', null, null, '材料齐全'),
        row(null, null, '韦某', null, null, '材料齐全'),
        row(null, null, '黄某', null, null, '已公开'),
      ),
    ).cases[0]
    expect(remarks?.values.get('remarks')).toBe('材料齐全\n已公开')
    expect(remarks?.faults).toEqual([])
  })

  test('several days and people are those of all rows, each once', () => {
    const found = intake(
      sheetOf([
        ['编号', '案件名称', '磋商会议日期', '承办人', '付款日期和金额'],
        ['1', '甲案', '2024-01-02', '覃某', '2024-02-01 5'],
        [null, null, '2024-01-02；2024-01-03', '李某；覃某', '2024-03-01 6'],
      ]),
    ).cases[0]
    expect(found?.values.get('metOn')).toEqual(['2024-01-02', '2024-01-03'])
    expect(found?.values.get('officers')).toEqual(['覃某', '李某'])
    expect(found?.payments.map(({ on }) => on)).toEqual(['2024-02-01', '2024-03-01'])
  })

  test('two cases in one row are refused by their names or numbers, a name with a comma is not', () => {
    const refused = (number: Said, title: Said) => faults(intake(sheet(row(number, title, '某公司')))).length
    expect(refused('1', '甲案；乙案')).toBe(1)
    expect(refused('1、2', '甲案')).toBe(1)
    expect(refused('1', '倾倒废酸、废油案')).toBe(0)
  })
})

describe('whose certificates and days they are', () => {
  const of = (...rows: Said[][]) =>
    intake(sheetOf([['编号', '案件名称', '义务人', '证件号码', '告知日期', '送达日期'], ...rows]))
  const obligors = (...rows: Said[][]) =>
    of(...rows).cases[0]?.obligors.map(({ name, certificate, notifiedOn, servedOn }) => [
      name,
      certificate,
      notifiedOn,
      servedOn,
    ])

  test('in one row, the certificates in the order of the names, and the days those of the case', () => {
    expect(obligors(['1', '甲案', '某公司；韦某', '91A；无', '2024-01-05', '2024-01-08'])).toEqual([
      ['某公司', '91A', undefined, undefined],
      ['韦某', undefined, undefined, undefined],
    ])
  })

  test('in rows of their own, each his', () => {
    const rows = [
      ['1', '甲案', '某公司', '91A', '2024-01-05', '2024-01-08'],
      [null, null, '韦某', null, '2024-01-05', '2024-01-09'],
    ]
    expect(obligors(...rows)).toEqual([
      ['某公司', '91A', '2024-01-05', '2024-01-08'],
      ['韦某', undefined, '2024-01-05', '2024-01-09'],
    ])
    expect(of(...rows).cases[0]?.values.get('servedOn')).toBeUndefined()
    expect(of(...rows).cases[0]?.obligors[1]?.places?.servedOn).toEqual({
      sheet: '台账',
      row: 3,
      column: '送达日期',
    })
  })

  test('are as many as the names, or refused, unless the names could not be read', () => {
    const told = (...cells: Said[]) => faults(of(['1', '甲案', ...cells])).map((each) => each.split('：')[0])
    expect(told('某公司；韦某', '91350100M000100Y43')).toEqual(['2 证件号码'])
    expect(told(null, '91350100M000100Y43')).toEqual(['2 证件号码'])
    expect(told('某公司，韦某', '91A；92B')).toEqual(['2 义务人'])
  })
})

describe('a case that stands twice', () => {
  const twice = (...rows: Said[][]) => faults(intake(sheet(...rows)))

  test('is refused by its number, or by its name and obligors where it has none', () => {
    expect(twice(row('1', '甲案', '某公司'), row('1', '乙案', '韦某'))).toEqual([
      '3 编号：编号与第 2 行相同：是同一件的，请合成一件；不是的，请改正',
    ])
    const apart = row('9', '丙案', '黄某')
    expect(twice(row(null, '甲案', '某公司'), apart, row(null, '甲案', '某公司'))).toEqual([
      '4 案件名称：案件名称和义务人与第 2 行相同：是同一件的，请合成一件；不是的，请改正',
    ])
    expect(twice(row(null, '甲案', '某公司'), apart, row(null, '甲案', '韦某'))).toEqual([])
  })
})
