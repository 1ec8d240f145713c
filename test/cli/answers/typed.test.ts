import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typedDate, typedDateTime, typedMoney } from '../../../src/cli/prompts/normalize.ts'
import { addDays } from '../../../src/core/calendar/dates.ts'
import { parseFen, yuanOf } from '../../../src/core/facts/money.ts'

const today = '2026-03-02'

describe('a date as people type it', () => {
  it.each([
    ['2026-03-05', '2026-03-05'],
    ['2026-3-5', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026年3月5号', '2026-03-05'],
    [' 2026-03-05 ', '2026-03-05'],
    ['２０２６－０３－０５', '2026-03-05'],
    ['3.5', '2026-03-05'],
    ['3。5', '2026-03-05'],
    ['3-5', '2026-03-05'],
    ['3/5', '2026-03-05'],
    ['3月5日', '2026-03-05'],
    ['2028-2-29', '2028-02-29'],
    ['今天', '2026-03-02'],
    ['昨天', '2026-03-01'],
    ['前天', '2026-02-28'],
    ['明天', '2026-03-03'],
    ['后天', '2026-03-04'],
  ])('%s is %s, today being 2 March 2026', (text, date) => {
    expect(typedDate(text, today)).toBe(date)
  })

  it.each([
    '',
    '2.30',
    '2026-02-29',
    '2026-13-01',
    '13.1',
    '3',
    '3.5.6',
    '2026',
    '2026-3',
    '三月五日',
    '202635',
    '3.5 9:30',
  ])('“%s” is none', (text) => {
    expect(typedDate(text, today)).toBeUndefined()
  })

  it('in the form of the files stays as it is, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))
    fc.assert(fc.property(days, (date) => typedDate(date, today) === date))
  })
})

describe('a date and time as people type them', () => {
  it.each([
    ['2026-07-20 09:30', '2026-07-20 09:30'],
    ['7.20 9:30', '2026-07-20 09:30'],
    ['7月20日 9：30', '2026-07-20 09:30'],
    ['7.20 14点', '2026-07-20 14:00'],
    ['今天 9时05分', '2026-03-02 09:05'],
  ])('%s is %s', (text, time) => {
    expect(typedDateTime(text, today)).toBe(time)
  })

  it.each(['7.20', '9:30', '7.20 24:00', '7.20 9:60', '2.30 9:30', '7.20 9:3'])('“%s” is none', (text) => {
    expect(typedDateTime(text, today)).toBeUndefined()
  })
})

describe('an amount as people type it', () => {
  it.each([
    ['529700', '529700.00'],
    ['529700.5', '529700.50'],
    ['529,700.05', '529700.05'],
    ['529，700', '529700.00'],
    ['529700元', '529700.00'],
    ['￥529700', '529700.00'],
    ['26万', '260000.00'],
    ['26.5 万元', '265000.00'],
    ['0.000001万', '0.01'],
    ['1.2亿', '120000000.00'],
    ['５万', '50000.00'],
    ['0', '0.00'],
    ['007', '7.00'],
    ['.5', undefined],
    ['1.005', undefined],
    ['1.0000001万', undefined],
    ['-1', undefined],
    ['1e5', undefined],
    ['二十六万', undefined],
    ['26万5', undefined],
    ['', undefined],
  ])('“%s” is %s yuan', (text, yuan) => {
    expect(typedMoney(text)).toBe(yuan)
  })

  it('in the form of the files keeps every 分', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 14n }),
        (fen) => parseFen(typedMoney(yuanOf(fen))) === fen,
      ),
    )
  })
})
