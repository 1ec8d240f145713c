import { describe, expect, it } from 'vitest'
import { custodyText, sexAndBirth } from '../../src/core/forms/natural-person.ts'
import { crowdedCase, crowdedSuit } from './crowd.ts'
import { fill, first, lines } from './support.ts'

describe('what a court asks of a natural person', () => {
  it.each([
    ['11010519491231002X', '女，1949年12月31日出生'],
    ['11010519491231002x', '女，1949年12月31日出生'],
    ['110105194912310038', '男，1949年12月31日出生'],
  ])('is told by the number %s', (idNumber, told) => {
    expect(sexAndBirth(first(), { idNumber })).toBe(told)
  })

  it.each(['110105194912310021', '', 'E12345678'])(
    'is not told by %j, which is no such number',
    (idNumber) => {
      expect(sexAndBirth(first(), { idNumber })).toBe('')
    },
  )

  it('is not told where the birth has not come, or is later than the clue; an heir may be born later', () => {
    const known = (foundOn: string) =>
      first(({ case: about }) => {
        about.clue = { ...about.clue, foundOn }
      })
    const [born, heir] = [{ idNumber: '11010520250304002X' }, { path: 'case.obligors[o2].successor' }]
    expect(sexAndBirth(known('2025-03-03'), born)).toBe('')
    expect(sexAndBirth(known('2025-03-04'), born)).toBe('女，2025年3月4日出生')
    expect(sexAndBirth(known('2025-03-03'), { ...born, ...heir })).toBe('女，2025年3月4日出生')
    expect(sexAndBirth(known('2025-03-03'), { idNumber: '110105209901010020', ...heir })).toBe('')
  })
})

describe('custody on the day of a paper', () => {
  const custody = { from: '2025-03-10', to: '2025-05-31', place: '南宁市某看守所' }

  it.each([
    ['2025-03-09', ''],
    ['2025-03-10', '现羁押于南宁市某看守所'],
    ['2025-05-31', '现羁押于南宁市某看守所'],
    ['2025-06-01', ''],
    [undefined, ''],
  ])('on %s: %j', (on, told) => {
    expect(custodyText({ custody }, on)).toBe(told)
  })

  it('that goes on is told on a paper without a day, without a place too', () => {
    expect(custodyText({ custody: { from: '2025-03-10' } }, undefined)).toBe('现被羁押')
    expect(custodyText({}, '2025-03-10')).toBe('')
  })

  it('stands in filings, in form 7 and in the letter about a crime', () => {
    const detained = ({ case: about }: Parameters<NonNullable<Parameters<typeof crowdedCase>[2]>>[0]) => {
      for (const obligor of about.obligors ?? [])
        if (obligor.kind === 'individual') obligor.custody = { from: '2025-03-10', place: '南宁市某看守所' }
    }
    const [talks, suit] = [crowdedCase(2, undefined, detained), crowdedSuit(2, undefined, detained)]
    const where = '住址：南宁市某区，现羁押于南宁市某看守所。'
    expect(lines(fill(suit, 'complaint', 'S1').fields.当事人).at(-1)).toContain(where)
    expect(lines(fill(talks, 'transfer-letter', '2025-03-10').fields.涉嫌人员).at(-1)).toContain(where)
    expect(fill(talks, 'enforcement-application', 'F1').fields.被申请人).toHaveProperty(
      ['rows', 1, '地址（联系方式）'],
      '南宁市某区，现羁押于南宁市某看守所',
    )
  })
})
