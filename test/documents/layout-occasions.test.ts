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
import { byParty, dayLine, signedOn } from './signatures.ts'

/** Points: the type area of GB/T 9704-2012. */
const [top, bottom] = [104.9, 742.7]
/** A line of 3号 with its pitch, in points. */
const pitch = 28.95

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

/** How much of a page is filled, down to a line. */
const filledTo = (line: Line | undefined): number => ((line?.bottom ?? top) - top) / (bottom - top)

/**
 * The last line of what is signed on a page: of the places to sign and of the days below them. Letters name below them
 * whom to ask, agendas before.
 */
const endOfSignature = ({ lines }: Page, at: number): Line | undefined => {
  const rest = lines.slice(at)
  return rest.findLast(({ text }) => dayLine.test(text) || /（(?:签字|盖章|签名)/.test(text)) ?? rest[0]
}

/** The lines that at most go over to the page of the signature: a paragraph that is not divided, with its heading. */
const mostCarried = 8

/** Whether a page ends early because what must stay with the signature has no room on it. */
const isPushed = (pages: readonly Page[], paper: Paper, index: number): boolean => {
  const signed = signedOn(pages, paper)
  const next = pages[index + 1]
  if (signed?.page !== index + 1 || !next) return false
  const filled = filledTo(pages[index]?.lines.at(-1))
  const body = signed.above.filter(({ text }) => !/^(?:此致|.*人民法院|附：.*|\d．.*)$/.test(text))
  return (
    body.length <= mostCarried &&
    filled + filledTo(endOfSignature(next, signed.at)) > 1 - pitch / (bottom - top)
  )
}

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

  test('each party signs on the last page, in a place that is not torn', () => {
    const torn = wrong((pages, paper) => {
      if (!['agreement', 'meeting-minutes'].includes(paper.form.id)) return []
      const [last] = pages.slice(-1)
      const names = placesOf(paper)
      return names.flatMap((name) => placeProblem(last?.lines ?? [], name))
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

/** What is wrong with the place of one obligor: its label above the name, and where its head signs below. */
const placeProblem = (lines: readonly Line[], name: string): string[] => {
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
