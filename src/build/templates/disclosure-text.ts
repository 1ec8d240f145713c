import type { Document } from 'docx'
import { bodyParagraph, headingParagraph, opening, paper, signedBy } from './letter.ts'

/** 信息公开稿: what is published of a matter that the text lists (`disclosure`); its fields come masked. */
export const disclosureText = (): Document =>
  paper('信息公开稿', '{{案件名称}}\n信息公开', [
    opening('公开事项：{{公开事项}}'),
    opening('赔偿权利人：{{赔偿权利人}}'),
    opening('赔偿义务人：{{赔偿义务人}}'),
    headingParagraph('一、基本案情'),
    bodyParagraph('{{基本案情}}'),
    headingParagraph('二、公开内容'),
    bodyParagraph('{{公开内容}}'),
    // Two lines, which are enough above a signature.
    ...signedBy('根据{{依据}}，现将上述信息向社会公开，接受公众监督。'),
  ])
