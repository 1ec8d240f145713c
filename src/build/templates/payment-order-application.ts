import type { Document } from 'docx'
import { filing, part } from './filing.ts'
import { lastBody } from './letter.ts'

/**
 * On what the court issues the order, by the law of procedure (`payment-order`): no facts of the case, so they are ticked
 * when the paper is sealed.
 */
const conditions =
  '上述事实有所附协议和证据为证，并经核对（属实的打√）：□ 申请人与被申请人没有其他债务纠纷；□ 支付令能够送达被申请人；□ 申请人未申请诉前保全。'

/** 支付令申请书. */
export const paymentOrderApplication = (): Document =>
  filing(
    '支付令申请书',
    '支付令申请书',
    [...part('请求事项', '{{请求事项}}'), ...part('事实和理由', '{{事实和理由}}'), lastBody(conditions)],
    {
      attached: ['1．生态环境损害赔偿协议', '2．证据目录及证据', '3．法定代表人身份证明书、授权委托书'],
      signer: '申请人',
      signed: ['{{申请人}}', '{{申请日期}}'],
    },
  )
