import type { CellPlace, DraftParagraph, WordDraft } from '../core/drafts/draft.ts'
import { DocumentError } from './error.ts'
import { readNumbering } from './numbering.ts'
import { openPackage, type Package, partText } from './package.ts'
import { type Paragraph, paragraphsOf, type TrackedReading, textPiecesOf } from './paragraphs.ts'
import {
  boldOf,
  childNamed,
  childValue,
  listPlaceOf,
  outlineOf,
  readStyles,
  type StyleTraits,
} from './word-styles.ts'
import { elementsOf, findAll, parseXml, type XmlElement } from './xml.ts'

// The text of an agreement is a few hundred kilobytes of XML; a much larger file is no agreement.
const mostBytes = 8 * 1024 * 1024
/** An agreement has a few hundred paragraphs. */
const mostParagraphs = 20_000
const tracked = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']

/**
 * The outline of a Word draft in both readings of its tracked changes: each paragraph with its number, style, bold
 * text and place in a table. Lines of a table of contents are left out.
 * @param subject the name of the file in messages
 * @throws DocumentError when it is no .docx, is damaged, has a password, or is too large
 */
export const readDraft = (docx: Uint8Array, subject: string): WordDraft => {
  const parts = openPackage(docx, subject)
  if ((parts.get('word/document.xml')?.length ?? 0) > mostBytes)
    throw new DocumentError(subject, ['正文超过 8 MiB，不像是协议，不予检查。'])
  const root = parseXml(partText(parts, 'word/document.xml'), subject)
  if (shownParagraphs(root).length > mostParagraphs)
    throw new DocumentError(subject, [`正文超过 ${mostParagraphs} 段，不像是协议，不予检查。`])
  const read = (reading: TrackedReading) => readParagraphs(root, parts, subject, reading)
  const hasChanges = tracked.some((name) => findAll(root, name).length > 0)
  return { accepted: read('accepted'), original: hasChanges ? read('original') : null }
}

const readParagraphs = (
  root: XmlElement,
  parts: Package,
  subject: string,
  reading: TrackedReading,
): DraftParagraph[] => {
  const styleOf = readStyles(parts, subject)
  const labelOf = readNumbering(parts, subject)
  const placeOf = cellPlaces()
  const outline: DraftParagraph[] = []
  let joined: DraftParagraph | undefined
  for (const [index, paragraph] of shownParagraphs(root).entries()) {
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
      outline: level === undefined ? style.outline : level,
      cell,
    }
    const whole = joined ? join(joined, read) : read
    joined = endsNowhere(properties, reading) ? whole : undefined
    if (!joined) outline.push(whole)
  }
  return joined ? [...outline, joined] : outline
}

/** The paragraphs that a reader sees: without the fallback of a drawing, which repeats its text boxes. */
const shownParagraphs = (root: XmlElement): Paragraph[] =>
  paragraphsOf(root).filter(({ ancestors }) => !ancestors.some(({ name }) => name === 'mc:Fallback'))

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
  const runs = runsOf(paragraph, style, reading).filter(({ text }) => text.trim() !== '')
  const plain = runs.findIndex((run) => !run.bold)
  const text = textOfRuns(runsOf(paragraph, style, reading))
  return { text, bold: runs.length > 0 && plain < 0, lead: plain > 0 ? textOfRuns(runs.slice(0, plain)) : '' }
}

const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

const runsOf = (element: XmlElement, style: StyleTraits, reading: TrackedReading): Run[] =>
  elementsOf(element).flatMap((child): Run[] => {
    // An element that holds only this child is passed on, so that text hidden in this reading is left out.
    const pieces = textPiecesOf({ name: '', attributes: '', children: [child] }, reading)
    if (pieces.length === 0) return []
    if (child.name !== 'w:r') return runsOf(child, style, reading)
    const text = pieces.map((piece) => piece.text).join('')
    return [{ text, bold: boldOf(childNamed(child, 'w:rPr')) ?? style.bold }]
  })

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

/** The cells of a row itself, not of a table inside it; some are wrapped in content controls. */
const cellsOf = (element: XmlElement): XmlElement[] =>
  elementsOf(element).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    return child.name === 'w:tbl' ? [] : cellsOf(child)
  })
