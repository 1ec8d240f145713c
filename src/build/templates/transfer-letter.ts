import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 案件线索移送函: of a suspected crime. */
export const transferLetter = (): Document =>
  letter(
    '案件线索移送函',
    '关于移送{{案件名称}}\n涉嫌犯罪线索的函',
    [
      bodyParagraph(
        '我单位在办理{{案件名称}}生态环境损害赔偿中，发现赔偿义务人{{涉嫌事项}}。根据{{依据}}，现将有关线索移送你单位，请依法处理，并将处理结果告知我单位。',
      ),
      headingParagraph('一、涉嫌人员基本情况'),
      bodyParagraph('{{涉嫌人员}}'),
      headingParagraph('二、案件事实'),
      bodyParagraph('{{案情}}'),
      headingParagraph('三、移送材料'),
      lastBody('{{移送材料}}'),
    ],
    '特此函告。',
    { below: ['{{抄送}}'] },
  )
