import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  generateCalendars,
  nationalYear,
  readCalendars,
  regional,
  statutoryHolidays,
} from '../../src/build/generate/calendars.ts'
import { yamlReader } from '../../src/build/generate/reader.ts'
import type { CalendarData } from '../../src/core/calendar/data.ts'

const year = `
year: 2027
notice: { title: 通知, number: 国办发明电〔2026〕1号, issuedOn: 2026-11-01, verified: false }
rest: [{ name: 元旦, from: 2027-01-01, to: 2027-01-03 }]
work: [2026-12-27]
`
const read = (text: string) => nationalYear(yamlReader(parse(text), '2027.yaml'), '2027')

describe('the calendar files', () => {
  it('are built to JSON of the shape that the program reads', async () => {
    await generateCalendars()
    const { default: built } = await import('../../src/generated/law/calendars.json')
    const typed: CalendarData = built
    expect(typed).toEqual(await readCalendars())
  })

  it('accept a year that arranges days of the December before it', () => {
    expect(read(year).work).toEqual(['2026-12-27'])
  })

  it.each([
    [
      'a date that does not exist',
      year.replace('2027-01-03', '2027-02-30'),
      '2027.yaml: rest[0]: to: must be a real date',
    ],
    [
      'a period that ends before it begins',
      year.replace('to: 2027-01-03', 'to: 2026-12-30'),
      'lies before from',
    ],
    [
      'a day of another year',
      year.replace('[2026-12-27]', '[2028-01-01]'),
      '2027.yaml: work[0]: lies outside 2027',
    ],
    ['a year that is not the file name', year.replace('year: 2027', 'year: 2026'), "must be the file's name"],
    ['a misspelt key', year.replace('work:', 'works:'), 'has an unknown key works'],
    ['no rest days', year.replace(/rest: .*/, 'rest: []'), 'must not be empty'],
    [
      'a year in quotes',
      year.replace('year: 2027', 'year: "2027"'),
      '2027.yaml: year: must be a whole number',
    ],
    ['an unverified notice that says so in words', year.replace('false', 'no'), 'must be true or false'],
  ])('refuse %s, naming file and key', (_, text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('refuse days of a regional year whose state is unknown', async () => {
    const text = await readFile(new URL('../../src/law/calendars/guangxi.yaml', import.meta.url), 'utf8')
    const wrong = text.replace('festival: 2026-04-19, state: unknown', '$&, rest: [2026-04-20]')
    expect(() => regional(yamlReader(parse(wrong), 'guangxi.yaml'))).toThrow('guangxi.yaml: years[11]: state')
  })

  it.each([
    [
      'a day that no common year has',
      '{ name: 元旦, from: 01-01,',
      '{ name: 元旦, from: 02-29,',
      'fixed[0]: from: must be a real day',
    ],
    [
      'a span that ends before it begins',
      'from: 10-01, to: 10-03',
      'from: 10-01, to: 09-30',
      'fixed[2]: to: lies before from',
    ],
    [
      'a holiday of another year',
      'from: 2027-02-05',
      'from: 2026-02-05',
      'years[2]: rest[0]: from: lies outside 2027',
    ],
    ['a misspelt key', 'inLieu:', 'inLieus:', 'has an unknown key inLieus'],
  ])('refuse %s among the holidays of every year', async (_, from, to, message) => {
    const text = await readFile(new URL('../../src/law/calendars/cn/statutory.yaml', import.meta.url), 'utf8')
    expect(text).toContain(from)
    const wrong = yamlReader(parse(text.replace(from, to)), 'statutory.yaml')
    expect(() => statutoryHolidays(wrong)).toThrow(message)
  })
})
