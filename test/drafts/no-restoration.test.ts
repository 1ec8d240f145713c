import { describe, expect, it } from 'vitest'
import { missingClauses } from '../../src/core/drafts/clauses.ts'
import { settingOn } from '../support/setting.ts'
import { paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')
const ofRestoration = ['restorationGoal', 'restorationPlan', 'restorationSchedule', 'evaluation']

/** The clauses that a draft of these paragraphs lacks, of those about the restoration or of the one that is named. */
const lacks = (texts: readonly string[], codes: readonly string[] = ofRestoration) =>
  missingClauses({ accepted: paras(...texts), original: null }, regulation)
    .map(({ code }) => code)
    .filter((code) => codes.includes(code))

describe('an agreement about money alone', () => {
  it.each([
    ['因受损水体已自然恢复，本案不再实施修复，由乙方支付赔偿金。'],
    ['鉴于受损林木无法修复，乙方以支付赔偿款的方式承担责任。'],
    ['本案损害已经自行恢复，无需修复。'],
    ['现场已修复完毕并通过验收，不涉及生态环境修复。'],
    ['经评估，受损地块没有继续修复的必要。'],
  ])('answers the four clauses on restoration by one sentence: %s', (sentence) => {
    expect(lacks(['责任承担', sentence])).toEqual([])
  })

  it('answers them under one joint heading', () => {
    const heading = '修复目标、方案、期限和效果评估'
    expect(lacks([heading, '本案不适用：受损生态环境已自然恢复。'])).toEqual([])
  })

  it.each([
    ['对无法修复的部分，乙方支付赔偿金。'],
    ['乙方不履行修复义务的，甲方无需催告即可委托他人修复。'],
    ['采取自然恢复与人工补植相结合的方式。'],
    ['乙方支付赔偿金。'],
  ])('lacks them where nothing says why: %s', (sentence) => {
    expect(lacks(['责任承担', sentence]).length).toBeGreaterThanOrEqual(3)
  })
})

describe('what stands elsewhere', () => {
  it.each([
    ['reasons', ['责任承担', '乙方应当就其违法排污行为造成的损害承担赔偿责任。']],
    ['restorationPlan', ['履行方式', '修复方案见附件二。']],
    ['restorationPlan', ['履行方式', '乙方按附件一《某河段生态修复实施方案》实施。']],
  ])('%s is found', (code, texts) => {
    expect(lacks(texts, [code])).toEqual([])
  })
})
