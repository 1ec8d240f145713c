import { describe, expect, it } from 'vitest'
import type { Payment, RestorationProject, ScheduledPayment } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import {
  type Given,
  step,
  upToAgreement,
  upToConclusion,
  upToMeetings,
  upToScreening,
} from '../support/step.ts'

const today = '2026-11-24'

describe('重大案件书面报告 (第三十四条)', () => {
  const office = '南宁市委生态环境保护和督察工作领导小组办公室'
  const major = (...to: string[]): Given => ({
    supervision: {
      major: { grounds: ['inspection-typical'], reports: to.map((each) => ({ to: each, on: '2025-03-10' })) },
    },
  })

  it('goes to two, each once', () => {
    expect(step('report-major').subjects).toEqual([])
    expect(step('report-major', { supervision: { major: { grounds: [] } } }).subjects).toEqual([])
    expect(step('report-major', { supervision: { major: {} } }).subjects).toEqual([])
    const bare = { supervision: { major: { grounds: ['inspection-typical'] } } }
    expect(step('report-major', bare).subjects).toEqual([null])
    expect(step('report-major', major('甲')).subjects).toEqual([null])
    expect(step('report-major', major('甲', '甲')).subjects).toEqual([null])
    expect(step('report-major', major('甲', '乙')).subjects).toEqual([])
  })

  it('is proposed to the office of the reform, then to nobody in particular', () => {
    expect(step('report-major', major()).known(null)).toEqual({ to: office, on: today })
    expect(step('report-major').known(null)).toEqual({ to: office, on: today })
    expect(step('report-major', major(office)).known(null)).toEqual({ on: today })
    expect(step('report-major', major('甲')).refused(null, { to: '甲' })).toEqual(['major-report to'])
    expect(step('report-major', major('甲')).refused(null, { to: '乙' })).toEqual([])
    expect(step('report-major').refused(null, { to: '甲' })).toEqual([])
  })

  it('waits for the initiation', () => {
    expect(step('report-major', major()).blocked(null)).toEqual([])
    expect(step('report-major', { ...upToScreening, ...major() }).blocked(null)).toEqual(['major-report'])
    expect(step('report-major', { investigation: {} }).blocked(null)).toEqual(['major-report'])
  })
})

describe('每月报告 (第三十四条)', () => {
  it('names the month that it is for, and goes to the supervising unit', () => {
    const supervised = (more: object): Given => ({
      ...upToConclusion,
      supervision: { major: { grounds: ['inspection-typical'], ...more } },
    })
    const monthly = step('report-month', supervised({ supervisingUnit: '自治区生态环境厅' }), '2025-05-21')
    expect(monthly.subjects).toEqual(['2025-04', '2025-05'])
    expect(monthly.known('2025-05')).toEqual({
      month: '2025-05',
      reportedOn: '2025-05-21',
      to: '自治区生态环境厅',
    })
    expect(step('report-month', supervised({})).known('2025-05')).toEqual({
      month: '2025-05',
      reportedOn: today,
    })
    expect(step('report-month').known('2025-05')).toEqual({ month: '2025-05', reportedOn: today })
    expect(monthly.refused('2025-05')).toEqual([])
    expect(monthly.refused('2025-05', { month: '2025-04' })).toEqual(['monthly-report month'])
    expect(monthly.blocked('2025-05')).toEqual([])
  })
})

describe('告知积极履行 (第二十三条)', () => {
  const paid = (more: Partial<Payment> = {}): Payment => ({
    id: 'P1',
    agreement: 'G1',
    amount: '60000.00',
    paidOn: '2025-08-15',
    destination: 'treasury',
    ...more,
  })
  const performed = (payments: Payment[], projects: RestorationProject[] = []): Given => ({
    ...upToAgreement,
    payments: { payments },
    restoration: { projects },
  })
  const told = (...notices: [to: string, obligor: string][]): Given => ({
    supervision: { leniencyNotices: notices.map(([to, obligor]) => ({ to, obligor, on: today })) },
  })

  it.each<[string, Given, string[]]>([
    ['once something was paid', performed([paid()]), ['o1', 'o2']],
    [
      'once the restoration began',
      performed([], [{ id: 'R1', agreement: 'G1', startedOn: '2025-09-25' }]),
      ['o1', 'o2'],
    ],
    ['not while it is only planned', performed([], [{ id: 'R1', agreement: 'G1' }]), []],
    ['not before anything was performed', performed([]), []],
    ['not without an agreement', upToMeetings, []],
    [
      'not of an agreement that the court refused',
      { ...performed([paid()]), court: { confirmations: [{ agreement: 'G1', result: 'refused' }] } },
      [],
    ],
    [
      'not of one released',
      {
        ...performed([paid()]),
        closing: { terminations: [{ obligors: ['o1'], ground: 'no-assets', decidedOn: '2026-06-15' }] },
      },
      ['o2'],
    ],
    ['to a second body', { ...performed([paid()]), ...told(['甲', 'o1'], ['甲', 'o1']) }, ['o1', 'o2']],
    ['to two bodies at most', { ...performed([paid()]), ...told(['甲', 'o1'], ['乙', 'o1']) }, ['o2']],
    ['of each by himself', { ...performed([paid()]), ...told(['甲', 'o1'], ['乙', 'o2']) }, ['o1', 'o2']],
  ])('%s', (_, given, subjects) => {
    expect(step('notify-leniency', given).subjects).toEqual(subjects)
  })

  const lateOf = (
    paidOn: string,
    { obligor: payer }: Partial<ScheduledPayment>,
    ...others: ScheduledPayment[]
  ): Given => {
    const [first] = sampleDocuments().agreements?.agreements ?? []
    const due = { id: 'P1', dueOn: '2025-08-20', amount: '60000.00', ...(payer && { obligor: payer }) }
    return {
      ...performed([paid({ paidOn })]),
      agreements: { agreements: first ? [{ ...first, payments: [due, ...others] }] : [] },
    }
  }

  it('is not advised for whoever paid late', () => {
    const advised = (given: Given) => ['o1', 'o2'].map((id) => step('notify-leniency', given).advised(id))
    expect(advised(lateOf('2025-08-20', { obligor: 'o1' }))).toEqual([true, true])
    expect(advised(lateOf('2025-08-21', { obligor: 'o1' }))).toEqual([false, true])
    expect(advised(lateOf('2025-08-21', {}))).toEqual([false, false])
    expect(advised(lateOf('2025-08-21', { obligor: 'o2' }))).toEqual([true, false])
    expect(advised(upToMeetings)).toEqual([true, true])
    const other = { id: 'P2', obligor: 'o2', dueOn: '2025-08-20', amount: '1.00' }
    expect(advised(lateOf('2025-08-21', { obligor: 'o1' }, other))).toEqual([false, true])
  })

  it('is blocked by what the obligor did not perform, which is named', () => {
    const unpaid = step('notify-leniency', performed([]))
    expect(unpaid.blocked('o1')).toEqual(['leniency'])
    expect(unpaid.blocked('o2')).toEqual(['leniency'])
    expect(step('notify-leniency').blocked('o1')).toEqual([])
    expect(step('notify-leniency', upToMeetings).blocked('o1')).toEqual([])
  })

  it('tells of the obligor for whom it is', () => {
    const { known, refused } = step('notify-leniency')
    expect(known('o1')).toEqual({ obligor: 'o1', on: today })
    expect(refused('o1')).toEqual([])
    expect(refused('o1', { obligor: 'o2' })).toEqual(['leniency obligor'])
  })
})
