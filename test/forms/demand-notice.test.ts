import { describe, expect, it } from 'vitest'
import { subjectLabel } from '../../src/core/facts/subjects.ts'
import { fill, lines, only } from './support.ts'
import { suedCase } from './whole.ts'

describe('履行义务催告书', () => {
  const subject = 'G1/2025-09-01'

  it('says on what it rests, what was paid by its day, what is demanded, by when, and what follows', () => {
    const { fields, missing } = fill(suedCase(), 'demand-notice', subject)
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      收文机关: '某造纸有限公司、郑某',
      义务依据: '2025年7月24日签订的生态环境损害赔偿协议',
      履行期限: '于2025年9月15日前（含当日）',
      逾期后果: '提起诉讼',
      发文日期: '2025年9月1日',
    })
    expect(lines(fields.履行情况)).toContain(
      '某造纸有限公司应于2025年8月20日前（含当日）支付的40,000.00元，没有支付。',
    )
    expect(lines(fields.催告内容)).toEqual([
      '支付服务功能损失尚欠的40,000.00元、调查和鉴定评估费用40,000.00元。',
    ])
    expect(fields.受催告人).toBe('上列各义务人')
  })

  it('leads to enforcement where a court has confirmed the agreement, and gives no day that is not on record', () => {
    const confirmed = suedCase('2026-12-24', ({ court }) => {
      if (court)
        court.confirmations = [
          {
            agreement: 'G1',
            appliedOn: '2025-08-01',
            ruledOn: '2025-08-25',
            result: 'confirmed',
            rulingNumber: '民特7号',
          },
        ]
      delete only(court?.demands).performBy
    })
    expect(fill(confirmed, 'demand-notice', subject).fields).toMatchObject({
      逾期后果: '申请强制执行',
      履行期限: '收到本催告书后立即',
    })
  })

  it('speaks to a single obligor, and demands what the officer wrote, nothing more', () => {
    const single = suedCase('2026-12-24', ({ court }) => {
      Object.assign(only(court?.demands), { obligors: ['o1'], content: '支付80,000.00元和违约金。' })
    })
    const { fields } = fill(single, 'demand-notice', subject)
    expect(fields.受催告人).toBe('你（单位）')
    expect(lines(fields.催告内容)).toEqual(['支付80,000.00元和违约金。'])
    expect(lines(fields.履行情况)).toContain('应于2025年8月20日前（含当日）支付的40,000.00元，没有支付。')
  })

  it('is called by what it demands and its day', () => {
    expect(subjectLabel(suedCase().facts, subject)).toBe('协议 G1 2025年9月1日')
  })
})
