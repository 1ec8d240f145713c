import { PDF } from '@libpdf/core'

/** The bytes of a PDF of so many empty pages. */
export async function pdfOf(pages: number): Promise<Uint8Array> {
  const pdf = PDF.create()
  for (let count = 0; count < pages; count++) pdf.addPage()
  return new Uint8Array(await pdf.save())
}
