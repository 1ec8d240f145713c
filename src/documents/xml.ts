import { DocumentError } from './error.ts'

/** An element; `attributes` stays as written, so that unchanged elements are written back byte for byte. */
export interface XmlElement {
  name: string
  attributes: string
  children: XmlNode[]
}

/** An element, or a text, comment, CDATA section or instruction as written. */
export type XmlNode = XmlElement | string

const tag = /^<(\/?)([^\s/>]+)([\s\S]*?)(\/?)>$/
const deepest = 400
/** An agreement of a hundred pages has a megabyte or two of XML, and fifty thousand elements. */
const mostText = 8 * 1024 * 1024
const mostElements = 400_000

/**
 * Reads XML into a tree whose root holds the declaration and the document element.
 * @throws DocumentError on a DOCTYPE (entities are never expanded), unbalanced tags, nesting over 400, over 8 MiB of
 *   text or
 * 400,000 elements
 */
export const parseXml = (text: string, subject: string): XmlElement => {
  if (text.length > mostText) throw new DocumentError(subject, ['XML 过大，不予读取。'])
  const root: XmlElement = { name: '', attributes: '', children: [] }
  const open = [root]
  let elements = 0
  for (const piece of piecesOf(text, subject)) {
    const parent = open.at(-1) ?? root
    if (!piece.startsWith('<') || piece.startsWith('<?') || /^<!(--|\[CDATA)/.test(piece)) {
      parent.children.push(piece)
      continue
    }
    const [, closing, name, attributes = '', empty] = tag.exec(piece) ?? []
    if (name === undefined || name.startsWith('!')) throw new DocumentError(subject, ['XML 无法读取。'])
    if (closing) {
      if (open.length === 1 || open.pop()?.name !== name)
        throw new DocumentError(subject, ['XML 标签不成对。'])
      continue
    }
    elements += 1
    if (elements > mostElements) throw new DocumentError(subject, ['XML 的内容过多，不予读取。'])
    const element: XmlElement = { name, attributes, children: [] }
    parent.children.push(element)
    if (!empty && open.push(element) > deepest) throw new DocumentError(subject, ['XML 嵌套过深。'])
  }
  if (open.length !== 1) throw new DocumentError(subject, ['XML 不完整。'])
  return root
}

/** What stands as written in the tree: its beginning and its end. */
const verbatim = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

/**
 * Texts, tags and what stands as written, one after the other. Each character is looked at once, whatever the text
 * holds.
 */
function* piecesOf(text: string, subject: string): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.startsWith('<', at) ? endOfMarkup(text, at) : text.indexOf('<', at)
    if (end < 0 && text.startsWith('<', at)) throw new DocumentError(subject, ['XML 不完整。'])
    const stop = end < 0 ? text.length : end
    yield text.slice(at, stop)
    at = stop
  }
}

/** Where the markup that begins at `at` ends; -1 where it does not end. */
function endOfMarkup(text: string, at: number): number {
  for (const [opening, closing] of verbatim) {
    if (!text.startsWith(opening, at)) continue
    const found = text.indexOf(closing, at + opening.length)
    return found < 0 ? -1 : found + closing.length
  }
  const quotes = /["'>]/g
  for (let next = at; ; ) {
    quotes.lastIndex = next
    const found = quotes.exec(text)
    if (!found) return -1
    if (found[0] === '>') return found.index + 1
    const closing = text.indexOf(found[0], found.index + 1)
    if (closing < 0) return -1
    next = closing + 1
  }
}

/** Writes a tree back. */
export const serializeXml = (node: XmlNode): string => {
  if (typeof node === 'string') return node
  const inner = node.children.map(serializeXml).join('')
  if (node.name === '') return inner
  return inner === ''
    ? `<${node.name}${node.attributes}/>`
    : `<${node.name}${node.attributes}>${inner}</${node.name}>`
}

/** A copy that shares nothing with the original. */
export const cloneXml = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.map((child) => (typeof child === 'string' ? child : cloneXml(child))),
})

/** A text escaped for XML, as text or attribute value. */
export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Decodes XML text; an entity that XML does not define stays as written. */
export const unescapeXml = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )

/** The child elements. */
export const elementsOf = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string')

/** The child elements of that name. */
export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

/** An attribute's value. */
export const attributeOf = (element: XmlElement, name: string): string | undefined => {
  // Sticky, so that what is no attribute ends the search instead of being tried again from each of its letters.
  const attribute = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gy
  for (const [, key, double, single] of element.attributes.matchAll(attribute)) {
    const value = key === name ? (double ?? single) : undefined
    if (value !== undefined) return unescapeXml(value)
  }
  return undefined
}

/** Every element below another, in order, at any depth. */
export function* elementsBelow(element: XmlElement): Iterable<XmlElement> {
  const waiting = elementsOf(element).reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (let at = next.children.length - 1; at >= 0; at -= 1) {
      const child = next.children[at]
      if (child !== undefined && typeof child !== 'string') waiting.push(child)
    }
  }
}

/** Every element of that name, in order, at any depth. */
export const findAll = (element: XmlElement, name: string): XmlElement[] =>
  [...elementsBelow(element)].filter((each) => each.name === name)
