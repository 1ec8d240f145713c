import type { Document } from 'docx'
import { formTable, tableEnd } from './layout.ts'
import { paper } from './letter.ts'
import { pairColumns, pairRow, signedRow, wideRow } from './register.ts'

/** 送达回证: carried along with the notice and signed by whoever takes it. */
export const serviceReceipt = (): Document =>
  paper('送达回证', '送达回证', [
    formTable(pairColumns, [
      wideRow('案件名称', '{{案件名称}}'),
      wideRow('送达文书', '{{送达文书}}'),
      wideRow('受送达人', '{{受送达人}}'),
      wideRow('送达地址', '{{送达地址}}'),
      pairRow('送达机关', '{{送达机关}}', '送达方式', '{{送达方式}}'),
      signedRow('受送达人签收', '收件人（签名或者盖章）：'),
      signedRow('代收人签收', '代收人（签名）及与受送达人的关系：'),
      signedRow('见证人', '留置送达的见证人（签名）：'),
      signedRow('送达人', '送达人（签名）：'),
      wideRow('备注', '{{备注}}', 1300),
    ]),
    tableEnd(),
  ])
