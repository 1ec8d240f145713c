import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionalCalendarOf } from '../../src/core/calendar/data.ts'
import { addDays } from '../../src/core/calendar/dates.ts'
import { guangxi, nanningCalendar, nationalCalendar } from './calendars.ts'

const unpublished = '2027 年放假安排尚未公布，按周末暂定'
const unrecorded = '2026 年壮族三月三放假安排未录入，未计地方放假'
const notice = { title: '国务院办公厅关于2027年部分节假日安排的通知', number: '国办发明电〔2026〕1号' }

describe('counting working days', () => {
  const calendar = nationalCalendar()

  it('leaves out the start day: 5 working days from Monday 2026-11-02 end on Monday 2026-11-09', () => {
    expect(calendar.addWorkingDays('2026-11-02', 5)).toEqual({
      date: '2026-11-09',
      certain: true,
      reasons: [],
    })
  })

  it('skips the Spring Festival and counts the Saturdays worked instead', () => {
    expect(calendar.addWorkingDays('2026-02-12', 3).date).toBe('2026-02-24')
    expect(calendar.addWorkingDays('2026-02-26', 2).date).toBe('2026-02-28')
  })

  it('starts from a rest day as from any other', () => {
    expect(calendar.addWorkingDays('2026-10-03', 1).date).toBe('2026-10-08')
    expect(calendar.addWorkingDays('2026-10-03', 0)).toEqual({
      date: '2026-10-03',
      certain: true,
      reasons: [],
    })
  })

  it('refuses a number that is not a count, and a date that does not exist', () => {
    expect(() => calendar.addWorkingDays('2026-10-03', -1)).toThrow(RangeError)
    expect(() => calendar.addWorkingDays('2026-10-03', 1.5)).toThrow(RangeError)
    expect(() => calendar.addWorkingDays('2026-02-30', 1)).toThrow('2026-02-30')
  })

  it('counted back gives the same number', () => {
    const start = fc.integer({ min: 0, max: 4600 }).map((days) => addDays('2015-01-01', days))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 400 }), (date, count) => {
        const end = nanningCalendar().addWorkingDays(date, count).date
        expect(nanningCalendar().day(end).working).toBe(true)
        expect(nanningCalendar().workingDaysBetween(date, end).days).toBe(count)
        expect(nanningCalendar().workingDaysBetween(end, date).days).toBe(-count)
      }),
      { numRuns: 60 },
    )
  })

  it('between a day and itself is none', () => {
    expect(calendar.workingDaysBetween('2026-11-02', '2026-11-02')).toEqual({
      days: 0,
      certain: true,
      reasons: [],
    })
    expect(calendar.workingDaysBetween('2026-11-06', '2026-11-08').days).toBe(0)
  })
})

describe('a last day (民法典第二百零三条)', () => {
  const calendar = nationalCalendar()

  it('on a working day stays', () => {
    expect(calendar.nextWorkingDay('2026-04-30').date).toBe('2026-04-30')
    expect(calendar.nextWorkingDay('2026-05-09').date).toBe('2026-05-09')
  })

  it('on a rest day moves to the next working day: 2026-05-01 to 2026-05-06', () => {
    expect(calendar.nextWorkingDay('2026-05-01')).toEqual({ date: '2026-05-06', certain: true, reasons: [] })
  })

  it('is reminded of on the last working day before it', () => {
    expect(calendar.previousWorkingDay('2026-05-06').date).toBe('2026-04-30')
    expect(calendar.previousWorkingDay('2026-11-24').date).toBe('2026-11-23')
  })

  it('never moves back, and moves to a day that works', () => {
    const date = fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2014-06-01', days))
    fc.assert(
      fc.property(date, (due) => {
        const { date: rolled } = calendar.nextWorkingDay(due)
        expect(rolled >= due && calendar.day(rolled).working).toBe(true)
        expect(calendar.previousWorkingDay(due).date < due).toBe(true)
      }),
    )
  })
})

describe('a year without arrangement', () => {
  const calendar = nationalCalendar()

  it('is not covered, and every one of its days is provisional, the working ones too', () => {
    expect(calendar.coveredYears).toEqual([
      2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ])
    expect(calendar.day('2027-03-02')).toEqual({
      date: '2027-03-02',
      working: true,
      certain: false,
      reason: unpublished,
    })
    expect(calendar.nextWorkingDay('2027-05-30')).toEqual({
      date: '2027-05-31',
      certain: false,
      reasons: [unpublished],
    })
    expect(calendar.previousWorkingDay('2027-03-02')).toMatchObject({ date: '2027-03-01', certain: false })
  })

  it('makes a count provisional only when the count looks at its days', () => {
    expect(calendar.addWorkingDays('2026-12-24', 5)).toMatchObject({ date: '2026-12-31', certain: true })
    expect(calendar.addWorkingDays('2026-12-24', 6)).toEqual({
      date: '2027-01-01',
      certain: false,
      reasons: [unpublished],
    })
    expect(calendar.workingDaysBetween('2026-12-24', '2027-01-04')).toMatchObject({ days: 7, certain: false })
  })

  it('gives one reason for each such year', () => {
    expect(calendar.workingDaysBetween('2026-12-01', '2028-02-01').reasons).toEqual([
      unpublished,
      '2028 年放假安排尚未公布，按周末暂定',
    ])
  })

  it('becomes certain by an arrangement added in the repository', () => {
    const added = nationalCalendar([
      {
        year: 2027,
        kind: 'national',
        notice,
        rest: [{ from: '2027-01-01', to: '2027-01-03', name: '元旦' }],
      },
    ])
    expect(added.coveredYears.at(-1)).toBe(2027)
    expect(added.nextWorkingDay('2027-01-01')).toEqual({ date: '2027-01-04', certain: true, reasons: [] })
    expect(added.day('2027-01-01')).toMatchObject({ name: '元旦', source: '国办发明电〔2026〕1号' })
    expect(added.day('2028-01-04').certain).toBe(false)
  })
})

describe('壮族三月三', () => {
  const nanning = nanningCalendar()
  const beijing = nationalCalendar()

  it('applies to a repository in Guangxi alone', () => {
    const data = { national: [], regional: guangxi ? { guangxi } : {} }
    expect(regionalCalendarOf(data, '450000')?.name).toBe('壮族三月三')
    expect(regionalCalendarOf(data, '440100')).toBeUndefined()
    expect(beijing.day('2025-03-31').working).toBe(true)
    expect(nanning.day('2025-03-31')).toMatchObject({ working: false, name: '壮族三月三' })
  })

  it('2017: the national make-up day 04-01 rests in Guangxi, 04-08 works instead', () => {
    expect([beijing, nanning].map((calendar) => calendar.day('2017-04-01').working)).toEqual([true, false])
    expect([beijing, nanning].map((calendar) => calendar.day('2017-04-08').working)).toEqual([false, true])
    expect(nanning.addWorkingDays('2017-03-29', 1)).toEqual({
      date: '2017-04-05',
      certain: true,
      reasons: [],
    })
    expect(nanning.addWorkingDays('2017-04-07', 1).date).toBe('2017-04-08')
  })

  it('2022: the national make-up day 04-02 rests in Guangxi, and 04-06 too', () => {
    expect(nanning.addWorkingDays('2022-04-01', 1).date).toBe('2022-04-07')
    expect(beijing.addWorkingDays('2022-04-01', 1).date).toBe('2022-04-02')
  })

  it('2023: the national make-up day 04-23 rests in Guangxi', () => {
    expect(nanning.addWorkingDays('2023-04-20', 1).date).toBe('2023-04-24')
    expect(beijing.addWorkingDays('2023-04-20', 2).date).toBe('2023-04-23')
  })

  it('2020: the two days were worked, since the holiday was called off', () => {
    expect(nanning.addWorkingDays('2020-03-25', 2)).toEqual({
      date: '2020-03-27',
      certain: true,
      reasons: [],
    })
  })

  it('not recorded, makes a count that passes it provisional: 5 working days from 2026-04-17', () => {
    expect(nanning.addWorkingDays('2026-04-17', 5)).toEqual({
      date: '2026-04-24',
      certain: false,
      reasons: [unrecorded],
    })
    expect(beijing.addWorkingDays('2026-04-17', 5)).toEqual({
      date: '2026-04-24',
      certain: true,
      reasons: [],
    })
  })

  it('not recorded, leaves a count outside its seven days certain', () => {
    expect(nanning.addWorkingDays('2026-04-03', 4)).toEqual({
      date: '2026-04-10',
      certain: true,
      reasons: [],
    })
    expect(nanning.nextWorkingDay('2026-04-12').certain).toBe(false)
    expect(nanning.nextWorkingDay('2026-04-26').certain).toBe(false)
    expect(nanning.addWorkingDays('2026-04-26', 1)).toEqual({
      date: '2026-04-27',
      certain: true,
      reasons: [],
    })
    expect(nanning.nextWorkingDay('2026-11-24').certain).toBe(true)
  })

  it('recorded in the repository, makes its year certain', () => {
    const recorded = nanningCalendar([
      { year: 2026, kind: 'regional', rest: ['2026-04-20', '2026-04-21'], work: ['2026-04-25'] },
    ])
    expect(recorded.addWorkingDays('2026-04-17', 5)).toEqual({
      date: '2026-04-27',
      certain: true,
      reasons: [],
    })
    expect(recorded.day('2026-04-20')).toMatchObject({ name: '壮族三月三', source: '本库 2026 年日历' })
  })

  it('of an unpublished year gives both reasons', () => {
    expect(nanning.day('2027-04-09').reason).toBe(
      `${unpublished}；2027 年壮族三月三放假安排未录入，按 2027-04-09、2027-04-10 暂定`,
    )
    expect(nanning.day('2027-06-01').reason).toBe(unpublished)
  })
})

describe('the repository', () => {
  it('wins over the region, the region over the State Council, the State Council over weekends', () => {
    const calendar = nanningCalendar([
      { year: 2023, kind: 'regional', rest: [], work: ['2023-04-21'] },
      { year: 2026, kind: 'national', rest: ['2026-11-24'], work: ['2026-10-01'] },
    ])
    expect(calendar.day('2023-04-21').working).toBe(true)
    expect(calendar.day('2023-04-23').working).toBe(false)
    expect(calendar.day('2026-11-24').working).toBe(false)
    expect(calendar.day('2026-10-01').working).toBe(true)
    expect(calendar.day('2026-10-02').working).toBe(false)
  })
})
