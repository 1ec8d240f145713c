import type { Document } from 'docx'
import { styledParagraph } from './layout.ts'
import { bodyParagraph, lastBody, paper, seal } from './letter.ts'
import { style } from './styles.ts'

/** 法定代表人身份证明书: in the words that courts use. */
export const representativeCertificate = (): Document =>
  paper('法定代表人身份证明书', '法定代表人身份证明书', [
    bodyParagraph('{{法定代表人}}在我单位任{{职务}}职务，系我单位法定代表人（负责人）。'),
    lastBody('特此证明。'),
    styledParagraph(style.body, '附：法定代表人（负责人）居民身份证复印件', { keepNext: true, before: 289 }),
    styledParagraph(style.body, '{{单位地址和电话}}', { keepNext: true }),
    ...seal(['单位（盖章）：{{单位名称}}', '{{证明日期}}'], { wide: true }),
  ])
