import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { lintRepository } from '../../src/office/lint.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'
import { exampleRepository } from '../repository/example.ts'

const today = '2026-11-24'
const id = 'NN-2026-0001'
const made: string[] = []
let root = ''

beforeEach(() => {
  root = exampleRepository(id)
  made.push(root)
  mkdirSync(join(root, 'templates'))
})

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

const found = async (rule: string) =>
  (await lintRepository(root, { today })).filter((finding) => finding.rule.startsWith(rule))

const own = (name: string) => join(root, 'templates', name)
const builtIn = (name: string) => new Uint8Array(readFileSync(join('templates', name)))

/** Replaces text in the body of a template, as somebody in Word does. */
function reword(name: string, from: string, to: string): void {
  const parts = unzipSync(builtIn(name))
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  expect(xml).toContain(from)
  parts['word/document.xml'] = strToU8(xml.replaceAll(from, to))
  writeFileSync(own(name), zipSync(parts))
}

describe("the office's own templates", () => {
  const messages = async () => (await found('repo/template-placeholders')).map(({ message }) => message)

  test('that keep every placeholder are fine, whatever else they change', async () => {
    reword('consultation-notice.docx', '五、其他事项：', '五、其它：')
    expect(await messages()).toEqual([])
  })

  test('with a name that no form has: by its name and paragraph, with what may be meant', async () => {
    reword('consultation-notice.docx', '{{答复期限}}', '{{答覆期限}}')
    const all = await messages()
    expect(all[0]).toMatch(
      /^正文第 \d+ 段：占位符 \{\{答覆期限\}\} 不是这种文书的字段。是否应为 \{\{答复期限\}\}？$/,
    )
    expect(all[1]).toBe('缺少占位符 {{答复期限}}：该项内容没有地方填写，文书无法生成。')
    expect(all).toHaveLength(2)
  })

  test('with a row of a table that lost a field', async () => {
    reword('initiation-register.docx', '{{义务人.职务}}', '')
    expect(await messages()).toEqual([
      '缺少占位符 {{义务人.职务}}（表格的行「义务人」）：该项内容没有地方填写，文书无法生成。',
    ])
  })

  test.each([
    ['{{答复期限}', '不成对'],
    ['｛｛答复期限｝｝', '全角花括号'],
    ['{{ 答复期限 }}', '空格'],
  ])('with %s, which is malformed', async (wrong, why) => {
    reword('consultation-notice.docx', '{{答复期限}}', wrong)
    const [first = ''] = await messages()
    expect(first).toMatch(/^正文第 \d+ 段：/)
    expect(first).toContain(why)
  })

  test('under a file name that no form has, or in another format', async () => {
    writeFileSync(own('agrement.docx'), builtIn('agreement.docx'))
    writeFileSync(own('agreement.doc'), 'old')
    writeFileSync(own('~$agreement.docx'), 'lock')
    const all = await found('repo/template-placeholders')
    expect(all.map(({ file }) => file)).toEqual(['templates/agreement.doc', 'templates/agrement.docx'])
    expect(all[0]?.message).toContain('另存为 .docx')
    expect(all[1]?.message).toContain('是否应为 agreement.docx？')
  })

  test('that are no Word files at all', async () => {
    writeFileSync(own('agreement.docx'), 'nothing')
    expect(await messages()).toEqual(['不是 .docx 文件。旧式 .doc 请先在 Word 或 WPS 中另存为 .docx。'])
  })
})

const libreOffice = 'soffice'
const office = spawnSync(libreOffice, ['--version']).status === 0
if (!office) console.log('soffice is absent: templates saved by LibreOffice are not tested')

describe.skipIf(!office)('a template opened and saved by LibreOffice', () => {
  test.each(['consultation-notice', 'initiation-register'])(
    '%s is still fine and still fills',
    { timeout: 120_000 },
    async (form) => {
      const profile = mkdtempSync(join(tmpdir(), 'ejc-soffice-'))
      made.push(profile)
      const source = join(profile, `${form}.docx`)
      writeFileSync(source, builtIn(`${form}.docx`))
      const convert = [
        '--headless',
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        join(root, 'templates'),
        source,
      ]
      expect(spawnSync(libreOffice, [`-env:UserInstallation=file://${profile}/p`, ...convert]).status).toBe(0)
      expect(Buffer.compare(readFileSync(own(`${form}.docx`)), builtIn(`${form}.docx`))).not.toBe(0)
      expect(await found('repo/template-placeholders')).toEqual([])
      const workspace = await openWorkspace(root, today)
      const { view } = workspace.needCase(id)
      const definition = forms.find((each) => each.id === form)
      if (!definition) throw new Error(form)
      const [subject = null] = definition.subjects(view)
      const paper = preparePaper(
        { view, form: definition, subject, draft: false },
        workspace.repository.readBytes,
      )
      expect((await paper.bytes()).length).toBeGreaterThan(1000)
    },
  )
})

describe('papers in documents/', () => {
  const write = async (form: string, subject: string | null, draft = false) => {
    const { view } = (await openWorkspace(root, today)).needCase(id)
    const definition = forms.find((each) => each.id === form)
    if (!definition) throw new Error(form)
    const paper = preparePaper({ view, form: definition, subject, draft }, () => undefined)
    mkdirSync(join(root, 'cases', id, 'documents'), { recursive: true })
    writeFileSync(join(root, 'cases', id, 'documents', paper.file), await paper.bytes())
    return `documents/${paper.file}`
  }

  test('are not asked for in a case that keeps none', async () => {
    expect(await found('document/')).toEqual([])
  })

  test('that are current leave the others of the steps done to be asked for', async () => {
    await write('initiation-register', null)
    const all = await found('document/')
    expect(new Set(all.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      // A notice that was served and is nowhere in the file is more than a hint.
      new Set(['document/missing notice', 'document/missing warning']),
    )
    expect(all.map(({ code }) => code)).not.toContain('initiation-register')
    expect(all.map(({ code }) => code)).toContain('agreement')
  })

  test('are stale once a fact has changed, and drafts are unfilled', async () => {
    const path = await write('initiation-register', null)
    const draft = await write('agreement', 'G1', true)
    const file = join(root, 'cases', id, 'case.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('非法倾倒危险废物污染土壤', '另一案由'))
    const all = await found('document/')
    expect(
      all
        .filter(({ rule }) => rule !== 'document/missing')
        .map(({ rule, code, case: of }) => [rule, code, of]),
    ).toEqual([
      ['document/stale', path, id],
      ['document/unfilled', draft, id],
    ])
  })
})
