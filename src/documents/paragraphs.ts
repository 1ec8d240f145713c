import { elementsOf, escapeXml, unescapeXml, type XmlElement } from './xml.ts'

/** A paragraph with the elements that hold it, outermost first. */
export interface Paragraph {
  readonly element: XmlElement
  readonly ancestors: readonly XmlElement[]
}

/** The paragraphs of a part in reading order, those in table cells and text boxes too. */
export const paragraphsOf = (root: XmlElement): Paragraph[] => {
  const found: Paragraph[] = []
  const visit = (element: XmlElement, ancestors: readonly XmlElement[]): void => {
    for (const child of elementsOf(element)) {
      const path = [...ancestors, element]
      if (child.name === 'w:p') found.push({ element: child, ancestors: path })
      visit(child, path)
    }
  }
  visit(root, [])
  return found
}

/** A stretch of a paragraph's text: what a `w:t` holds, or a tab or break that stands for one character. */
export interface Piece {
  readonly text: string
  readonly node: XmlElement | null
}

/** How tracked changes are read: as if all were accepted, or as the text was before them. */
export type Reading = 'accepted' | 'original'

const marks: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' }
// Paragraphs in a text box are paragraphs of their own; `w:tabs` is no text.
const notText = ['w:p', 'w:pPr', 'w:rPr', 'mc:Fallback']
const hidden: Readonly<Record<Reading, ReadonlySet<string>>> = {
  accepted: new Set([...notText, 'w:moveFrom', 'w:del']),
  original: new Set([...notText, 'w:moveTo', 'w:ins']),
}

/** The text of a paragraph, piece by piece. */
export const piecesOf = (paragraph: XmlElement, reading: Reading = 'accepted'): Piece[] =>
  elementsOf(paragraph).flatMap((child): Piece[] => {
    if (hidden[reading].has(child.name)) return []
    if (child.name === 'w:t' || child.name === 'w:delText') return [{ text: textOfNode(child), node: child }]
    const mark = marks[child.name]
    return mark === undefined ? piecesOf(child, reading) : [{ text: mark, node: null }]
  })

/** The text of a paragraph. */
export const textOf = (paragraph: XmlElement): string =>
  piecesOf(paragraph)
    .map((piece) => piece.text)
    .join('')

const textOfNode = (node: XmlElement): string =>
  unescapeXml(node.children.filter((child) => typeof child === 'string').join(''))

/** Sets the text of a `w:t`. */
export const setText = (node: XmlElement, text: string): void => {
  node.children = [escapeXml(text)]
  if (!node.attributes.includes('xml:space')) node.attributes += ' xml:space="preserve"'
}

/**
 * Puts `replacement` where `text` stands from `start` on, though it may be split over runs: the first run takes
 * it, so that it looks like the beginning of what it replaces.
 */
export const replaceText = (
  paragraph: XmlElement,
  start: number,
  text: string,
  replacement: string,
): void => {
  const end = start + text.length
  let position = 0
  let inserted = false
  for (const piece of piecesOf(paragraph)) {
    const from = Math.max(start - position, 0)
    const to = Math.min(end - position, piece.text.length)
    position += piece.text.length
    if (piece.node === null || from >= to) continue
    setText(piece.node, piece.text.slice(0, from) + (inserted ? '' : replacement) + piece.text.slice(to))
    inserted = true
  }
}

/** Whether a paragraph may go: not the last of a cell, header or text box, nor one that ends a section. */
export const isRemovable = ({ element, ancestors }: Paragraph): boolean =>
  ancestors.at(-1)?.name === 'w:body' &&
  !elementsOf(element).some(
    (child) => child.name === 'w:pPr' && elementsOf(child).some((p) => p.name === 'w:sectPr'),
  )

/** Puts other paragraphs, or none, in a paragraph's place. */
export const replaceParagraph = ({ element, ancestors }: Paragraph, others: readonly XmlElement[]): void => {
  const parent = ancestors.at(-1)
  parent?.children.splice(parent.children.indexOf(element), 1, ...others)
}
