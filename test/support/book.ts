import { strToU8, zipSync } from 'fflate'

/** A sheet of a hand-made .xlsx: what stands in `<sheetData>`, what follows it, and how the workbook names it. */
export interface MadeSheet {
  readonly name: string
  readonly rows: string
  readonly after?: string
  readonly state?: 'hidden' | 'veryHidden'
  /** A sheet of charts instead. */
  readonly chart?: boolean
  /** Replaces the whole part. */
  readonly xml?: string
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Cell formats of the hand-made books: 1 a date, 2 万元, 3 the day of the week, 4 per cent, 5 年月日, 6 e年. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="4"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="177" formatCode="0!.0,&quot;万元&quot;"/><numFmt numFmtId="178" formatCode="[$-804]aaaa"/><numFmt numFmtId="179" formatCode="e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf numFmtId="176" applyNumberFormat="1"/><xf numFmtId="177" applyNumberFormat="1"/><xf numFmtId="178" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/><xf numFmtId="31" applyNumberFormat="1"/><xf numFmtId="179" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** An .xlsx written by hand, for what no library writes. */
export function bookOf(sheets: readonly MadeSheet[], { from1904 = false } = {}): Uint8Array {
  const parts: Record<string, Uint8Array> = {}
  const put = (path: string, text: string): void => {
    parts[path] = strToU8(text)
  }
  const kind = ({ chart }: MadeSheet): string => (chart ? 'chartsheet' : 'worksheet')
  const overrides = sheets.map(
    (sheet, index) =>
      `<Override PartName="/xl/${kind(sheet)}s/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind(sheet)}+xml"/>`,
  )
  put(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${overrides.join('')}</Types>`,
  )
  put(
    '_rels/.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  )
  const named = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  )
  put(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${named.join('')}</sheets></workbook>`,
  )
  const related = sheets.map(
    (sheet, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relations}/${kind(sheet)}" Target="${kind(sheet)}s/sheet${index + 1}.xml"/>`,
  )
  put(
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}<Relationship Id="rIdS" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  )
  put('xl/styles.xml', styles)
  sheets.forEach((sheet, index) => {
    const { rows, after = '', chart, xml } = sheet
    const sheetXml = `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
    const chartXml = `${head}<chartsheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`
    put(`xl/${kind(sheet)}s/sheet${index + 1}.xml`, xml ?? (chart ? chartXml : sheetXml))
  })
  return zipSync(parts)
}

/** A row of inline texts from column A; null leaves a cell out. */
export function textRow(number: number, texts: readonly (string | null)[], attributes = ''): string {
  const cells = texts.map((text, index) =>
    text === null ? '' : textAt(`${String.fromCharCode(65 + index)}${number}`, text),
  )
  return `<row r="${number}"${attributes}>${cells.join('')}</row>`
}

/** A cell with an inline text. */
export function textAt(address: string, text: string): string {
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}
