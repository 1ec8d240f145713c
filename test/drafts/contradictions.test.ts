import { describe, expect, it } from 'vitest'
import { draftContradictions } from '../../src/core/drafts/contradictions.ts'
import { wordPatterns } from '../../src/core/drafts/words.ts'
import type { Agreement } from '../../src/core/facts/documents.ts'

const agreement: Agreement = {
  id: 'G1',
  obligors: ['o1', 'o2'],
  compensation: {
    items: [
      { head: 'clean-up-restoration', amount: '62000.00', by: 'work' },
      { head: 'investigation-appraisal', amount: '24000.00', by: 'payment' },
    ],
  },
  restoration: { startBy: '2026-06-01', completeBy: '2026-08-31', evaluateBy: '2026-09-30' },
  payments: [
    { id: 'P1', obligor: 'o1', dueOn: '2026-06-15', amount: '10000.00', destination: 'cost-bearer' },
    { id: 'P2', obligor: 'o2', dueOn: '2026-06-15', amount: '14000.00', destination: 'cost-bearer' },
  ],
}
const said = (clause: string, text: string, facts = agreement) =>
  draftContradictions({ [clause]: text }, facts, wordPatterns(['赔偿总额', '合计…元'])).map(
    ({ code }) => code,
  )

describe('the total', () => {
  it.each([
    ['赔偿总额为86,000.00元。', []],
    ['赔偿总额：人民币8.6万元。', []],
    ['赔偿总额为捌万陆仟元整（￥86,000.00）。', []],
    ['赔偿总额为68,000.00元。', ['total']],
    ['赔偿总额（大写：陆万捌仟元整）。', ['total']],
    ['赔偿总额中，清淤费用62,000元。', []],
    ['赔偿总额的百分之三十为25,800元。', []],
    ['支付68,000元。', []],
    ['修复费用合计62,000元（大写：陆万贰仟元整）。', []],
    ['按照双方此前约定的赔偿总额中修复费用68,000元。', []],
    ['鉴定意见认定的赔偿总额为90,000元。', []],
    ['鉴定评估报告认定，赔偿总额为90,000元。', []],
    ['调查和鉴定评估费用以货币支付，赔偿总额68,000元。', ['total']],
    ['赔偿总额为90,000元，其中鉴定评估费24,000元。', ['total']],
  ])('%s', (text, codes) => {
    expect(said('liability', text)).toEqual(codes)
  })

  it('is not compared where none is recorded', () => {
    expect(said('liability', '赔偿总额为68,000元。', { id: 'G1', obligors: ['o1'] })).toEqual([])
  })
})

describe('the days of the restoration', () => {
  it.each([
    ['2026年6月1日启动，2026年8月31日完成，2026年9月30日前完成效果评估。', []],
    ['自2026年6月1日起至2026年8月31日止。', []],
    ['修复期限：2026.6.1-8.31。', []],
    ['启动日期为2026年6月1日，完成期限：2026年8月31日，评估时间不晚于2026年9月30日。', []],
    [
      '2026年6月2日启动，2026年8月30日完成，2026年10月31日前完成效果评估。',
      ['startBy', 'completeBy', 'evaluateBy'],
    ],
    ['自2026年5月1日起至2026年9月30日止。', ['startBy', 'completeBy']],
    ['修复期限：2026.5.1-9.30。', ['startBy', 'completeBy']],
    [
      '启动日期为2026年7月1日，完成期限：2026年9月1日，评估时间不晚于2026年9月1日。',
      ['startBy', 'completeBy', 'evaluateBy'],
    ],
    ['2026年7月15日监测一次，2026年3月2日取样的断面达标后验收。', []],
    ['启动后三个月内完成。', []],
  ])('%s', (text, codes) => {
    expect(said('restorationSchedule', text)).toEqual(codes)
  })

  it('of several works may each be said', () => {
    const restoration = [
      { id: 'R1', startBy: '2026-06-01' },
      { id: 'R2', startBy: '2026-07-01' },
    ]
    const text = '甲地块2026年6月1日启动，乙地块2026年7月1日启动，丙地块2026年8月1日启动。'
    expect(said('restorationSchedule', text, { ...agreement, restoration })).toEqual(['startBy'])
  })

  it('are only looked for where they are agreed', () => {
    expect(said('facts', '2026年5月1日启动应急处置。')).toEqual([])
    expect(
      said('restorationSchedule', '2026年5月1日启动。', { ...agreement, restoration: { mode: 'in-situ' } }),
    ).toEqual([])
  })
})

describe('payments', () => {
  it.each([
    ['o1 于2026年6月15日前支付10,000元。', []],
    ['双方于2026年6月15日前支付24,000元。', []],
    ['于2026年6月15日前支付贰万肆仟元整（24,000元）。', []],
    ['于2026年6月15日前支付20,000元。', ['payment-amount']],
    ['于2026年7月15日前支付14,000元。', ['payment-day']],
    ['于2026年7月15日前支付违约金500元。', []],
    ['2026年6月30日，14,000元。', ['payment-day']],
    ['双方于2026年5月20日签订本协议，应付14,000元。', []],
    ['2026年4月10日出具的报告载明应付14,000元。', []],
    ['2026年6月15日签订的合同价款为10,000元、14,000元。', []],
    ['于2026年6月15日前支付11,000元、13,000元。', []],
    ['于2026年6月15日前支付10,000元，于2026年7月15日前支付14,000元。', ['payment-day']],
    ['于2026年6月15日前支付20,000元，乙方收到后出具票据。', ['payment-amount']],
    ['于2026年6月15日前支付。', []],
  ])('%s', (text, codes) => {
    expect(said('performance', text)).toEqual(codes)
  })

  it('are told with what is on record for the day, or for the amount', () => {
    const messages = (text: string) =>
      draftContradictions({ performance: text }, agreement, []).map(({ message }) => message)
    expect(messages('于2026年6月15日前支付20,000元。')).toEqual([
      '写明 2026-06-15 付 20,000.00 元，记录的是 24,000.00 元',
    ])
    expect(messages('于2026年7月15日前支付14,000元。')).toEqual([
      '写明 2026-07-15 付 14,000.00 元，记录的付款日是 2026-06-15',
    ])
  })

  it('of one obligor on one day may be said as one sum, those of no day on any', () => {
    const payment = (obligor: string, amount: string, dueOn?: string) => ({
      ...{ id: `P-${obligor}-${amount}`, obligor, amount },
      ...(dueOn !== undefined && { dueOn }),
    })
    const several = {
      ...agreement,
      payments: [
        payment('o1', '6000.00', '2026-06-15'),
        payment('o1', '4000.00', '2026-06-15'),
        payment('o2', '9000.00', '2026-06-15'),
        payment('o2', '500.00'),
      ],
    }
    for (const [amount, codes] of [
      ['6,000', []],
      ['10,000', []],
      ['19,000', []],
      ['13,000', ['payment-amount']],
      ['15,000', ['payment-amount']],
    ] as const)
      expect(said('performance', `于2026年6月15日前支付${amount}元。`, several)).toEqual(codes)
    expect(said('performance', '于2026年7月15日前支付500元。', several)).toEqual([])
    expect(said('performance', '于2026年7月15日前支付500元。', { id: 'G1', obligors: ['o1'] })).toEqual([])
  })
})
