import { describe, expect, test } from 'vitest'
import type { Agreement, Documents } from '../../src/core/facts/documents.ts'
import { agreement } from '../../src/core/forms/agreement.ts'
import { fill, first, lines, only, rows, second } from './support.ts'

const liability = '生态环境损害责任承担、履行方式和期限'
const clausesOf = ({ agreements }: Documents): NonNullable<Agreement['clauses']> =>
  only(agreements?.agreements).clauses ?? {}

describe('赔偿协议 of the first example', () => {
  const { fields, missing } = fill(first(), '5', 'G1')
  const terms = lines(fields[liability])

  test('lacks nothing', () => expect(missing).toEqual([]))

  test('names the parties, organisations and natural persons each by their own rows', () => {
    expect(fields.赔偿权利人).toBe('南宁市生态环境局')
    expect(rows(fields.单位)).toEqual([
      {
        名称: '某化工有限公司',
        简称: '',
        统一社会信用代码: '91450100MA5K00000X',
        '法定代表人（负责人）': '黄某',
        地址: '南宁市某区某路 8 号',
      },
    ])
    expect(rows(fields.自然人)).toEqual([
      { 姓名: '韦某', 简称: '', 身份证号码: '450101199001010000', 住址: '南宁市某区某镇某村' },
    ])
    expect([fields.签订时间, fields.签订地点]).toEqual(['2026年9月28日', '南宁市生态环境局'])
  })

  test('puts the matters of 第二十一条 under the four headings of the form', () => {
    expect(lines(fields.事实情况)).toEqual(['2026年1月6日至2月9日，分七次向废弃砖厂倾倒废酸约 42 吨。'])
    expect(lines(fields.相关法律依据及规定).map((line) => line.slice(0, 7))).toEqual([
      '1．法律依据：',
      '2．赔偿理由：',
    ])
    expect(lines(fields.生态环境损害责任认定)).toEqual(['某化工有限公司与韦某承担连带责任。'])
    expect(lines(fields.其他约定).map((line) => line.split('：')[0])).toEqual([
      '（一）协议双方当事人对鉴定意见书、评估报告、修复方案的意见',
      '（二）违约责任的承担',
      '（三）生态环境损害修复评估的方式和期限',
      '（四）争议解决途径',
      '（五）不可抗力因素的处理',
    ])
  })

  test('gives the total in capitals and each head with its basis', () => {
    expect(terms).toContain(
      '（五）赔偿金额及构成：赔偿总额为529,700.00元（大写：人民币伍拾贰万玖仟柒佰元整），由以下各项构成：',
    )
    expect(terms).toContain(
      '1．清除污染、修复生态环境费用431,500.00元，以实施修复的方式承担，构成依据：鉴定评估报告第五章。',
    )
  })

  test('says who bears it jointly, and by which day what is paid', () => {
    expect(terms.find((line) => line.includes('费用负担'))).toContain('某化工有限公司、韦某对529,700.00元')
    expect(terms.find((line) => line.includes('费用负担'))).toContain('承担连带责任')
    expect(terms).toContain(
      '1．某化工有限公司于2026年10月15日前（含当日）支付38,200.00元（大写：人民币叁万捌仟贰佰元整），用于期间服务功能损失。',
    )
  })

  test('follows the schedule with its days', () => {
    expect(terms).toContain(
      '修复方式为原位修复，应于2026年10月8日前（含当日）启动，2027年4月30日前（含当日）完成，2027年5月30日前（含当日）完成修复效果评估。',
    )
  })
})

describe('赔偿协议 of the second example', () => {
  const terms = lines(fill(second(), '5', 'G2').fields[liability])

  test('prints every substitute of 第二十六条 with the consent of the claimant', () => {
    const substitutes = terms.filter((line) => line.endsWith('赔偿权利人于2026年4月9日同意。'))
    expect(substitutes.map((line) => line.split('（大写')[0])).toEqual([
      '1．劳务代偿，折抵50,000.00元',
      '2．异地修复，折抵250,000.00元',
      '3．技改抵扣，抵扣300,000.00元',
      '（八）履行方式：分期赔付，分期支付480,000.00元',
    ])
  })

  test('prints the performance bond without the day it was paid, which is no term of the agreement', () => {
    expect(terms.at(-1)).toBe('（十）履约保证金：金额为100,000.00元（大写：人民币壹拾万元整）。')
  })

  test('both agreements can be printed, the superseded one too', () => {
    expect(agreement.subjects(second())).toEqual(['G1', 'G2'])
    expect(fill(second(), '5', 'G1').missing).toEqual([])
  })
})

test.each(['facts', 'breach', 'restorationGoal'])('without the clause %s the agreement lacks it', (code) => {
  const view = first((documents) => {
    clausesOf(documents)[code] = ''
  })
  expect(fill(view, '5', 'G1').missing.map(({ path, action }) => [path, action])).toEqual([
    [`agreements.agreements[G1].clauses.${code}`, 'sign'],
  ])
})

test('a clause that the case has no use for says so with its reason', () => {
  const view = first((documents) => {
    clausesOf(documents).restorationGoal = { notApplicable: '损害无法修复' }
  })
  const { fields, missing } = fill(view, '5', 'G1')
  expect(missing).toEqual([])
  expect(lines(fields[liability])).toContain('（二）生态环境损害修复目标：本案不涉及：损害无法修复。')
})

test('an agreement still to be signed leaves day and place open for the pen', () => {
  const view = first(({ agreements }) => {
    delete only(agreements?.agreements).signedOn
    delete only(agreements?.agreements).place
  })
  const { fields, missing } = fill(view, '5', 'G1')
  expect([fields.签订时间, fields.签订地点, missing]).toEqual(['', '', []])
})

test('before any agreement the form waits for sign', () => {
  const view = first((documents) => {
    delete documents.agreements
  })
  expect(agreement.subjects(view)).toEqual([])
  expect(fill(view, '5').missing).toEqual([
    { field: '赔偿协议', path: 'agreements.agreements', action: 'sign' },
  ])
})

test('an agreement whose obligors are not in the case lacks its party', () => {
  const view = first(({ agreements }) => {
    only(agreements?.agreements).obligors = ['o9']
  })
  expect(fill(view, '5', 'G1').missing.map(({ path }) => path)).toEqual([
    'agreements.agreements[G1].obligors',
  ])
})
