import { type Package, partText } from './package.ts'
import { attributeOf, elementsOf, findAll, parseXml, type XmlElement } from './xml.ts'

/** What the style of a paragraph says about it, including what the style inherits. */
export interface StyleTraits {
  /** The outline level, from 0; null for body text. */
  readonly outline: number | null
  readonly bold: boolean
  /** Whether its lines are centred. */
  readonly centred: boolean
  /** Whether its text is hidden. */
  readonly hidden: boolean
  /** The list that the style belongs to. */
  readonly numbering: ListPlace
  /** Whether it is a line of a table of contents. */
  readonly contents: boolean
}

/** A list and a level in it, where they are given. */
export interface ListPlace {
  readonly list?: string
  readonly level?: number
}

// The levels of an outline are 0 to 8; 9 is body text. ECMA-376, 17.3.1.20
const bodyLevel = 9
// A chain of styles that refers to itself is cut after this number.
const longestChain = 20

const none: StyleTraits = {
  outline: null,
  bold: false,
  centred: false,
  hidden: false,
  numbering: {},
  contents: false,
}

/** The first child of a name. */
export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element && elementsOf(element).find((child) => child.name === name)

/** The value of a child such as `<w:outlineLvl w:val="0"/>`. */
export const childValue = (element: XmlElement | undefined, name: string): string | undefined => {
  const child = childNamed(element, name)
  return child && attributeOf(child, 'w:val')
}

/** Whether run properties switch something on or off, such as `w:b`; undefined when they do not say. */
const switchOf = (properties: XmlElement | undefined, name: string): boolean | undefined => {
  const found = childNamed(properties, name)
  return found && !/^(0|false|off)$/.test(attributeOf(found, 'w:val') ?? '')
}

/** Whether run properties set bold or not; undefined when they do not say. */
export const boldOf = (properties: XmlElement | undefined): boolean | undefined => switchOf(properties, 'w:b')

/** Whether run properties hide a text, so that it is neither shown nor printed; undefined when they do not say. */
export const hiddenOf = (properties: XmlElement | undefined): boolean | undefined =>
  switchOf(properties, 'w:vanish')

/** The outline level that paragraph properties give; undefined when they give none. */
export const outlineOf = (properties: XmlElement | undefined): number | null | undefined => {
  const level = childValue(properties, 'w:outlineLvl')
  if (level === undefined) return undefined
  return Number(level) < bodyLevel ? Number(level) : null
}

/** Whether paragraph properties centre the lines; undefined when they do not say. */
export const centredOf = (properties: XmlElement | undefined): boolean | undefined => {
  const alignment = childValue(properties, 'w:jc')
  return alignment === undefined ? undefined : alignment === 'center'
}

/** The list of a paragraph as its properties name it. */
export const listPlaceOf = (properties: XmlElement | undefined): ListPlace => {
  const numbering = childNamed(properties, 'w:numPr')
  const list = childValue(numbering, 'w:numId')
  const level = childValue(numbering, 'w:ilvl')
  return { ...(list !== undefined && { list }), ...(level !== undefined && { level: Number(level) }) }
}

/** Reads the names of styles, which are the same in every language of Word: heading 1, toc 1. */
const traitsOf = (style: XmlElement, inherited: StyleTraits): StyleTraits => {
  const name = childValue(style, 'w:name') ?? ''
  const properties = childNamed(style, 'w:pPr')
  const heading = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1]
  return {
    outline: outlineOf(properties) ?? (heading === undefined ? inherited.outline : Number(heading) - 1),
    bold: boldOf(childNamed(style, 'w:rPr')) ?? inherited.bold,
    centred: centredOf(properties) ?? inherited.centred,
    hidden: hiddenOf(childNamed(style, 'w:rPr')) ?? inherited.hidden,
    numbering: { ...inherited.numbering, ...listPlaceOf(properties) },
    contents: /^(?:toc|目录) ?\d/i.test(name) || inherited.contents,
  }
}

/** Returns a function that tells, by the id of a style, what it says about its paragraphs. */
export const readStyles = (parts: Package, subject: string): ((id: string | undefined) => StyleTraits) => {
  const all = findAll(parseXml(partText(parts, 'word/styles.xml'), subject), 'w:style')
  const paragraphs = all.filter((style) => attributeOf(style, 'w:type') === 'paragraph')
  const byId = new Map(paragraphs.map((style) => [attributeOf(style, 'w:styleId'), style]))
  const usual = paragraphs.find((style) => attributeOf(style, 'w:default') === '1')
  const known = new Map<string | undefined, StyleTraits>()
  const resolve = (id: string | undefined, depth: number): StyleTraits => {
    const before = known.get(id)
    const style = id === undefined ? usual : byId.get(id)
    if (before || style === undefined || depth > longestChain) return before ?? none
    const base = childValue(style, 'w:basedOn')
    const traits = traitsOf(style, base === undefined ? none : resolve(base, depth + 1))
    known.set(id, traits)
    return traits
  }
  return (id) => resolve(id, 0)
}
