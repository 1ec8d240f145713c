import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { toPdf } from '../../src/documents/pdf.ts'
import { docx, p } from './sample.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ejc-pdf-test-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const file = join(scratch, '磋商告知书.docx')
writeFileSync(file, docx(p('甲')))

const hasOffice = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'soffice')))
if (!hasOffice) console.log('LibreOffice is absent: the conversion itself is skipped')

test('without LibreOffice, the message says what to install or do instead', async () => {
  await expect(toPdf(file, scratch, ['ejc-no-such-program'])).rejects.toThrow('请安装 LibreOffice')
})

test('a conversion that fails is told, not passed over', async () => {
  await expect(toPdf(file, scratch, ['false'])).rejects.toThrow('未能转换')
  await expect(toPdf(file, scratch, ['true'])).rejects.toThrow('未能转换')
})

test.skipIf(!hasOffice)(
  'with LibreOffice, a PDF of the same name is made',
  { timeout: 120_000 },
  async () => {
    const pdf = await toPdf(file, scratch)
    expect(pdf).toBe(join(scratch, '磋商告知书.pdf'))
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
  },
)
