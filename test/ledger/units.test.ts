import { describe, expect, test } from 'vitest'
import { unitName } from '../../src/core/ledger/intake/units.ts'
import { headingsIn, layout, type Said, sheetOf } from '../support/ledger-sheet.ts'

const noughts = (rows: readonly (readonly Said[])[]) =>
  [...layout(sheetOf(rows)).columns.values()].find(({ column }) => column.id === 'total')?.noughts

describe('the unit of the amounts', () => {
  test.each([
    ['赔偿总额（千元）', 3],
    ['赔偿总额（百元）', 2],
    ['赔偿总额（十万元）', 5],
    ['赔偿总额（百万元）', 6],
    ['赔偿总额（千万元）', 7],
    ['赔偿总额（万）', 4],
    ['赔偿总额（人民币万元）', 4],
    ['赔偿总额（万圆）', 4],
    ['赔偿总额（元）', 0],
  ])('%s has %i noughts', (heading, expected) => {
    const rows = [
      ['编号', '案件名称', heading],
      ['1', '甲案', 5],
    ]
    expect(noughts(rows)).toBe(expected)
  })

  test.each([
    ['单位：千元', 3],
    ['单位：人民币万元', 4],
    ['金额单位（万元）', 4],
    ['编制单位：某市生态环境局　　单位：万元', 4],
    ['某市损害赔偿案件台账（万元）', 4],
    ['某市案件台账（50万元以上）', 0],
    ['填报单位：万元镇人民政府', 0],
    ['填报单位：某市元宝山管理处', 0],
    ['本表金额均为万元', 4],
  ])('above the headings: %s', (title, expected) => {
    const head = ['编号', '案件名称', '赔偿总额']
    expect(noughts([[title], head, ['1', '甲案', 5]])).toBe(expected)
  })

  test.each([
    [['注：表中金额单位为万元。'], 4],
    [['注', '金额以万元为单位'], 4],
    [['单位：万元'], 4],
    [['注：含10万元以上的案件（万元）'], 0],
  ])('in a note below the table: %j', (note, expected) => {
    const head = ['编号', '案件名称', '赔偿总额', '备注']
    expect(noughts([head, ['1', '甲案', 5, '单位：亿元'], ['2', '乙案', 5], note])).toBe(expected)
  })

  test.each(['美元', '港元'])('an amount in %s is no column of ours', (money) => {
    const found = layout(
      sheetOf([
        ['编号', '案件名称', `赔偿总额（${money}）`],
        ['1', '甲案', 5],
      ]),
    )
    expect(headingsIn(found)).toEqual(['number', 'title'])
    expect(found.unmatched.map(({ because }) => because)).toEqual(['单位应为人民币'])
  })

  test('is named as headings name it', () => {
    expect(([0, 3, 4, 6, 8] as const).map(unitName)).toEqual(['元', '千元', '万元', '百万元', '亿元'])
  })
})
