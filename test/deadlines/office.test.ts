import { describe, expect, test } from 'vitest'
import { repositoryDeadlines } from '../../src/core/deadlines/repository.ts'
import type { SubmissionsDocument } from '../../src/core/facts/documents.ts'
import { settingOn } from '../support/setting.ts'

type Submission = NonNullable<SubmissionsDocument['submissions']>[number]

/** What the office owes as a whole on a day: what, for when, since when, how it stands. */
function owed(today: string, clues: readonly string[], ...submissions: Submission[]): string[] {
  return repositoryDeadlines(clues, { submissions }, settingOn(today)).map(
    ({ deadline, subject, start, status, met }) => [deadline, subject, start, status, met ?? '-'].join(' '),
  )
}

describe('第十一条: the list of clues of each quarter', () => {
  test('is owed once the quarter has ended, from that of the first clue on', () => {
    expect(owed('2026-06-30', ['2026-05-20', '2026-04-02'])).toEqual([])
    expect(owed('2026-07-01', ['2026-05-20', '2026-04-02'])).toEqual([
      'quarterly-clue-list 2026Q2 2026-06-30 duty -',
    ])
    expect(owed('2026-10-01', ['2026-08-20', '2026-06-30'])).toEqual([
      'quarterly-clue-list 2026Q2 2026-06-30 duty -',
      'quarterly-clue-list 2026Q3 2026-09-30 duty -',
    ])
  })

  test('was sent, where it is on record for that quarter', () => {
    const sent: Submission = { kind: 'quarterly-clue-list', period: '2026Q2', submittedOn: '2026-07-08' }
    expect(owed('2026-10-01', ['2026-04-02'], sent)).toEqual([
      'quarterly-clue-list 2026Q2 2026-06-30 met 2026-07-08',
      'quarterly-clue-list 2026Q3 2026-09-30 duty -',
    ])
    const other: Submission = { ...sent, kind: 'annual-report' }
    expect(owed('2026-07-20', ['2026-04-02'], other)).toEqual([
      'quarterly-clue-list 2026Q2 2026-06-30 duty -',
    ])
  })
})

describe('第三十二条: the report on each year', () => {
  test('is owed once the year has ended, from that of the first clue on', () => {
    const years = (today: string, ...clues: string[]) =>
      owed(today, clues).filter((each) => each.startsWith('annual'))
    expect(years('2026-12-31', '2026-05-20')).toEqual([])
    expect(years('2027-01-01', '2026-05-20')).toEqual(['annual-report 2026 2026-12-31 duty -'])
    expect(years('2027-01-01', '2025-12-31', '2024-02-29')).toEqual([
      'annual-report 2024 2024-12-31 duty -',
      'annual-report 2025 2025-12-31 duty -',
      'annual-report 2026 2026-12-31 duty -',
    ])
  })
})

describe('an office', () => {
  test('without any clue owes nothing', () => {
    expect(owed('2027-01-01', [])).toEqual([])
    expect(repositoryDeadlines(['2026-05-20'], undefined, settingOn('2026-07-01'))).toHaveLength(1)
  })

  test('owes nothing that its text does not ask for', () => {
    const setting = settingOn('2027-01-01')
    const without = (matter: string) =>
      repositoryDeadlines(['2026-10-20'], undefined, {
        ...setting,
        regulation: { ...setting.regulation, has: (each) => each !== matter && setting.regulation.has(each) },
      }).map(({ deadline }) => deadline)
    expect(without('annual-report')).toEqual(['quarterly-clue-list'])
    expect(without('quarterly-clue-list')).toEqual(['annual-report'])
  })
})
