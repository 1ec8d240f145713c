import type { Document } from 'docx'
import { paragraph } from './layout.ts'
import { body, heading, lastBody, opening, paper } from './letter.ts'
import { style } from './styles.ts'

/** 磋商会议议程: the steps come from the regulation (`meeting-procedure`). */
export const meetingAgenda = (): Document =>
  paper('磋商会议议程', '{{案件名称}}\n磋商会议议程', [
    opening('会议时间：{{会议时间}}'),
    opening('会议地点：{{会议地点}}'),
    heading('一、参加人员'),
    body('{{参加人员}}'),
    heading('二、会议程序'),
    body('会议由{{发文机关}}主持，核对参加人员身份、宣布会议纪律后，依次进行下列程序：'),
    body('{{会议议程}}'),
    heading('三、会议记录'),
    lastBody('会议情况制作纪要，由参加会议的各方核对后签名。'),
    paragraph(style.body, '{{联系人及电话}}', { keepNext: true }),
    paragraph(style.signature, '{{发文机关}}', { keepNext: true, before: 579 }),
    paragraph(style.signature, '{{发文日期}}'),
  ])
