import { describe, expect, test } from 'vitest'
import { settingOn } from '../support/setting.ts'
import { groups } from './corpus.ts'
import { measure, precisionAndRecall } from './measure.ts'

const least = 0.97

describe.each(groups)('drafts of the group %s', (group) => {
  test('lack what they are told to lack: each clause removed, blanked, merged and reordered', {
    timeout: 120_000,
  }, async () => {
    const { drafts, byClause, mistakes } = await measure(group, settingOn('2026-11-24').regulation, true)
    expect(drafts).toBeGreaterThan(60)
    for (const [code, tally] of byClause) {
      const { precision, recall } = precisionAndRecall(tally)
      expect(precision, `precision of ${code}: ${mistakes.join('\n')}`).toBeGreaterThanOrEqual(least)
      expect(recall, `recall of ${code}: ${mistakes.join('\n')}`).toBeGreaterThanOrEqual(least)
    }
  })
})
