import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { findOffice, toPdfs } from '../../src/documents/pdf.ts'
import { type Paper, preparePaper } from '../../src/documents/render.ts'
import { occasions } from '../forms/occasions.ts'
import { type Line, type Page, pagesOf } from './pages.ts'
import { filledTo, isPushed, pitch } from './pushed.ts'
import { byParty, dayLine, signedOn } from './signatures.ts'

/** Every paper of every occasion that lacks nothing; of those that say the same, the first. */
const allPapers = (): Map<string, Paper> => {
  const papers = new Map<string, Paper>()
  const said = new Set<string>()
  for (const [name, view] of occasions())
    for (const form of forms)
      for (const subject of form.subjects(view)) {
        const paper = preparePaper({ view, form, subject, draft: false }, () => undefined)
        const text = form.id + JSON.stringify(paper.filled.fields)
        if (paper.missing.length > 0 || said.has(text)) continue
        said.add(text)
        papers.set(`${form.id} ${name} ${subject ?? ''}`.trim(), paper)
      }
  return papers
}

const canLook = findOffice() !== undefined && spawnSync('pdftotext', ['-v']).error === undefined
if (!canLook) console.log('LibreOffice or pdftotext is absent: the layout of the papers is not looked at')

const scratch = mkdtempSync(join(tmpdir(), 'ejc-occasions-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const papers = allPapers()
const laidOut = new Map<string, readonly Page[]>()

const layOut = async (): Promise<void> => {
  const files: string[] = []
  for (const [index, paper] of [...papers.values()].entries()) {
    const file = join(scratch, `${index}.docx`)
    writeFileSync(file, await paper.bytes())
    files.push(file)
  }
  const pdfs = await toPdfs(files, scratch)
  for (const [index, name] of [...papers.keys()].entries()) laidOut.set(name, pagesOf(pdfs[index] ?? ''))
}

/** What is wrong with each paper, by its name. */
const wrong = (find: (pages: readonly Page[], paper: Paper) => readonly string[]): string[] =>
  [...laidOut].flatMap(([name, pages]) => {
    const paper = papers.get(name)
    return paper ? find(pages, paper).map((what) => `${name}: ${what}`) : []
  })

describe.skipIf(!canLook)('the papers of every kind of case as LibreOffice lays them out', () => {
  beforeAll(layOut, 480_000)

  test('every form is among them', () => {
    const ids = [...papers.values()].map(({ form }) => form.id)
    expect([...new Set(ids)].toSorted()).toEqual(forms.map(({ id }) => id).toSorted())
  })

  test('no page but the last is under 60 % full, unless what is signed has no room on it', () => {
    const early = wrong((pages, paper) =>
      pages.slice(0, -1).flatMap(({ lines }, index) => {
        const isCover = paper.form.id === 'agreement' && index === 0
        const filled = filledTo(lines.at(-1))
        if (isCover || filled >= 0.6 || isPushed(pages, paper, index)) return []
        return [`page ${index + 1} of ${pages.length} is ${Math.round(filled * 100)} % full`]
      }),
    )
    expect(early).toEqual([])
  })

  test('no page ends with a line that announces what stands on the next', () => {
    const early = wrong((pages) =>
      pages.slice(0, -1).flatMap(({ lines }) => {
        const { text = '' } = lines.at(-1) ?? {}
        return text.endsWith('：') && !label.test(text) ? [text] : []
      }),
    )
    expect(early).toEqual([])
  })

  test('a signature stands under two lines of text on its page', () => {
    const alone = wrong((pages, paper) => {
      const above = signedOn(pages, paper)?.above
      if (!above) return ['no signature']
      return above.length < 2 ? [`only ${above.map(({ text }) => text).join('/')} above it`] : []
    })
    expect(alone).toEqual([])
  })

  test('a signature and its day stand on one page', () => {
    const torn = wrong((pages, paper) => {
      const signed = signedOn(pages, paper)
      const lines = pages[signed?.page ?? -1]?.lines ?? []
      const at = signed?.at ?? 0
      if (byParty.includes(paper.form.id)) return []
      return lines.slice(Math.max(at - 1, 0), at + 3).some(({ text }) => dayLine.test(text)) ? [] : ['no day']
    })
    expect(torn).toEqual([])
  })

  test('each party signs on the last page, many on two pages under a heading, in a place that is not torn', () => {
    const torn = wrong((pages, paper) => {
      if (!['agreement', 'meeting-minutes'].includes(paper.form.id)) return []
      const names = placesOf(paper)
      const where = names.length > mostOnOnePage ? pages.slice(-2) : pages.slice(-1)
      const signed = where.filter(({ lines }) => lines.some(({ text }) => label.test(text)))
      return [
        ...names.flatMap((name) => placeProblem(signed, name)),
        ...(names.length > mostOnOnePage ? signed.flatMap(headingProblem) : []),
      ]
    })
    expect(torn).toEqual([])
  })
})

/** Who signs as an obligor, by the fields of the paper. */
const placesOf = ({ filled: { fields } }: Paper): string[] =>
  ['单位', '自然人', '到会义务人'].flatMap((group) => {
    const value = fields[group]
    if (value === undefined || typeof value === 'string' || !('rows' in value)) return []
    return value.rows.map((row) => row.名称 ?? row.姓名 ?? '')
  })

const label = /^赔偿义务人（(?:盖章|签字|签名或者盖章)）：?$/

/** Up to this number of obligors, all sign on one page. */
const mostOnOnePage = 4

/** Over the places that many sign in, each page says what is signed. */
const headingProblem = ({ lines }: Page): string[] => {
  const first = lines.findIndex(({ text }) => label.test(text) || /^赔偿权利人(?:或其|一方)/.test(text))
  const above = lines[first - 1]?.text ?? ''
  return /^（《.+》签署处）$/.test(above) ? [] : [`${above} stands over the places`]
}

/** What is wrong with the place of one obligor: its label above the name, and where its head signs below. */
const placeProblem = (pages: readonly Page[], name: string): string[] => {
  const problems = pages.map(({ lines }) => problemOn(lines, name))
  return problems.find((problem) => problem.length === 0) ?? problems.at(-1) ?? [`${name} has no page`]
}

const problemOn = (lines: readonly Line[], name: string): string[] => {
  const named = lines.filter(({ text }) => text === name)
  const at = (line: Line, wanted: RegExp, down: number) =>
    lines.some(
      ({ text, left, top: y }) =>
        wanted.test(text) &&
        Math.abs(left - line.left) < 4 &&
        Math.abs(y - line.top - down * pitch) < pitch / 2,
    )
  const place = named.find((line) => at(line, label, -1))
  if (!place) return [`${name} has no place on the last page`]
  const seals = at(place, /^赔偿义务人（盖章）$/, -1)
  return seals && !at(place, /^法定代表人（签字）$/, 2) ? [`${name}: its head has none`] : []
}
