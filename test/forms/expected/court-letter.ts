import type { ExpectedPaper } from '../expected.ts'
import { restorationFacts } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      依据: '案件办理情况',
      裁判文书: '司法确认裁定',
      修复方式: '原位修复',
      附件: '修复效果评估报告（另附）',
    },
    lacks: [
      '修复项目：restoration.projects ← start-restoration',
      '收文机关：court.confirmations[].court ← apply-confirmation',
      '裁判文书：court.confirmations[].rulingNumber ← rule-confirmation',
      ...restorationFacts(''),
    ],
  },
  whole: {
    about: ['R1'],
    needs: [
      '修复项目：restoration.projects ← start-restoration',
      '收文机关：court.confirmations[G1].court ← apply-confirmation',
      '裁判文书：court.confirmations[G1].rulingNumber ← rule-confirmation',
      ...restorationFacts('R1'),
    ],
  },
}
