import type { Document } from 'docx'
import { bodyParagraph, lastBody, letter } from './letter.ts'

/** 举报答复书: to whoever asked for a claim. */
export const reporterAnswer = (): Document =>
  letter(
    '举报答复书',
    '关于{{案件名称}}\n举报事项的答复',
    [
      bodyParagraph('你（单位）{{举报日期}}要求提起生态环境损害赔偿的举报收悉。现将处理情况答复如下：'),
      bodyParagraph('{{处理结果}}'),
      bodyParagraph('{{答复内容}}'),
      lastBody('对本答复有不同意见的，可以向我单位书面提出，并提供新的线索或者材料。'),
    ],
    '特此答复。',
  )
