import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { mergeCase } from '../../src/core/merge/case.ts'
import type { Decision } from '../../src/core/merge/merge.ts'

const base: CaseData = {
  case: { id: 'NN-2026-0001', obligors: [{ id: 'o1', name: '甲公司' }] },
  evidence: { evidence: [{ id: 'E1', title: '笔录' }] },
}
const withEvidence = (title: string): CaseData => ({
  ...base,
  evidence: {
    evidence: [
      { id: 'E1', title: '笔录' },
      { id: 'E2', title },
    ],
  },
  screening: { facts: [{ text: '有排污', evidence: ['E1', 'E2'] }] },
})
const withObligor = (name: string): CaseData => ({
  ...base,
  case: {
    id: 'NN-2026-0001',
    obligors: [
      { id: 'o1', name: '甲公司' },
      { id: 'o2', name },
    ],
  },
  appraisals: { appraisals: [{ id: 'A1', commissionedBy: ['o2'] }] },
})
const decided = (choice: Decision) => () => choice

describe('two officers gave one number to two things', () => {
  it('evidence: theirs keeps the number, ours gets the next, and ours are the references that move', () => {
    const theirs = { ...base, evidence: withEvidence('照片').evidence }
    const { data, conflicts, renumbered } = mergeCase({ base, ours: withEvidence('视频'), theirs })
    expect(conflicts).toEqual([])
    expect(renumbered).toEqual([{ document: 'evidence', from: 'E2', to: 'E3' }])
    expect(data.evidence).toEqual({
      evidence: [
        { id: 'E1', title: '笔录' },
        { id: 'E3', title: '视频' },
        { id: 'E2', title: '照片' },
      ],
    })
    expect(data.screening).toEqual({ facts: [{ text: '有排污', evidence: ['E1', 'E3'] }] })
  })

  it('the same evidence entered by both is one', () => {
    const { data, renumbered } = mergeCase({ base, ours: withEvidence('照片'), theirs: withEvidence('照片') })
    expect(renumbered).toEqual([])
    expect(data).toEqual(withEvidence('照片'))
  })

  it('an obligor is asked about, once and as a whole', () => {
    const sides = { base, ours: withObligor('乙公司'), theirs: withObligor('丙公司') }
    expect(mergeCase(sides).conflicts).toMatchObject([
      { document: 'case', address: 'obligors[o2]', both: true, ours: { name: '乙公司' } },
    ])
    const names = (choice: Decision): unknown => mergeCase(sides, decided(choice)).data.case
    expect(names('ours')).toEqual(withObligor('乙公司').case)
    expect(names('theirs')).toEqual(withObligor('丙公司').case)
    const { data, conflicts } = mergeCase(
      { ...sides, theirs: { ...sides.theirs, appraisals: {} } },
      decided('both'),
    )
    expect(conflicts).toEqual([])
    expect(data.case).toMatchObject({ obligors: [{ id: 'o1' }, { id: 'o3', name: '乙公司' }, { id: 'o2' }] })
    expect(data.appraisals).toEqual({ appraisals: [{ id: 'A1', commissionedBy: ['o3'] }] })
  })
})
