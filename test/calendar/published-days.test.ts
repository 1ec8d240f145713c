import { existsSync, readFileSync } from 'node:fs'
import { HolidayUtil, Lunar } from 'lunar-typescript'
import { LegalHoliday } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { isRealDate, weekday } from '../../src/core/calendar/dates.ts'
import { everyDay, guangxi, national, nationalCalendar } from './calendars.ts'

const days = [...everyDay('2015-01-01', '2026-12-31')]
const calendar = nationalCalendar()
const workedByUs = new Map(days.map((date) => [date, calendar.day(date).working]))
const isWeekday = (date: string) => weekday(date) <= 5

const table = new URL('../../../shared/workdays-2015-2026.csv', import.meta.url)
if (!existsSync(table)) console.log('skipped: the table of working days 2015–2026 is not here')

describe('the working days of 2015 to 2026', () => {
  it('are 4,383 days, each certain', () => {
    expect(days).toHaveLength(4383)
    expect(days.filter((date) => !calendar.day(date).certain)).toEqual([])
  })

  it.skipIf(!existsSync(table))('are those of the published table', () => {
    const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1)
    expect(rows).toHaveLength(4383)
    const wrong = rows.filter((row) => {
      const [date = '', isWorkday] = row.split(',')
      return workedByUs.get(date) !== (isWorkday?.trim() === 'true')
    })
    expect(wrong).toEqual([])
  })

  it('are those of lunar-typescript', () => {
    const wrong = days.filter((date) => {
      const holiday = HolidayUtil.getHoliday(date)
      return workedByUs.get(date) !== (holiday ? holiday.isWork() : isWeekday(date))
    })
    expect(wrong).toEqual([])
  })

  it('are those of tyme4ts', () => {
    const wrong = days.filter((date) => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
      const holiday = LegalHoliday.fromYmd(year, month, day)
      return workedByUs.get(date) !== (holiday ? holiday.isWork() : isWeekday(date))
    })
    expect(wrong).toEqual([])
  })
})

describe('a notice', () => {
  it('stands behind every year, one more where the arrangement changed', () => {
    expect(national.map(({ year }) => year)).toEqual([...Array(12).keys()].map((index) => 2015 + index))
    expect(national.flatMap(({ amendments }) => amendments.map(({ notice }) => notice.number))).toEqual([
      '国发明电〔2015〕1号',
      '国办发明电〔2019〕3号',
      '国办发明电〔2020〕1号',
    ])
  })

  it('is numbered in the year in which it was issued, before the year it arranges', () => {
    for (const { year, notice } of national) {
      expect(notice.number).toMatch(/^国办发明电〔\d{4}〕\d+号$/)
      expect(notice.number).toContain(`〔${notice.issuedOn?.slice(0, 4)}〕`)
      expect(notice.issuedOn?.slice(0, 4)).toBe(String(year - 1))
      expect(notice.title).toContain(`${year}年`)
    }
  })

  it('names the days off and the days worked instead', () => {
    expect(calendar.day('2026-02-17')).toMatchObject({
      working: false,
      name: '春节',
      source: '国办发明电〔2025〕7号',
    })
    expect(calendar.day('2026-02-28')).toMatchObject({ working: true, name: '调休上班' })
    expect(calendar.day('2015-09-03')).toMatchObject({ working: false, source: '国发明电〔2015〕1号' })
    expect(calendar.day('2018-12-29')).toMatchObject({ working: true, source: '国办发明电〔2018〕15号' })
    expect(calendar.day('2019-05-02')).toMatchObject({ working: false, source: '国办发明电〔2019〕3号' })
  })

  it('takes back a make-up day: 2020-02-01 rests since the holiday was prolonged', () => {
    expect(calendar.day('2020-02-01')).toMatchObject({ working: false, source: '国办发明电〔2020〕1号' })
    expect(calendar.nextWorkingDay('2020-01-31').date).toBe('2020-02-03')
  })
})

describe('壮族三月三', () => {
  it('is the lunar third of the third month, 2015 to 2035', () => {
    expect(guangxi?.years).toHaveLength(21)
    for (const { year, festival } of guangxi?.years ?? []) {
      expect([year, festival]).toEqual([year, Lunar.fromYmd(year, 3, 3).getSolar().toYmd()])
    }
  })

  it('rests on real days, near the festival, where the days are known', () => {
    for (const { rest, work, state } of guangxi?.years ?? []) {
      expect([...rest, ...work].every(isRealDate)).toBe(true)
      if (state === 'unknown') expect([...rest, ...work]).toEqual([])
    }
  })
})
