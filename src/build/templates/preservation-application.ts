import type { Document } from 'docx'
import { courtPaper, headedPart, lastPart } from './filing.ts'

/** 保全申请书: of property, evidence or conduct. */
export const preservationApplication = (): Document =>
  courtPaper(
    '保全申请书',
    '{{保全种类}}申请书',
    [...headedPart('请求事项', '{{请求事项}}'), ...lastPart('事实和理由', '{{事实和理由}}')],
    {
      attached: ['1．证据目录及证据', '2．{{担保}}', '3．法定代表人身份证明书、授权委托书'],
      signer: '申请人',
      signed: ['{{申请人}}', '{{申请日期}}'],
    },
  )
