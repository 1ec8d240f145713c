import type { ExpectedPaper } from '../expected.ts'
import { appraisalTasks } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      委托方: '南宁市生态环境局',
      依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）第二十条',
      委托事项: appraisalTasks,
      送交材料: '以移交清单为准。',
      受托专家: ['＿＿＿＿＿＿＿＿'],
    },
    lacks: ['收文机关：appraisals.appraisals[].experts ← commission-appraisal', '案情：case.summary ← new'],
  },
}
