import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import { contentPaths, openPackage, type Package, partText } from './package.ts'
import { addOverride, addRelationship } from './parts.ts'
import { attributeOf, elementsOf, escapeXml, findAll, parseXml, unescapeXml, type XmlElement } from './xml.ts'

const path = 'docProps/custom.xml'
const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'
const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties'
const userDefined = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'

/** The custom property that holds the digest of a paper's own content. */
export const contentDigestKey = 'ejc.contentDigest'

/** SHA-256 of what a reader sees: the document, its headers, footers and notes. */
export const contentDigest = (parts: Package): string => {
  const hash = createHash('sha256')
  for (const part of contentPaths(parts)) {
    const bytes = parts.get(part) ?? new Uint8Array()
    hash.update(`${part}\n${bytes.length}\n`).update(bytes)
  }
  return `sha256:${hash.digest('hex')}`
}

const propertyValue = (property: XmlElement): string =>
  unescapeXml(
    elementsOf(property)
      .flatMap((value) => value.children)
      .filter((child) => typeof child === 'string')
      .join(''),
  )

const read = (parts: Package, subject: string): Record<string, string> => {
  const found = findAll(parseXml(partText(parts, path), subject), 'property')
  return Object.fromEntries(
    found.map((property) => [attributeOf(property, 'name') ?? '', propertyValue(property)]),
  )
}

/** Adds custom properties to those of the template. */
export const writeProperties = (
  parts: Package,
  properties: Readonly<Record<string, string>>,
  subject: string,
): void => {
  const all = Object.entries({ ...read(parts, subject), ...properties })
  // Word numbers custom properties from 2 on; 0 and 1 are reserved.
  const items = all.map(
    ([name, value], index) =>
      `<property fmtid="${userDefined}" pid="${index + 2}" name="${escapeXml(name)}">` +
      `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr></property>`,
  )
  const xml =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" ' +
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">' +
    `${items.join('')}</Properties>`
  if (!parts.has(path)) {
    addOverride(parts, `/${path}`, contentType)
    addRelationship(parts, '_rels/.rels', relationship, path)
  }
  parts.set(path, strToU8(xml))
}

/**
 * The custom properties of a document.
 * @throws DocumentError when it is no .docx
 */
export const readProperties = (docx: Uint8Array): Record<string, string> =>
  read(openPackage(docx, '文档', [path]), '文档')

/**
 * Whether a paper has been edited: its content differs from its digest, or it has none.
 * @throws DocumentError when it is no .docx
 */
export const isHandEdited = (docx: Uint8Array): boolean => {
  const parts = openPackage(docx, '文档')
  return read(parts, '文档')[contentDigestKey] !== contentDigest(parts)
}
