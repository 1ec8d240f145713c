import { strFromU8, unzipSync } from 'fflate'

/** A sheet as it stands in the file: its name, and the texts of its cells, row by row. */
export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/**
 * Reads the sheets of an .xlsx only by the XML, with none of the program's own libraries: a number with the format of
 * a day is that day, every other number as it is written.
 */
export function readXlsx(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes)
  const xml = (path: string): string => strFromU8(parts[path] ?? new Uint8Array())
  const shared = elements(xml('xl/sharedStrings.xml'), 'si').map(textsIn)
  const isDay = dayFormats(xml('xl/styles.xml'))
  const targets = new Map(
    tags(xml('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return tags(xml('xl/workbook.xml'), 'sheet').map((tag) => {
    const sheet = xml(`xl/${targets.get(attribute(tag, 'r:id'))}`)
    const rows = elements(sheet, 'row').map((row) => cellsOf(row, shared, isDay))
    return { name: unescaped(attribute(tag, 'name')), rows }
  })
}

function cellsOf(row: string, shared: readonly string[], isDay: (style: number) => boolean): string[] {
  const cells: string[] = []
  for (const [, head = '', body = ''] of row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)) {
    const [, letters = ''] = /^([A-Z]+)/u.exec(attribute(head, 'r')) ?? []
    cells[columnOf(letters)] = textOf(head, body, shared, isDay)
  }
  return Array.from(cells, (cell) => cell ?? '')
}

function textOf(
  head: string,
  body: string,
  shared: readonly string[],
  isDay: (style: number) => boolean,
): string {
  const [, value = ''] = /<v>(.*?)<\/v>/su.exec(body) ?? []
  const type = attribute(head, 't')
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'inlineStr') return textsIn(body)
  return value !== '' && isDay(Number(attribute(head, 's'))) ? dayOf(Number(value)) : value
}

/** The day of a serial number: day 60 never was, so that the count begins with 1899-12-30. */
function dayOf(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10)
}

/** Tells which styles are those of days. */
function dayFormats(styles: string): (style: number) => boolean {
  const days = new Set(
    tags(styles, 'numFmt')
      .filter((tag) => /y/u.test(attribute(tag, 'formatCode')))
      .map((tag) => attribute(tag, 'numFmtId')),
  )
  const [cellXfs = ''] = elements(styles, 'cellXfs')
  const formats = [...cellXfs.matchAll(/<xf ([^>]*)>/gu)].map(([, head = '']) => attribute(head, 'numFmtId'))
  return (style) => days.has(formats[style] ?? '')
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>(.*?)</${name}>`, 'gsu'))].map(
    ([, inner = '']) => inner,
  )
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name} ([^>]*?)/?>`, 'gu'))].map(([, head = '']) => head)
}

function attribute(head: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(head)?.[1] ?? ''
}

function textsIn(xml: string): string {
  return unescaped([...xml.matchAll(/<t(?: [^>]*)?>(.*?)<\/t>/gsu)].map(([, text = '']) => text).join(''))
}

function unescaped(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
