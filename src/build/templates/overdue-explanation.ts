import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, lastBody, letter } from './letter.ts'

/** 逾期未办结情况说明: tells 督办单位 why a supervised case is not finished by its day, and what is planned. */
export const overdueExplanation = (): Document =>
  letter(
    '逾期未办结情况说明',
    '关于{{案件名称}}\n逾期未办结的情况说明',
    [
      bodyParagraph(
        '{{案件名称}}由你单位督办，办结期限为{{办结期限}}，至今尚未办结。根据{{依据}}，现将有关情况书面说明如下：',
      ),
      headingParagraph('一、未办结的原因'),
      bodyParagraph('{{逾期原因}}'),
      headingParagraph('二、后续安排'),
      lastBody('{{后续安排}}'),
    ],
    '特此说明。',
  )
