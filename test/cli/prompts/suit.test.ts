import { describe, expect, it } from 'vitest'
import { claimsOnDamage, damagesClaimed, provenBy } from '../../../src/cli/prompts/suit.ts'
import { step } from '../../support/step.ts'

const { facts } = step('pay').view
const unsettled = { ...facts, agreements: [] }

describe('what is proposed at a suit', () => {
  it('is what was appraised, where nobody has agreed to a part of it', () => {
    const amount = damagesClaimed(unsettled, {})
    expect(amount).toMatch(/^\d+\.\d\d$/)
    const yuan = Number(amount).toLocaleString('en-US', { minimumFractionDigits: 2 })
    expect(claimsOnDamage(unsettled, {})).toBe(
      [
        '1．判令被告在合理期限内修复受损的生态环境，逾期不修复的，承担修复费用；',
        `2．判令被告承担生态环境损害赔偿责任，赔偿损失和费用共计${yuan}元（含逾期不修复时的修复费用）；`,
        '3．本案诉讼费用由被告承担。',
      ].join('\n'),
    )
    expect(damagesClaimed(facts, {})).toBeUndefined()
    expect(claimsOnDamage(unsettled, { agreement: 'G1' })).toBeUndefined()
  })

  it('is to prove what the record holds evidence of', () => {
    expect(provenBy(facts)).toEqual(['act', 'illegality', 'damage', 'costs'])
    expect(provenBy({ ...facts, appraisals: [] })).toEqual(['act', 'illegality'])
    expect(provenBy({ ...facts, appraisals: [], evidence: [] })).toBeUndefined()
  })
})
