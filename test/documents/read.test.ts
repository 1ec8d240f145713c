import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fillTemplate } from '../../src/documents/fill.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { placeholders } from '../../src/documents/placeholders.ts'
import { contentDigestKey, isHandEdited, readProperties } from '../../src/documents/properties.ts'
import { readText } from '../support/read-text.ts'
import { docx, p, rows, terms } from './sample.ts'

const filledWith = (properties: Record<string, string>) =>
  fillTemplate(docx(p('{{甲}}')), { 甲: '子' }, terms({ properties }))

const edited = (bytes: Uint8Array, path: string, from: string, to: string): Uint8Array => {
  const parts = openPackage(bytes, '')
  const text = partText(parts, path)
  if (!text.includes(from)) throw new Error(`${path} lacks ${from}`)
  return packPackage(parts.set(path, strToU8(text.replace(from, to))))
}

test('placeholders are listed by name, kind, paragraph and whether they stand alone', async () => {
  const found = await placeholders(
    docx(
      p('案由：{{案由}}'),
      p('{{简介}}'),
      p('{{提示：写明。}}'),
      p('{{#单位}}'),
      p('{{/单位}}'),
      rows(p('{{义务人.名称}}')),
    ),
  )
  expect(found.map(({ name, kind, paragraph, alone }) => [name, kind, paragraph, alone])).toEqual([
    ['案由', 'text', 1, false],
    ['简介', 'text', 2, true],
    ['提示：写明。', 'hint', 3, true],
    ['#单位', 'block', 4, true],
    ['/单位', 'block', 5, true],
    ['义务人.名称', 'row', 6, true],
  ])
  expect(found.flatMap((item) => item.problems)).toEqual([])
})

test('malformed placeholders are listed with what is wrong and where', async () => {
  const found = await placeholders(
    docx(p('好{{好}}'), p('坏{{甲}，｛｛乙｝｝'), p('{{ 丙 }}'), p('{{丁.戊}}')),
  )
  const bad = found.filter((item) => item.problems.length > 0)
  expect(bad.map(({ paragraph, problems }) => [paragraph, ...problems])).toEqual([
    [2, expect.stringContaining('花括号不成对')],
    [2, expect.stringContaining('全角花括号')],
    [3, expect.stringContaining('花括号内有空格')],
    [4, '{{丁.戊}} 须在表格的行中。'],
  ])
})

test('text is read paragraph by paragraph, table cells and text boxes in their place, deletions left out', async () => {
  const box =
    '<w:p><w:r><w:t>框外</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>'
  const tracked =
    '<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:tab/><w:t>a&lt;b&#x4E00;</w:t><w:br/></w:r></w:p>'
  expect(await readText(docx(p('前'), rows(p('格一'), p('格二')), box, tracked))).toEqual([
    '前',
    '格一',
    '格二',
    '框外',
    '框内',
    '新\ta<b一\n',
  ])
})

test('what is written twice for older programs is read once', async () => {
  const both =
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="w14"><w:t>☑</w:t></mc:Choice><mc:Fallback><w:t>√</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>'
  expect(await readText(docx(both))).toEqual(['☑'])
})

test('custom properties are read back as given, beside the digest of the content', async () => {
  const properties = {
    'ejc.form': 'agreement',
    'ejc.subject': 'G1 <&">',
    'ejc.regulation': 'guangxi-2025-draft',
  }
  const read = readProperties(await filledWith(properties))
  expect(read).toMatchObject(properties)
  expect(read[contentDigestKey]).toMatch(/^sha256:[0-9a-f]{64}$/)
})

test("the template's own custom properties stay, and are replaced where the names are the same", async () => {
  const again = await fillTemplate(
    await fillTemplate(
      docx(p('{{甲}}')),
      { 甲: '子' },
      terms({ properties: { 密级: '内部', 'ejc.form': 'a' } }),
    ),
    {},
    terms({ properties: { 'ejc.form': 'b' } }),
  )
  expect(readProperties(again)).toMatchObject({ 密级: '内部', 'ejc.form': 'b' })
  expect(isHandEdited(again)).toBe(false)
})

test('a paper is hand-edited once a character of it changes, or when it carries no digest', async () => {
  const filled = await filledWith({})
  expect(isHandEdited(filled)).toBe(false)
  expect(isHandEdited(edited(filled, 'word/document.xml', '子', '丑'))).toBe(true)
  expect(isHandEdited(edited(filled, 'docProps/custom.xml', 'sha256:', 'sha256:0'))).toBe(true)
  expect(isHandEdited(docx(p('子')))).toBe(true)
})

test('a document with a DOCTYPE, unbalanced tags or endless nesting is refused, not expanded', async () => {
  const withXml = (xml: string) => packPackage(openPackage(docx(), '').set('word/document.xml', strToU8(xml)))
  await expect(readText(withXml('<!DOCTYPE x [<!ENTITY a "b">]><w:p>&a;</w:p>'))).rejects.toThrow(
    'XML 无法读取',
  )
  await expect(readText(withXml('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x></x>'))).rejects.toThrow(
    'XML 无法读取',
  )
  await expect(readText(withXml('<w:document><w:p></w:document>'))).rejects.toThrow('不成对')
  await expect(readText(withXml('<w:document><w:p>'))).rejects.toThrow('不完整')
  await expect(readText(withXml('<a>'.repeat(5000) + '</a>'.repeat(5000)))).rejects.toThrow('嵌套过深')
})

test('a file that unpacks to more than 64 MiB is refused', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(65 * 1024 * 1024) })
  await expect(readText(bomb)).rejects.toThrow('超过 64 MiB')
})
