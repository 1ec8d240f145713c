import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: { 依据: '案件办理需要', 异议人: '南宁市生态环境局', 解释期限: '10个工作日' },
    lacks: [
      '异议内容：appraisals.appraisals[].objections[].matter ← object',
      '收文机关：appraisals.appraisals[].body.name ← commission-appraisal',
      '异议日期：appraisals.appraisals[].objections[].raisedOn ← object',
    ],
  },
  whole: {
    about: ['A1/B1'],
    needs: [
      '异议内容：appraisals.appraisals[A1].objections[B1].matter ← object',
      '收文机关：appraisals.appraisals[A1].body.name ← commission-appraisal',
      '异议日期：appraisals.appraisals[A1].objections[B1].raisedOn ← object',
    ],
  },
}
