import type { Document } from 'docx'
import { courtPaper, headedPart } from './filing.ts'
import { bodyParagraph, headingParagraph, lastBody } from './letter.ts'

/** 强制执行申请书 for every title that form 7 of the annex is not made for. */
export const judgmentEnforcement = (): Document =>
  courtPaper(
    '生效法律文书执行申请书',
    '强制执行申请书',
    [
      ...headedPart('请求事项', '{{请求事项}}'),
      headingParagraph('事实和理由：'),
      bodyParagraph('执行依据：{{执行依据}}'),
      bodyParagraph(
        '被执行人{{被执行人}}没有按照上述生效法律文书全面履行义务，申请执行人依法申请强制执行。履行情况如下：',
      ),
      lastBody('{{履行情况}}'),
    ],
    {
      subtitle: '（生效法律文书）',
      attached: [
        '1．据以执行的法律文书及其生效证明',
        '2．证据目录及证据',
        '3．法定代表人身份证明书、授权委托书',
      ],
      signer: '申请执行人',
      signed: ['{{申请人}}', '{{申请日期}}'],
    },
  )
