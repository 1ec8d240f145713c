import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { withWholePhones } from '../../src/documents/fill.ts'
import { officeCopy } from '../../src/documents/office-copy.ts'
import { openPackage, partText } from '../../src/documents/package.ts'
import { substitutesIn } from '../../src/documents/pdf-faces.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { suedCase } from '../forms/whole.ts'
import { readText } from '../support/read-text.ts'

const view = suedCase()
const paperOf = (id: string, subject: string | null) => {
  const form = formOf(id, view.regulation)
  if (!form) throw new Error(id)
  return preparePaper({ view, form, subject, draft: false }, () => undefined)
}
const bytes = await paperOf('complaint', 'S1').bytes()
const part = (path: string, of = bytes) => partText(openPackage(of, '文书'), path)

const scratch = mkdtempSync(join(tmpdir(), 'ejc-paper-file-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('the properties of a paper', () => {
  test('name the paper, the unit and the day of the paper, and nobody who made the template', () => {
    const core = part('docProps/core.xml')
    expect(core).toContain('<dc:title>民事起诉状</dc:title><dc:creator>南宁市生态环境局</dc:creator>')
    expect(core.match(/>2026-04-10T00:00:00Z</g)).toHaveLength(2)
    expect(core).not.toContain('ejc')
    expect(part('docProps/app.xml')).toContain('<Company>南宁市生态环境局</Company>')
  })

  test('give no day where the paper has none', async () => {
    const certificate = await paperOf('representative-certificate', null).bytes()
    expect(part('docProps/core.xml', certificate)).not.toContain('dcterms:created')
  })

  test('leave the same facts the same bytes', async () => {
    expect(Buffer.compare(await paperOf('complaint', 'S1').bytes(), bytes)).toBe(0)
  })
})

describe('a telephone number', () => {
  const hyphen = '<w:noBreakHyphen/>'

  test('has a hyphen at which Word does not break, and is read as it was', async () => {
    expect(part('word/document.xml')).toContain(`0771</w:t>${hyphen}<w:t xml:space="preserve">0000000`)
    expect((await readText(bytes)).join()).toContain('联系电话：0771-0000000')
  })

  test.each([
    ['0771-5555555', 1],
    ['010-12345678-123', 2],
    ['400-123-4567', 2],
    ['2026-03-02', 0],
    ['GC-2026-0001', 0],
    ['450101-19900101', 0],
  ])('is told from other numbers: %s', (text, hyphens) => {
    expect(withWholePhones(`<w:t>${text}</w:t>`).split(hyphen).length - 1).toBe(hyphens)
  })

  test('goes to LibreOffice with a word joiner, the paper itself staying as it is', () => {
    const file = join(scratch, 'a.docx')
    writeFileSync(file, bytes)
    const folder = mkdtempSync(join(scratch, 'office-'))
    const copy = part('word/document.xml', readFileSync(officeCopy(file, folder)))
    expect(copy).toContain('0771-\u20600000000')
    expect(copy).not.toContain(hyphen)
    expect(Buffer.compare(readFileSync(file), bytes)).toBe(0)
  })

  test('keeps no other file from LibreOffice', () => {
    const file = join(scratch, 'broken.docx')
    writeFileSync(file, '不是文书')
    expect(officeCopy(file, scratch)).toBe(file)
    expect(officeCopy('a.doc', scratch)).toBe('a.doc')
  })
})

test('faces that stand in for those of the standard are told, those that may are not', () => {
  const pdf = Buffer.from(
    '/BaseFont/BAAAAA+NotoSerifCJKjp-Regular-VKana /BaseFont /CAAAAA+FangSong_GB2312 /BaseFont/DAAAAA+#E5#AE#8B#E4#BD#93 /BaseFont/EAAAAA+LiberationSerif',
  )
  expect(substitutesIn([pdf, pdf])).toEqual(['NotoSerifCJKjp'])
})
