import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { readDraft } from '../../src/documents/outline.ts'
import { openPackage, packPackage } from '../../src/documents/package.ts'
import { docx, p, rows } from './sample.ts'

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
const inserted = (text: string): string => `<w:ins w:id="1" w:author="律师">${run(text)}</w:ins>`
const deleted = (text: string): string =>
  `<w:del w:id="2" w:author="律师"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
const texts = (list: readonly { text: string }[] | null) => list?.map(({ text }) => text)

/** A document with further parts. */
const withParts = (parts: Readonly<Record<string, string>>, ...body: string[]): Uint8Array => {
  const all = openPackage(docx(...body), 'sample')
  for (const [path, xml] of Object.entries(parts)) all.set(path, strToU8(xml))
  return packPackage(all)
}

test('a document without tracked changes has one reading', () => {
  const { accepted, original } = readDraft(docx(p('甲'), rows(p('乙'))), 'sample')
  expect(texts(accepted)).toEqual(['甲', '乙'])
  expect(accepted[1]).toMatchObject({ number: 2, cell: { row: 1, column: 0, columns: 1 } })
  expect(original).toBeNull()
})

test('insertions stand in the accepted reading alone, deletions in the original alone', () => {
  const draft = readDraft(
    docx(`<w:p>${run('违约金为')}${deleted('万分之三')}${inserted('万分之五')}</w:p>`),
    'sample',
  )
  expect(texts(draft.accepted)).toEqual(['违约金为万分之五'])
  expect(texts(draft.original)).toEqual(['违约金为万分之三'])
})

test('a paragraph whose end is deleted runs on into the next; one inserted as a whole is not in the original', () => {
  const end = (tag: string): string => `<w:pPr><w:rPr><w:${tag} w:id="3" w:author="律师"/></w:rPr></w:pPr>`
  const body = [
    `<w:p>${end('del')}${run('甲')}</w:p>`,
    `<w:p>${run('乙')}</w:p>`,
    `<w:p>${end('ins')}${inserted('丙')}</w:p>`,
    `<w:p>${run('丁')}</w:p>`,
  ]
  const draft = readDraft(docx(...body), 'sample')
  expect(texts(draft.accepted)).toEqual(['甲乙', '丙', '丁'])
  expect(texts(draft.original)).toEqual(['甲', '乙', '丁'])
})

test('numbers are those that Word shows: 一、 （一） 第一条, restarting below each', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${word}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
  const item = (at: number): string =>
    p('条', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="7"/></w:numPr>`)
  const draft = readDraft(
    withParts({ 'word/numbering.xml': numbering }, item(0), item(1), item(1), item(0), item(1)),
    'sample',
  )
  expect(draft.accepted.map(({ label }) => label)).toEqual(['一、', '一.1', '一.2', '二、', '二.1'])
})

test('the outline level comes from the style, through the styles that it is based on; contents are left out', () => {
  const style = (id: string, name: string, more = ''): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  const styles = `<w:styles ${word}>${style('1', 'heading 1', '<w:rPr><w:b/></w:rPr>')}${style('条', '条文', '<w:basedOn w:val="1"/>')}${style('TOC1', 'toc 1')}${style('loop', 'loop', '<w:basedOn w:val="loop"/>')}</w:styles>`
  const draft = readDraft(
    withParts(
      { 'word/styles.xml': styles },
      p('违约责任 5', '<w:pStyle w:val="TOC1"/>'),
      p('违约责任', '<w:pStyle w:val="条"/>'),
      p('正文', '<w:pStyle w:val="loop"/>'),
    ),
    'sample',
  )
  expect(draft.accepted.map(({ number, text, outline }) => [number, text, outline])).toEqual([
    [2, '违约责任', 0],
    [3, '正文', null],
  ])
})

test('bold is told of the whole, and of the beginning', () => {
  const bold = (text: string): string => `<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`
  const draft = readDraft(
    docx(`<w:p>${bold('违约')}${bold('责任')}${run('乙方逾期')}</w:p>`, p('标题')),
    'sample',
  )
  expect(draft.accepted.map(({ bold, lead }) => [bold, lead])).toEqual([
    [false, '违约责任'],
    [true, ''],
  ])
})

test.each([
  ['no Word file', strToU8('hello'), '不是 .docx 文件'],
  [
    'a file with a password',
    new Uint8Array(Buffer.from('\xd0\xcf..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0', 'latin1')),
    '打开密码',
  ],
  ['a damaged file', docx(p('甲')).slice(0, 200), '已损坏'],
  ['a text of gigantic size', docx(p('甲'.repeat(4_000_000))), '8 MiB'],
  ['a bomb', packPackage(new Map([['word/document.xml', new Uint8Array(70 * 1024 * 1024)]]), 6), '64 MiB'],
])('%s is refused, saying why', (_, bytes, why) => {
  expect(() => readDraft(bytes, 'sample')).toThrow(why)
})
