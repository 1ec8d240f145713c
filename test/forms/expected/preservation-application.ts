import type { ExpectedPaper } from '../expected.ts'
import { applicantLines } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      当事人: applicantLines,
      申请人: '南宁市生态环境局',
      担保: '人民法院要求提供担保的，附担保材料',
    },
    lacks: [
      '事实和理由：court.preservations.reason ← preserve',
      '当事人：case.obligors ← amend-obligors',
      '请求事项：court.preservations.description ← preserve',
      '事实和理由：case.summary ← new',
      '人民法院：court.preservations.court ← preserve',
    ],
  },
}
