import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 提交人: '南宁市生态环境局' },
    lacks: ['证据：evidence.evidence ← add-evidence', '人民法院：court ← sue'],
  },
  whole: {
    about: ['G1'],
    needs: [
      '证据：evidence.evidence ← add-evidence',
      '人民法院：court.confirmations[G1].court ← apply-confirmation',
    ],
  },
}
