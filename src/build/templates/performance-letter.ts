import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 积极履行情况告知函: for the penalty and for the judiciary to take into account. */
export const performanceLetter = (): Document =>
  letter(
    '积极履行情况告知函',
    '关于{{赔偿义务人}}\n履行生态环境损害赔偿义务情况的函',
    [
      bodyParagraph(
        '我单位办理的{{案件名称}}中，赔偿义务人{{赔偿义务人}}{{履行评价}}，现将有关情况函告如下：',
      ),
      headingParagraph('一、参与磋商情况'),
      bodyParagraph('{{磋商情况}}'),
      headingParagraph('二、履行协议情况'),
      bodyParagraph('{{履行情况}}'),
      headingParagraph('三、有关建议'),
      lastBody('{{有关建议}}'),
    ],
    '特此函告。',
  )
