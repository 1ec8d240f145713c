import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  fromEpochDay,
  isRealDate,
  weekday,
} from '../../src/core/calendar/dates.ts'

const days = fc.integer({ min: -700_000, max: 2_900_000 })

describe('dates agree with Temporal', () => {
  it('on every date, its weekday and its number of days', () => {
    fc.assert(
      fc.property(days, (number) => {
        const plain = Temporal.PlainDate.from('1970-01-01').add({ days: number })
        expect(fromEpochDay(number)).toBe(plain.toString())
        expect(weekday(plain.toString())).toBe(plain.dayOfWeek)
        expect(daysBetween('1970-01-01', plain.toString())).toBe(number)
      }),
      { numRuns: 2000 },
    )
  })

  it('on adding days, months and years', () => {
    const amount = fc.integer({ min: -1000, max: 1000 })
    fc.assert(
      fc.property(fc.integer({ min: -300_000, max: 300_000 }), amount, (number, some) => {
        const plain = Temporal.PlainDate.from('1970-01-01').add({ days: number })
        const date = plain.toString()
        expect(addDays(date, some)).toBe(plain.add({ days: some }).toString())
        expect(addMonths(date, some)).toBe(plain.add({ months: some }, { overflow: 'constrain' }).toString())
        expect(addYears(date, some)).toBe(plain.add({ years: some }, { overflow: 'constrain' }).toString())
      }),
      { numRuns: 2000 },
    )
  })

  it('on which dates exist', () => {
    const part = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, day) => {
        const text = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(day).padStart(2, '0'),
        ].join('-')
        let real = true
        try {
          Temporal.PlainDate.from(text, { overflow: 'reject' })
        } catch {
          real = false
        }
        expect(isRealDate(text)).toBe(real)
      }),
      { numRuns: 3000 },
    )
  })
})
