import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import type { Variant, Wording } from './corpus.ts'
import { layouts, lists } from './layouts.ts'

const mark = 'where-a-draft-ends'

/**
 * Writes the variants of a wording in a layout as Word files. The library writes all of them into one document, which
 * is then cut up: packing each by itself would take most of the time.
 */
export async function writeDrafts(
  { preamble, closing }: Wording,
  layout: string,
  variants: readonly Variant[],
): Promise<Uint8Array[]> {
  const write = layouts[layout]
  if (!write) throw new Error(`there is no layout ${layout}`)
  const plain = (texts: readonly string[]) => texts.map((text) => new Paragraph(text))
  const children = variants.flatMap(({ parts }) => [
    ...plain(preamble),
    ...write(parts),
    ...plain(closing),
    new Paragraph(mark),
  ])
  const document = new Document({ numbering: { config: lists }, sections: [{ children }] })
  const package_ = openPackage(new Uint8Array(await Packer.toBuffer(document)), layout)
  const xml = partText(package_, 'word/document.xml')
  const [, before = '', body = '', after = ''] =
    /^([\s\S]*<w:body>)([\s\S]*)(<w:sectPr[\s\S]*)$/.exec(xml) ?? []
  return body
    .split(new RegExp(`<w:p>(?:(?!</w:p>)[\\s\\S])*${mark}[\\s\\S]*?</w:p>`))
    .slice(0, variants.length)
    .map((piece) => {
      const parts = new Map(package_)
      parts.set('word/document.xml', strToU8(before + piece + after))
      return packPackage(layout === 'online' ? asOnline(parts) : parts, 0)
    })
}

/** The parts with the names that an editor in a browser gives them. */
function asOnline(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const names = new Map([
    ['word/document.xml', 'word/document2.xml'],
    ['word/_rels/document.xml.rels', 'word/_rels/document2.xml.rels'],
    ['word/styles.xml', 'word/styles2.xml'],
  ])
  return new Map(
    [...parts].map(([path, bytes]) => {
      const isList = path === '[Content_Types].xml' || path.endsWith('.rels')
      const text = isList ? strFromU8(bytes).replace(/\b(document|styles)\.xml\b/gu, '$12.xml') : undefined
      return [names.get(path) ?? path, text === undefined ? bytes : strToU8(text)]
    }),
  )
}
