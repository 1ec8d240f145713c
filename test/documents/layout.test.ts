import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FieldValue, FilledForm, FormDefinition } from '../../src/core/forms/define.ts'
import { forms } from '../../src/core/forms/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { findOffice, toPdfs } from '../../src/documents/pdf.ts'
import { type Paper, preparePaper } from '../../src/documents/render.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'
import { crowdedCase, crowdedSuit } from '../forms/crowd.ts'
import { casesOfPapers, completePaper } from '../forms/occasions.ts'
import { type Page, pagesOf } from './pages.ts'
import { byParty, bySign, dayLine, isSigning, signedOn } from './signatures.ts'

const examples = join(import.meta.dirname, '../../examples/repository')
const broken = 'GC-2025-9001'

/** How often each text of several paragraphs is told: a short case, a middling one, one over many pages. */
const lengths = [1, 3, 8]
/** Such that a name with it fills two lines of a cover. */
const longName = '广西壮族自治区南宁市循环经济产业园区'
/** Registers more closely: a row as long as a page, or a little longer, is where tables go wrong. */
const registers = ['initiation-register', 'termination-register']
const registerLengths = [2, 5, 6, 7]

const longer = (value: FieldValue, times: number): FieldValue =>
  typeof value === 'object' && 'paragraphs' in value
    ? { paragraphs: Array.from({ length: times }, () => value.paragraphs).flat() }
    : value

const told = (form: FormDefinition, times: number): FormDefinition => ({
  ...form,
  fill: (view, subject): FilledForm => {
    const filled = form.fill(view, subject)
    const fields = Object.entries(filled.fields).map(([name, value]) => [name, longer(value, times)])
    return { ...filled, fields: Object.fromEntries(fields) }
  },
})

/** The papers of a case that lack nothing. */
const papersOf = (view: CaseView): Paper[] =>
  forms.flatMap((form) =>
    form
      .subjects(view)
      .map((subject) => preparePaper({ view, form, subject, draft: false }, () => undefined))
      .filter(({ missing }) => missing.length === 0),
  )

/** One paper of each form for each length, and every paper of the example cases. */
const allPapers = async (): Promise<Map<string, Paper>> => {
  const papers = new Map<string, Paper>()
  const cases = casesOfPapers(2)
  for (const form of forms) {
    const about = completePaper(form, cases)
    for (const times of [...lengths, ...(registers.includes(form.id) ? registerLengths : [])]) {
      const paper = preparePaper({ ...about, form: told(form, times), draft: false }, () => undefined)
      papers.set(`${form.id} ×${times}`, paper)
    }
  }
  for (const [count, view] of [
    ['1', crowdedSuit(1)],
    ['6', crowdedSuit(6)],
    ['6', crowdedCase(6)],
  ] as const)
    for (const paper of papersOf(view))
      papers.set(`${paper.form.id} of ${count} ${paper.subject ?? ''}`.trim(), paper)
  const named = crowdedCase(6, (text) => (/^某造纸有限公司\d$/.test(text) ? `${longName}${text}` : text))
  for (const [name, view] of [
    ['agreement of 6 with long names', named],
    ['agreement of 4', crowdedCase(4)],
  ] as const)
    for (const paper of papersOf(view).filter(({ form }) => form.id === 'agreement')) papers.set(name, paper)
  const workspace = await openWorkspace(examples, '2026-11-24')
  for (const id of readdirSync(join(examples, 'cases')).filter((each) => each !== broken))
    for (const paper of papersOf(workspace.needCase(id).view))
      papers.set(`${paper.form.id} ${id} ${paper.subject ?? ''}`.trim(), paper)
  return papers
}

const canLook = findOffice() !== undefined && spawnSync('pdftotext', ['-v']).error === undefined
if (!canLook) console.log('LibreOffice or pdftotext is absent: the layout of the papers is not looked at')

const scratch = mkdtempSync(join(tmpdir(), 'ejc-layout-'))
afterAll(() => rmSync(scratch, { recursive: true }))

let papers = new Map<string, Paper>()
const laidOut = new Map<string, readonly Page[]>()

const layOut = async (): Promise<void> => {
  papers = await allPapers()
  const files: string[] = []
  for (const [index, paper] of [...papers.values()].entries()) {
    const file = join(scratch, `${index}.docx`)
    writeFileSync(file, await paper.bytes())
    files.push(file)
  }
  const pdfs = await toPdfs(files, scratch)
  for (const [index, name] of [...papers.keys()].entries()) laidOut.set(name, pagesOf(pdfs[index] ?? ''))
}

/** Points: A4, less the margins of GB/T 9704-2012; punctuation may hang a character over the right one. */
const edges = { bottom: 742.7, right: 595.3 - 73.7 + 18 }
/** A line of 3号 is drawn a little lower than its place. */
const tolerance = 4

/** What is wrong with each paper, by its name. */
const wrong = (find: (pages: readonly Page[], paper: Paper) => readonly string[]): string[] =>
  [...laidOut].flatMap(([name, pages]) => {
    const paper = papers.get(name)
    return paper ? find(pages, paper).map((what) => `${name}: ${what}`) : []
  })

/** A line of full-width characters alone, of which the last is no mark that may hang over the margin. */
const fullWidth = /^[\p{Script=Han}，。、；：“”（）《》]*\p{Script=Han}$/u

describe.skipIf(!canLook)('the papers as LibreOffice lays them out', () => {
  beforeAll(layOut, 480_000)

  test('every form is among them', () => {
    for (const { id } of forms) expect(laidOut.get(`${id} ×1`), id).toBeDefined()
    expect(laidOut.size).toBeGreaterThan(lengths.length * forms.length)
  })

  test('nothing stands below the lower margin or beside the right one', () => {
    const outside = wrong((pages) =>
      pages.flatMap(({ lines }, index) =>
        lines
          .filter(({ bottom, right }) => bottom > edges.bottom + tolerance || right > edges.right)
          .map(({ text }) => `page ${index + 1}: ${text}`),
      ),
    )
    expect(outside).toEqual([])
  })

  test('no page is empty, or holds but one line', () => {
    const empty = wrong((pages) =>
      pages.flatMap(({ lines }, index) => (lines.length > 1 ? [] : [`page ${index + 1}`])),
    )
    expect(empty).toEqual([])
  })

  test('a signature stands under two lines of what is signed, or under its closing words, on the same page', () => {
    const alone = wrong((pages, paper) => {
      const signed = signedOn(pages, paper)
      if (!signed) return ['no signature']
      const text = signed.above
      const closes = /^(?:此致|特此.*|以上内容.*)$/.test(text[0]?.text ?? '')
      return text.length < 2 && !closes ? [`only ${text.map(({ text }) => text).join('/')} above it`] : []
    })
    expect(alone).toEqual([])
  })

  test('up to four obligors sign an agreement on one page, under its last terms', () => {
    const places = /^赔偿义务人（(?:盖章|签字)）$/
    const signed = (laidOut.get('agreement of 4') ?? []).filter(({ lines }) =>
      lines.some(({ text }) => places.test(text)),
    )
    expect(signed).toHaveLength(1)
    const texts = signed.flatMap(({ lines }) => lines.map(({ text }) => text))
    expect(texts.filter((text) => places.test(text))).toHaveLength(4)
    expect(texts.join('')).toContain('不可抗力因素的处理')
  })

  test('a seal and its day stand on the same page, one on the middle of the other', () => {
    const torn = wrong((pages, paper) => {
      const signs = isSigning(paper)
      const page = pages.findLast(({ lines }) => lines.some(signs))
      const at = page?.lines.findLastIndex(signs) ?? -1
      const around = page?.lines.slice(Math.max(at - 1, 0), at + 3) ?? []
      const day = around.find(({ text }) => dayLine.test(text))
      if (byParty.includes(paper.form.id)) return []
      if (day === undefined) return [`no day beside ${page?.lines[at]?.text ?? ''}`]
      const name = page?.lines[at]
      if (bySign.includes(paper.form.id) || !name || !/^\d/.test(day.text)) return []
      const middles = [name, day].map(({ left, right }) => (left + right) / 2)
      return Math.abs((middles[0] ?? 0) - (middles[1] ?? 0)) < 12 ? [] : [`${name.text} beside its day`]
    })
    expect(torn).toEqual([])
  })

  test('a line holds 28 characters and a page 22 lines (GB/T 9704-2012, 5.2.2)', () => {
    // Tables have lines of their own.
    const prose = ['transfer-letter ×8', 'complaint ×8'].flatMap((name) => laidOut.get(name) ?? [])
    const han = prose.flatMap(({ lines }) => lines.filter(({ text }) => fullWidth.test(text)))
    expect(Math.max(...han.map(({ text }) => text.length))).toBe(28)
    expect(Math.max(...prose.map(({ lines }) => lines.length))).toBe(22)
  })

  test('no telephone number, year or number is broken in two', () => {
    const broken = wrong((pages) =>
      pages.flatMap(({ lines }) =>
        lines.slice(1).flatMap(({ text, left }, index) => {
          const before = lines[index]
          const isNext = before !== undefined && /[\d-]$/.test(before.text) && /^[\d-]/.test(text)
          return isNext && before.right > 480 && left < 100 ? [`${before.text} | ${text}`] : []
        }),
      ),
    )
    expect(broken).toEqual([])
  })

  test('no heading ends a page', () => {
    const left = wrong((pages) =>
      pages.slice(0, -1).flatMap(({ lines }) => {
        const last = lines.at(-1)?.text ?? ''
        return /^[一二三四五六七]、[^。，；]*$|^（[一二三四五六七]）[^。，：]{0,12}$/.test(last) ? [last] : []
      }),
    )
    expect(left).toEqual([])
  })

  test('pages are numbered from 1, the cover of form 5 apart', () => {
    const numbered = wrong((pages, { form }) => {
      const cover = form.id === 'agreement' ? [undefined] : []
      const expected = [...cover, ...pages.slice(cover.length).map((_, index) => index + 1)]
      const numbers = pages.map(({ number }) => number)
      return JSON.stringify(numbers) === JSON.stringify(expected) ? [] : [numbers.join()]
    })
    expect(numbered).toEqual([])
  })

  test('the cover of form 5 stands alone on its page', () => {
    const covers = [...laidOut].filter(([name]) => name.startsWith('agreement'))
    expect(covers.length).toBeGreaterThan(lengths.length)
    for (const [name, [cover]] of covers) {
      const text = cover?.lines.map((line) => line.text).join('') ?? ''
      expect(text, name).toMatch(/^生态环境损害赔偿协议.*签订时间：.*签订地点：/)
      expect(text, name).not.toContain('一、')
    }
  })

  test('forms that are one table stand on one page', () => {
    const pages = Object.fromEntries([...laidOut].map(([name, all]) => [name, all.length]))
    for (const id of ['termination-register', 'service-receipt', 'evaluation-filing'])
      expect(pages[`${id} ×1`], id).toBe(1)
    // Two obligors fill the first page with the account, the opinions stand on the second.
    expect(pages['initiation-register GC-2026-0001']).toBe(2)
    expect(pages['initiation-register GC-2026-0005']).toBe(1)
  })
})
