import { afterEach, describe, expect, it, vi } from 'vitest'
import { UsageError } from '../../../src/cli/shared/exit.ts'
import { parseToday } from '../../../src/cli/shared/global-options.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('today', () => {
  it.each([
    ['2026-11-23T15:59:59Z', '2026-11-23'],
    ['2026-11-23T16:00:00Z', '2026-11-24'],
    ['2026-12-31T20:00:00-05:00', '2027-01-01'],
  ])('at %s is %s in Beijing', (now, date) => {
    vi.useFakeTimers({ now: new Date(now) })
    expect(parseToday(undefined)).toBe(date)
  })

  it('is the day that the call names, if it exists', () => {
    expect(parseToday('2024-02-29')).toBe('2024-02-29')
    vi.useFakeTimers({ now: new Date('2026-11-23T03:00:00Z') })
    for (const written of ['3.6', '2026年3月6日', '三月六日', '20260306', '２０２６－３－６'])
      expect(parseToday(written)).toBe('2026-03-06')
    expect(parseToday('昨天')).toBe('2026-11-22')
    expect(() => parseToday('2026-02-30')).toThrow(UsageError)
    expect(() => parseToday('9999-12-20')).toThrow(UsageError)
  })
})
