import type { ExpectedPaper } from '../expected.ts'

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
    lacks: [
      '修复项目：restoration.projects ← accept',
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
      '修复项目：restoration.projects ← accept',
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
