import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { partyWords } from '../../src/core/forms/party-words.ts'
import { paper, says } from './say.ts'
import { fill, lines, only } from './support.ts'
import { suedCase } from './whole.ts'

const NAME = '广西桂林某某环保科技新材料股份有限责任公司临桂第一分公司'

const long = ({ case: about }: Documents): void => {
  const company = only(about.obligors)
  about.obligors = (about.obligors ?? []).map((each) => (each === company ? { ...each, name: NAME } : each))
}

const enforced =
  (obligors: readonly string[]) =>
  (documents: Documents): void => {
    long(documents)
    const { agreements, court, investigation, payments } = documents
    const agreed = only(agreements?.agreements)
    agreed.payments = ['2025-10-20', '2025-12-20', '2026-01-20'].map((dueOn, index) => ({
      ...{ id: `P${index + 1}`, obligor: 'o1', dueOn, amount: '30000.00' },
    }))
    payments?.payments.splice(1)
    only(investigation?.facts).statement = `${NAME}经暗管排放废水。`
    Object.assign(court ?? {}, {
      enforcements: [
        {
          ...{ id: 'F1', instrument: 'confirmation', reference: 'G1', obligors, appliedOn: '2026-02-01' },
          ...{
            court: '某法院',
            claim: `强制${NAME}支付尚欠的赔偿款`,
            amount: '60000.00',
            breach: `${NAME}尚欠二期`,
          },
        },
      ],
    })
  }

describe('a party with a long name goes by its word once it is introduced', () => {
  it('in 强制执行申请书 of the annex, of one and of several', () => {
    const of = (obligors: readonly string[], field: string) =>
      says(paper('enforcement-application', 'F1', enforced(obligors)), field)
    expect(of(['o1'], '被申请人')).toMatchObject([{ 名称或姓名: `${NAME}（以下简称“被申请人”）` }])
    expect(of(['o1'], '赔偿义务人')).toBe('（被申请人）')
    expect(of(['o1', 'o2'], '被申请人')).toMatchObject([
      { 名称或姓名: `${NAME}（以下简称“被申请人一”）` },
      { 名称或姓名: '郑某（以下简称“被申请人二”）' },
    ])
    expect(of(['o1', 'o2'], '赔偿义务人')).toBe('（被申请人一、被申请人二）')
    expect(of(['o1', 'o2'], '查明事实')).toBe('被申请人一经暗管排放废水')
    expect(of(['o1', 'o2'], '请求事项')).toContain('强制被申请人一支付尚欠的赔偿款。')
    const told = of(['o1', 'o2'], '履行情况')
    expect(JSON.stringify(told)).not.toContain(NAME)
    expect(told).toContain(
      '被申请人一应于2025年10月20日前（含当日）支付的30,000.00元，已于2025年8月15日支付60,000.00元，已付清。',
    )
    expect(told).toContain('不履行情况：被申请人一尚欠二期。')
  })

  it.each([
    ['judgment-enforcement', 'F1', '当事人', '被执行人', '履行情况'],
    ['payment-order-application', 'Z1', '当事人', '被申请人', '事实和理由'],
    ['complaint', 'S1', '当事人', '被告', '事实和理由'],
  ])('in %s: it stands whole among the parties, and nowhere else', (form, subject, parties, word, told) => {
    const { fields } = fill(suedCase('2026-12-24', long), form, subject)
    expect(lines(fields[parties]).filter((line) => line.includes(NAME))).toHaveLength(1)
    expect(lines(fields[parties]).join()).toMatch(new RegExp(`${word}一?：${NAME}`, 'u'))
    expect(lines(fields[told]).join()).not.toContain(NAME)
    expect(lines(fields[told]).join()).toContain(word)
  })

  it('leaves a short name, a name in another one, and what was quoted', () => {
    const company = '广西南宁某某环保科技新材料股份有限责任公司'
    const view = suedCase('2026-12-24', ({ case: about }) => {
      about.obligors = (about.obligors ?? []).map((each, index) => ({
        ...each,
        name: index ? '王明' : company,
      }))
    })
    const { shortened } = partyWords(view, '被告', ['o1', 'o2'], undefined)
    expect(shortened(`${company}排放废水`)).toBe('被告一排放废水')
    for (const text of [
      '证人王明华陈述，王明取水',
      `${company}武鸣分公司排放废水`,
      `《${company}排污许可证》载明`,
      `协议写明“${company}”`,
      `中国${company}`,
    ])
      expect(shortened(text)).toBe(text)
  })

  it('short names stand as they are', () => {
    const { fields } = fill(suedCase(), 'judgment-enforcement', 'F1')
    expect(lines(fields.当事人).join()).toContain('被执行人：某造纸有限公司')
    expect(fields.被执行人).toBe('某造纸有限公司')
  })
})
