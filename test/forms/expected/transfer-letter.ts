import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 依据: '《中华人民共和国刑事诉讼法》第一百一十条', 移送材料: '以移交清单为准。' },
    lacks: [
      '收文机关：court.transfers ← transfer',
      '涉嫌事项：court.transfers[].matter ← transfer',
      '涉嫌人员：case.obligors ← amend-obligors',
      '案情：case.summary ← new',
    ],
  },
  whole: {
    about: ['2025-03-10'],
    needs: [
      '收文机关：court.transfers[2025-03-10].organ ← transfer',
      '涉嫌事项：court.transfers[2025-03-10].matter ← transfer',
      '涉嫌人员：case.obligors[o1].creditCode ← amend-obligors',
      '涉嫌人员：case.obligors[o2].idNumber ← amend-obligors',
      '案情：case.summary ← new',
    ],
  },
}
