import type { Document } from 'docx'
import { courtPaper, headedPart, lastPart } from './filing.ts'

/** 民事起诉状: of the unit that sues, by the order in which a court reads it. */
export const complaint = (): Document =>
  courtPaper(
    '民事起诉状',
    '民事起诉状',
    [
      ...headedPart('诉讼请求', '{{诉讼请求}}'),
      ...headedPart('事实和理由', '{{事实和理由}}'),
      // What a complaint must say by the law of procedure (`court-procedure`).
      ...lastPart('证据和证据来源，证人姓名和住所', '见所附证据目录；有证人的，姓名和住所另附。'),
    ],
    {
      attached: ['1．本起诉状副本{{被告人数}}份', '2．证据目录及证据', '3．法定代表人身份证明书、授权委托书'],
      signer: '起诉人',
      signed: ['{{起诉人}}', '{{起诉日期}}'],
    },
  )
