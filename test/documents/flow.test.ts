import { expect, test } from 'vitest'
import { fillTemplate } from '../../src/documents/fill.ts'
import { openPackage, partText } from '../../src/documents/package.ts'
import { paragraphText } from '../../src/documents/paragraphs.ts'
import { childrenNamed, findAll, parseXml, type XmlElement } from '../../src/documents/xml.ts'
import { readText } from '../support/read-text.ts'
import { docx, p, terms } from './sample.ts'

/** A table of one row that must not be split: a label, and a text with the signature under it. */
const register = (label = '理由', rowProperties = '<w:cantSplit/><w:trHeight w:val="900"/>'): Uint8Array =>
  docx(
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr>${rowProperties}</w:trPr>` +
      `<w:tc><w:tcPr><w:vAlign w:val="center"/></w:tcPr>${p(label)}</w:tc>` +
      `<w:tc><w:tcPr/>${p('{{理由}}')}${p('签字：{{签字}}')}</w:tc></w:tr></w:tbl>`,
    p('后'),
  )

const rowsOf = async (template: Uint8Array, paragraphs: readonly string[]): Promise<XmlElement[]> => {
  const filled = await fillTemplate(template, { 理由: { paragraphs }, 签字: '莫某' }, terms())
  return findAll(parseXml(partText(openPackage(filled, ''), 'word/document.xml'), ''), 'w:tr')
}
const texts = (row: XmlElement): string[] => findAll(row, 'w:p').map(paragraphText)
const isWhole = (row: XmlElement): boolean => findAll(row, 'w:cantSplit').length > 0

test('a row whose text is short stays whole, on one page with its signature', async () => {
  const [row, ...others] = await rowsOf(register(), ['甲'.repeat(200), '乙'.repeat(200)])
  expect(others).toEqual([])
  expect(row && isWhole(row)).toBe(true)
})

test('a long text breaks where the page ends, its last lines with the signature', async () => {
  const long = ['甲'.repeat(500), '乙'.repeat(100), '丙']
  const [row, ending, ...others] = await rowsOf(register(), long)
  if (!row || !ending) throw new Error('not divided')
  expect(others).toEqual([])
  expect([isWhole(row), isWhole(ending)]).toEqual([false, true])
  expect(texts(row)).toEqual(['理由', long[0]])
  expect(texts(ending)).toEqual(['', long[1], long[2], '签字：莫某'])
  expect(findAll(row, 'w:trHeight')).toHaveLength(1)
  expect(findAll(ending, 'w:trHeight')).toEqual([])
})

test('no line is drawn between the two, in none of the cells', async () => {
  const rows = await rowsOf(register(), ['甲'.repeat(500), '乙'.repeat(100)])
  const open = rows.map((row) =>
    childrenNamed(row, 'w:tc').map((cell) =>
      findAll(cell, 'w:tcBorders').flatMap((borders) => borders.children.map((side) => JSON.stringify(side))),
    ),
  )
  const nil = (side: string) => [JSON.stringify({ name: side, attributes: ' w:val="nil"', children: [] })]
  expect(open).toEqual([
    [nil('w:bottom'), nil('w:bottom')],
    [nil('w:top'), nil('w:top')],
  ])
})

test('a single paragraph longer than a page is not cut in two: its row breaks anywhere', async () => {
  const [row, ...others] = await rowsOf(register(), ['甲'.repeat(3000)])
  expect(others).toEqual([])
  expect(row && isWhole(row)).toBe(false)
})

test('a cell that goes on over several rows keeps its lines', async () => {
  const merged = docx(
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>` +
      `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('理由')}</w:tc>` +
      `<w:tc>${p('{{理由}}')}${p('签字：{{签字}}')}</w:tc></w:tr></w:tbl>`,
  )
  const [row, ...others] = await rowsOf(merged, ['甲'.repeat(500), '乙'.repeat(100)])
  expect(others).toEqual([])
  expect(row && isWhole(row)).toBe(false)
})

test('a row that the office lets break stays as it is, whatever its length', async () => {
  const rows = await rowsOf(register('理由', '<w:trHeight w:val="900"/>'), [
    '甲'.repeat(500),
    '乙'.repeat(100),
  ])
  expect(rows).toHaveLength(1)
})

test('a divided row reads as before', async () => {
  const paragraphs = ['甲'.repeat(500), '乙'.repeat(100)]
  const filled = await fillTemplate(register(), { 理由: { paragraphs }, 签字: '莫某' }, terms())
  expect((await readText(filled)).filter(Boolean)).toEqual(['理由', ...paragraphs, '签字：莫某', '后'])
})
