import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 案件来源: '日常监管', 原编号: 'NN-2025-0007' },
    lacks: [
      '义务人：case.obligors ← amend-obligors',
      '案由：case.cause ← new',
      '终止理由：closing.terminations ← terminate',
    ],
  },
}
