import type { DraftParagraph } from './draft.ts'
import { takeLabel } from './labels.ts'
import { tidy } from './words.ts'

/** A line of a page as it was laid out: `indent` and `end` are in columns; a Chinese character takes two. */
interface LaidLine {
  readonly text: string
  readonly indent: number
  readonly end: number
}

// The first line of a paragraph is indented by two characters; a line that ends two characters early is its last one.
const twoSigns = 4
const slack = 1
const PAGE_NUMBER = /^[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,共]\s*共?\s*\d{1,4}\s*页?)?[-—–\s]*$/u
// Some programs write radicals into a PDF instead of the characters that look the same.
const LOOKALIKES = /[\u2e80-\u2fdf\uf900-\ufaff]/gu
/** Numbers that begin no line by chance, as 3.5 may. */
const SURE_RANKS = new Set(['chapter', 'article', 'chinese', '(chinese)'])
const ROW_GAP = /\S {3,}\S/u

/** Joins the lines of pages, as a PDF was laid out, to paragraphs. Page numbers are left out. */
export function paragraphsOfPages(pages: readonly string[]): DraftParagraph[] {
  const lines = pages.flatMap((page) => page.split('\n').flatMap(laidLine))
  const left = Math.min(...lines.map(({ indent }) => indent))
  const right = Math.max(...lines.map(({ end }) => end))
  const texts: string[] = []
  let before: LaidLine | undefined
  for (const line of lines) {
    if (before && goesOn(before, line, left, right)) texts.push(joined(texts.pop() ?? '', line.text))
    else texts.push(line.text)
    before = line
  }
  return texts.map((text, index) => ({
    number: index + 1,
    label: '',
    text,
    lead: '',
    bold: false,
    outline: null,
    cell: null,
  }))
}

function laidLine(written: string): LaidLine[] {
  const line = written.replace(LOOKALIKES, (sign) => sign.normalize('NFKC')).trimEnd()
  const text = line.trim()
  if (text === '' || PAGE_NUMBER.test(text)) return []
  const indent = line.length - line.trimStart().length
  return [{ text, indent, end: indent + columnsOf(text) }]
}

function columnsOf(text: string): number {
  return [...text].reduce(
    (sum, sign) => sum + (/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/u.test(sign) ? 2 : 1),
    0,
  )
}

/** Whether a line goes on with the paragraph of the line before it. */
function goesOn(before: LaidLine, line: LaidLine, left: number, right: number): boolean {
  if (ROW_GAP.test(before.text) || ROW_GAP.test(line.text)) return false
  if (line.indent >= left + twoSigns - slack) return false
  if (before.end < right - twoSigns) return false
  return !SURE_RANKS.has(takeLabel(tidy(line.text)).rank)
}

function joined(first: string, second: string): string {
  const isLatin = /[A-Za-z0-9]$/u.test(first) && /^[A-Za-z]/u.test(second)
  return `${first}${isLatin ? ' ' : ''}${second}`
}
