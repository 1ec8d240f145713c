import { describe, expect, it } from 'vitest'
import { byOfficer, chatByOfficer, rowsByOfficer } from '../../../../src/cli/shared/wording/by-officer.ts'
import { tableCsv } from '../../../../src/documents/csv.ts'

const cases = [
  { name: '甲案', officers: ['唐某', '宁某'] },
  { name: '乙案', officers: ['宁某'] },
  { name: '丙案', officers: [] },
  { name: '报表', officers: undefined },
]
const parts = byOfficer(cases, ({ officers }) => officers)

describe('a list by officer', () => {
  it('has a case under each of its officers, then what nobody handles, last what the office owes', () => {
    expect(parts.map(({ title, members }) => [title, ...members.map(({ name }) => name)])).toEqual([
      ['宁某', '甲案', '乙案'],
      ['唐某', '甲案'],
      ['未指派', '丙案'],
      ['本单位', '报表'],
    ])
  })

  it('says above each part how much is shared, and who signs, takes over or reports', () => {
    const headings = [...rowsByOfficer(parts, '件', ({ name }) => [name]).parts.values()]
    expect(headings.map((text) => text.replace(/＿+.*$/u, ''))).toEqual([
      '宁某（2 件，其中共同承办 1 件）　　签收：',
      '唐某（1 件，其中共同承办 1 件）　　签收：',
      '未指派（1 件）　　分派给：',
      '本单位（1 件）　　经办人：',
    ])
  })

  it('counts what several officers share once, on paper, in a chat and in a spreadsheet', () => {
    const chat = chatByOfficer('案件清单', '2026-11-24', parts, '件', ({ name }) => name)
    expect(chat.split('\n')[0]).toBe(
      '案件清单（截至2026年11月24日，共 4 件；共同承办的列在各人名下，只计一次）',
    )
    const { rows } = rowsByOfficer(parts, '件', ({ name }) => [name])
    expect(rows).toHaveLength(5)
    const columns = [{ key: 'name', title: '案件', width: 8 }]
    const csv = new TextDecoder().decode(
      tableCsv({ title: '案件清单', period: '2026-11-24', columns, rows, totals: [] }),
    )
    expect(csv.trim().split('\r\n').slice(1)).toEqual(['甲案', '乙案', '丙案', '报表'])
  })
})
