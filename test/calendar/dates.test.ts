import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  chineseDate,
  compare,
  daysBetween,
  earliest,
  firstOfMonth,
  firstOfQuarter,
  isRealDate,
  isUsableDate,
  lastOfMonth,
  lastOfQuarter,
  latest,
  monthOf,
  quarterOf,
  weekday,
  yearOf,
} from '../../src/core/calendar/dates.ts'

/** Counted by hand, without any date library: 2000-01-01 was a Saturday. */
const oracle = fc.record({
  year: fc.integer({ min: 1, max: 9999 }),
  month: fc.integer({ min: 0, max: 13 }),
  day: fc.integer({ min: 0, max: 32 }),
})
const date = fc.integer({ min: -700_000, max: 2_900_000 }).map((number) => addDays('1970-01-01', number))

function lengthOfMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

const digits = (value: number, length: number) => String(value).padStart(length, '0')

describe('a date', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    '%s is real',
    (text) => expect(isRealDate(text)).toBe(true),
  )

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-13-45',
    '0000-01-01',
    '0000-00-00',
    '2026-2-3',
    '20260203',
    '2026-02-03T00:00',
    '2026-02-03[u-ca=chinese]',
    ' 2026-02-03',
    '2026-02-03\n',
    '-002026-02-03',
    '２０２６-02-03',
    '2026年2月3日',
    '',
  ])('%j is not real', (text) => expect(isRealDate(text)).toBe(false))

  it('is real exactly when its month has that day', () => {
    fc.assert(
      fc.property(oracle, ({ year, month, day }) => {
        const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
        expect(isRealDate(text)).toBe(day >= 1 && day <= lengthOfMonth(year, month))
      }),
    )
  })

  it('is one that somebody may mean from 1900 to 2199', () => {
    const usable = (text: string) => isUsableDate(text)
    expect(['1900-01-01', '2026-02-28', '2199-12-31'].every(usable)).toBe(true)
    expect(['0026-03-02', '1899-12-31', '2200-01-01', '9999-12-20', '2026-02-30'].some(usable)).toBe(false)
    fc.assert(
      fc.property(oracle, ({ year, month, day }) => {
        const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
        expect(isUsableDate(text)).toBe(isRealDate(text) && year >= 1900 && year <= 2199)
      }),
    )
  })

  it('that does not exist is refused by every count, with the text', () => {
    for (const count of [
      () => addDays('2026-02-30', 1),
      () => addMonths('2026-02-30', 1),
      () => weekday('x'),
    ]) {
      expect(count).toThrow(RangeError)
    }
    expect(() => daysBetween('2026-02-30', '2026-03-01')).toThrow('2026-02-30')
  })
})

describe('counting days', () => {
  it('leaves out the start day (民法典第二百零一条): 60 days from 2026-03-02 end on 2026-05-01', () => {
    expect(addDays('2026-03-02', 60)).toBe('2026-05-01')
    expect(daysBetween('2026-03-02', '2026-05-01')).toBe(60)
  })

  it('crosses leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('there and back is where it started', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -9000, max: 9000 }), (start, days) => {
        const end = addDays(start, days)
        expect(daysBetween(start, end)).toBe(days)
        expect(addDays(end, -days)).toBe(start)
      }),
    )
  })

  it('agrees with counting month by month', () => {
    let [year, month, day] = [2015, 1, 1]
    for (let count = 0; count < 8000; count += 1) {
      expect(addDays('2015-01-01', count)).toBe(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`)
      day += 1
      if (day > lengthOfMonth(year, month)) [day, month] = [1, month + 1]
      if (month > 12) [month, year] = [1, year + 1]
    }
  })

  it('stops at the years it can write', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError)
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError)
  })
})

describe('counting months and years (民法典第二百零二条)', () => {
  it('ends on the same day, or on the last day of a month that lacks it', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-03-15', -1)).toBe('2026-02-15')
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28')
  })

  it('29 February and one year is 28 February', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29')
    expect(addYears('2026-11-24', 5)).toBe('2031-11-24')
  })
})

describe('parts of a date', () => {
  it('weekday is 1 on Monday and 7 on Sunday', () => {
    expect(['2026-11-23', '2026-11-24', '2026-11-29', '1969-12-31', '2000-01-01'].map(weekday)).toEqual([
      1, 2, 7, 3, 6,
    ])
  })

  it('weekday comes again after seven days, before 1970 too', () => {
    fc.assert(
      fc.property(date, (start) => {
        expect(weekday(addDays(start, 7))).toBe(weekday(start))
        expect(weekday(addDays(start, 1))).toBe((weekday(start) % 7) + 1)
      }),
    )
  })

  it('month, quarter and year', () => {
    expect(yearOf('2026-03-02')).toBe(2026)
    expect(monthOf('2026-03-02')).toBe('2026-03')
    expect(firstOfMonth('2026-03-02')).toBe('2026-03-01')
    expect(lastOfMonth('2024-02')).toBe('2024-02-29')
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026Q1',
      '2026Q1',
      '2026Q2',
      '2026Q4',
    ])
    expect(firstOfQuarter('2026Q4')).toBe('2026-10-01')
    expect(lastOfQuarter('2026Q4')).toBe('2026-12-31')
    expect(lastOfQuarter('2026-02-03')).toBe('2026-03-31')
  })

  it('in Chinese as papers print it', () => {
    expect(chineseDate('2026-03-02')).toBe('2026年3月2日')
    expect(chineseDate('2026-10-10')).toBe('2026年10月10日')
  })
})

describe('several dates', () => {
  it('are ordered by the calendar', () => {
    expect(['2026-10-01', '2025-12-31', '2026-09-30'].sort(compare)).toEqual([
      '2025-12-31',
      '2026-09-30',
      '2026-10-01',
    ])
    expect(compare('2026-01-01', '2026-01-01')).toBe(0)
  })

  it('have an earliest and a latest, unknown ones left out', () => {
    expect(earliest('2026-03-02', undefined, '2026-02-28')).toBe('2026-02-28')
    expect(latest(undefined, '2026-03-02', '2026-02-28')).toBe('2026-03-02')
    expect(earliest()).toBeUndefined()
    expect(latest(undefined)).toBeUndefined()
  })
})
