import { describe, expect, test } from 'vitest'
import { createCalendar } from '../../src/core/calendar/calendar.ts'
import {
  type CalendarSources,
  type CalendarYear,
  type RegionalCalendar,
  regionalCalendarOf,
} from '../../src/core/calendar/data.ts'
import { epochDay } from '../../src/core/calendar/dates.ts'
import { arrangedDays } from '../../src/core/calendar/layers.ts'

const notice = (number: string) => ({ title: `${number}的通知`, number, verified: true })

/** A year with one holiday of three days, one day of work for it, and a change of the notice that moves that day. */
const national: readonly CalendarYear[] = [
  {
    year: 2026,
    notice: notice('国一'),
    rest: [{ name: '春节', from: '2026-02-17', to: '2026-02-19' }],
    work: ['2026-02-14'],
    amendments: [
      {
        notice: notice('国二'),
        rest: [{ name: '春节', from: '2026-02-14', to: '2026-02-14' }],
        work: ['2026-02-28'],
      },
    ],
  },
]

const regional: RegionalCalendar = {
  region: 'guangxi',
  codePrefix: '45',
  name: '壮族三月三',
  source: notice('桂一'),
  window: 10,
  years: [
    { year: 2026, state: 'known', festival: '2026-04-19', rest: ['2026-04-20'], work: [] },
    { year: 2025, state: 'unknown', festival: '2025-03-31', rest: [], work: [] },
  ],
}

/** What is arranged on a day: whether it works, its name and the notice. */
function on(day: string, sources: Partial<CalendarSources> = {}): string | undefined {
  const found = arrangedDays({ years: national, ...sources }).get(epochDay(day))
  return found && `${found.working ? '上班' : '休息'} ${found.name} ${found.source}`
}

describe('the layers of the calendar, each over those before it', () => {
  test('a holiday from its first to its last day, and the day worked for it', () => {
    expect(on('2026-02-16')).toBeUndefined()
    expect(on('2026-02-17')).toBe('休息 春节 国一')
    expect(on('2026-02-19')).toBe('休息 春节 国一')
    expect(on('2026-02-20')).toBeUndefined()
  })

  test('a change of the notice', () => {
    expect(on('2026-02-14')).toBe('休息 春节 国二')
    expect(on('2026-02-28')).toBe('上班 调休上班 国二')
  })

  test('the rest days of the region, over the national ones', () => {
    expect(on('2026-04-20')).toBeUndefined()
    expect(on('2026-04-20', { regional })).toBe('休息 壮族三月三 桂一')
    const [year] = regional.years
    const over = { ...regional, years: year ? [{ ...year, rest: ['2026-02-28'], work: ['2026-02-17'] }] : [] }
    expect(on('2026-02-28', { regional: over })).toBe('休息 壮族三月三 桂一')
    expect(on('2026-02-17', { regional: over })).toBe('上班 调休上班 桂一')
  })

  test('the days of the repository, over all: those of the region over the national ones', () => {
    const extra: CalendarSources['extra'] = [
      { kind: 'regional', year: 2026, rest: ['2026-05-06'], work: ['2026-04-20'] },
      {
        kind: 'national',
        year: 2026,
        notice: notice('国三'),
        rest: [{ name: '加假', from: '2026-05-05', to: '2026-05-06' }],
      },
    ]
    expect(on('2026-05-05', { regional, extra })).toBe('休息 加假 国三')
    expect(on('2026-05-06', { regional, extra })).toBe('休息 壮族三月三 本库 2026 年日历')
    expect(on('2026-05-04', { extra: [{ kind: 'national', year: 2026, rest: ['2026-05-04'] }] })).toBe(
      '休息 法定节假日 本库 2026 年日历',
    )
    expect(on('2026-05-06', { extra })).toBe('休息 地方节假日 本库 2026 年日历')
    expect(on('2026-04-20', { regional, extra })).toBe('上班 调休上班 本库 2026 年日历')
  })
})

describe('a day that nothing arranges', () => {
  test('works from Monday to Friday, and no other', () => {
    const { day } = createCalendar({ years: national })
    const working = [20, 21, 22, 23, 24, 25, 26].map((date) => day(`2026-04-${date}`).working)
    expect(working).toEqual([true, true, true, true, true, false, false])
  })

  test('says nothing of a name or a doubt', () => {
    expect(createCalendar({ years: national }).day('2026-04-22')).toEqual({
      date: '2026-04-22',
      working: true,
      certain: true,
    })
  })
})

describe('which years are covered', () => {
  test('those with a national notice, in order; the days of the region cover none', () => {
    const extra: CalendarSources['extra'] = [
      { kind: 'national', year: 2025, notice: notice('国〇'), rest: [] },
      { kind: 'regional', year: 2024, rest: [] },
    ]
    expect(createCalendar({ years: national, extra }).coveredYears).toEqual([2025, 2026])
  })

  test('a count over days that are not covered is provisional', () => {
    const { day, addWorkingDays, workingDaysBetween } = createCalendar({ years: national })
    expect(day('2027-01-04').reason).toBe('2027 年放假安排尚未公布，按周末暂定')
    expect(addWorkingDays('2026-12-31', 1)).toEqual({
      date: '2027-01-01',
      certain: false,
      reasons: ['2027 年放假安排尚未公布，按周末暂定'],
    })
    expect(addWorkingDays('2026-12-30', 1)).toEqual({ date: '2026-12-31', certain: true, reasons: [] })
    expect(workingDaysBetween('2026-12-31', '2026-12-31')).toEqual({ days: 0, certain: true, reasons: [] })
    expect(workingDaysBetween('2028-01-03', '2026-12-31').reasons).toEqual([
      '2027 年放假安排尚未公布，按周末暂定',
      '2028 年放假安排尚未公布，按周末暂定',
    ])
  })
})

describe('the rest days of the region', () => {
  const years = [...national, { year: 2025, notice: notice('国〇'), rest: [], work: [], amendments: [] }]

  test('that are not recorded make the days around the festival provisional, ten on either side', () => {
    const { day } = createCalendar({ years, regional })
    expect(day('2025-03-20').certain).toBe(true)
    expect(day('2025-03-21').reason).toBe('2025 年壮族三月三放假安排未录入，未计地方放假')
    expect(day('2025-04-10').certain).toBe(false)
    expect(day('2025-04-11').certain).toBe(true)
    expect(day('2026-04-19').certain).toBe(true)
  })

  test('of a year that the region does not know at all make the whole year provisional', () => {
    const { day } = createCalendar({ years, regional: { ...regional, years: [] } })
    expect(day('2026-01-01').certain).toBe(false)
    expect(day('2026-12-31').certain).toBe(false)
  })

  test('that the repository records are certain; national days that it records settle nothing of them', () => {
    const record = (kind: 'regional' | 'national') =>
      createCalendar({ years, regional, extra: [{ kind, year: 2025, notice: notice('桂二'), rest: [] }] })
    expect(record('regional').day('2025-03-31').certain).toBe(true)
    expect(record('national').day('2025-03-31').certain).toBe(false)
  })

  test('are those of the region whose code begins so', () => {
    const calendars = { national, regional: { guangxi: regional } }
    expect(regionalCalendarOf(calendars, '450100')).toBe(regional)
    expect(regionalCalendarOf(calendars, '440145')).toBeUndefined()
  })
})
