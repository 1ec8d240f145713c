import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { builtInTemplate } from '../../src/documents/builtin.ts'
import { fillTemplate } from '../../src/documents/fill.ts'
import { checkTemplate } from '../../src/documents/own-template.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { first } from '../forms/support.ts'
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

describe.each([
  ['[[答复期限]]', '[[答复期限]]'],
  ['【答复期限】', '【答复期限】'],
  ['&lt;答复期限&gt;', '<答复期限>'],
])('%s in place of {{答复期限}} in a template of a form', (written, seen) => {
  const template = own((xml) => xml.replaceAll('{{答复期限}}', written))

  test('is named with its paragraph and the right way, and not also as lacking', () => {
    expect(problems(template)).toEqual([
      expect.stringMatching(/^正文第 \d+ 段（.*）：「.*」不是字段的写法.*写成 \{\{答复期限\}\}/u),
    ])
    expect(problems(template)[0]).toContain(`「${seen}」`)
  })

  test('is named in the same words by the paper that would be made of it', async () => {
    const view = first()
    const form = formOf(id, regulation)
    if (!form) throw new Error(id)
    const paper = preparePaper({ view, form, subject: '1/o1', draft: true }, (file) =>
      file === `templates/${id}.docx` ? template : undefined,
    )
    await expect(paper.bytes()).rejects.toMatchObject({ problems: problems(template) })
  })
})

test('a label with nothing after it is named where the field of its name has gone', () => {
  const template = own((xml) =>
    xml
      .replaceAll('{{答复期限}}', '当面')
      .replace(/(<w:sectPr[ >])/u, `<w:p>${run('答复期限：＿＿＿')}</w:p>$1`),
  )
  expect(problems(template)).toEqual([
    expect.stringMatching(/^正文第 \d+ 段（.*写成 答复期限：\{\{答复期限\}\}/u),
  ])
})

test('{答复期限} is named with its paragraph and the right way', () => {
  const [first = ''] = problems(own((xml) => xml.replaceAll('{{答复期限}}', '{答复期限}')))
  expect(first).toMatch(/^正文第 \d+ 段：「\{答复期限\}」.*应为 \{\{答复期限\}\}/u)
})

test('what only looks like a field is a remark: a heading in brackets beside its field, a name that is none', () => {
  const added = `<w:p>${run('【答复期限】{{答复期限}}')}</w:p><w:p>${run('[[承办律师]]')}</w:p>`
  const template = own((xml) => xml.replace(/(<w:sectPr[ >])/u, `${added}$1`))
  const checked = checkTemplate(`templates/${id}.docx`, [regulation], () => template)
  expect(checked.problems).toEqual([])
  expect(checked.remarks).toHaveLength(2)
  expect(checked.remarks[1]).toMatch(/\[\[承办律师\]\].*没有这个字段/u)
})
