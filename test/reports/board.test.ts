import { describe, expect, it } from 'vitest'
import { boardCase } from '../../src/core/reports/board.ts'
import { boardData, boardOf } from '../../src/core/reports/board-figures.ts'
import type { CaseView } from '../../src/core/view.ts'
import { viewOfFixture } from '../support/setting.ts'

const today = '2026-12-05'
const none = { error: 0, warning: 0, notice: 0 }
const first = viewOfFixture('example-case', today)
const second = viewOfFixture('example-case-2', today)
const onBoard = (...views: readonly CaseView[]) =>
  boardOf(
    views.map((view) => boardCase(view, { error: 1, warning: 0, notice: 2 })),
    {
      today,
      unit: null,
      regulation: '细则',
      officer: null,
      withinDays: 7,
      office: [],
      officeFindings: { ...none, warning: 3 },
      unreadable: [],
    },
  )
const chart = (title: string, ...views: readonly CaseView[]) =>
  Object.fromEntries(
    (boardData(onBoard(...views)).charts.find((each) => each.title === title)?.bars ?? []).map(
      ({ label, value }) => [label, value],
    ),
  )

describe('the figures of the board (第三十二条)', () => {
  it('count cases, those in hand, those by stage and those that are late', () => {
    const { figures } = onBoard(first, second)
    expect(figures).toMatchObject({ cases: 2, inHand: 2, late: 1 })
    expect(figures.stages.reduce((total, { cases }) => total + cases, 0)).toBe(2)
  })

  it('add up what agreements provide for and what was paid, case by case', () => {
    const { figures, cases: onPage } = onBoard(first, second)
    const cases = [...onPage]
    expect(cases.map(({ settled }) => settled)).toEqual(['529700.00', expect.any(String)])
    const fen = (yuan: string) => BigInt(yuan.replace('.', ''))
    for (const key of ['claimed', 'settled', 'paid'] as const)
      expect(fen(figures[key])).toBe(cases.reduce((total, each) => total + fen(each[key]), 0n))
  })

  it('never count a claim below the highest appraisal or the claim before the court (第六条)', () => {
    const appraised = viewOfFixture('example-case', today, ({ appraisals }) => {
      for (const each of appraisals?.appraisals ?? [])
        each.amounts = [{ head: 'service-loss', amount: '999999.99' }]
    })
    expect(boardCase(appraised, none).claimed).toBe('999999.99')
  })

  it('count a claim once that was withdrawn and brought again', () => {
    const filed = { obligors: ['o1'], filedOn: '2026-03-02', claimAmount: '9000000.00' }
    const again = viewOfFixture('example-case', today, (documents) => {
      documents.court = {
        suits: [
          { id: 'S1', ...filed, result: 'withdrawn' },
          { id: 'S2', ...filed },
        ],
      }
    })
    expect(boardCase(again, none).claimed).toBe('9000000.00')
  })

  it('count a judgment that stands for itself beside the agreements in force (第二十四条)', () => {
    const judged = viewOfFixture('example-case', today, (documents) => {
      documents.court = {
        suits: [
          {
            id: 'S9',
            obligors: ['o1'],
            filedOn: '2026-09-01',
            effectiveOn: '2026-11-01',
            result: 'won',
            payments: [{ id: 'P9', dueOn: '2026-12-01', amount: '100.00' }],
          },
        ],
      }
    })
    expect(boardCase(judged, none).settled).toBe('529800.00')
  })

  it('add what is wrong in files of no case to the findings of the cases', () => {
    expect(onBoard(first, second).figures.findings).toEqual({ error: 2, warning: 3, notice: 4 })
  })
})

describe('the lists of the board', () => {
  it('hold what is overdue, never what is only recommended, the earliest last day first', () => {
    const { overdue } = onBoard(first, second)
    expect(overdue.length).toBeGreaterThan(1)
    expect(overdue.every(({ status, advisory }) => status === 'overdue' && !advisory)).toBe(true)
    const days = overdue.map(({ rolledDue }) => rolledDue ?? '')
    expect(days).toEqual(days.toSorted())
  })

  it('hold what ends within the days of the reminder, and nothing that is past or has no day', () => {
    const { near } = onBoard(first, second)
    expect(near.map(({ rolledDue }) => rolledDue)).toEqual(['2026-12-10'])
    expect(near.every(({ status }) => ['open', 'soon', 'rolled'].includes(status))).toBe(true)
  })
})

describe('the charts of the board', () => {
  it('show the last twelve months, the running one last', () => {
    const months = chart('近十二个月新收线索', first, second)
    expect(Object.keys(months)).toHaveLength(12)
    expect(Object.keys(months).at(0)).toBe('2026-01')
    expect(Object.keys(months).at(-1)).toBe('2026-12')
    expect(months['2026-02']).toBe(1)
  })

  it('name what has no officer, so that nobody is left out', () => {
    const nobodys = viewOfFixture('example-case', today, ({ case: facts }) => {
      delete facts.officers
    })
    expect(chart('各承办人在办案件', nobodys)).toEqual({ 未指派: 1 })
  })
})
