import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 依据: '《中华人民共和国民法典》第一百八十七条' },
    lacks: [
      '罚款、罚金：case.relatedProceedings ← new',
      '收文机关：case.relatedProceedings[0].authority ← new',
      '赔偿责任：appraisals.appraisals ← receive-appraisal',
    ],
  },
}
