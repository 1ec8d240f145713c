import { describe, expect, it } from 'vitest'
import { asWordFile } from '../../src/documents/office-text.ts'
import { findOffice } from '../../src/documents/pdf.ts'
import { caseToSign, filledIn, performances, printed, readBack, signedCase } from '../drafts/own-form.ts'

const office = findOffice()
if (!office) console.log('skipped without LibreOffice: agreements saved by another program and read again')

const typed = [
  ...['甲方承担主要责任。', '分两期支付。', '水质恢复至Ⅲ类。', '2025年9月1日启动。', '300,000元'],
  ...['双方均无异议。', '每日万分之五。', '由第三方评估。', '向人民法院起诉。', '顺延。'],
]

describe.skipIf(!office)('an agreement that another program saved', { timeout: 120_000 }, () => {
  it.each([1, 2, 6])(
    'has the clauses of the draft as they were filled in, with %i obligors',
    async (count) => {
      const view = caseToSign(count)
      const draft = filledIn(await printed(view, true), typed)
      const read = readBack(view, draft)
      expect(read.forceMajeure).toBe('顺延。')
      expect(readBack(view, asWordFile(draft, '协议.docx'))).toEqual(read)
    },
  )

  it.each(Object.entries(performances))(
    'has the clauses of the one that was signed: %s',
    async (_, change) => {
      const view = signedCase(2, change)
      const signed = await printed(view, false)
      expect(readBack(view, asWordFile(signed, '协议.docx'))).toEqual(readBack(view, signed))
    },
  )
})
