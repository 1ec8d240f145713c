import { elementsOf, escapeXml, unescapeXml, type XmlElement } from './xml.ts'

/** A paragraph with the elements around it, outermost first. */
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

/** A piece of a paragraph's text: the text of a `w:t`, or a tab or break, which counts as one character. */
export interface TextPiece {
  readonly text: string
  readonly node: XmlElement | null
}

/** How tracked changes are read: with all of them accepted, or as the text was before them. */
export type TrackedReading = 'accepted' | 'original'

const marks: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n' }
// Paragraphs in a text box are paragraphs of their own; `w:tabs` is no text.
const notText = ['w:p', 'w:pPr', 'w:rPr', 'mc:Fallback']
const hidden: Readonly<Record<TrackedReading, ReadonlySet<string>>> = {
  accepted: new Set([...notText, 'w:moveFrom', 'w:del']),
  original: new Set([...notText, 'w:moveTo', 'w:ins']),
}

/** The text of a paragraph, piece by piece. */
export const textPiecesOf = (paragraph: XmlElement, reading: TrackedReading = 'accepted'): TextPiece[] =>
  elementsOf(paragraph).flatMap((child): TextPiece[] => {
    if (hidden[reading].has(child.name)) return []
    if (child.name === 'w:t' || child.name === 'w:delText') return [{ text: textOfNode(child), node: child }]
    const mark = marks[child.name]
    return mark === undefined ? textPiecesOf(child, reading) : [{ text: mark, node: null }]
  })

/** The text of a paragraph. */
export const paragraphText = (paragraph: XmlElement): string =>
  textPiecesOf(paragraph)
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
 * Puts `replacement` in the place of `text` at `start`, which may be split over runs: the first run gets it, so that it
 * looks like the beginning of what it replaces.
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
  for (const piece of textPiecesOf(paragraph)) {
    const from = Math.max(start - position, 0)
    const to = Math.min(end - position, piece.text.length)
    position += piece.text.length
    if (piece.node === null || from >= to) continue
    setText(piece.node, piece.text.slice(0, from) + (inserted ? '' : replacement) + piece.text.slice(to))
    inserted = true
  }
}

/** Whether a paragraph may be removed: not the last of a cell, header or text box, nor one that ends a section. */
export const isRemovable = ({ element, ancestors }: Paragraph): boolean =>
  ancestors.at(-1)?.name === 'w:body' &&
  !elementsOf(element).some(
    (child) => child.name === 'w:pPr' && elementsOf(child).some((p) => p.name === 'w:sectPr'),
  )

/** Replaces a paragraph by others, or by none. */
export const replaceParagraph = ({ element, ancestors }: Paragraph, others: readonly XmlElement[]): void => {
  const parent = ancestors.at(-1)
  parent?.children.splice(parent.children.indexOf(element), 1, ...others)
}
