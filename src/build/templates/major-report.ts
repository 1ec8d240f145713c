import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 重大案件报告: in writing, when the claim is begun. */
export const majorReport = (): Document =>
  letter(
    '重大案件报告',
    '关于{{案件名称}}\n立案启动的报告',
    [
      bodyParagraph(
        '我单位办理的{{案件名称}}属于重大生态环境损害赔偿案件，根据{{依据}}，现将有关情况报告如下：',
      ),
      headingParagraph('一、基本情况'),
      bodyParagraph('{{基本情况}}'),
      headingParagraph('二、重大案件类型'),
      bodyParagraph('本案属于{{重大案件类型}}。'),
      headingParagraph('三、立案启动情况'),
      bodyParagraph('{{启动情况}}'),
      headingParagraph('四、下一步工作'),
      lastBody('我单位将依法开展损害调查、鉴定评估和赔偿磋商，每月报告案件进展，遇有重要情况及时报告。'),
    ],
    '特此报告。',
  )
