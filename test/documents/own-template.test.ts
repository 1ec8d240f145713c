import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { builtInTemplate } from '../../src/documents/builtin.ts'
import { fillTemplate } from '../../src/documents/fill.ts'
import { checkTemplate } from '../../src/documents/own-template.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { readText } from '../support/read-text.ts'
import { settingOn } from '../support/setting.ts'
import { filled } from './facts.ts'
import { terms } from './sample.ts'

const id = 'consultation-notice'

/** The built-in template as an office's own, its document changed. */
const own = (change: (xml: string) => string): Uint8Array => {
  const parts = openPackage(builtInTemplate(id) ?? new Uint8Array(), id)
  const before = partText(parts, 'word/document.xml')
  const after = change(before)
  expect(after).not.toBe(before)
  return packPackage(parts.set('word/document.xml', strToU8(after)))
}
const { regulation } = settingOn('2026-11-24')
const problems = (template: Uint8Array) =>
  checkTemplate(`templates/${id}.docx`, [regulation], () => template).problems

const run = (text: string, properties = '') =>
  `<w:r w:rsidRPr="00A77B3E">${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`
const hint = '<w:rPr><w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
const replyBy = /<w:r>(?:(?!<\/w:r>).)*\{\{答复期限\}\}<\/w:t><\/w:r>/u

// What Word and WPS make of a placeholder that somebody has typed, corrected or let pass the spelling check.
describe.each([
  [
    'the spelling check between the braces',
    `${run('{{')}<w:proofErr w:type="spellStart"/>${run('答复')}<w:proofErr w:type="spellEnd"/>${run('期限}}')}`,
  ],
  [
    'runs of different languages, as WPS splits them',
    `${run('{', hint)}${run('{答复期限', hint)}${run('}}')}`,
  ],
  [
    'a bookmark and a comment in it',
    `${run('{{答')}<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>${run('复期限}}')}`,
  ],
  [
    'a tracked change: the old name deleted, the right one inserted',
    `${run('{{')}<w:del w:id="8" w:author="覃某"><w:r><w:delText>回复时限</w:delText></w:r></w:del>` +
      `<w:ins w:id="9" w:author="覃某">${run('答复期限')}</w:ins>${run('}}')}`,
  ],
])('a placeholder with %s', (_, runs) => {
  const template = own((xml) => xml.replace(replyBy, runs))

  test('is the same placeholder to the check', () => expect(problems(template)).toEqual([]))

  test('is filled whole', async () => {
    const { fields = {}, blanks = [] } = filled[id] ?? {}
    const printed = await readText(await fillTemplate(template, fields, terms({ blanks })))
    expect(printed).toContain(fields.答复期限)
    expect(printed.join('')).not.toMatch(/[{}\uFDD0\uFDD1]/u)
  })
})

test('a field that a tracked change deletes is missing, though its text is still to be seen in Word', () => {
  const template = own((xml) =>
    xml.replace(
      replyBy,
      '<w:del w:id="8" w:author="覃某"><w:r><w:delText>{{答复期限}}</w:delText></w:r></w:del>',
    ),
  )
  expect(problems(template)).toEqual(['缺少占位符 {{答复期限}}：该项内容没有地方填写，文书无法生成。'])
})

test('a field of the form may stand in a place that the office adds, twice if it likes', async () => {
  const added = `<w:p>${run('（被告知人：{{被告知人}}）')}</w:p>`
  const template = own((xml) => xml.replace(/(<w:sectPr[ >])/u, `${added}$1`))
  expect(problems(template)).toEqual([])
  const { fields = {}, blanks = [] } = filled[id] ?? {}
  const printed = await readText(await fillTemplate(template, fields, terms({ blanks })))
  expect(printed).toContain(`（被告知人：${fields.被告知人}）`)
})

test('a field that the form does not have is named with its paragraph', () => {
  const template = own((xml) =>
    xml.replace(/(<w:sectPr[ >])/u, `<w:p>${run('承办律师：{{承办律师}}')}</w:p>$1`),
  )
  expect(problems(template)).toHaveLength(1)
  expect(problems(template)[0]).toMatch(/^正文第 \d+ 段：占位符 \{\{承办律师\}\} 不是这种文书的字段。/u)
})
