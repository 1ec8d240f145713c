import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 依据: '督办要求', 后续安排: '我单位将加快办理，办结后及时报告。' },
    lacks: [
      '逾期原因：supervision.overdueExplanations[0].reason ← explain-overdue',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
      '办结期限：supervision.major.dueOn ← mark-major',
    ],
  },
  whole: {
    about: [null],
    needs: [
      '逾期原因：supervision.overdueExplanations[0].reason ← explain-overdue',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
      '办结期限：supervision.major.dueOn ← mark-major',
    ],
  },
}
