import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      有关建议:
        '《中华人民共和国行政处罚法》第三十二条规定，当事人主动消除或者减轻违法行为危害后果的，应当从轻或者减轻行政处罚。上述情况，供你单位在办理相关案件时参考。',
    },
    lacks: [
      '赔偿协议：agreements.agreements ← sign',
      '收文机关：supervision.leniencyNotices ← notify-leniency',
    ],
  },
  whole: {
    about: ['o1', 'o2'],
    needs: [
      '赔偿协议：agreements.agreements ← sign',
      '收文机关：supervision.leniencyNotices ← notify-leniency',
    ],
  },
}
