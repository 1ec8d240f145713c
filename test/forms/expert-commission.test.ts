import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { fill, lines, only } from './support.ts'
import { suedCase } from './whole.ts'

describe('专家意见委托书', () => {
  it('goes to the experts by name, with where they were chosen from and what they are asked', () => {
    const { fields, missing } = fill(suedCase(), 'expert-commission', 'A2')
    expect(missing).toEqual([])
    expect(fields).toMatchObject({
      收文机关: '冯某、陈某、褚某',
      委托方: '南宁市生态环境局、某造纸有限公司',
      共同委托方: { paragraphs: ['共同委托方（签名或者盖章）：某造纸有限公司'] },
      送交材料: '勘查笔录、检测报告。',
      发文日期: '2025年3月14日',
    })
    expect(lines(fields.受托专家)[0]).toBe('冯某，某大学环境学院，选自南宁市生态环境损害评估专家库。')
    expect(lines(fields.委托事项)).toHaveLength(6)
  })

  it('is the paper of an opinion by experts alone, and of none that the police asked for', () => {
    const view = suedCase()
    const subjects = (id: string, of = view) => formOf(id, of.regulation)?.subjects(of)
    expect(subjects('appraisal-commission')).toEqual(['A1'])
    expect(subjects('expert-commission')).toEqual(['A2'])
    const police = suedCase('2026-12-24', ({ appraisals }) => {
      Object.assign(only(appraisals?.appraisals.slice(1)), { commissionedBy: ['public-security'] })
    })
    expect(subjects('expert-commission', police)).toEqual([])
  })
})
