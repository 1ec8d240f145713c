import { describe, expect, it } from 'vitest'
import { changeLines } from '../../../../src/cli/shared/wording/changes.ts'
import type { Item } from '../../../../src/core/stages/define.ts'

const names = { facts: { obligors: [] }, choices: {} }

const evidence = (before: readonly object[], after: readonly object[]): string[] =>
  changeLines({ name: 'evidence', path: [], lists: {} }, { evidence: before }, { evidence: after }, names)

const officers = (before: readonly object[], after: readonly object[]): string[] =>
  changeLines({ name: 'case', path: [], lists: {} }, { officers: before }, { officers: after }, names)

describe('given a text that says nothing', () => {
  const clauses = (before: Item, after: Item): string[] =>
    changeLines({ name: 'agreements', path: ['agreements', 0], lists: {} }, before, after, names)

  it('no line tells that it is gone or has come', () => {
    expect(clauses({ clauses: { other: '' } }, { clauses: {} })).toEqual([])
    expect(clauses({}, { clauses: { other: ' ' }, remarks: '' })).toEqual([])
  })

  it('a text in its place is told as one that was not there', () => {
    expect(clauses({ remarks: '' }, { remarks: '已核对' })).toEqual([
      expect.stringMatching(/：（无） → 已核对$/),
    ])
  })
})

describe('given two versions of a list whose entries have ids', () => {
  const [photo, report, note] = [
    { id: 'E1', title: '照片' },
    { id: 'E2', title: '报告' },
    { id: 'E3', title: '笔录' },
  ]

  it('tells the entry that is gone by its id, and nothing of those behind it', () => {
    const lines = evidence([photo, report, note], [report, note])
    expect(lines.every((line) => line.includes(' E1 '))).toBe(true)
    expect(lines).toContainEqual(expect.stringMatching(/名称：照片 → （无）$/))
  })

  it('tells one that is gone and one that is new as two', () => {
    const lines = evidence([photo, report], [report, { id: 'E4', title: '录像' }])
    expect(lines).toContainEqual(expect.stringMatching(/E1 .*名称：照片 → （无）$/))
    expect(lines).toContainEqual(expect.stringMatching(/E4 .*名称：（无） → 录像$/))
    expect(lines.join()).not.toContain('照片 → 录像')
  })

  it('tells a change inside of an entry that stands elsewhere now', () => {
    const lines = evidence([photo, report], [{ ...report, title: '鉴定报告' }])
    expect(lines).toContainEqual(expect.stringMatching(/E2 .*名称：报告 → 鉴定报告$/))
  })

  it('says that the order is another where nothing else is', () => {
    expect(evidence([photo, report], [report, photo])).toEqual([expect.stringMatching(/：顺序有变$/)])
  })
})

describe('given two versions of a list without ids', () => {
  const [first, second, third] = [
    { name: '甲某', unit: '一科' },
    { name: '乙某', unit: '二科' },
    { name: '丙某', unit: '三科' },
  ]

  it('tells one that is gone from those that stayed, by content', () => {
    const lines = officers([first, second, third], [second, third])
    expect(lines.map((line) => line.replace(/^.* 1 /, ''))).toEqual([
      '姓名：甲某 → （无）',
      '工作单位：一科 → （无）',
    ])
  })

  it('takes the entry with most in common for the one whose name was corrected', () => {
    expect(officers([first, second, third], [{ ...third, name: '邴某' }, second])).toEqual([
      expect.stringMatching(/ 1 姓名：丙某 → 邴某$/),
      expect.stringMatching(/ 1 姓名：甲某 → （无）$/),
      expect.stringMatching(/ 1 工作单位：一科 → （无）$/),
      expect.stringMatching(/：顺序有变$/),
    ])
  })
})
