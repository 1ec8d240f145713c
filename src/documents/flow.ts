import type { Plan } from './check.ts'
import { textOf } from './paragraphs.ts'
import { markedLine } from './substitute.ts'
import { childrenNamed, cloneXml, findAll, type XmlElement, type XmlNode } from './xml.ts'

/** A line of 小四 in the wide column of a register holds so many characters, two less where it is indented. */
const charactersInLine = 27
/** Up to so many lines, a text stays on one page with what stands in its row. */
const linesOnOnePage = 16
/** At least so many lines of a text stay with the signature under it. */
const linesWithSignature = 3
/** More lines than these could not stay with it: they fill most of a page. */
const mostWithSignature = 28

/** The paragraphs that a field fills in one cell, and what they print. */
interface LongText {
  readonly cell: number
  readonly paragraphs: readonly { readonly element: XmlElement; readonly lines: number }[]
}

/**
 * Lets long texts run over the page. A row that must not be split goes to the next page as a whole: right for a short
 * one, but a long one would leave half a page empty, and LibreOffice runs one that is longer than a page out of its
 * table. Such a row becomes two without a line between them: the text, which breaks where the page ends, and its
 * last lines with the signature, which stay together.
 */
export const letLongRowsRun = (root: XmlElement, plan: Plan): void => {
  for (const table of findAll(root, 'w:tbl'))
    table.children = table.children.flatMap((child) =>
      typeof child !== 'string' && child.name === 'w:tr' && isWhole(child) ? divided(child, plan) : [child],
    )
}

const isWhole = (row: XmlElement): boolean =>
  childrenNamed(row, 'w:trPr').some((properties) => childrenNamed(properties, 'w:cantSplit').length > 0)

const divided = (row: XmlElement, plan: Plan): XmlElement[] => {
  const long = longTextOf(row, plan)
  if (long === undefined) return [row]
  const ending = endingOf(long)
  const rest = { ...cloneXml(row), attributes: '' }
  removeProperty(row, 'w:cantSplit')
  // A cell that goes on over rows is left alone: its lines are not this row's to open.
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

/** The longest text of a row that is too long for one page with the rest. */
const longTextOf = (row: XmlElement, plan: Plan): LongText | undefined => {
  const texts = childrenNamed(row, 'w:tc').flatMap((cell, index) => textsIn(cell, index, plan))
  return texts.find((text) => linesOf(text) > linesOnOnePage)
}

const textsIn = (cell: XmlElement, index: number, plan: Plan): LongText[] => {
  const byField = new Map<string, LongText['paragraphs'][number][]>()
  for (const element of childrenNamed(cell, 'w:p')) {
    const found = markedLine(textOf(element))
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

const linesOf = ({ paragraphs }: Pick<LongText, 'paragraphs'>): number =>
  paragraphs.reduce((sum, { lines }) => sum + lines, 0)

/** The first paragraph of those that stay with the signature; none where the text is not to be divided. */
const endingOf = ({ paragraphs }: LongText): XmlElement | undefined => {
  const from = paragraphs.findLastIndex(
    (_, index) => linesOf({ paragraphs: paragraphs.slice(index) }) >= linesWithSignature,
  )
  const first = paragraphs[from]
  if (from <= 0 || linesOf({ paragraphs: paragraphs.slice(from) }) > mostWithSignature) return undefined
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

// What the schema wants before and after the borders of a cell, and within them.
const afterBorders = /^w:(?:shd|noWrap|tcMar|textDirection|tcFitText|vAlign|hideMark)$/
const beforeBottom = /^w:(?:top|left|start)$/

/** Takes the line away from one side of a cell. */
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
