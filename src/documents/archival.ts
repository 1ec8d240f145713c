import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeFolder } from '../repository/durable.ts'
import { scratchFolder } from '../repository/scratch.ts'
import { DocumentError } from './error.ts'
import { convertFiles, findOffice } from './pdf.ts'
import { fontsNotEmbedded } from './pdf-reading.ts'

/** A copy for the archive, or why there is none. */
export type ArchivalCopy = { readonly pdf: Uint8Array } | { readonly why: string }

/** The number of documents for one start of LibreOffice. */
const BATCH = 20
/** The time between two looks at which of them are made (ms). */
const LOOK = 500

/**
 * PDF/A-2b copies of Word files by LibreOffice, in their order. Each is made once and looked at: whether it says that it
 * is PDF/A-2b, holds its fonts, and ends where it ends. That is no validation, since no validator is to be had.
 * @param onCopy is told again and again how many are made
 */
export async function archivalCopies(
  documents: readonly Uint8Array[],
  onCopy: (done: number) => void = () => undefined,
  program: string | undefined = findOffice(),
): Promise<ArchivalCopy[]> {
  if (program === undefined) return documents.map(() => ({ why: '本机没有 LibreOffice' }))
  const folder = scratchFolder()
  try {
    const copies: ArchivalCopy[] = []
    for (let from = 0; from < documents.length; from += BATCH) {
      const batch = documents.slice(from, from + BATCH).map((bytes, index) => {
        const file = join(folder, `${from + index}.docx`)
        writeFileSync(file, bytes)
        return file
      })
      const look = setInterval(() => onCopy(madeIn(folder)), LOOK)
      const made = await convertBatch(batch, folder, program).finally(() => clearInterval(look))
      for (const file of batch) copies.push(await lookedAt(made.get(file)))
    }
    return copies
  } catch (error) {
    if (error instanceof DocumentError) return documents.map(() => ({ why: 'LibreOffice 打不开' }))
    throw error
  } finally {
    removeFolder(folder)
  }
}

/** How many of all are made: no two batches have a name in common. */
function madeIn(folder: string): number {
  return readdirSync(folder).filter((name) => name.endsWith('.pdf')).length
}

/** The PDFs by their files; one file that LibreOffice can't read doesn't take the others with it. */
async function convertBatch(
  files: readonly string[],
  folder: string,
  program: string,
): Promise<ReadonlyMap<string, string>> {
  const { made } = await convertFiles('archival', files, folder, program)
  const left = files.filter((file) => !made.has(file))
  if (!left.length || files.length === 1) return made
  const all = new Map(made)
  for (const file of left) {
    const alone = await convertFiles('archival', [file], folder, program)
    for (const [source, target] of alone.made) all.set(source, target)
  }
  return all
}

async function lookedAt(path: string | undefined): Promise<ArchivalCopy> {
  if (path === undefined) return { why: 'LibreOffice 未能转换' }
  const pdf = new Uint8Array(readFileSync(path))
  const why = await whyNotArchival(pdf)
  return why === undefined ? { pdf } : { why }
}

/** Why a PDF can't stand for a PDF/A-2b: what can be seen of it without a validator. */
export async function whyNotArchival(pdf: Uint8Array): Promise<string | undefined> {
  const text = Buffer.from(pdf).toString('latin1')
  const marks = [
    /<pdfaid:part>2<\/pdfaid:part>|pdfaid:part="2"/,
    /<pdfaid:conformance>B<|pdfaid:conformance="B"/,
  ]
  if (!marks.every((mark) => mark.test(text))) return '转出的不是 PDF/A-2b（LibreOffice 7.4 以上才能转）'
  if (!/%%EOF\s*$/.test(text)) return '文件结尾以后还有内容'
  const fonts = await fontsNotEmbedded(pdf)
  return fonts.length ? `没有嵌入字体：${fonts.join('、')}` : undefined
}
