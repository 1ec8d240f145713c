import { execFileSync } from 'node:child_process'

/** A line as it stands on a page, in points from its upper left corner; its words without spaces. */
export interface Line {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A page of a PDF: its lines from top to bottom, and its number where one is printed. */
export interface Page {
  readonly lines: readonly Line[]
  readonly number: number | undefined
}

const line = /<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([\s\S]*?)<\/line>/g
const word = />([^<]*)<\/word>/g
const pageNumber = /^—(\d+)—$/

const linesOf = (page: string): Line[] =>
  [...page.matchAll(line)]
    .map(([, left, top, right, bottom, words = '']) => ({
      text: [...words.matchAll(word)].map(([, text]) => text).join(''),
      ...{ left: Number(left), right: Number(right), top: Number(top), bottom: Number(bottom) },
    }))
    .sort((one, other) => one.top - other.top)

/** The pages of a PDF, read by pdftotext. */
export const pagesOf = (pdf: string): Page[] => {
  const xml = execFileSync('pdftotext', ['-bbox-layout', pdf, '-'], { encoding: 'utf8' })
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const lines = linesOf(page)
      const number = lines.map(({ text }) => pageNumber.exec(text)?.[1]).find(Boolean)
      return {
        lines: lines.filter(({ text }) => !pageNumber.test(text)),
        number: number === undefined ? undefined : Number(number),
      }
    })
}
