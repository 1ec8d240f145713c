import type { ExpectedPaper } from '../expected.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      当事人: [
        '原告：南宁市生态环境局，住所地：南宁市某区某路 1 号，统一社会信用代码：11450100000000000X，联系电话：0771-0000000。',
        '法定代表人（负责人）：周某，局长。',
        '委托诉讼代理人：覃某，南宁市生态环境局法规科，科员。',
      ],
      起诉人: '南宁市生态环境局',
    },
    lacks: [
      '当事人：case.obligors ← amend-obligors',
      '诉讼请求：court.suits.claims ← sue',
      '人民法院：court.suits.court ← sue',
    ],
  },
}
