/** The height of a line of text in a sheet, and what stands above and below, in points. */
const LINE = 14.5
const AROUND = 2
/** A column shows a little less text than its width says, since its cells have margins. */
const MARGIN = 1.5

/**
 * The sheet with a height for each row that has none, so that every text is seen whole, also over several lines:
 * spreadsheets do not all work it out when they open a file. It is no fixed height: they may still change it.
 * @param strings the texts that cells refer to, by their number
 */
export function withRowHeights(xml: string, strings: readonly string[]): string {
  const widths = columnWidths(xml)
  const spans = mergedSpans(xml)
  return xml.replace(/<row ([^>/]*)>(.*?)<\/row>/gs, (row, attributes: string, cells: string) => {
    if (/ ht=/.test(` ${attributes}`)) return row
    const lines = [...cells.matchAll(/<c ([^>/]*)>(.*?)<\/c>/gs)].map(([, cell = '', content = '']) => {
      const place = /r="([A-Z]+)\d+"/.exec(cell)?.[0] ?? ''
      const [, letters = 'A'] = /r="([A-Z]+)/.exec(place) ?? []
      const first = columnNumber(letters)
      const last = spans.get(place) ?? first
      const width = widths.slice(first, last + 1).reduce((sum, each) => sum + each, 0)
      return linesOf(textOf(cell, content, strings), width)
    })
    const most = Math.max(1, ...lines)
    return `<row ${attributes} ht="${most * LINE + AROUND}">${cells}</row>`
  })
}

/** The texts that cells of a package refer to. */
export function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>/gs)].map(([, content = '']) => plainText(content))
}

function textOf(cell: string, content: string, strings: readonly string[]): string {
  if (/t="s"/.test(cell)) return strings[Number(/<v>(\d+)<\/v>/.exec(content)?.[1])] ?? ''
  return /t="inlineStr"/.test(cell) ? plainText(content) : ''
}

function plainText(xml: string): string {
  return xml.replaceAll(/<[^>]*>/g, '').replaceAll(/&[a-z#0-9]+;/g, 'x')
}

/** The lines that a text fills in a width of so many characters. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - MARGIN)
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(signsOf(line) / room)))
    .reduce((sum, lines) => sum + lines, 0)
}

/** How wide a text is written out, in characters: a Chinese one is as wide as two others. */
export function signsOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > LAST_LATIN ? 2 : 1), 0)
}

const LAST_LATIN = '\u024f'

/** The widths of the columns in characters, by their numbers from 0. */
export function columnWidths(xml: string): number[] {
  const widths: number[] = []
  for (const [column] of xml.matchAll(/<col [^>]*>/g)) {
    const [min = 1, max = 1, width = 0] = ['min', 'max', 'width'].map((name) =>
      Number(new RegExp(` ${name}="([\\d.]+)"`).exec(column)?.[1] ?? 0),
    )
    for (let number = min; number <= max; number++) widths[number - 1] = width
  }
  return Array.from(widths, (width) => width ?? 0)
}

/** Merged cells: the number of the last column, by the place of the first cell (`r="A2"`). */
function mergedSpans(xml: string): ReadonlyMap<string, number> {
  return new Map(
    [...xml.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+)\d+"/g)].map(([, first = '', last = '']) => [
      `r="${first}"`,
      columnNumber(last),
    ]),
  )
}

const LETTERS = 26
const BEFORE_A = 64

/** The number of a column, from 0: A → 0, AA → 26. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - BEFORE_A, 0) - 1
}
