import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 依据: '你单位' },
    lacks: [
      '本月进展：supervision.monthlyReports[].progress ← report-month',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
    ],
  },
  whole: {
    about: [
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ],
    needs: [
      '本月进展：supervision.monthlyReports[2025-04].progress ← report-month',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
    ],
  },
}
