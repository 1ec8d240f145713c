import type { CellPlace, DraftParagraph, WordDraft } from '../core/drafts/draft.ts'
import { DocumentError } from './error.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type Package, partText } from './package.ts'
import {
  hasChanges,
  isHiddenIn,
  type Paragraph,
  paragraphsBelow,
  type TrackedReading,
  textPiecesOf,
} from './paragraphs.ts'
import {
  boldOf,
  centredOf,
  childNamed,
  childValue,
  hiddenOf,
  listPlaceOf,
  outlineOf,
  readStyles,
  type StyleTraits,
} from './word-styles.ts'
import { elementsOf, parseXml, type XmlElement } from './xml.ts'

// The text of an agreement is a few hundred kilobytes of XML; a much larger file is no agreement.
const mostBytes = 8 * 1024 * 1024
/** An agreement has a few hundred paragraphs. */
const mostParagraphs = 20_000
/** The longest agreements have some tens of thousands of characters. */
const mostCharacters = 1_000_000
/** The parts that tell the text of a document and how it is numbered. */
const readParts = ['word/document.xml', 'word/styles.xml', 'word/numbering.xml']

/**
 * The outline of a Word draft in both readings of its tracked changes: each paragraph with its number, style, bold
 * text and place in a table. Lines of a table of contents are left out.
 * @param subject the name of the file in messages
 * @throws DocumentError when it is no .docx, is damaged, has a password, or is too large
 */
export const readDraft = (docx: Uint8Array, subject: string): WordDraft => {
  const parts = openPackage(docx, subject, readParts)
  const tooMuch = (what: string): DocumentError =>
    new DocumentError(subject, [`正文超过 ${what}，不像是协议，不予检查。`])
  if ((parts.get('word/document.xml')?.length ?? 0) > mostBytes) throw tooMuch('8 MiB')
  const root = parseXml(partText(parts, 'word/document.xml'), subject)
  const paragraphs = shownParagraphs(root)
  if (paragraphs.length > mostParagraphs) throw tooMuch(`${mostParagraphs} 段`)
  const read = (reading: TrackedReading): DraftParagraph[] => {
    const outline = readParagraphs(paragraphs, parts, subject, reading)
    if (outline.reduce((sum, { text }) => sum + text.length, 0) > mostCharacters)
      throw tooMuch(`${mostCharacters / 10_000} 万字`)
    return outline
  }
  return { accepted: read('accepted'), original: hasChanges(root) ? read('original') : null }
}

const readParagraphs = (
  paragraphs: readonly Paragraph[],
  parts: Package,
  subject: string,
  reading: TrackedReading,
): DraftParagraph[] => {
  const styleOf = readStyles(parts, subject)
  const labelOf = readNumbering(parts, subject)
  const placeOf = cellPlaces()
  const outline: DraftParagraph[] = []
  let joined: DraftParagraph | undefined
  for (const [index, paragraph] of paragraphs.entries()) {
    const properties = childNamed(paragraph.element, 'w:pPr')
    const style = styleOf(childValue(properties, 'w:pStyle'))
    const cell = placeOf(paragraph)
    if (style.contents) continue
    const label = labelOf({ ...style.numbering, ...listPlaceOf(properties) })
    const level = outlineOf(properties)
    const read: DraftParagraph = {
      number: index + 1,
      label,
      ...runTexts(paragraph.element, style, reading),
      centred: centredOf(properties) ?? style.centred,
      outline: level === undefined ? style.outline : level,
      cell,
    }
    const whole = joined ? join(joined, read) : read
    joined = endsNowhere(properties, reading) ? whole : undefined
    if (!joined) outline.push(whole)
  }
  return joined ? [...outline, joined] : outline
}

/**
 * The paragraphs that a reader sees: without the fallback of a drawing, which repeats its text boxes. One too many ends
 * it.
 */
const shownParagraphs = (root: XmlElement): Paragraph[] => {
  const shown: Paragraph[] = []
  for (const paragraph of paragraphsBelow(root)) {
    if (shown.length > mostParagraphs) break
    if (!paragraph.ancestors.some(({ name }) => name === 'mc:Fallback')) shown.push(paragraph)
  }
  return shown
}

/** Whether the paragraph's end mark is absent in this reading, so that its text continues in the next paragraph. */
const endsNowhere = (properties: XmlElement | undefined, reading: TrackedReading): boolean => {
  const mark = childNamed(properties, 'w:rPr')
  const gone = reading === 'accepted' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo']
  return gone.some((name) => childNamed(mark, name) !== undefined)
}

const join = (first: DraftParagraph, second: DraftParagraph): DraftParagraph => {
  // A paragraph that is deleted as a whole leaves nothing, not even its number.
  if (first.text === '') return second
  const bold = first.bold && (second.bold || second.text === '')
  return {
    ...first,
    text: first.text + second.text,
    bold,
    lead: first.bold && !bold ? first.text : first.lead,
  }
}

interface Run {
  readonly text: string
  readonly bold: boolean
}

const runTexts = (
  paragraph: XmlElement,
  style: StyleTraits,
  reading: TrackedReading,
): Pick<DraftParagraph, 'text' | 'bold' | 'lead'> => {
  const all = runsOf(paragraph, style, reading)
  const runs = all.filter(({ text }) => text.trim() !== '')
  const plain = runs.findIndex((run) => !run.bold)
  const lead = plain > 0 ? textOfRuns(runs.slice(0, plain)) : ''
  return { text: textOfRuns(all), bold: runs.length > 0 && plain < 0, lead }
}

const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const runsOf = (paragraph: XmlElement, style: StyleTraits, reading: TrackedReading): Run[] => {
  const runs: Run[] = []
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (isHiddenIn(reading, child)) continue
      if (child.name !== 'w:r') {
        visit(child)
        continue
      }
      const properties = childNamed(child, 'w:rPr')
      if (hiddenOf(properties) ?? style.hidden) continue
      const text = textPiecesOf(child, reading)
        .map((piece) => piece.text)
        .join('')
      if (text !== '') runs.push({ text, bold: boldOf(properties) ?? style.bold })
    }
  }
  visit(paragraph)
  return runs
}

/** Numbers the tables and rows as they come, and the cells of each row. */
const cellPlaces = (): ((paragraph: Paragraph) => CellPlace | null) => {
  const numbers = new Map<XmlElement, number>()
  const numberOf = (element: XmlElement): number => {
    const number = numbers.get(element) ?? numbers.size
    numbers.set(element, number)
    return number
  }
  const rows = new Map<XmlElement, ReadonlyMap<XmlElement, number>>()
  const columnsOf = (row: XmlElement): ReadonlyMap<XmlElement, number> => {
    const columns = rows.get(row) ?? new Map(cellsOf(row).map((cell, index) => [cell, index]))
    rows.set(row, columns)
    return columns
  }
  return ({ ancestors }) => {
    const [table, row, cell] = ['w:tbl', 'w:tr', 'w:tc'].map((tag) =>
      ancestors.findLast(({ name }) => name === tag),
    )
    if (!table || !row || !cell) return null
    const columns = columnsOf(row)
    const column = columns.get(cell) ?? 0
    return { table: numberOf(table), row: numberOf(row), column, columns: columns.size }
  }
}

/** The cells of a row itself, not of a table or row inside it; some are wrapped in content controls. */
const cellsOf = (row: XmlElement): XmlElement[] => {
  const cells: XmlElement[] = []
  const visit = (element: XmlElement): void => {
    for (const child of elementsOf(element)) {
      if (child.name === 'w:tc') cells.push(child)
      else if (child.name !== 'w:tbl' && child.name !== 'w:tr') visit(child)
    }
  }
  visit(row)
  return cells
}
