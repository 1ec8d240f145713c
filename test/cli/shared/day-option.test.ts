import { describe, expect, it } from 'vitest'
import { readWhen } from '../../../src/cli/commands/calendar/when.ts'
import { dayOption } from '../../../src/cli/shared/day-option.ts'
import { UsageError } from '../../../src/cli/shared/exit.ts'

const today = '2026-04-21'

describe('a day that an option names', () => {
  it.each(['4.6', '2026-4-6', '20260406', '四月六日', '2026年4月6日'])('may be written %s', (written) => {
    expect(dayOption('--on', written, today)).toBe('2026-04-06')
    expect(readWhen(written, today)).toEqual({ date: '2026-04-06' })
  })

  it.each(['上月', '2026-02-30', '9999-12-20', ''])(
    'is no “%s”: the error names the option and how to write it',
    (written) => {
      expect(() => dayOption('--on', written, today)).toThrow(UsageError)
      expect(() => dayOption('--on', written, today)).toThrow(/--on .*3\.2/)
    },
  )

  it('leaves a year a year', () => {
    expect(readWhen('2027', today)).toEqual({ year: 2027 })
  })
})
