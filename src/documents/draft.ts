import { strToU8 } from 'fflate'
import type { Package } from './package.ts'
import { addOverride, addRelationship } from './parts.ts'
import { attributeOf, elementsOf, findAll, parseXml, type XmlElement } from './xml.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'
const path = 'word/header-ejc-draft.xml'

/** What a draft says at the head of every page. */
export const draftMark = '草稿　内容未定，不得用印、送达'

const markParagraph =
  '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="黑体" w:hint="eastAsia"/>' +
  `<w:color w:val="C00000"/><w:sz w:val="28"/></w:rPr><w:t>${draftMark}</w:t></w:r></w:p>`

const firstElement = (xml: string): XmlElement[] => elementsOf(parseXml(xml, '草稿'))

/**
 * Marks every page as a draft: in each existing header, and in a new one where the first section has none, for odd,
 * even and first pages alike (later sections inherit it).
 */
export const markDraft = (parts: Package, trees: Map<string, XmlElement>): void => {
  for (const root of trees.values()) {
    for (const header of elementsOf(root).filter((element) => element.name === 'w:hdr')) {
      header.children.unshift(...firstElement(markParagraph))
    }
  }
  const section = findAll(
    trees.get('word/document.xml') ?? { name: '', attributes: '', children: [] },
    'w:sectPr',
  )[0]
  if (section === undefined) return
  const present = elementsOf(section)
    .filter((element) => element.name === 'w:headerReference')
    .map((element) => attributeOf(element, 'w:type'))
  const missing = ['default', 'even', 'first'].filter((type) => !present.includes(type))
  if (missing.length === 0) return
  addOverride(parts, `/${path}`, contentType)
  const id = addRelationship(
    parts,
    'word/_rels/document.xml.rels',
    `${office}/header`,
    path.replace('word/', ''),
  )
  parts.set(
    path,
    strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${word}">${markParagraph}</w:hdr>`,
    ),
  )
  const references = missing.map(
    (type) => `<w:headerReference xmlns:r="${office}" w:type="${type}" r:id="${id}"/>`,
  )
  section.children.unshift(...references.flatMap(firstElement))
}
