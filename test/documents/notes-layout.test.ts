import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Volume } from '../../src/core/archive/volume.ts'
import { findOffice, toPdfs } from '../../src/documents/pdf.ts'
import { notesDocument } from '../../src/documents/volume-document.ts'
import { wholeCase } from '../forms/whole.ts'
import { pagesOf } from './pages.ts'

const canLook = findOffice() !== undefined && spawnSync('pdftotext', ['-v']).error === undefined
const scratch = mkdtempSync(join(tmpdir(), 'ejc-notes-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A volume whose 本卷情况说明 has so many statements about what is lacking. */
const volumeLacking = (count: number): Volume => ({
  view: wholeCase('2026-12-24'),
  items: [],
  absent: [],
  withoutPaper: [],
  commit: '0123456789abcdef',
  standing: { count: '', messages: [] },
  noPdf: null,
  isWorking: true,
  lacking: Array.from(
    { length: count },
    (_, index) => `没有材料${'甲乙丙丁戊己庚辛壬癸'[index % 10]}${index}。`,
  ),
})

describe.skipIf(!canLook)('卷内备考表', () => {
  test('has no page with signatures alone, however long what it says is', async () => {
    const files: string[] = []
    for (let count = 8; count <= 36; count += 1) {
      const file = join(scratch, `${count}.docx`)
      writeFileSync(file, await notesDocument(volumeLacking(count)))
      files.push(file)
    }
    const pdfs = await toPdfs(files, scratch)
    const alone = pdfs.filter((pdf) => /^立卷人：/u.test(pagesOf(pdf).at(-1)?.lines[0]?.text ?? ''))
    expect(alone).toEqual([])
    // The lengths reach over the end of the first page.
    expect(new Set(pdfs.map((pdf) => pagesOf(pdf).length))).toEqual(new Set([1, 2]))
  }, 120_000)
})
