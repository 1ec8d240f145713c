import { describe, expect, it } from 'vitest'
import { deadlinesOf } from '../../src/core/deadlines/index.ts'
import { governingVersion, versionOn } from '../../src/core/deadlines/period.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { RegulationPack } from '../../src/core/regulation/pack.ts'
import { createRegulation, type Period } from '../../src/core/regulation/regulation.ts'
import { viewOn } from '../golden/conclude.ts'
import { settingOn } from '../support/setting.ts'

const base: Period = {
  id: 'investigation',
  title: '损害调查',
  amount: 60,
  unit: 'day',
  article: '甲条',
  principle: false,
  advisory: false,
  verified: true,
}
const changed = (amount: number, from: string, running: boolean): Period => ({
  ...base,
  amount,
  versions: [
    { from: undefined, running: false, period: base },
    { from, running, period: { ...base, amount, article: '乙条' } },
  ],
})
/** Days after 2026-01-01, counted without a calendar. */
const dueOf = (start: string) => (version: Period) =>
  new Date(Date.parse(start) + version.amount * 86_400_000).toISOString().slice(0, 10)

describe('a period that the law has changed', () => {
  it('has on each day the value of that day', () => {
    const period = changed(45, '2026-09-25', false)
    expect(versionOn(period, '2026-09-24').amount).toBe(60)
    expect(versionOn(period, '2026-09-25').amount).toBe(45)
  })

  it('leaves clocks alone that run already, unless the change says that it reaches them', () => {
    const start = '2026-08-07'
    expect(governingVersion(start, changed(45, '2026-09-25', false), dueOf(start)).period.amount).toBe(60)
    expect(
      governingVersion('2026-09-26', changed(45, '2026-09-25', false), dueOf('2026-09-26')).period.amount,
    ).toBe(45)
    expect(governingVersion(start, changed(90, '2026-09-25', true), dueOf(start))).toMatchObject({
      period: { amount: 90 },
      former: { due: '2026-10-06', changedOn: '2026-09-25' },
    })
  })

  it('never ends a clock before the day of the change', () => {
    const start = '2026-08-07'
    // 45 days would have ended on 2026-09-21, four days before the change.
    expect(governingVersion(start, changed(45, '2026-09-25', true), dueOf(start)).period.amount).toBe(60)
  })

  it('revives nothing that had run out, and touches nothing that was met', () => {
    const start = '2026-06-01'
    expect(governingVersion(start, changed(120, '2026-09-25', true), dueOf(start))).toMatchObject({
      period: { amount: 60 },
      missed: { changedOn: '2026-09-25' },
    })
    const running = '2026-08-07'
    const met = governingVersion(running, changed(90, '2026-09-25', true), dueOf(running), '2026-09-01')
    expect(met.period.amount).toBe(60)
  })
})

describe('生态环境法典: the limitation', () => {
  const known = (day: string, more: object = {}) => ({
    base: 'minimal' as const,
    set: { 'case.damage.knownOn': day, 'case.obligors.0.identifiedOn': day, ...more },
  })
  const limitation = (day: string, today: string, more: object = {}) =>
    viewOn(known(day, more), today).deadlines.find(
      ({ deadline, subject }) => deadline === 'limitation' && subject === 'o1',
    )

  it('cites the law that it ran out under', () => {
    expect(limitation('2020-01-06', '2026-11-24')?.article).toContain('民法典第一百八十八条')
    expect(limitation('2026-09-01', '2026-11-24')?.article).toBe('生态环境法典第一千零五十四条')
  })

  it('shows the earlier end where a demand was in time by the five years alone', () => {
    // Three years from 2024-01-04 end on 2027-01-04; the demand of 2028 came after them.
    const court = { limitationInterruptions: [{ obligor: 'o1', on: '2028-06-01', how: 'demand' }] }
    expect(limitation('2024-01-04', '2028-07-01', { court })).toMatchObject({
      due: '2033-06-01',
      otherReading: { due: '2027-01-04' },
    })
  })

  it('reminds of the earlier end before it comes', () => {
    expect(limitation('2024-01-04', '2026-11-24')?.status).toBe('open')
    expect(limitation('2024-01-04', '2027-01-02')?.status).toBe('soon')
  })
})

describe('a text that shortens a period for what begins later', () => {
  it('keeps the day of a case that had begun before', () => {
    const setting = settingOn('2026-06-30')
    const { pack } = setting.regulation
    const values = [
      { amount: 60, unit: 'day' as const, article: '甲条' },
      { from: '2026-04-01', amount: 45, unit: 'day' as const, article: '乙条' },
    ]
    const investigation = { title: '损害调查', amount: 45, unit: 'day' as const, article: '乙条', values }
    const changedPack: RegulationPack = { ...pack, periods: { ...pack.periods, investigation } }
    const { facts } = viewOn(
      { base: 'minimal', set: {}, facts: { investigation: { initiation: { initiatedOn: '2026-03-02' } } } },
      '2026-06-30',
    )
    const found = deadlinesOf(factsOf(facts.documents), {
      ...setting,
      regulation: createRegulation(changedPack),
    }).find(({ deadline }) => deadline === 'investigation')
    expect(found).toMatchObject({ due: '2026-05-01', article: '甲条' })
  })
})
