import type { Document } from 'docx'
import { courtPaper, headedPart } from './filing.ts'
import { lastBody } from './letter.ts'

/** 支付令申请书. */
export const paymentOrderApplication = (): Document =>
  courtPaper(
    '支付令申请书',
    '支付令申请书',
    [
      ...headedPart('请求事项', '{{请求事项}}'),
      ...headedPart('事实和理由', '{{事实和理由}}'),
      lastBody('{{受理条件}}'),
    ],
    {
      attached: ['1．生态环境损害赔偿协议', '2．证据目录及证据', '3．法定代表人身份证明书、授权委托书'],
      signer: '申请人',
      signed: ['{{申请人}}', '{{申请日期}}'],
    },
  )
