import { signingHeading } from '../core/regulation/agreement-form.ts'
import { keepWithNext } from './keep-next.ts'
import { paragraphText } from './paragraphs.ts'
import {
  attributeOf,
  childrenNamed,
  cloneXml,
  elementsOf,
  escapeXml,
  findAll,
  parseXml,
  serializeXml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

/** Up to this number of obligors, they sign one under another beside the claimant, as the annex has it. */
const mostInOneColumn = 2
/** Up to this number of obligors, all sign on one page. */
const mostOnOnePage = 4
/** Of more, this number of rows at least stands on the last page. */
const rowsOnLastPage = 2

/** What every such table has: two columns, and a cell that runs down. */
const mayHavePairs = (xml: string): boolean =>
  /<w:tblGrid>(?:<w:gridCol\b[^>]*\/>){2}<\/w:tblGrid>/.test(xml) && xml.includes('<w:vMerge')

/**
 * Sets the places to sign of more than two obligors two by two. The first stands beside the claimant, whose cell runs
 * down at the left; below them the others would leave the left half of a page empty, and so stand in both columns. The
 * places of many may go over to another page, where a line says again what is signed.
 * @param xml a part as it is printed
 * @param title what is signed
 */
export const withSigningPairs = (xml: string, title: string, subject: string): string => {
  if (!mayHavePairs(xml)) return xml
  const root = parseXml(xml, subject)
  const tables = findAll(root, 'w:tbl').filter((table) => runsDownAtTheLeft(table) && isForSigning(table))
  for (const table of tables) {
    const obligors = placesIn(table).length - 1
    pairPlaces(table)
    if (obligors > mostOnOnePage) letPlacesRun(table, title)
  }
  return tables.length > 0 ? serializeXml(root) : xml
}

const cellsOf = (row: XmlElement): XmlElement[] => childrenNamed(row, 'w:tc')

/** How a cell is merged with those above and below it; undefined where it stands alone. */
const mergeOf = (cell: XmlElement | undefined): string | undefined => {
  const [merge] = cell ? findAll(cell, 'w:vMerge') : []
  return merge && (attributeOf(merge, 'w:val') ?? 'continue')
}

/** The rows of two cells; what stands below all places, over both columns, is none of them. */
const placesIn = (table: XmlElement): XmlElement[] => {
  const rows = childrenNamed(table, 'w:tr')
  return rows.filter((row, index) => index < rows.length - 1 || cellsOf(row).length > 1)
}

/** Whether the left of two cells begins in the first row and runs down beside all others. */
const runsDownAtTheLeft = (table: XmlElement): boolean => {
  const rows = placesIn(table)
  return (
    rows.length > mostInOneColumn + 1 &&
    rows.every((row, index) => {
      const [left, right, ...others] = cellsOf(row)
      const merged = index === 0 ? 'restart' : 'continue'
      return others.length === 0 && right !== undefined && !mergeOf(right) && mergeOf(left) === merged
    })
  )
}

/** Whether a table is to be signed in; an office may have others of the same shape in its template. */
const isForSigning = (table: XmlElement): boolean =>
  findAll(table, 'w:p').some((paragraph) => /签|盖章/u.test(paragraphText(paragraph)))

const pairPlaces = (table: XmlElement): void => {
  const rows = placesIn(table)
  // The first row is where the claimant's cell begins, the second holds the obligor beside it.
  const others = rows.slice(2)
  const pairs = others.flatMap((row, index) => (index % 2 === 0 ? [pairOf(row, others[index + 1])] : []))
  const at = table.children.indexOf(others[0] ?? '')
  const kept = table.children.filter((child) => typeof child === 'string' || !others.includes(child))
  table.children = kept.toSpliced(at, 0, ...pairs)
}

/** Lets the rows below the first obligor go over to another page, under a heading that stands on each page. */
const letPlacesRun = (table: XmlElement, title: string): void => {
  const [first, ...others] = childrenNamed(table, 'w:tr')
  if (!first) return
  for (const row of others.slice(0, -rowsOnLastPage))
    for (const paragraph of findAll(row, 'w:p')) keepWithNext(paragraph, false)
  table.children.splice(table.children.indexOf(first), 0, headingLike(first, signingHeading(title)))
}

/** A row over both columns that Word repeats on each page, in the style of another. */
const headingLike = (row: XmlElement, text: string): XmlElement => {
  const cells = cellsOf(row)
  const [paragraph] = findAll(row, 'w:p')
  const properties = paragraph ? childrenNamed(paragraph, 'w:pPr') : []
  const width = cells
    .flatMap((cell) => findAll(cell, 'w:tcW'))
    .map((each) => Number(attributeOf(each, 'w:w')))
  const total = width.reduce((sum, each) => sum + each, 0)
  const make = (name: string, attributes: string, ...children: XmlNode[]): XmlElement => ({
    ...{ name, attributes, children },
  })
  const run = make('w:r', '', make('w:t', '', escapeXml(text)))
  return make(
    'w:tr',
    '',
    make('w:trPr', '', make('w:cantSplit', ''), make('w:tblHeader', '')),
    make(
      'w:tc',
      '',
      make('w:tcPr', '', make('w:tcW', ` w:type="dxa" w:w="${total}"`), make('w:gridSpan', ' w:val="2"')),
      make('w:p', '', ...properties, run),
    ),
  )
}

/** One row of two places: what stood at the right of two rows, the higher of which gives the height. */
const pairOf = (first: XmlElement, second: XmlElement | undefined): XmlElement => {
  const higher = second && heightOf(second) > heightOf(first) ? second : first
  const row = cloneXml(higher)
  const [right] = cellsOf(higher).slice(1)
  for (const [index, cell] of cellsOf(row).entries())
    cell.children = [propertiesOf(cell, right), ...contentOf(index === 0 ? first : second, cell)]
  return row
}

/** The properties of a cell as wide as this one, otherwise like another. */
const propertiesOf = (cell: XmlElement, like: XmlElement | undefined): XmlElement => {
  const [own, other] = [cell, like ?? cell].map((each) => childrenNamed(each, 'w:tcPr').flatMap(elementsOf))
  const width = own?.filter(({ name }) => name === 'w:tcW') ?? []
  const rest = other?.filter(({ name }) => name !== 'w:tcW' && name !== 'w:vMerge') ?? []
  return { name: 'w:tcPr', attributes: '', children: [...width, ...rest] }
}

const heightOf = (row: XmlElement): number =>
  Math.max(0, ...findAll(row, 'w:trHeight').map((height) => Number(attributeOf(height, 'w:val'))))

const isProperties = (child: XmlNode): boolean => typeof child !== 'string' && child.name === 'w:tcPr'

/** What stands at the right of a row; without one, an empty paragraph, since a cell must hold one. */
const contentOf = (row: XmlElement | undefined, cell: XmlElement): XmlNode[] => {
  const right = row && cellsOf(row)[1]
  if (right) return right.children.filter((child) => !isProperties(child))
  const properties = childrenNamed(cell, 'w:p')
    .slice(0, 1)
    .flatMap((paragraph) => childrenNamed(paragraph, 'w:pPr'))
  return [{ name: 'w:p', attributes: '', children: properties }]
}
