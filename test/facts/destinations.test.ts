import { describe, expect, test } from 'vitest'
import {
  CLAIM_COSTS,
  CLEAN_UP,
  destinations,
  isLoss,
  isPaidCost,
  likelyDestination,
} from '../../src/core/facts/destinations.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn('2026-06-01')

describe('given money with the heads that it pays for', () => {
  test.each([
    [['investigation-appraisal'], 'cost-bearer'],
    [['prevention'], 'cost-bearer'],
    [['prevention', 'investigation-appraisal'], 'cost-bearer'],
    [['service-loss'], 'treasury'],
    [['service-loss', 'permanent-loss'], 'treasury'],
    [['service-loss', 'prevention'], undefined],
    [['clean-up-restoration'], undefined],
    [['clean-up-restoration', 'service-loss'], undefined],
    [[], undefined],
  ])('%j goes to %s', (heads, destination) => {
    expect(likelyDestination(heads)).toBe(destination)
  })
})

describe('the codes that ejc tells apart', () => {
  test('are all destinations of the pack', () => {
    const codes = regulation.list('paymentDestinations').map(({ code }) => code)
    expect(Object.values(destinations).toSorted()).toEqual(codes.toSorted())
  })

  test('are heads of the pack: each is a loss, a cost or the cleaning up', () => {
    const codes = regulation.list('damageHeads').map(({ code }) => code)
    expect(codes).toContain(CLEAN_UP)
    expect(codes).toContain(CLAIM_COSTS)
    for (const code of codes)
      expect([code, [isLoss(code), isPaidCost(code), code === CLEAN_UP].filter(Boolean)]).toEqual([
        code,
        [true],
      ])
  })
})
