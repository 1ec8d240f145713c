import { describe, expect, it } from 'vitest'
import { fill, lines } from './support.ts'
import { suedCase } from './whole.ts'

describe('支付令申请书', () => {
  const { fields, missing } = fill(suedCase(), 'payment-order-application', 'Z1')

  it('asks for the sum on record of the debtors alone', () => {
    expect(missing).toEqual([])
    expect(fields.请求事项).toBe(
      '请求向被申请人某造纸有限公司发出支付令，督促其向申请人给付80,000.00元（大写：人民币捌万元整）。',
    )
    expect(lines(fields.当事人).join('')).not.toContain('郑某')
  })

  it('tells the agreement, each instalment that was due, and what was paid of it', () => {
    expect(lines(fields.事实和理由)).toEqual([
      '2025年7月24日，申请人与某造纸有限公司、郑某签订生态环境损害赔偿协议。',
      '应于2025年8月20日前（含当日）支付的60,000.00元，某造纸有限公司已于2025年8月18日支付20,000.00元，尚欠40,000.00元。',
      '应于2025年8月20日前（含当日）支付的40,000.00元，没有支付。',
    ])
  })

  it('lacks a condition where the office has applied for preservation before a suit', () => {
    const preserved = suedCase('2026-12-24', ({ court }) => {
      for (const each of court?.preservations ?? []) delete each.liftedOn
    })
    const filled = fill(preserved, 'payment-order-application', 'Z1')
    expect(filled.missing).toEqual([
      { field: '受理条件', path: 'court.preservations', action: 'record-preservation' },
    ])
    expect(fields.受理条件).toContain('□ 申请人未申请诉前保全。')
  })

  it('tells no payment that came after the application', () => {
    const later = suedCase('2026-12-24', ({ payments }) => {
      payments?.payments?.push({
        id: 'P2',
        agreement: 'G1',
        payer: 'o1',
        paidOn: '2025-10-11',
        amount: '40000.00',
      })
    })
    expect(lines(fill(later, 'payment-order-application', 'Z1').fields.事实和理由).at(-1)).toMatch(
      /没有支付。$/,
    )
  })
})
