import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 鉴定评估委托书: to the body or the experts; what they are asked comes from `appraisal-contents`. */
export const appraisalCommission = (): Document =>
  letter(
    '鉴定评估委托书',
    '生态环境损害鉴定评估委托书',
    [
      bodyParagraph(
        '因办理{{案件名称}}生态环境损害赔偿需要，根据{{依据}}，{{委托方}}委托{{受托方}}对本案生态环境损害开展鉴定评估，现将有关事项函告如下：',
      ),
      headingParagraph('一、基本案情'),
      bodyParagraph('{{案情}}'),
      headingParagraph('二、委托事项'),
      bodyParagraph('{{委托事项}}'),
      headingParagraph('三、送鉴材料'),
      bodyParagraph('{{送鉴材料}}'),
      headingParagraph('四、有关要求'),
      bodyParagraph(
        '请依照有关技术规范独立、客观、公正地开展鉴定评估，按委托合同约定的期限出具书面意见，并对意见负责。',
      ),
      lastBody('涉及国家秘密、商业秘密和个人信息的，应当依法保密。'),
    ],
    '特此委托。',
    { below: ['{{共同委托方}}'] },
  )
