import type { Document, Table } from 'docx'
import { styledParagraph, tableEnd } from './layout.ts'
import { bodyParagraph, headingParagraph, opening, paper } from './letter.ts'
import { placeLines, signingTable } from './signing.ts'
import { style } from './styles.ts'

const signatureLine = (text: string) => styledParagraph(style.opening, text, { keepNext: true, before: 289 })

// 赔偿义务人（签名或者盖章） fits on one line of either column.
const leftWidth = 4700

/** Each obligor that came has a place of its own; whoever else was there signs under them. */
const signatures = (): Table =>
  signingTable(
    leftWidth,
    [20, style.thin],
    placeLines('赔偿权利人一方（签名）'),
    [{ height: 1300, lines: placeLines('赔偿义务人（签名或者盖章）', '{{到会义务人.名称}}') }],
    [
      signatureLine('其他参加人员（签名）：'),
      signatureLine('记录人（签名）：'),
      styledParagraph(style.signature, '　　　　年　　月　　日', { before: 289 }),
    ],
  )

/** 磋商会议纪要: step by step as `meeting-procedure` orders them, signed by everyone who took part. */
export const meetingMinutes = (): Document =>
  paper('磋商会议纪要', '{{案件名称}}\n磋商会议纪要', [
    opening('会议次数：{{会议次数}}'),
    opening('会议日期：{{会议日期}}'),
    opening('会议地点：{{会议地点}}'),
    opening('主持人：{{主持人}}'),
    opening('记录人：{{记录人}}'),
    headingParagraph('一、参加人员'),
    bodyParagraph('{{参加人员}}'),
    headingParagraph('二、会议情况'),
    bodyParagraph('{{会议情况}}'),
    headingParagraph('三、会议结果'),
    styledParagraph(style.body, '{{会议结果}}', { keepNext: true }),
    styledParagraph(style.body, '以上内容经参加会议的各方核对无误。', { keepNext: true }),
    styledParagraph(style.thin, '', { keepNext: true, before: 289 }),
    signatures(),
    tableEnd(),
  ])
