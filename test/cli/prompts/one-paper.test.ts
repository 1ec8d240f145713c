import { describe, expect, it } from 'vitest'
import { isAskedOtherwise } from '../../../src/cli/prompts/one-paper.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'

const today = '2026-07-03'
const { lists } = settingOn(today).regulation
const { facts } = viewOfFixture('example-case', today)
const withReceipt = { ...facts, evidence: [{ ...facts.evidence[0], id: 'E9', title: '送达回证（韦某）' }] }

const place = { name: 'consultation', path: ['rounds', 0, 'services', 0], lists } as const
const keys = ['method', 'recording', 'receipt', 'signedCopy']
const isLeftOut = (key: string, known: unknown, answers = {}, amends = false): boolean =>
  isAskedOtherwise(place, key, keys, answers, { facts: known as typeof facts, amends })

describe('a paper that is evidence or a file', () => {
  it('is asked for once, as a file, where no evidence is such a paper', () => {
    const none = { ...facts, evidence: [] }
    expect([isLeftOut('receipt', none), isLeftOut('signedCopy', none)]).toEqual([true, false])
  })

  it('is chosen from the evidence where that holds one, and then no file is asked for', () => {
    expect(isLeftOut('receipt', withReceipt)).toBe(false)
    expect(isLeftOut('signedCopy', withReceipt, { receipt: 'E9' })).toBe(true)
    expect(isLeftOut('signedCopy', withReceipt)).toBe(false)
  })

  it('leaves other evidence, and corrections, as they are', () => {
    expect(isLeftOut('recording', facts)).toBe(false)
    expect(isLeftOut('receipt', { ...facts, evidence: [] }, {}, true)).toBe(false)
  })
})
