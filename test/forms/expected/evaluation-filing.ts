import type { ExpectedPaper } from '../expected.ts'
import { restorationFacts } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      修复依据: '生态环境损害赔偿协议',
      修复方式: '原位修复',
      监理单位: '／',
      备案材料: '修复效果评估报告（另附）',
      签署义务人: [{ 名称: '' }],
      备案机关: '南宁市生态环境局',
    },
    lacks: ['修复项目：restoration.projects ← accept', ...restorationFacts('')],
  },
  whole: {
    about: ['R1'],
    needs: ['修复项目：restoration.projects ← accept', ...restorationFacts('R1')],
  },
}
