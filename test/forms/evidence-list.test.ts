import { describe, expect, it } from 'vitest'
import { fill, rows } from './support.ts'
import { suedCase } from './whole.ts'

describe('证据目录', () => {
  it('lists the evidence with what it proves, without the numbers that ejc gives it', () => {
    const { fields, missing } = fill(suedCase(), 'evidence-list', 'S1')
    expect(missing).toEqual([])
    const [first, second] = rows(fields.证据)
    expect(first).toEqual({
      序号: '1',
      名称: '勘查笔录',
      种类: '勘验笔录',
      来源: '承办单位现场勘查，2025年3月7日，罗某',
      证明内容: '暗管的位置和排放的事实',
      页数: '4',
    })
    expect(second).toMatchObject({ 序号: '2', 名称: '检测报告', 来源: '', 证明内容: '' })
    expect(JSON.stringify(fields)).not.toMatch(/"E\d/)
  })

  it('lists nothing that was found after the filing', () => {
    const later = suedCase('2026-12-24', ({ evidence }) => {
      evidence?.evidence.push({ id: 'E20', title: '后来的照片', collectedOn: '2026-05-01' })
    })
    const names = (subject: string) =>
      rows(fill(later, 'evidence-list', subject).fields.证据).map(({ 名称 }) => 名称)
    expect(names('S1')).not.toContain('后来的照片')
  })

  it('names what bears no day: what it lists, and what came with a later step and is left out', () => {
    const later = suedCase('2026-12-24', ({ evidence, restoration }) => {
      evidence?.evidence.push({ id: 'E20', title: '监理报告' })
      restoration?.projects?.push({
        id: 'R9',
        startedOn: '2026-10-01',
        completedOn: '2026-12-01',
        supervisor: { name: '某监理', report: 'E20' },
      })
    })
    const { fields, undated } = fill(later, 'evidence-list', 'S1')
    expect(rows(fields.证据).map(({ 名称 }) => 名称)).not.toContain('监理报告')
    expect(undated?.leftOut).toEqual([
      { field: 'E20 监理报告', path: 'evidence.evidence[E20].collectedOn', action: 'add-evidence' },
    ])
    expect(undated?.listed.map(({ field }) => field)).toContain('E2 检测报告')
  })
})
