import { describe, expect, test } from 'vitest'
import { fill, first, lines, only, rows, second } from './support.ts'

describe('索赔启动登记表 of the first example', () => {
  const { fields, missing } = fill(first(), 'initiation-register')

  test('lacks nothing', () => expect(missing).toEqual([]))

  test('says where the clue came from, under which number, and the cause', () => {
    expect(fields.案件来源).toBe('日常监管（2026年2月11日巡查记录）')
    expect(fields.编号).toBe('南环损启〔2026〕1号')
    expect(fields.案由).toBe('非法倾倒危险废物污染土壤')
  })

  test('lists each obligor with the whole identifier; a natural person has no representative', () => {
    expect(rows(fields.义务人)).toEqual([
      {
        '名称（姓名）': '某化工有限公司',
        '地址（住址）': '南宁市某区某路 8 号',
        '统一社会信用代码（公民身份证号码）': '91450100MA5K00000X',
        '法定代表人（负责人）': '黄某',
        职务: '执行董事',
      },
      {
        '名称（姓名）': '韦某',
        '地址（住址）': '南宁市某区某镇某村',
        '统一社会信用代码（公民身份证号码）': '450101199001010000',
        '法定代表人（负责人）': '／',
        职务: '／',
      },
    ])
  })

  test('tells the case and ends with the reason for the claim', () => {
    const told = lines(fields.案情简介及启动索赔理由)
    expect(told[0]).toBe(
      '案情简介：某化工有限公司将生产产生的废酸交由无资质的韦某运输并倾倒，造成土壤和地下水污染。',
    )
    expect(told).toContain(
      '初步估算的损害数额：480,000.00元（大写：人民币肆拾捌万元整），不含调查、鉴定评估等费用。',
    )
    expect(told.at(-1)).toBe('启动索赔理由：已造成土壤和地下水损害，赔偿义务人明确，符合启动条件。')
  })

  test('gives each opinion to its head: 机构负责人 the section, 部门负责人 the department', () => {
    expect(fields).toMatchObject({
      经办人: '覃某、蒙某',
      经办日期: '2026年2月25日',
      机构负责人意见: '同意启动。',
      机构负责人签字: '',
      部门负责人签字: '',
      部门负责人签字日期: '2026年2月25日',
    })
  })
})

test('given three obligors, 索赔启动登记表 has three blocks and the remark 重大案件', () => {
  const { fields } = fill(second(), '1')
  expect(rows(fields.义务人).map((row) => row['名称（姓名）'])).toEqual([
    '某矿业有限公司',
    '梁某',
    '某运输部',
  ])
  expect(fields.备注).toBe('重大案件')
  expect(fields.经办日期).toBe('2025年3月10日')
})

test('without a reason the form lacks investigation.initiation.reason, which initiate records', () => {
  const view = first(({ investigation }) => {
    delete investigation?.initiation?.reason
  })
  expect(fill(view, '1').missing).toEqual([
    { field: '案情简介及启动索赔理由', path: 'investigation.initiation.reason', action: 'initiate' },
  ])
})

test('an obligor without address is named by its id', () => {
  const view = first((documents) => {
    delete only(documents.case.obligors).address
  })
  expect(fill(view, '1').missing).toEqual([
    { field: '义务人.地址（住址）', path: 'case.obligors[o1].address', action: 'amend-obligors' },
  ])
})

test('before the approvals the opinions stay open for the pen, and nothing is missing', () => {
  const view = first(({ investigation }) => {
    delete investigation?.initiation?.approvals
    delete investigation?.initiation?.handlers
  })
  const { fields, missing } = fill(view, '1')
  expect(missing).toEqual([])
  expect([fields.经办日期, fields.机构负责人意见, fields.部门负责人签字日期]).toEqual(['', '', ''])
})
