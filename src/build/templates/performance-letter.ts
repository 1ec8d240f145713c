import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 积极履行情况告知函: for the penalty and for the judiciary to take into account. */
export const performanceLetter = (): Document =>
  letter(
    '积极履行情况告知函',
    '关于{{赔偿义务人}}\n积极履行生态环境损害赔偿义务情况的函',
    [
      bodyParagraph(
        '我单位办理的{{案件名称}}中，赔偿义务人{{赔偿义务人}}积极参与磋商，及时履行赔偿协议，现将有关情况函告如下：',
      ),
      headingParagraph('一、参与磋商情况'),
      bodyParagraph('{{磋商情况}}'),
      headingParagraph('二、履行协议情况'),
      bodyParagraph('{{履行情况}}'),
      headingParagraph('三、有关建议'),
      lastBody(
        '根据{{依据}}，对积极参与磋商并及时全面履行赔偿协议、开展修复的赔偿义务人，应当依法从轻或者减轻行政处罚；有关情况供你单位在办理相关案件时参考。',
      ),
    ],
    '特此函告。',
  )
