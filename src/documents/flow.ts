import type { PrintPlan } from './check.ts'
import { isKeptWithNext, keepWithNext } from './keep-next.ts'
import { paragraphText } from './paragraphs.ts'
import { markedLine, withoutMarks } from './substitute.ts'
import { childrenNamed, cloneXml, findAll, type XmlElement, type XmlNode } from './xml.ts'

/** The characters on a line of 小四 in the wide column of a register; two less where it is indented. */
const charactersInLine = 27
/** Up to this number of lines, a text stays on one page with the rest of its row. */
const linesOnOnePage = 16
/** At least this number of lines of a text stays with the signature under it. */
const linesWithSignature = 3
/** At most this number of lines can stay with the signature: more would fill most of a page. */
const mostWithSignature = 28

/** The paragraphs that a field fills in one cell, and their text. */
interface LongText {
  readonly cell: number
  readonly paragraphs: readonly { readonly element: XmlElement; readonly lines: number }[]
}

/**
 * Lets long texts run over the page. A row that must not be split moves to the next page as a whole. That is right for
 * a short row, but a long one would leave half a page empty, and LibreOffice lets one longer than a page leave its
 * table. Such a row is made two rows without a border between them: the first holds the text, which may break over
 * pages; the second holds its last lines with the signature, which stay together.
 */
export const letLongRowsRun = (root: XmlElement, plan: PrintPlan): void => {
  letLongTextsRun(root, plan)
  for (const table of findAll(root, 'w:tbl'))
    table.children = table.children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'w:tr' && isWhole(child) ? divided(child, plan) : [child],
    )
}

/** Up to this number of characters, nine lines of 3号, a paragraph stays on one page with what follows it. */
const mostKeptWithNext = 252

/**
 * Lets a long paragraph that is one sentence (`divideEndings` has divided the others) run over the page. LibreOffice does
 * not divide one that is kept with the next: it moves the whole of it, and where that and the signature are longer than
 * a page, it parts the seal from the day.
 */
const letLongTextsRun = (root: XmlElement, plan: PrintPlan): void => {
  for (const paragraph of findAll(root, 'w:p')) {
    if (printedText(paragraph, plan).length <= mostKeptWithNext) continue
    keepWithNext(paragraph, false)
  }
}

/** The text of a paragraph with the values that its marks stand for. */
const printedText = (paragraph: XmlElement, { texts }: PrintPlan): string =>
  withoutMarks(paragraphText(paragraph), (name, line) => {
    const lines = texts.get(name) ?? []
    return line === undefined ? lines.join('') : (lines[line] ?? '')
  })

/** This number of rows of a list stays on one page with the seal under it. */
const rowsAtTheEnd = 2

/**
 * Keeps the last rows of a list with the row under them that bears the seal: its first line is kept with the next. The
 * seal is a row of the table, since LibreOffice keeps rows with rows, but no table with the paragraph under it.
 */
export const keepListEnds = (root: XmlElement): void => {
  for (const table of findAll(root, 'w:tbl')) {
    const rows = childrenNamed(table, 'w:tr')
    const [seal] = rows.slice(-1).flatMap((row) => findAll(row, 'w:p').slice(0, 1))
    if (!seal || !isKeptWithNext(seal)) continue
    for (const row of rows.slice(-1 - rowsAtTheEnd, -1))
      for (const paragraph of findAll(row, 'w:p')) keepWithNext(paragraph, true)
  }
}

const isWhole = (row: XmlElement): boolean =>
  childrenNamed(row, 'w:trPr').some((properties) => childrenNamed(properties, 'w:cantSplit').length > 0)

const divided = (row: XmlElement, plan: PrintPlan): XmlElement[] => {
  const long = longTextOf(row, plan)
  if (long === undefined) return [row]
  const ending = endingOf(long)
  const rest = { ...cloneXml(row), attributes: '' }
  removeProperty(row, 'w:cantSplit')
  // A cell merged over several rows is left alone, since its borders do not belong to this row only.
  if (ending === undefined || findAll(row, 'w:vMerge').length > 0) return [row]
  removeProperty(rest, 'w:trHeight')
  const [above, below] = [row, rest].map((each) => childrenNamed(each, 'w:tc'))
  for (const [index, cell] of (above ?? []).entries()) {
    const under = below?.[index]
    if (under === undefined) continue
    cutCell(cell, under, index === long.cell ? ending : undefined)
  }
  return [row, rest]
}

/** The longest text of a row, if it is too long to stay on one page with the rest. */
const longTextOf = (row: XmlElement, plan: PrintPlan): LongText | undefined => {
  const texts = childrenNamed(row, 'w:tc').flatMap((cell, index) => longTextsIn(cell, index, plan))
  return texts.find((text) => lineCount(text) > linesOnOnePage)
}

const longTextsIn = (cell: XmlElement, index: number, plan: PrintPlan): LongText[] => {
  const byField = new Map<string, LongText['paragraphs'][number][]>()
  for (const element of childrenNamed(cell, 'w:p')) {
    const found = markedLine(paragraphText(element))
    if (found === undefined) continue
    const text = plan.texts.get(found.name)?.[found.line] ?? ''
    const paragraphs = byField.get(found.name) ?? []
    byField.set(found.name, [
      ...paragraphs,
      { element, lines: Math.ceil((text.length + 2) / charactersInLine) },
    ])
  }
  return [...byField.values()].map((paragraphs) => ({ cell: index, paragraphs }))
}

const lineCount = ({ paragraphs }: Pick<LongText, 'paragraphs'>): number =>
  paragraphs.reduce((sum, { lines }) => sum + lines, 0)

/** The first of the paragraphs that stay with the signature; undefined where the text is not divided. */
const endingOf = ({ paragraphs }: LongText): XmlElement | undefined => {
  const from = paragraphs.findLastIndex(
    (_, index) => lineCount({ paragraphs: paragraphs.slice(index) }) >= linesWithSignature,
  )
  const first = paragraphs[from]
  if (from <= 0 || lineCount({ paragraphs: paragraphs.slice(from) }) > mostWithSignature) return undefined
  return first?.element
}

const cutCell = (above: XmlElement, below: XmlElement, ending: XmlElement | undefined): void => {
  const at = ending === undefined ? above.children.length : above.children.indexOf(ending)
  const [properties] = childrenNamed(below, 'w:tcPr')
  const kept = below.children.slice(at)
  // A cell must hold a paragraph.
  below.children = [...(properties ? [properties] : []), ...(kept.length > 0 ? kept : [emptyLike(below)])]
  above.children = above.children.slice(0, at)
  leaveOpen(above, 'w:bottom')
  leaveOpen(below, 'w:top')
}

const emptyLike = (cell: XmlElement): XmlElement => ({
  name: 'w:p',
  attributes: '',
  children: childrenNamed(cell, 'w:p')
    .slice(0, 1)
    .flatMap((paragraph) => childrenNamed(paragraph, 'w:pPr')),
})

const removeProperty = (row: XmlElement, name: string): void => {
  for (const properties of childrenNamed(row, 'w:trPr'))
    properties.children = properties.children.filter(
      (child) => typeof child === 'string' || child.name !== name,
    )
}

// The elements that the schema puts after the borders of a cell, and before the bottom border.
const afterBorders = /^w:(?:shd|noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark)$/
const beforeBottom = /^w:(?:top|left|start)$/

/** Removes the border on one side of a cell. */
const leaveOpen = (cell: XmlElement, side: 'w:top' | 'w:bottom'): void => {
  const properties = childIn(cell, 'w:tcPr', () => 0)
  const borders = childIn(properties, 'w:tcBorders', (children) => {
    const next = children.findIndex((child) => typeof child !== 'string' && afterBorders.test(child.name))
    return next < 0 ? children.length : next
  })
  borders.children = borders.children.filter((child) => typeof child === 'string' || child.name !== side)
  const at =
    side === 'w:top'
      ? 0
      : borders.children.findLastIndex(
          (child) => typeof child !== 'string' && beforeBottom.test(child.name),
        ) + 1
  borders.children.splice(at, 0, { name: side, attributes: ' w:val="nil"', children: [] })
}

/** The child of that name, made where there is none. */
const childIn = (
  parent: XmlElement,
  name: string,
  place: (children: readonly XmlNode[]) => number,
): XmlElement => {
  const [found] = childrenNamed(parent, name)
  if (found !== undefined) return found
  const made: XmlElement = { name, attributes: '', children: [] }
  parent.children.splice(place(parent.children), 0, made)
  return made
}
