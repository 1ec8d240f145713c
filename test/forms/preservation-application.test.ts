import { describe, expect, it } from 'vitest'
import { fill, lines, only } from './support.ts'
import { suedCase } from './whole.ts'

describe('保全申请书', () => {
  const subject = 'property/2025-09-20'

  it('says what is to be preserved, of whom, and that no suit was filed yet', () => {
    const { fields, missing } = fill(suedCase(), 'preservation-application', subject)
    expect(missing).toEqual([])
    expect(fields.保全种类).toBe('财产保全')
    expect(fields.请求事项).toMatch(/^冻结某造纸有限公司、郑某名下.+期限一年。$/)
    expect(lines(fields.事实和理由).slice(-2)).toEqual([
      '情况紧急，不立即申请保全将会使合法权益受到难以弥补的损害：某造纸有限公司正在变卖设备。',
      '申请人尚未起诉，将在人民法院采取保全措施后30日内依法起诉。为保证生效裁判能够执行，特申请财产保全。',
    ])
    // Before a suit, the court rejects an application without security (民事诉讼法 第一百零四条).
    expect(fields.担保).toBe('担保材料')
  })

  it('needs to say why it can not wait', () => {
    const silent = suedCase('2026-12-24', ({ court }) => {
      delete only(court?.preservations).reason
    })
    const { fields, missing } = fill(silent, 'preservation-application', subject)
    expect(missing.map(({ path, action }) => `${path} ← ${action}`)).toEqual([
      'court.preservations[property/2025-09-20].reason ← preserve',
    ])
    expect(lines(fields.事实和理由).at(-2)).toMatch(/受到难以弥补的损害：＿+$/)
  })

  it('says that the suit is filed, once it is', () => {
    const during = suedCase('2026-12-24', ({ court }) => {
      Object.assign(only(court?.suits), { filedOn: '2025-09-18' })
    })
    const { fields } = fill(during, 'preservation-application', subject)
    expect(lines(fields.事实和理由).slice(-2)).toEqual([
      '申请保全的理由：某造纸有限公司正在变卖设备。',
      expect.stringMatching(/^申请人已就本案对某造纸有限公司、郑某提起诉讼。/),
    ])
    expect(fields.担保).toBe('人民法院要求提供担保的，附担保材料')
  })

  it('is of evidence or conduct too, for another reason', () => {
    const evidence = suedCase('2026-12-24', ({ court }) => {
      Object.assign(only(court?.preservations), { kind: 'evidence' })
    })
    const { fields } = fill(evidence, 'preservation-application', 'evidence/2025-09-20')
    expect(lines(fields.事实和理由).at(-1)).toMatch(/为防止证据灭失或者以后难以取得，特申请证据保全。$/)
  })
})
