import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldValue, FormDefinition } from '../../src/core/forms/define.ts'
import { formOf } from '../../src/core/forms/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { findOffice, toPdfs } from '../../src/documents/pdf.ts'
import { type Paper, preparePaper } from '../../src/documents/render.ts'
import { crowdedCase, crowdedSuit } from '../forms/crowd.ts'
import { type Page, pagesOf } from './pages.ts'
import { filledTo, isPushed } from './pushed.ts'
import { signedOn } from './signatures.ts'

const [talks, suit] = [crowdedCase(2), crowdedSuit(2)]
/** A paper of each shape, and the text at its end: a letter, a filing, an agreement, a list. */
const endings: readonly (readonly [form: string, field: string, view: CaseView])[] = [
  ['transfer-letter', '移送材料', talks],
  ['preservation-application', '事实和理由', suit],
  ['agreement', '其他约定', talks],
  ['evidence-list', '证据', suit],
]
/** The other papers that go to a court or to the other side, and a text that grows in them, with others behind it. */
const inside: readonly (readonly [form: string, field: string, view: CaseView])[] = [
  ['confirmation-application', '赔偿协议内容', talks],
  ['enforcement-application', '查明事实', talks],
  ['enforcement-application', '履行情况', talks],
  ['judgment-enforcement', '请求事项', suit],
  ['judgment-enforcement', '履行情况', suit],
  ['complaint', '事实和理由', suit],
  ['payment-order-application', '事实和理由', suit],
  ['demand-notice', '催告内容', suit],
  ['power-of-attorney', '委托事项', suit],
  ['meeting-minutes', '会议情况', talks],
  ['meeting-minutes', '会议结果', talks],
  ['priority-letter', '赔偿责任', suit],
]
/** A page has 22 lines: with one line more each, the end of the text comes to every line of a page. */
const linesOfAPage = 22
const papers = [
  ...endings.map((paper) => ({ paper, longest: 40 })),
  ...inside.map((paper) => ({ paper, longest: linesOfAPage })),
]

const sentences = [
  '经现场勘查和采样监测，涉案河段水体受到污染。',
  '有关部门已经依法固定证据，并将勘查笔录、检测报告和影像资料一并入卷，供审查时核对。',
  '当事人对上述事实没有异议。',
  '修复方案（含“一河一策”的要求。见附件）已经公示；公示期间没有收到意见，修复单位可以按期进场施工。',
]

/** A paragraph of so many lines. */
const textOf = (lines: number): string => {
  let text = ''
  for (let index = 0; text.length < lines * 27 - 10; index += 1) text += sentences[index % sentences.length]
  return text
}

/** The field with so many lines: one paragraph, or two where it may have several, or as many rows. */
const long = (value: FieldValue, lines: number): FieldValue => {
  if (typeof value === 'string') return textOf(lines)
  if ('rows' in value) {
    const [row = {}] = value.rows
    return { rows: Array.from({ length: lines }, (_, index) => ({ ...row, 名称: `笔录${index + 1}` })) }
  }
  const first = lines % 2 ? [] : [textOf(lines / 2)]
  return { paragraphs: [...first, textOf(lines % 2 ? lines : lines / 2)] }
}

const paperOf = (id: string, field: string, view: CaseView, lines: number): Paper => {
  const form = formOf(id, view.regulation)
  if (!form) throw new Error(id)
  const told: FormDefinition = {
    ...form,
    fill: (given, subject) => {
      const filled = form.fill(given, subject)
      const value = filled.fields[field]
      if (value === undefined) throw new Error(`${id}: no field ${field}`)
      return { ...filled, fields: { ...filled.fields, [field]: long(value, lines) } }
    },
  }
  const [subject = null] = form.subjects(view)
  return preparePaper({ view, form: told, subject, draft: false }, () => undefined)
}

const canLook = findOffice() !== undefined && spawnSync('pdftotext', ['-v']).error === undefined
if (!canLook) console.log('LibreOffice or pdftotext is absent: the layout of the papers is not looked at')

const scratch = mkdtempSync(join(tmpdir(), 'ejc-lengths-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const laidOut: { name: string; paper: Paper; field: string; ends: boolean; pages: readonly Page[] }[] = []

const layOut = async (): Promise<void> => {
  for (const { paper, longest } of papers) {
    const [id, field, view] = paper
    const ends = endings.includes(paper)
    const all = Array.from({ length: longest }, (_, index) => ({
      ...{ name: `${id} ${field} ×${index + 1}`, field, ends },
      paper: paperOf(id, field, view, index + 1),
    }))
    const files = all.map((_, index) => join(scratch, `${id}-${field}-${index}.docx`))
    for (const [index, { paper }] of all.entries()) writeFileSync(files[index] ?? '', await paper.bytes())
    const pdfs = await toPdfs(files, scratch)
    for (const [index, each] of all.entries()) laidOut.push({ ...each, pages: pagesOf(pdfs[index] ?? '') })
  }
}

/** The texts of the field, without the spaces that the pages do not tell. */
const saidBy = (value: FieldValue | undefined): string => JSON.stringify(value).replaceAll(/\s/g, '')

describe.skipIf(!canLook)('papers of which a text grows line by line', () => {
  beforeAll(layOut, 900_000)

  test('the page of the signature has two lines of a text that it follows, be it as long as it may', () => {
    const alone = laidOut.flatMap(({ name, paper, field, ends, pages }) => {
      if (!ends) return []
      const signed = signedOn(pages, paper)
      if (!signed) return [`${name}: no signature`]
      const said = saidBy(paper.filled.fields[field])
      const isText = ({ text }: { text: string }) =>
        text.length > 1 && said.includes(text.replaceAll('\\', ''))
      const before = pages.slice(0, signed.page).flatMap(({ lines }) => lines.filter(isText))
      const there = signed.above.filter(isText)
      return there.length >= 2 || before.length === 0
        ? []
        : [`${name}: ${there.length} under ${before.length} of the pages before`]
    })
    expect(alone).toEqual([])
  })

  test('a page before the signature is 60 % full, unless what is signed has no room on it', () => {
    const early = laidOut.flatMap(({ name, paper, pages }) => {
      const isCover = (index: number) => paper.form.id === 'agreement' && index === 0
      return pages.slice(0, -1).flatMap(({ lines }, index) => {
        const filled = filledTo(lines.at(-1))
        if (isCover(index) || filled >= 0.6 || isPushed(pages, paper, index)) return []
        return [`${name}: page ${index + 1} of ${pages.length} is ${Math.round(filled * 100)} % full`]
      })
    })
    expect(early).toEqual([])
  })
})
