import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { setDates } from '../../src/core/facts/past.ts'
import { besideProceedings, timelineOf } from '../../src/core/facts/timeline.ts'
import { documentsOf } from '../support/setting.ts'

/** Every text that looks like a day, with the keys that lead to it; no schema is asked. */
function daysIn(value: unknown, path: readonly string[] = []): { keys: readonly string[]; day: string }[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? [{ keys: path, day: value }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => daysIn(child, [...path, key]))
}

const leftOut = (keys: readonly string[]): boolean =>
  setDates.has(keys.at(-1) ?? '') || keys.slice(1).some((key) => besideProceedings.has(key))

const happened = (documents: Documents) =>
  timelineOf(factsOf(documents)).map(({ date, what, about }) => [date, what, about].join(' ').trim())

describe('what happened in a case', () => {
  it.each(['example-case', 'example-case-2'])(
    'is every date of %s, but for those that are left out by name',
    (fixture) => {
      const documents = documentsOf(fixture)
      const told = new Set(timelineOf(factsOf(documents)).map(({ date }) => date))
      const days = daysIn(documents).filter(({ keys }) => keys[0] !== 'evidence' && !leftOut(keys))
      expect(days.length).toBeGreaterThan(30)
      expect(days.filter(({ day }) => !told.has(day))).toEqual([])
    },
  )

  it('names the procedures beside the main course by their obligor', () => {
    const told = happened(documentsOf('example-case-2'))
    expect(told).toContain('2025-08-19 时效中断 某矿业有限公司')
    expect(told).toContain('2025-10-10 申请保全 梁某')
    expect(told).toContain('2025-07-07 提出异议 异议 B1')
    expect(told).toContain('2026-09-30 修复完成 修复 R1')
  })

  it('tells of a detention, whose days are no “…On”, and of whom', () => {
    const documents = documentsOf('example-case-2')
    const [first, ...others] = documents.case.obligors ?? []
    if (!first) throw new Error('the fixture has no obligor')
    const custody = { from: '2025-03-20', to: '2025-06-20', place: '某看守所' }
    const detained = { ...documents.case, obligors: [{ ...first, custody }, ...others] }
    const told = happened({ ...documents, case: detained })
    expect(told).toContain(`2025-03-20 羁押开始 ${first.name}`)
    expect(told).toContain(`2025-06-20 羁押结束 ${first.name}`)
  })

  it('is in the order of the days, each fact once, and tells of dates of the schema alone', () => {
    const documents = documentsOf('example-case-2')
    const all = timelineOf(factsOf(documents)).map(({ date }) => date)
    expect(all).toEqual(all.toSorted())
    const told = happened(documents)
    expect(new Set(told).size).toBe(told.length)
    const bare = { case: { ...documents.case, summary: '2024-01-01', remarks: '2024-01-02' } }
    expect(happened(bare).join()).not.toMatch(/2024-01-0/)
  })

  it('names meetings by their number, assignments by whom they pass from and to, and who is not of the case by the id', () => {
    const documents = documentsOf('example-case-2')
    expect(happened(documents)).toContain('2025-09-26 磋商会议 第2次')
    const assignments = [{ on: '2025-04-01', from: '陆某', to: '覃某' }]
    const told = happened({ case: { ...documents.case, assignments } as Documents['case'] })
    expect(told.filter((line) => line.startsWith('2025-04-01') && line.includes('→'))).toEqual([
      expect.stringContaining('陆某 → 覃某'),
    ])
    const replies = [{ obligor: 'o9', repliedOn: '2025-08-22', agrees: true }]
    const unknown = happened({ case: documents.case, consultation: { rounds: [{ round: 1, replies }] } })
    expect(unknown.find((line) => line.startsWith('2025-08-22'))).toMatch(/ o9$/)
  })

  it('tells nothing of days that are only agreed or set', () => {
    const told = happened(documentsOf('example-case'))
    expect(told.filter((line) => /期限|至$/.test(line))).toEqual([])
  })
})
