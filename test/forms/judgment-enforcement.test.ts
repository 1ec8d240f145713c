import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { fill, lines, only } from './support.ts'
import { suedCase } from './whole.ts'

describe('强制执行申请书（生效法律文书）', () => {
  it('rests on an effective payment order, and tells what was paid and what was not', () => {
    const { fields, missing } = fill(suedCase(), 'judgment-enforcement', 'F1')
    expect(missing).toEqual([])
    expect(fields.执行依据).toBe(
      '南宁市某区人民法院（2025）桂0101民督3号支付令，已于2025年11月10日发生法律效力。',
    )
    expect(lines(fields.请求事项)).toEqual([
      '强制被执行人支付80,000.00元及迟延履行期间的债务利息。',
      '执行金额：80,000.00元（大写：人民币捌万元整）。',
    ])
    expect(lines(fields.履行情况)).toEqual([
      '应于2025年8月20日前（含当日）支付的60,000.00元，某造纸有限公司已于2025年8月18日支付20,000.00元，尚欠40,000.00元。',
      '应于2025年8月20日前（含当日）支付的40,000.00元，没有支付。',
      '不履行情况：支付令确定的80,000.00元未支付。',
    ])
  })

  it('rests on a judgment by its court, number and day', () => {
    const judged = suedCase('2026-12-24', ({ court }) => {
      const suit = only(court?.suits)
      Object.assign(suit, {
        filedOn: '2025-08-25',
        judgedOn: '2025-10-01',
        effectiveOn: '2025-10-20',
        result: 'won',
        judgmentNumber: '（2025）桂01民初9号',
      })
      Object.assign(only(court?.enforcements), {
        instrument: 'judgment',
        reference: 'S1',
        obligors: ['o1', 'o2'],
      })
    })
    const { fields } = fill(judged, 'judgment-enforcement', 'F1')
    expect(fields.执行依据).toBe(
      '南宁市中级人民法院（2025）桂01民初9号判决，已于2025年10月20日发生法律效力。',
    )
    expect(fields.被执行人).toBe('某造纸有限公司、郑某')
  })

  it('leaves a confirmed agreement to form 7 of the annex', () => {
    const view = suedCase('2026-12-24', ({ court }) => {
      Object.assign(only(court?.enforcements), { instrument: 'confirmation', reference: 'G1' })
    })
    expect(formOf('judgment-enforcement', view.regulation)?.subjects(view)).toEqual([])
    expect(formOf('7', view.regulation)?.subjects(view)).toEqual(['F1'])
  })
})
