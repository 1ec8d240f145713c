import { strToU8 } from 'fflate'
import type { FieldValue } from '../../src/core/forms/define.ts'
import { type FillOptions, fillTemplate } from '../../src/documents/fill.ts'
import { packPackage } from '../../src/documents/package.ts'
import { readText } from '../support/read-text.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** A paragraph of one or more runs, with the properties given. */
export const p = (runs: string | string[], properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${[runs]
    .flat()
    .map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`)
    .join('')}</w:p>`

/** A table of one-cell rows. */
export const rows = (...cells: string[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>${cells
    .map((cell) => `<w:tr><w:tc><w:tcPr><w:tcW w:w="5000" w:type="dxa"/></w:tcPr>${cell}</w:tc></w:tr>`)
    .join('')}</w:tbl>`

/** The smallest .docx that Word opens, as an office might make one: no styles, headers or custom properties. */
export const docx = (...body: string[]): Uint8Array =>
  packPackage(
    new Map([
      [
        '[Content_Types].xml',
        strToU8(
          `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
        ),
      ],
      [
        '_rels/.rels',
        strToU8(
          `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
        ),
      ],
      [
        'word/_rels/document.xml.rels',
        strToU8(
          `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
        ),
      ],
      [
        'word/document.xml',
        strToU8(
          `${declaration}<w:document xmlns:w="${word}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
        ),
      ],
    ]),
  )

export const terms = (options: Partial<FillOptions> = {}): FillOptions => ({
  name: '样本.docx',
  draft: false,
  properties: {},
  ...options,
})

/** The paragraphs of a template once filled. */
export const textOfFilled = async (
  template: Uint8Array,
  fields: Record<string, FieldValue>,
  options: Partial<FillOptions> = {},
): Promise<string[]> => readText(await fillTemplate(template, fields, terms(options)))
