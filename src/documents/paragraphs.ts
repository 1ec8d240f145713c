import { elementsBelow, elementsOf, escapeXml, unescapeXml, type XmlElement } from './xml.ts'

/** A paragraph with the elements around it, outermost first. */
export interface Paragraph {
  readonly element: XmlElement
  readonly ancestors: readonly XmlElement[]
}

/** The paragraphs of a part in reading order, those in table cells and text boxes too. */
export const paragraphsOf = (root: XmlElement): Paragraph[] => [...paragraphsBelow(root)]

/**
 * An element that is being walked through: its next child, and the elements around its children once they are asked
 * for.
 */
interface OpenElement {
  readonly parent: XmlElement
  next: number
  ancestors?: readonly XmlElement[]
}

/** The same, one after the other, so that a reader can stop. */
export function* paragraphsBelow(root: XmlElement): Iterable<Paragraph> {
  const open: OpenElement[] = [{ parent: root, next: 0 }]
  for (let at = open.at(-1); at; at = open.at(-1)) {
    const child = at.parent.children[at.next]
    at.next += 1
    if (child === undefined) open.pop()
    else if (typeof child !== 'string') {
      if (child.name === 'w:p') {
        at.ancestors ??= open.map(({ parent }) => parent)
        yield { element: child, ancestors: at.ancestors }
      }
      if (child.children.length > 0) open.push({ parent: child, next: 0 })
    }
  }
}

/** A piece of a paragraph's text: the text of a `w:t`, or a tab or break, which counts as one character. */
export interface TextPiece {
  readonly text: string
  readonly node: XmlElement | null
}

/** How tracked changes are read: with all of them accepted, or as the text was before them. */
export type TrackedReading = 'accepted' | 'original'

const marks: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}
// Paragraphs in a text box are paragraphs of their own; `w:tabs` is no text, and `w:rt` says how a word is pronounced.
const notText = ['w:p', 'w:pPr', 'w:rPr', 'w:rt', 'mc:Fallback']
const hidden: Readonly<Record<TrackedReading, ReadonlySet<string>>> = {
  accepted: new Set([...notText, 'w:moveFrom', 'w:del']),
  original: new Set([...notText, 'w:moveTo', 'w:ins']),
}

/** Whether a reader of that reading does not see what an element holds, or sees it elsewhere. */
export const isHiddenIn = (reading: TrackedReading, { name }: XmlElement): boolean =>
  hidden[reading].has(name)

const tracked: ReadonlySet<string> = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'])

/** Whether a part holds tracked changes that nobody has accepted or rejected yet. */
export const hasChanges = (root: XmlElement): boolean => {
  for (const { name } of elementsBelow(root)) if (tracked.has(name)) return true
  return false
}

/** The text of a paragraph, piece by piece. */
export const textPiecesOf = (paragraph: XmlElement, reading: TrackedReading = 'accepted'): TextPiece[] => {
  const pieces: TextPiece[] = []
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string' || isHiddenIn(reading, child)) continue
      const mark = marks[child.name]
      if (child.name === 'w:t' || child.name === 'w:delText')
        pieces.push({ text: textOfNode(child), node: child })
      else if (mark !== undefined) pieces.push({ text: mark, node: null })
      else visit(child)
    }
  }
  visit(paragraph)
  return pieces
}

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

/**
 * Takes a paragraph out. Where Word asks for one (the last of a cell, header or text box, the end of a section, between
 * two tables), it stays without text.
 */
export const takeOut = (paragraph: Paragraph): void => {
  const { element, ancestors } = paragraph
  const beside = elementsOf(ancestors.at(-1) ?? element).filter(({ name }) => /^w:(?:p|tbl|sdt)$/u.test(name))
  const at = beside.indexOf(element)
  const isBetween = beside[at - 1]?.name === 'w:tbl' && beside[at + 1]?.name === 'w:tbl'
  const isLast = beside.length === 1 || (at === beside.length - 1 && beside[at - 1]?.name === 'w:tbl')
  const inBody = ancestors.at(-1)?.name === 'w:body'
  if (!isBetween && (inBody ? isRemovable(paragraph) : !isLast)) replaceParagraph(paragraph, [])
  else element.children = elementsOf(element).filter(({ name }) => name === 'w:pPr')
}

/** Ids of paragraphs, bookmarks and content controls must be unique in a document: a copy has none. */
export const removeIds = (element: XmlElement): void => {
  element.attributes = element.attributes.replaceAll(/\s+w14:(paraId|textId)="[^"]*"/g, '')
  element.children = element.children.filter(
    (child) =>
      typeof child === 'string' ||
      (!/^w:bookmark(Start|End)$/.test(child.name) && !(element.name === 'w:sdtPr' && child.name === 'w:id')),
  )
  for (const child of elementsOf(element)) removeIds(child)
}
