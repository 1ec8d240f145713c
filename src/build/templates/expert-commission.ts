import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 专家意见委托书: to the experts who give their opinion in a simple case. */
export const expertCommission = (): Document =>
  letter(
    '专家意见委托书',
    '关于委托出具{{案件名称}}\n专家意见的函',
    [
      bodyParagraph(
        '{{案件名称}}拟采用委托专家评估的方式确定生态环境损害。根据{{依据}}，现由{{委托方}}委托你们就下列事项出具专家意见。',
      ),
      headingParagraph('一、受委托的专家'),
      bodyParagraph('{{受托专家}}'),
      headingParagraph('二、案情'),
      bodyParagraph('{{案情}}'),
      headingParagraph('三、委托事项'),
      bodyParagraph('{{委托事项}}'),
      headingParagraph('四、送交材料'),
      bodyParagraph('{{送交材料}}'),
      headingParagraph('五、其他要求'),
      lastBody(
        '与本案当事人或者案件处理结果有利害关系的，请告知我单位并不参加评估。专家意见应当写明依据和理由，由各位专家签名；意见不一致的，分别写明。',
      ),
    ],
    '特此委托。',
    { below: ['{{共同委托方}}'] },
  )
