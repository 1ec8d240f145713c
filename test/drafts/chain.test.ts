import { describe, expect, test } from 'vitest'
import { readChain, type Step } from '../../src/core/drafts/chain.ts'

/** A sentence with the probabilities of three labels. */
const step = (number: number, shares: readonly number[], title = ''): Step => ({
  number,
  title: title || String(number),
  logs: shares.map(Math.log),
})
const presenceIn = (...steps: Step[]) => readChain(steps, 3).presence

describe('sentences that are read together', () => {
  test('hold the clause that one of them clearly is, and not the one that none is', () => {
    const [first = 0, second = 0, third = 0] = presenceIn(
      step(1, [0.98, 0.01, 0.01]),
      step(2, [0.01, 0.01, 0.98]),
    )
    expect(first).toBeGreaterThan(0.9)
    expect(third).toBeGreaterThan(0.9)
    expect(second).toBeLessThan(0.1)
  })

  test('leave it open between two that a sentence may be', () => {
    const [, second = 0, third = 0] = presenceIn(step(1, [0.98, 0.01, 0.01]), step(2, [0.02, 0.49, 0.49]))
    for (const share of [second, third]) {
      expect(share).toBeGreaterThan(0.2)
      expect(share).toBeLessThan(0.8)
    }
  })

  test('draw a doubtful one to the clause of its own paragraph, more than to that of another', () => {
    const clear = step(1, [0.98, 0.01, 0.01], 'a')
    const [, , within = 0] = presenceIn(clear, step(1, [0.4, 0.1, 0.5], 'a'))
    const [, , apart = 0] = presenceIn(clear, step(2, [0.4, 0.1, 0.5], 'b'))
    expect(within).toBeLessThan(apart)
  })

  test('follow the order of the law where words leave it open', () => {
    const [, second = 0, third = 0] = presenceIn(step(1, [0.98, 0.01, 0.01]), step(2, [0.1, 0.45, 0.45]))
    expect(second).toBeGreaterThan(third)
  })

  test('tell which of them speaks of a clause', () => {
    const { shares } = readChain([step(1, [0.9, 0.05, 0.05]), step(2, [0.05, 0.05, 0.9])], 3)
    expect(shares[0]?.[0]).toBeGreaterThan(0.5)
    expect(shares[2]?.[1]).toBeGreaterThan(0.5)
    const whole = [0, 1, 2].reduce((sum, label) => sum + (shares[label]?.[0] ?? 0), 0)
    expect(whole).toBeCloseTo(1)
  })

  test('hold nothing where there are none', () => {
    expect(presenceIn()).toEqual([0, 0, 0])
  })
})
