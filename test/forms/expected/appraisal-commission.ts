import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      依据: '《生态环境损害赔偿管理规定》（环法规〔2022〕31号）第二十条',
      委托方: '南宁市生态环境局',
      受托方: '你单位',
      委托事项: [
        '（一）生态环境损害的范围和程度。',
        '（二）污染环境、破坏生态行为与生态环境损害情况及其因果关系。',
        '（三）生态环境恢复措施。',
        '（四）生态环境损害数额量化。',
        '（五）明确生态环境损害是否可以修复。',
        '（六）可以修复的区域范围和要求。',
      ],
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
