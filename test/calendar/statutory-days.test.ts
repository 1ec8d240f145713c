import { Lunar, Solar } from 'lunar-typescript'
import { LunarDay, SolarTerm } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { createCalendar } from '../../src/core/calendar/calendar.ts'
import { addDays, daysBetween, type IsoDate, weekday, yearOf } from '../../src/core/calendar/dates.ts'
import { everyDay, guangxi, national, statutory } from './calendars.ts'

/** 正月初一, 清明, 端午, 中秋 of a year, and 三月初三 of Guangxi. */
type Days = readonly [
  newYear: IsoDate,
  qingming: IsoDate,
  duanwu: IsoDate,
  zhongqiu: IsoDate,
  sanyuesan: IsoDate,
]

/**
 * As chinese-days 1.5.7 (vsme) and date-chinese 2.1.4 (commenthol) of npm gave them on 2026-11-29, two packages of other
 * authors that work them out in other ways, a table of lunar months and the astronomy of Meeus. They agree but for 中秋节
 * of 2033: date-chinese has two leap months in that year and so says 2033-10-07. GB/T 33661-2017 has one, after the eleventh.
 * To ask them again, in a folder of its own:
 *   npm i chinese-days@1.5.7 date-chinese@2.1.4
 *   chinese-days: getSolarDateFromLunar('2027-01-01').date, getSolarTerms('2027-04-01', '2027-04-10')
 *   date-chinese: new CalendarChinese(cycle, year, 5, false, 5).toGregorian(2027), qingming(2027)
 */
const asOthersSay: Readonly<Record<number, Days>> = {
  2025: ['2025-01-29', '2025-04-04', '2025-05-31', '2025-10-06', '2025-03-31'],
  2026: ['2026-02-17', '2026-04-05', '2026-06-19', '2026-09-25', '2026-04-19'],
  2027: ['2027-02-06', '2027-04-05', '2027-06-09', '2027-09-15', '2027-04-09'],
  2028: ['2028-01-26', '2028-04-04', '2028-05-28', '2028-10-03', '2028-03-28'],
  2029: ['2029-02-13', '2029-04-04', '2029-06-16', '2029-09-22', '2029-04-16'],
  2030: ['2030-02-03', '2030-04-05', '2030-06-05', '2030-09-12', '2030-04-05'],
  2031: ['2031-01-23', '2031-04-05', '2031-06-24', '2031-10-01', '2031-03-25'],
  2032: ['2032-02-11', '2032-04-04', '2032-06-12', '2032-09-19', '2032-04-12'],
  2033: ['2033-01-31', '2033-04-04', '2033-06-01', '2033-09-08', '2033-04-02'],
  2034: ['2034-02-19', '2034-04-05', '2034-06-20', '2034-09-27', '2034-04-21'],
  2035: ['2035-02-08', '2035-04-05', '2035-06-10', '2035-09-16', '2035-04-10'],
}

function byLunarTypescript(year: number): Days {
  const lunar = (month: number, day: number) => Lunar.fromYmd(year, month, day).getSolar().toYmd()
  const terms = Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()
  return [lunar(1, 1), terms.清明?.toYmd() ?? '', lunar(5, 5), lunar(8, 15), lunar(3, 3)]
}

function byTyme4ts(year: number): Days {
  const iso = (day: { getYear(): number; getMonth(): number; getDay(): number }) =>
    [day.getYear(), day.getMonth(), day.getDay()].map((part) => String(part).padStart(2, '0')).join('-')
  const lunar = (month: number, day: number) => iso(LunarDay.fromYmd(year, month, day).getSolarDay())
  const qingming = iso(SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay())
  return [lunar(1, 1), qingming, lunar(5, 5), lunar(8, 15), lunar(3, 3)]
}

/** The days of our data: 正月初一 is the day after 除夕. */
function byUs(year: number): Days {
  const rest = statutory.years.find((each) => each.year === year)?.rest ?? []
  const first = (name: string) => rest.find((period) => period.name === name)?.from ?? ''
  const festival = guangxi?.years.find((each) => each.year === year)?.festival ?? ''
  return [addDays(first('春节'), 1), first('清明节'), first('端午节'), first('中秋节'), festival]
}

const years = Object.keys(asOthersSay).map(Number)
const calendar = createCalendar({ years: [], statutory })
const statutoryDays = (year: number) =>
  [...everyDay(`${year}-01-01`, `${year}-12-31`)].filter((date) => calendar.day(date).basis === 'statute')

describe('the statutory holidays of 2025 to 2035', () => {
  it.each(years)('of %i are on the days that four packages give', (year) => {
    expect(byUs(year)).toEqual(asOthersSay[year])
    expect(byLunarTypescript(year)).toEqual(asOthersSay[year])
    expect(byTyme4ts(year)).toEqual(asOthersSay[year])
  })

  it('are on record for these years and no other', () => {
    expect(statutory.years.map(({ year }) => year)).toEqual(years)
    expect(statutory.notice).toEqual({
      title: '全国年节及纪念日放假办法',
      number: '国务院令第795号',
      issuedOn: '2024-11-10',
      verified: true,
    })
  })

  it('are thirteen days a year, of 春节 four from 除夕 on; one less where 中秋节 falls into 国庆节', () => {
    const thirteen = (year: number) => (year === 2028 || year === 2031 ? 12 : 13)
    expect(years.map((year) => statutoryDays(year).length)).toEqual(years.map(thirteen))
    for (const { rest } of statutory.years) {
      const [spring, ...others] = rest
      expect(spring && daysBetween(spring.from, spring.to)).toBe(3)
      expect(others.map(({ from, to }) => daysBetween(from, to))).toEqual([0, 0, 0])
    }
    expect(statutoryDays(2027)).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
  })

  it('rest in the arrangements that the State Council has published since', () => {
    const arranged = createCalendar({ years: national })
    const published = [2025, 2026].flatMap(statutoryDays)
    expect(published).toHaveLength(26)
    expect(published.filter((date) => arranged.day(date).working)).toEqual([])
  })

  it('by the moon fall, until 2199, within the days of the year on record', () => {
    const { movable } = statutory
    const isWithin = (name: string, date: IsoDate) =>
      movable.some((span) => span.name === name && span.from <= date.slice(5) && date.slice(5) <= span.to)
    for (let year = 2025; year <= 2199; year += 1) {
      const [newYear, qingming, duanwu, zhongqiu, sanyuesan] = byLunarTypescript(year)
      expect([year, isWithin('春节', addDays(newYear, -1)), isWithin('春节', addDays(newYear, 2))]).toEqual([
        year,
        true,
        true,
      ])
      expect([year, isWithin('清明节', qingming), isWithin('端午节', duanwu)]).toEqual([year, true, true])
      expect([year, isWithin('中秋节', zhongqiu)]).toEqual([year, true])
      expect(sanyuesan.slice(5) >= (guangxi?.range?.from ?? '')).toBe(true)
      expect(addDays(sanyuesan, 1).slice(5) <= (guangxi?.range?.to ?? '')).toBe(true)
    }
  })

  it('lie so near to every day off on a weekday, 2015 to 2026, that the window covers it', () => {
    const arranged = createCalendar({ years: national })
    const fixed = new Set(national.map(({ year }) => year).flatMap(holidaysOf))
    const daysOff = [...everyDay('2015-01-02', '2026-12-31')].filter(
      (date) => weekday(date) <= 5 && !arranged.day(date).working,
    )
    const isNear = (date: IsoDate) =>
      [...everyDay(addDays(date, -statutory.window), addDays(date, statutory.window))].some((each) =>
        fixed.has(each),
      )
    // 2015-09-03 and 09-04 were days off for that year alone.
    expect(daysOff.filter((date) => !isNear(date))).toEqual(['2015-09-03', '2015-09-04'])
  })
})

/** The holidays of a year as they were before 2025 too: 除夕 and 2 May lie beside them. */
function holidaysOf(year: number): IsoDate[] {
  const [newYear, qingming, duanwu, zhongqiu] = byLunarTypescript(year)
  const fixed = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`)
  return [...fixed, `${year + 1}-01-01`, newYear, addDays(newYear, 2), qingming, duanwu, zhongqiu]
}

describe('a year without arrangement', () => {
  it('counts the days in lieu of those on a weekend, which stay provisional', () => {
    expect(calendar.day('2027-02-09')).toEqual({
      date: '2027-02-09',
      working: false,
      certain: false,
      reason: '2027 年放假安排尚未公布，按周末和法定节假日暂定',
      name: '春节补假',
      source: '全国年节及纪念日放假办法第六条',
      basis: 'in-lieu',
    })
    expect(calendar.day('2027-01-01')).toMatchObject({
      working: false,
      certain: false,
      name: '元旦',
      source: '全国年节及纪念日放假办法第二条',
      basis: 'statute',
    })
    expect(calendar.day('2027-02-11')).toMatchObject({ working: true, certain: false })
    expect(calendar.day('2028-01-03')).toMatchObject({ working: false, name: '元旦补假' })
    expect(calendar.day('2031-10-01').name).toBe('国庆节、中秋节')
    expect(calendar.nextWorkingDay('2031-10-01').date).toBe('2031-10-06')
  })

  it('after 2035 has the holidays by the Gregorian calendar, and says that the others are missing', () => {
    const reason =
      '2036 年放假安排尚未公布，按周末和公历的法定节假日暂定，农历节日和清明节只收录到 2035 年，未计入'
    expect(calendar.day('2036-01-01')).toMatchObject({ working: false, reason, basis: 'statute' })
    // 正月初一 of 2036: a Monday that nothing on record calls a holiday, but by which nothing is overdue for certain.
    expect(calendar.day('2036-01-28')).toMatchObject({ working: true, certain: false, reason })
    expect(calendar.nextWorkingDay('2036-01-28').date).toBe('2036-01-28')
    expect(calendar.atLatest.nextWorkingDay('2036-01-28').date).toBe('2036-03-03')
    expect(calendar.day('2199-10-02').working).toBe(false)
  })

  it('before the amendment of 2024 is counted by weekends', () => {
    expect(calendar.day('2024-05-02')).toMatchObject({
      working: true,
      reason: '2024 年放假安排尚未公布，按周末暂定',
    })
  })

  it('with an arrangement has the holidays as law, and no days in lieu but those of the arrangement', () => {
    const notice = { title: '通知', number: '国办发明电〔2026〕1号' }
    const own = createCalendar({
      years: [],
      statutory,
      extra: [
        {
          year: 2027,
          kind: 'national',
          notice,
          rest: [{ name: '春节', from: '2027-02-05', to: '2027-02-09' }],
        },
      ],
    })
    expect(own.day('2027-02-05')).toMatchObject({
      basis: 'arrangement',
      source: notice.number,
      certain: true,
    })
    expect(own.day('2027-02-10')).toEqual({ date: '2027-02-10', working: true, certain: true })
    expect(own.day('2027-06-09')).toMatchObject({ working: false, certain: true, basis: 'statute' })
  })
})

describe('at the latest', () => {
  it('every weekday near a holiday of a year without arrangement may rest, and no other', () => {
    const { atLatest } = calendar
    // 元旦 and seven days, then a weekend.
    expect(atLatest.nextWorkingDay('2027-01-01').date).toBe('2027-01-11')
    expect(atLatest.nextWorkingDay('2027-03-02').date).toBe('2027-03-02')
    expect(atLatest.addWorkingDays('2027-03-02', 5).date).toBe('2027-03-09')
    expect(atLatest.atLatest).toBe(atLatest)
  })

  it('is never earlier than as counted, and the same in a year with an arrangement', () => {
    const all = createCalendar({ years: national, statutory, regional: guangxi })
    for (const date of everyDay('2024-01-01', '2037-12-31')) {
      const [counted, latest] = [all.nextWorkingDay(date), all.atLatest.nextWorkingDay(date)]
      expect(latest.date >= counted.date).toBe(true)
      if (counted.certain) expect(latest.date).toBe(counted.date)
    }
  })
})

describe('壮族三月三', () => {
  const nanning = createCalendar({ years: national, statutory, regional: guangxi })

  it('of a year that is still to come is the third and the fourth of the third month, provisional', () => {
    for (const { year, state, festival, rest } of guangxi?.years ?? []) {
      expect(state === 'ordinance').toBe(year > 2026)
      if (state === 'ordinance') expect(rest).toEqual([festival, addDays(festival, 1)])
      expect(yearOf(festival)).toBe(year)
    }
    expect(nanning.day('2028-03-29')).toMatchObject({
      working: false,
      name: '壮族三月三',
      source: '广西壮族自治区人民政府令第98号',
      basis: 'statute',
      reason:
        '2028 年放假安排尚未公布，按周末和法定节假日暂定；2028 年壮族三月三放假安排未录入，按 2028-03-28、2028-03-29 暂定',
    })
  })

  it('gives way to the days that the office records', () => {
    const recorded = createCalendar({
      years: national,
      statutory,
      regional: guangxi,
      extra: [{ year: 2028, kind: 'regional', rest: ['2028-03-27', '2028-03-28'] }],
    })
    expect(recorded.day('2028-03-27').working).toBe(false)
    expect(recorded.day('2028-03-29').working).toBe(true)
  })

  it('of 2026, fixed but not found, is not counted, and makes nothing near it overdue for certain', () => {
    expect(nanning.day('2026-04-20')).toMatchObject({ working: true, certain: false })
    expect(nanning.atLatest.nextWorkingDay('2026-04-20').date).toBe('2026-04-27')
  })
})
