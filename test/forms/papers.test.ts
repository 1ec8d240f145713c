import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { formOf } from '../../src/core/forms/index.ts'
import { readProperties } from '../../src/documents/properties.ts'
import { type Paper, preparePaper, type ReadBytes } from '../../src/documents/render.ts'
import { readText } from '../support/read-text.ts'
import { first, second } from './support.ts'

const noTemplates: ReadBytes = () => undefined

interface Wish {
  readonly word: string
  readonly subject?: string
  readonly draft?: boolean
  readonly change?: (documents: Documents) => void
  readonly readBytes?: ReadBytes
}

function paperOf({ word, subject, draft = false, change, readBytes = noTemplates }: Wish): Paper {
  const view = first(change)
  const form = formOf(word, view.regulation)
  if (!form) throw new Error(`no form ${word}`)
  return preparePaper({ view, form, subject: subject ?? null, draft }, readBytes)
}

const withoutReason = ({ investigation }: Documents): void => {
  delete investigation?.initiation?.reason
}

describe('a paper', () => {
  test('is named after title, case and subject', () => {
    expect(paperOf({ word: '4', subject: '1/o2' }).file).toBe(
      '生态环境损害赔偿磋商告知书-NN-2026-0001-1_o2.docx',
    )
    expect(paperOf({ word: '1', draft: true }).file).toBe('索赔启动登记表-NN-2026-0001-草稿.docx')
  })

  test('carries form, subject, regulation and three digests', async () => {
    const properties = readProperties(await paperOf({ word: '5', subject: 'G1' }).bytes())
    expect(properties).toMatchObject({
      'ejc.form': 'agreement',
      'ejc.case': 'NN-2026-0001',
      'ejc.subject': 'G1',
      'ejc.regulation': 'guangxi-2025-draft',
      'ejc.factsDigest': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      'ejc.templateDigest': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      'ejc.contentDigest': expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    })
  })

  test.each([
    ['1', undefined],
    ['2', undefined],
    ['4', '1/o1'],
    ['4', '1/o2'],
    ['5', 'G1'],
    ['6', 'G1'],
  ])('of form %s (%s) prints every text that its fields hold', async (word, subject) => {
    const paper = paperOf({ word, ...(subject === undefined ? {} : { subject }) })
    const whole = (text: string): string => text.replaceAll('\n', '')
    // The end of a long text is a paragraph of its own.
    const printed = whole((await readText(await paper.bytes())).join(''))
    for (const value of Object.values(paper.filled.fields)) {
      const texts = typeof value === 'string' ? [value] : 'paragraphs' in value ? value.paragraphs : []
      for (const text of texts) expect(printed).toContain(whole(text))
    }
    expect(printed).not.toMatch(/[{}]/)
  })

  test('of every form that the second example allows can be made', async () => {
    const view = second()
    for (const [word, subject] of [
      ['1', null],
      ['3', 'o3'],
      ['4', '2/o1'],
      ['5', 'G2'],
    ] as const) {
      const form = formOf(word, view.regulation)
      if (!form) throw new Error(word)
      const bytes = await preparePaper({ view, form, subject, draft: false }, noTemplates).bytes()
      expect(bytes.length).toBeGreaterThan(1000)
    }
  })

  test('has the same bytes in every time zone', async () => {
    const here = createHash('sha256')
      .update(await paperOf({ word: '4', subject: '1/o2' }).bytes())
      .digest('hex')
    const script = `
      import { createHash } from 'node:crypto'
      const { formOf } = await import('./src/core/forms/index.ts')
      const { preparePaper } = await import('./src/documents/render.ts')
      const { viewOfFixture } = await import('./test/support/setting.ts')
      const view = viewOfFixture('example-case', '2026-11-24')
      const paper = preparePaper({ view, form: formOf('4', view.regulation), subject: '1/o2', draft: false }, () => undefined)
      process.stdout.write(createHash('sha256').update(await paper.bytes()).digest('hex'))`
    for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
      const there = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
        encoding: 'utf8',
        env: { ...process.env, TZ },
      })
      expect(there).toBe(here)
    }
  })
})

describe('a draft', () => {
  test('leaves a line for what is missing, and lets nobody take it for the paper itself', async () => {
    const paper = paperOf({ word: '1', draft: true, change: withoutReason })
    expect(paper.missing).toHaveLength(1)
    const bytes = await paper.bytes()
    expect((await readText(bytes)).join('\n')).toContain('启动索赔理由：＿＿＿＿')
    expect(readProperties(bytes)['ejc.draft']).toBe('true')
    expect(paper.compare(bytes)).toBe('draft')
  })

  test('of an agreement without a clause names the clause before the line', async () => {
    const bytes = await paperOf({
      word: '5',
      subject: 'G1',
      draft: true,
      change: ({ agreements }) => {
        const clauses = agreements?.agreements[0]?.clauses
        if (clauses) delete clauses.breach
      },
    }).bytes()
    expect((await readText(bytes)).join('\n')).toContain('（二）违约责任的承担：＿＿＿＿')
  })
})

describe('the file that lies there', () => {
  test('is current as long as facts and template are the same', async () => {
    const paper = paperOf({ word: '1' })
    expect(paper.compare(undefined)).toBe('absent')
    expect(paper.compare(await paper.bytes())).toBe('current')
  })

  test('is stale once a fact that it prints has changed', async () => {
    const before = await paperOf({ word: '1' }).bytes()
    const after = paperOf({
      word: '1',
      change: (documents) => {
        documents.case.cause = '另一案由'
      },
    })
    expect(after.compare(before)).toBe('stale')
  })

  test('is not stale when something changed that it does not print', async () => {
    const before = await paperOf({ word: '1' }).bytes()
    const after = paperOf({
      word: '1',
      change: (documents) => {
        delete documents.payments
      },
    })
    expect(after.compare(before)).toBe('current')
  })

  test('counts as edited when it is none of ours', () => {
    expect(paperOf({ word: '1' }).compare(new TextEncoder().encode('no document'))).toBe('edited')
  })
})

test("the office's own template comes before the built-in one, and makes the paper stale", async () => {
  const notice = readFileSync('templates/termination-register.docx')
  const wish = {
    word: '1',
    readBytes: (path: string) => (path === 'templates/initiation-register.docx' ? notice : undefined),
  }
  const builtIn = await paperOf({ word: '1' }).bytes()
  expect(paperOf(wish).compare(builtIn)).toBe('stale')
  await expect(paperOf(wish).bytes()).rejects.toThrow(/templates\/initiation-register\.docx.*原编号/s)
})
