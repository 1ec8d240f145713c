import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { archivalCopies, whyNotArchival } from '../../src/documents/archival.ts'
import { conversion, findOffice, sealed, toPdfs } from '../../src/documents/pdf.ts'
import { fontsNotEmbedded, pdfPages } from '../../src/documents/pdf-reading.ts'
import { pdfOf } from '../support/pdf.ts'
import { docx, p } from './sample.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ejc-archival-test-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const hasOffice = findOffice() !== undefined
const hasInfo = spawnSync('pdfinfo', ['-v']).error === undefined
if (!hasOffice) console.log('LibreOffice is absent: no PDF/A is made')

const paper = (text: string): Uint8Array => new Uint8Array(docx(p(text)))

/** A PDF by hand whose one font is not in it. */
const foreignFont = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> >>
endobj
4 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
trailer
<< /Root 1 0 R >>
%%EOF
`

describe('the copy for the archive (PDF/A-2b)', () => {
  test('is asked of LibreOffice in the one form that it understands', () => {
    expect(conversion('/p', 'archival', '/o', ['/a.docx'])).toContain(
      'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}',
    )
  })

  test.skipIf(!hasOffice)(
    'says that it is PDF/A-2b in Chinese, holds its fonts, and ends where it ends',
    { timeout: 120_000 },
    async () => {
      const [first, broken, last] = await archivalCopies([paper('甲'), Buffer.from('no paper'), paper('乙')])
      for (const copy of [first, last]) {
        if (!copy || !('pdf' in copy)) throw new Error('no copy')
        const text = Buffer.from(copy.pdf).toString('latin1')
        expect(text).toContain('<pdfaid:part>2</pdfaid:part>')
        expect(text.trimEnd()).toMatch(/%%EOF$/)
        expect(await fontsNotEmbedded(copy.pdf)).toEqual([])
        expect(await pdfPages(copy.pdf)).toEqual({ pages: 1 })
        expect(await whyNotArchival(sealed(copy.pdf))).toContain('结尾以后')
      }
      // A file that is no paper does not keep the others from being made.
      expect(broken).toBeDefined()
    },
  )

  test.skipIf(!hasOffice)('is not a plain PDF', { timeout: 120_000 }, async () => {
    const file = join(scratch, '函.docx')
    writeFileSync(file, paper('甲'))
    const [plain = ''] = await toPdfs([file], scratch)
    expect(await whyNotArchival(new Uint8Array(readFileSync(plain)))).toContain('不是 PDF/A-2b')
  })

  test('is no file with a font that another machine would have to have', async () => {
    expect(await fontsNotEmbedded(Buffer.from(foreignFont))).toEqual(['Helvetica'])
  })

  test('without LibreOffice is none, and says so', async () => {
    const gone = join(scratch, 'no-such-program')
    await expect(archivalCopies([paper('甲')], undefined, gone)).resolves.toMatchObject([
      { why: expect.stringContaining('LibreOffice') },
    ])
  })
})

describe('the pages of a PDF', () => {
  test.each([1, 2, 30])('are counted: %i', async (pages) => {
    const bytes = await pdfOf(pages)
    expect(await pdfPages(bytes)).toEqual({ pages })
    if (!hasInfo) return
    const file = join(scratch, `${pages}.pdf`)
    writeFileSync(file, bytes)
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(new RegExp(`Pages: +${pages}\\n`))
  })

  test.each([
    ['nothing', ''],
    ['no PDF', '扫描'],
    ['only the beginning of one', '%PDF-1.4 盖章'],
  ])('are not known of %s', async (_, text) => {
    expect(await pdfPages(Buffer.from(text))).toEqual({ why: expect.any(String) })
  })

  test('are not known of a PDF that breaks off', async () => {
    const whole = await pdfOf(3)
    expect(await pdfPages(whole.subarray(0, whole.length / 2))).toEqual({ why: expect.any(String) })
  })
})
