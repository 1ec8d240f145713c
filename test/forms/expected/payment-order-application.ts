import type { ExpectedPaper } from '../expected.ts'
import { applicantLines } from '../shared-words.ts'

export const expected: ExpectedPaper = {
  bare: {
    known: {
      当事人: applicantLines,
      申请人: '南宁市生态环境局',
    },
    lacks: [
      '请求事项：court.paymentOrders.amount ← apply-payment-order',
      '当事人：case.obligors ← amend-obligors',
      '人民法院：court.paymentOrders.court ← apply-payment-order',
    ],
  },
}
