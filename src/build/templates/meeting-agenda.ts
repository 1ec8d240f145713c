import type { Document } from 'docx'
import { styledParagraph } from './layout.ts'
import { bodyParagraph, headingParagraph, lastBody, opening, paper } from './letter.ts'
import { style } from './styles.ts'

/** 磋商会议议程: the steps come from the regulation (`meeting-procedure`). */
export const meetingAgenda = (): Document =>
  paper('磋商会议议程', '{{案件名称}}\n磋商会议议程', [
    opening('会议时间：{{会议时间}}'),
    opening('会议地点：{{会议地点}}'),
    headingParagraph('一、参加人员'),
    bodyParagraph('{{参加人员}}'),
    headingParagraph('二、会议程序'),
    bodyParagraph('会议由{{发文机关}}主持，核对参加人员身份、宣布会议纪律后，依次进行下列程序：'),
    bodyParagraph('{{会议议程}}'),
    headingParagraph('三、会议记录'),
    lastBody('会议情况制作纪要，由参加会议的各方核对后签名。'),
    styledParagraph(style.body, '{{联系人及电话}}', { keepNext: true }),
    styledParagraph(style.signature, '{{发文机关}}', { keepNext: true, before: 579 }),
    styledParagraph(style.signature, '{{发文日期}}'),
  ])
