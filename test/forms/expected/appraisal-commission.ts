import type { ExpectedPaper } from '../expected.ts'
import { appraisalTasks } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）第二十条',
      委托方: '南宁市生态环境局',
      受托方: '你单位',
      委托事项: appraisalTasks,
      送鉴材料: '以移交清单为准。',
    },
    lacks: ['收文机关：appraisals.appraisals[].body.name ← commission-appraisal', '案情：case.summary ← new'],
  },
  whole: {
    about: ['A1'],
    needs: [
      '收文机关：appraisals.appraisals[A1].body.name ← commission-appraisal',
      '案情：case.summary ← new',
    ],
  },
}
