import { describe, expect, it } from 'vitest'
import { decisions } from '../../../../src/cli/shared/entry/decide.ts'

const error = { severity: 'error', about: 'breach' } as const
const warning = { severity: 'warning', about: 'breach' } as const
const late = { severity: 'error', about: 'omission' } as const

describe('what is proposed once the preview is shown', () => {
  it.each([
    ['writing', [], true, 'write'],
    ['writing, where something is only to be noted', [warning], true, 'write'],
    ['writing, where a time is over that no answer would change', [late], true, 'write'],
    ['going back, where the answers bring an error', [warning, error], true, 'change'],
    ['leaving it, where they bring one and none can be changed', [error], false, 'leave'],
  ])('is %s', (_, findings, canChange, proposal) => {
    const offered = decisions(findings, canChange)
    expect(offered.proposal).toBe(proposal)
    expect(offered.choices.map(({ value }) => value)).toContain(proposal)
  })

  it('is leaving it, where a case with something wrong in it would end', () => {
    expect(decisions([], true, true).proposal).toBe('leave')
    expect(decisions([error], true, true).proposal).toBe('leave')
  })
})
