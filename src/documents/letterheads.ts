import { type Package, partText } from './package.ts'
import { paragraphsOf, paragraphText } from './paragraphs.ts'
import { attributeOf, childrenNamed, cloneXml, findAll, parseXml, type XmlElement } from './xml.ts'

const settings = 'word/settings.xml'
const relations = 'word/_rels/document.xml.rels'

/**
 * Lets the headers and footers of odd pages stand on even pages too, where a template tells them apart and says nothing
 * for the even ones: Word leaves those empty, and so a letterhead would stand on every other page only.
 */
export const repeatLetterheads = (parts: Package, trees: ReadonlyMap<string, XmlElement>): void => {
  const root = trees.get('word/document.xml')
  if (!root || !hasEvenPages(parts)) return
  const partOf = partsById(parts)
  const isEmpty = (reference: XmlElement | undefined): boolean => {
    const path = reference && partOf.get(attributeOf(reference, 'r:id') ?? '')
    const tree = path === undefined ? undefined : trees.get(path)
    return tree === undefined || isBlank(tree)
  }
  for (const section of findAll(root, 'w:sectPr'))
    for (const kind of ['w:headerReference', 'w:footerReference']) repeatIn(section, kind, isEmpty)
}

const repeatIn = (
  section: XmlElement,
  kind: string,
  isEmpty: (reference: XmlElement | undefined) => boolean,
): void => {
  const references = childrenNamed(section, kind)
  const ofType = (type: string) =>
    references.find((each) => (attributeOf(each, 'w:type') ?? 'default') === type)
  const [odd, even] = [ofType('default'), ofType('even')]
  if (!odd || isEmpty(odd) || !isEmpty(even)) return
  const copy = cloneXml(odd)
  copy.attributes = copy.attributes.includes('w:type=')
    ? copy.attributes.replace(/w:type\s*=\s*(?:"[^"]*"|'[^']*')/, 'w:type="even"')
    : `${copy.attributes} w:type="even"`
  if (even) section.children = section.children.filter((child) => child !== even)
  section.children.splice(section.children.indexOf(odd) + 1, 0, copy)
}

const hasEvenPages = (parts: Package): boolean => {
  const text = partText(parts, settings)
  if (!text.includes('evenAndOddHeaders')) return false
  const [found] = findAll(parseXml(text, settings), 'w:evenAndOddHeaders')
  return found !== undefined && !/^(?:0|false|off)$/.test(attributeOf(found, 'w:val') ?? '')
}

const partsById = (parts: Package): ReadonlyMap<string, string> => {
  const text = partText(parts, relations)
  const found = text === '' ? [] : findAll(parseXml(text, relations), 'Relationship')
  return new Map(
    found.map((each) => [attributeOf(each, 'Id') ?? '', targetPath(attributeOf(each, 'Target') ?? '')]),
  )
}

const targetPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `word/${target}`)

const pictures = ['w:drawing', 'w:pict', 'w:object', 'w:fldSimple', 'w:instrText']

const isBlank = (tree: XmlElement): boolean =>
  paragraphsOf(tree).every(({ element }) => paragraphText(element).trim() === '') &&
  pictures.every((name) => findAll(tree, name).length === 0)
