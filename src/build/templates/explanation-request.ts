import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 书面解释说明要求函: to the appraisal body; the period comes from `appraisal-explanation`. */
export const explanationRequest = (): Document =>
  letter(
    '书面解释说明要求函',
    '关于要求对鉴定评估作出书面解释说明的函',
    [
      bodyParagraph(
        '你单位就{{案件名称}}出具的{{鉴定评估}}收悉。{{异议日期}}，{{异议人}}对鉴定评估提出异议。根据{{依据}}，请你单位在收到本函之日起{{解释期限}}内，就下列异议提交书面解释说明：',
      ),
      headingParagraph('一、异议内容'),
      bodyParagraph('{{异议内容}}'),
      headingParagraph('二、有关要求'),
      lastBody('书面解释说明应当逐项回应，写明依据和理由，并加盖单位公章，由鉴定评估人员签名。'),
    ],
    '特此函告。',
  )
