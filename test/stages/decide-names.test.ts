import { describe, expect, it } from 'vitest'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { step, upToScreening } from '../support/step.ts'

const today = '2026-06-01'
const told = (summary: string) => ({ case: { summary }, supervision: {} })
const decide = (summary: string, publicNames?: object) =>
  step('decide-names', { case: { summary }, supervision: publicNames ? { publicNames } : {} }, today)

describe('核定公开用名 (第三十六条)', () => {
  it('is asked for while a text to publish may name somebody who is not on file', () => {
    expect(decide('司机张三驾驶货车倾倒废渣。').advised(null)).toBe(true)
    expect(decide('司机张三驾驶货车倾倒废渣。', { mask: ['张三'] }).advised(null)).toBe(false)
    expect(decide('司机张三驾驶货车倾倒废渣。', { keep: ['张三'] }).advised(null)).toBe(false)
    expect(decide('司机驾驶货车倾倒废渣。').advised(null)).toBe(false)
    expect(step('decide-names', upToScreening).subjects).toStrictEqual([])
  })

  it('proposes to mask all that is undecided, beside what was decided before', () => {
    const known = decide('司机张三与村民李四等人倾倒废渣。', { mask: ['王五'], keep: ['平安路'] }).known(null)
    expect(known).toMatchObject({
      mask: ['王五', '张三', '李四'],
      keep: ['平安路'],
      decidedOn: today,
    })
  })

  it('lets no natural person on file stand, however written, and nothing both ways', () => {
    const [, individual] = sampleDocuments().case.obligors
    const { refused } = decide('某案。')
    expect(refused(null, { keep: [`${individual?.name ?? ''} `] })).toStrictEqual(['disclosure keep'])
    expect(refused(null, { mask: ['张三'], keep: ['张　三'] })).toStrictEqual(['disclosure keep'])
    expect(refused(null, { mask: ['张三'], keep: ['张三路'] })).toStrictEqual([])
  })

  it('comes before a publication is recorded, and a text that lacks facts is none', () => {
    const disclose = (summary: string) => step('disclose', told(summary), today).blocked('agreement/G1')
    expect(disclose('司机张三驾驶货车倾倒废渣。')).toStrictEqual(['disclosure'])
    expect(disclose('某公司排放废水。')).toStrictEqual([])
    const withoutMoney = step('disclose', { payments: undefined, supervision: {} }, today)
    expect(withoutMoney.blocked('funds')).toStrictEqual(['disclosure'])
    const both = { ...told('司机张三驾驶货车倾倒废渣。'), payments: undefined }
    // Names are looked for once the text can be formed.
    expect(step('disclose', both, today).blocked('funds')).toStrictEqual(['disclosure'])
  })
})
