import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { mergeCase } from '../../src/core/merge/case.ts'

const claimant = (name: string) => ({ name, handlingUnit: `${name}生态环境局` })
const caseWith = (...names: string[]): CaseData => ({
  case: { id: 'NN-2026-0001', jurisdiction: { obligees: names.map(claimant) } },
})

describe('two officers record others who take part', () => {
  it('claimants are told apart by their names', () => {
    const { data, conflicts } = mergeCase({
      base: caseWith('甲市'),
      ours: caseWith('甲市', '乙市'),
      theirs: caseWith('甲市', '丙市'),
    })
    expect(conflicts).toEqual([])
    const { jurisdiction } = data.case as { jurisdiction: { obligees: { name: string }[] } }
    expect(jurisdiction.obligees.map(({ name }) => name).toSorted()).toEqual(['丙市', '乙市', '甲市'])
  })

  it('distributions are told apart by their days', () => {
    const distributing = (...days: string[]): CaseData => ({
      case: {
        id: 'NN-2026-0001',
        obligors: [{ id: 'o1', bankruptcy: { distributions: days.map((on) => ({ on, amount: '1.00' })) } }],
      },
    })
    const { conflicts, data } = mergeCase({
      base: distributing(),
      ours: distributing('2026-10-01'),
      theirs: distributing('2026-11-01'),
    })
    expect(conflicts).toEqual([])
    expect(JSON.stringify(data)).toContain('2026-10-01')
    expect(JSON.stringify(data)).toContain('2026-11-01')
  })

  it('whoever paid for an obligor follows the obligor to its new number', () => {
    const paidFor = (name: string): CaseData => ({
      case: {
        id: 'NN-2026-0001',
        obligors: [
          { id: 'o1', name: '甲公司' },
          { id: 'o2', name },
        ],
      },
      payments: {
        payments: [
          {
            id: 'Y1',
            paidOn: '2026-03-02',
            payer: { name: '某保险公司', relation: 'insurer', obligor: 'o2' },
          },
        ],
      },
    })
    const base: CaseData = { case: { id: 'NN-2026-0001', obligors: [{ id: 'o1', name: '甲公司' }] } }
    const theirs: CaseData = {
      case: {
        id: 'NN-2026-0001',
        obligors: [
          { id: 'o1', name: '甲公司' },
          { id: 'o2', name: '丙公司' },
        ],
      },
    }
    const { data } = mergeCase({ base, ours: paidFor('乙公司'), theirs }, () => 'both')
    expect(JSON.stringify(data.payments)).toContain('"obligor":"o3"')
  })
})
