import type { PdfDict, PdfObject } from '@libpdf/core'

type Library = typeof import('./pdf-library.ts')

/** What is read of a PDF: its pages, or why they can't be counted. */
export type PdfPages = { readonly pages: number } | { readonly why: string }

/** A larger file is not taken into memory only to count its pages. */
const MOST_BYTES = 512 * 1024 * 1024

/** The number of pages of a PDF, counted by its page tree. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPages> {
  if (bytes.length > MOST_BYTES) return { why: '文件太大，没有读' }
  try {
    const { PDF } = await import('./pdf-library.ts')
    const pdf = await PDF.load(bytes)
    if (pdf.isEncrypted && !pdf.isAuthenticated) return { why: '文件有密码' }
    const pages = pdf.getPageCount()
    if (pages > 0 && !pdf.recoveredViaBruteForce) return { pages }
    return { why: '文件不完整' }
  } catch {
    return { why: '不是完好的 PDF' }
  }
}

/** Fonts that are drawn from outlines of a font file; the others (Type0, Type3) hold fonts or outlines themselves. */
const WITH_FILE = ['Type1', 'MMType1', 'TrueType', 'CIDFontType0', 'CIDFontType2']
const FILES = ['FontFile', 'FontFile2', 'FontFile3']

/** The names of the fonts that a PDF uses without holding them: another machine would print other signs. */
export async function fontsNotEmbedded(bytes: Uint8Array): Promise<string[]> {
  const library = await import('./pdf-library.ts')
  const pdf = await library.PDF.load(bytes)
  const { registry } = pdf.context
  const fontNames: string[] = []
  for (let number = 1; number < registry.nextObjectNumber; number++) {
    const font = asDict(library, pdf.getObject(library.PdfRef.of(number, 0)))
    if (nameAt(library, font, 'Type') !== 'Font') continue
    if (!WITH_FILE.includes(nameAt(library, font, 'Subtype'))) continue
    const descriptor = font?.get('FontDescriptor')
    const held = asDict(
      library,
      descriptor instanceof library.PdfRef ? pdf.getObject(descriptor) : descriptor,
    )
    if (!FILES.some((key) => held?.has(key))) fontNames.push(nameAt(library, font, 'BaseFont'))
  }
  return [...new Set(fontNames)]
}

function asDict({ PdfDict }: Library, object: PdfObject | null | undefined): PdfDict | undefined {
  return object instanceof PdfDict ? object : undefined
}

function nameAt({ PdfName }: Library, dict: PdfDict | undefined, key: string): string {
  const value = dict?.get(key)
  return value instanceof PdfName ? value.value : ''
}
