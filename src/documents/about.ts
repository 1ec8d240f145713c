import { strToU8 } from 'fflate'
import { type Package, partText } from './package.ts'
import { addOverride, addRelationship } from './parts.ts'
import { escapeXml } from './xml.ts'

/** What the properties of a document say of it: what it is, whose it is, and the day of the paper where it has one. */
export interface AboutPaper {
  readonly title: string
  readonly unit: string
  /** `2026-03-02`; without it the document has no day: that on which it was made would change its bytes. */
  readonly day: string | undefined
}

const core = {
  path: 'docProps/core.xml',
  type: 'application/vnd.openxmlformats-package.core-properties+xml',
  relationship: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
}
const app = {
  path: 'docProps/app.xml',
  type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties',
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Writes the properties of a document anew: those of its template name whoever made the template. */
export const writeAbout = (parts: Package, about: AboutPaper): void => {
  setPart(parts, core, coreXml(about))
  setPart(parts, app, appXml(about))
}

const coreXml = ({ title, unit, day }: AboutPaper): string => {
  const at = day === undefined ? '' : `${day}T00:00:00Z`
  const days = ['created', 'modified'].map(
    (name) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`,
  )
  return (
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(unit)}</dc:creator>` +
    `<cp:lastModifiedBy>${escapeXml(unit)}</cp:lastModifiedBy>${at ? days.join('') : ''}</cp:coreProperties>`
  )
}

const appXml = ({ unit }: AboutPaper): string =>
  `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  `<Company>${escapeXml(unit)}</Company></Properties>`

const setPart = (parts: Package, { path, type, relationship }: typeof core, xml: string): void => {
  const known = partText(parts, '_rels/.rels').includes(relationship)
  if (!parts.has(path)) {
    addOverride(parts, `/${path}`, type)
    if (!known) addRelationship(parts, '_rels/.rels', relationship, path)
  }
  parts.set(path, strToU8(xml))
}
