import { describe, expect, it } from 'vitest'
import { subjectLabel } from '../../src/core/facts/subjects.ts'
import { viewOfFixture } from '../support/setting.ts'

const { facts, regulation } = viewOfFixture('example-case-2', '2026-11-24')

describe('an address in words', () => {
  it.each([
    ['1/o2', '第1轮 梁某'],
    ['2', '第2轮'],
    ['o1', '某矿业有限公司'],
    ['A1/B1', 'A1 异议 B1'],
    ['G1', '协议 G1'],
    ['P1', '款项 P1'],
    ['R1', '修复 R1'],
    ['S1', '诉讼 S1'],
    ['2025-04', '2025年4月'],
    ['2025Q1', '2025年第1季度'],
    ['2025', '2025年'],
    ['agreement', '生态环境损害赔偿协议'],
    ['unheard-of', 'unheard-of'],
    [null, ''],
  ])('%s is %s', (subject, words) => {
    expect(subjectLabel(facts, subject, regulation)).toBe(words)
  })

  it('of the repository as a whole needs no case', () => {
    expect(subjectLabel(undefined, '2026Q3')).toBe('2026年第3季度')
    expect(subjectLabel(undefined, '2026')).toBe('2026年')
  })
})
