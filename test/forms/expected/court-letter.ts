import type { ExpectedPaper } from '../expected.ts'

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
      '实施单位：restoration.projects[].implementer.name ← start-restoration',
      '启动日期：restoration.projects[].startedOn ← start-restoration',
      '完成日期：restoration.projects[].completedOn ← complete-restoration',
      '评估单位：restoration.projects[].evaluations.evaluator.name ← evaluate',
      '评估报告日期：restoration.projects[].evaluations.reportedOn ← evaluate',
      '验收日期：restoration.projects[].evaluations.acceptedOn ← accept',
      '验收专家：restoration.projects[].evaluations.experts ← accept',
    ],
  },
  whole: {
    about: ['R1'],
    needs: [
      '修复项目：restoration.projects ← start-restoration',
      '收文机关：court.confirmations[G1].court ← apply-confirmation',
      '裁判文书：court.confirmations[G1].rulingNumber ← rule-confirmation',
      '实施单位：restoration.projects[R1].implementer.name ← start-restoration',
      '启动日期：restoration.projects[R1].startedOn ← start-restoration',
      '完成日期：restoration.projects[R1].completedOn ← complete-restoration',
      '评估单位：restoration.projects[R1].evaluations.evaluator.name ← evaluate',
      '评估报告日期：restoration.projects[R1].evaluations.reportedOn ← evaluate',
      '验收日期：restoration.projects[R1].evaluations.acceptedOn ← accept',
      '验收专家：restoration.projects[R1].evaluations.experts ← accept',
    ],
  },
}
