import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      当事人: [
        '申请执行人：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
        '法定代表人（负责人）：周某，局长。',
        '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      ],
      申请人: '南宁市生态环境局',
    },
    lacks: [
      '当事人：case.obligors ← amend-obligors',
      '请求事项：court.enforcements.claim ← apply-enforcement',
      '执行依据：court.enforcements ← apply-enforcement',
      '人民法院：court.enforcements.court ← apply-enforcement',
    ],
  },
}
