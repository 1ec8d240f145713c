import type { WordDraft } from '../core/drafts/draft.ts'
import { paragraphsOfPages } from '../core/drafts/pdf-lines.ts'
import { DocumentError } from './error.ts'
import { asWordFile } from './office-text.ts'
import { readDraft } from './outline.ts'
import { needsOffice } from './paper-names.ts'
import { pdfPageTexts } from './pdf-text.ts'

/** A signed agreement as it was read, and what to tell the officer about the reading. */
export interface AgreementFile {
  readonly draft: WordDraft
  readonly remarks: readonly string[]
}

/**
 * Reads an agreement from a Word file, from a PDF with text, or by LibreOffice from what Word and WPS wrote before.
 * @throws DocumentError, in plain words, for a scan, for a file that is damaged or has a password, and for a PDF where
 *   `pdftotext` is not installed
 */
export function readAgreementFile(bytes: Uint8Array, name: string): AgreementFile {
  if (/\.pdf$/iu.test(name)) return readPdf(bytes, name)
  const draft = readDraft(needsOffice(name) ? asWordFile(bytes, name) : bytes, name)
  const hasChanges = draft.original !== null
  return {
    draft,
    remarks: hasChanges ? ['文件里还有没有处理的修订，按接受全部修订读取，请核对是不是签订的文本。'] : [],
  }
}

// A page of an agreement has hundreds of signs; a page number or the mark of a scanner has a few.
const fewestOnPage = 20

function readPdf(bytes: Uint8Array, name: string): AgreementFile {
  const pages = pdfPageTexts(bytes, name)
  const bare = pages.flatMap((page, index) => (chineseIn(page) < fewestOnPage ? [index + 1] : []))
  if (bare.length === pages.length) throw new DocumentError(name, [SCAN])
  const remarks = bare.length
    ? [`第 ${bare.join('、')} 页没有能读的文字（如盖章页、扫描页），这些页上的条款要自己补。`]
    : []
  return { draft: { accepted: paragraphsOfPages(pages), original: null }, remarks }
}

const SCAN =
  '是扫描件或者图片，没有能读的文字，条款读不出来：请给出协议的 Word 文件（clauses=@协议.docx），扫描件用 --set signedCopy=@文件 存入；没有 Word 文件的，逐条填写条款。'

function chineseIn(page: string): number {
  return page.match(/\p{Script=Han}/gu)?.length ?? 0
}
