import { describe, expect, it } from 'vitest'
import { subjectLabel } from '../../src/core/facts/subjects.ts'
import { viewOfFixture } from '../support/setting.ts'

const { facts, regulation } = viewOfFixture('example-case-2', '2026-11-24')

describe('an address in words', () => {
  it.each([
    ['1/o2', '第1轮 梁某'],
    ['2', '第2轮'],
    ['o1', '某矿业有限公司'],
    ['A1/B1', '鉴定评估 A1 异议 B1'],
    ['agreement/G1', '生态环境损害赔偿协议 G1'],
    ['judgment/S1', '生效裁判文书 诉讼 S1'],
    ['restoration-effect/R1', '生态环境修复效果 R1'],
    ['G1', '协议 G1'],
    ['P1', '款项 P1 某矿业有限公司'],
    ['R1', '修复 R1'],
    ['S1', '诉讼 S1'],
    ['F1', '执行 F1'],
    ['B1', '异议 B1'],
    ['A1', '鉴定评估 A1'],
    ['1/2', '第1轮 第2次会议'],
    ['12/10', '第12轮 第10次会议'],
    ['12/o2', '第12轮 梁某'],
    ['12', '第12轮'],
    ['property/2025-10-10', '财产保全 2025年10月10日'],
    ['property/2025-10-10/o1+o2', '财产保全 2025年10月10日 某矿业有限公司、梁某'],
    ['2025-10-10', '2025年10月10日'],
    ['2025-10-10/送达/2', '2025年10月10日 送达 2'],
    ['S1/o2/money', '诉讼 S1 梁某 付款'],
    ['G2/o1/work', '协议 G2 某矿业有限公司 修复'],
    ['G2/labor', '协议 G2 劳务代偿'],
    ['G2/W1/2', '协议 G2 W1 2'],
    ['G2/o1+o2', '协议 G2 某矿业有限公司、梁某'],
    ['G2/o1+o9', '协议 G2 o1+o9'],
    ['R1/2', '修复 R1 2'],
    ['o1/G1', '某矿业有限公司 协议 G1'],
    ['section-head', '机构负责人'],
    ['department-head', '部门负责人'],
    ['2025-04', '2025年4月'],
    ['2025Q1', '2025年第1季度'],
    ['2025', '2025年'],
    ['agreement', '生态环境损害赔偿协议'],
    ['unheard-of', 'unheard-of'],
    [null, ''],
  ])('%s is %s', (subject, words) => {
    expect(subjectLabel(facts, subject, regulation)).toBe(words)
  })

  it('keeps an id that is of nothing in the case, or of no case', () => {
    expect(subjectLabel(facts, 'E99', regulation)).toBe('E99')
    expect(subjectLabel(facts, '1/o9', regulation)).toBe('第1轮 o9')
    expect(subjectLabel(facts, 'unheard-of')).toBe('unheard-of')
    expect(subjectLabel(undefined, 'G1/o2', regulation)).toBe('G1 异议 o2')
    expect(subjectLabel(undefined, '1/o2')).toBe('第1轮 o2')
    expect(subjectLabel(undefined, 'x2026')).toBe('x2026')
    expect(subjectLabel(undefined, '2026-11x')).toBe('2026-11x')
  })

  it('of evidence is its number', () => {
    const first = viewOfFixture('example-case', '2026-11-24')
    expect(subjectLabel(first.facts, 'E1', first.regulation)).toBe('证据 E1')
  })

  it('of the repository as a whole needs no case', () => {
    expect(subjectLabel(undefined, '2026Q3')).toBe('2026年第3季度')
    expect(subjectLabel(undefined, '2026')).toBe('2026年')
  })
})
