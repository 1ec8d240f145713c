import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { formOf } from '../../src/core/forms/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { viewOf } from '../../src/core/view.ts'
import { papersUnder } from '../../src/documents/own/shelf.ts'
import { type CheckedTemplate, checkTemplate } from '../../src/documents/own-template.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { readText } from '../support/read-text.ts'
import { settingOn } from '../support/setting.ts'
import { docx, p, rows } from './sample.ts'

const view = viewOf(factsOf(sampleDocuments()), settingOn(sampleToday))
const { title, cause } = view.facts.case

const checked = (name: string, template: Uint8Array): CheckedTemplate =>
  checkTemplate(`templates/${name}.docx`, [view.regulation], () => template)

/** What a template of the office prints for the sample case. */
async function printed(template: Uint8Array): Promise<string[]> {
  const file = 'templates/大表.docx'
  const readBytes = (path: string) => (path === file ? template : undefined)
  const { forms } = papersUnder(view.regulation, { templates: () => [file], readBytes })
  const form = formOf('大表', view.regulation, forms)
  if (!form) throw new Error('no own paper')
  return readText(await preparePaper({ view, form, subject: null, draft: false }, readBytes).bytes())
}

const many = <T>(count: number, thing: T): T[] => Array.from({ length: count }, () => thing)

describe('templates that nobody would make, in bounded time', () => {
  test('thousands of fields are filled, not searched for one by one in the whole document', async () => {
    const body = [...many(3000, p('{{案件名称}}，{{案由}}')), rows(...many(3000, p('{{证据.名称}}{{天气}}')))]
    const lines = await printed(docx(...body))
    expect(lines.filter((line) => line === `${title}，${cause}`)).toHaveLength(3000)
  }, 60_000)

  test.each([
    ['a mountain of braces', p('{'.repeat(100_000))],
    ['braces around a name a thousand times', p(`${'{{'.repeat(50_000)}案由${'}}'.repeat(50_000)}`)],
    ['a name that goes on for pages', p(`{{${'名'.repeat(50_000)}}}`)],
    ['parts in parts in parts', [...many(500, p('{{#证据}}')), ...many(500, p('{{/证据}}'))].join('')],
  ])('%s is told in short lines', (_, body) => {
    const { problems, remarks } = checked('大表', docx(body))
    const said = [...problems, ...remarks]
    expect(said.length).toBeGreaterThan(0)
    expect(Math.max(...said.map((line) => line.length))).toBeLessThan(200)
  })

  test('names that every object inherits are no fields', async () => {
    const line = await printed(docx(p('{{constructor}}{{__proto__}}{{toString}}')))
    expect(line.join('')).toMatch(/^＿+$/u)
  })
})

describe('a paper of the office named like a form', () => {
  test('is told, since it takes the place of none', () => {
    expect(checked('赔偿协议', docx(p('{{案由}}')))).toMatchObject({
      kind: 'own',
      problems: [],
      remarks: [expect.stringContaining('文件名写 生态环境损害赔偿协议.docx')],
    })
  })

  test('is not told of a name that only looks alike', () => {
    for (const name of ['现场检查笔录', '申请书'])
      expect(checked(name, docx(p('{{案由}}'))).remarks).toEqual([])
  })
})
