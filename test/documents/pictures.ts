/** `npm run pictures`: docs/forms/<form>.png, each paper as LibreOffice lays it out. Needs LibreOffice and poppler. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forms } from '../../src/core/forms/index.ts'
import { builtInTemplate } from '../../src/documents/builtin.ts'
import { toPdfs } from '../../src/documents/pdf.ts'
import { type Paper, preparePaper } from '../../src/documents/render.ts'
import { digestOf } from '../../src/repository/digest.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'
import { casesOfPapers, completePaper } from '../forms/occasions.ts'
import { suedCase } from '../forms/whole.ts'
import { pagesOf } from './pages.ts'
import { readPgm, sideBySide, writePng } from './png.ts'

const folder = 'docs/forms'
const dotsPerInch = '60'
/** These forms come first, each of an ordinary case: one 赔偿义务人, then two. */
const exampleCases = ['GC-2026-0005', 'GC-2026-0001']

/** A paper of each form: of the first case with one that lacks nothing, the example cases first. */
const papers = async (): Promise<Paper[]> => {
  const workspace = await openWorkspace('examples/repository', '2026-11-24')
  // The obligors of the other cases are numbered, as there may be forty of them.
  const [whole, ...others] = casesOfPapers(2, (text) => text.replace(/\d+$/u, ''))
  const examples = exampleCases.map((id) => () => workspace.needCase(id).view)
  // In the case in court as it stands, each paper is about those alone whom it concerns.
  const cases = [...examples, ...(whole ? [whole] : []), () => suedCase(), ...others]
  return forms.map((form) =>
    preparePaper({ ...completePaper(form, cases), form, draft: false }, () => undefined),
  )
}

/** The pages shown of a paper: the first two and the last. */
const shown = (pdf: string): number[] => {
  const count = pagesOf(pdf).length
  return [...new Set([1, 2, count])].filter((page) => page <= count)
}

const pictureOf = (pdf: string, page: number) => {
  const only = ['-f', String(page), '-l', String(page)]
  return readPgm(execFileSync('pdftoppm', ['-gray', '-r', dotsPerInch, ...only, pdf], { maxBuffer: 2 ** 26 }))
}

const scratch = mkdtempSync(join(tmpdir(), 'ejc-pictures-'))
try {
  const all = await papers()
  const files = all.map(({ form }) => join(scratch, `${form.id}.docx`))
  for (const [index, paper] of all.entries()) writeFileSync(files[index] ?? '', await paper.bytes())
  mkdirSync(folder, { recursive: true })
  const pdfs = await toPdfs(files, scratch)
  for (const [index, { form }] of all.entries()) {
    const pdf = pdfs[index] ?? ''
    const pages = shown(pdf).map((page) => pictureOf(pdf, page))
    const template = `template sha256:${digestOf(builtInTemplate(form.id) ?? '')}`
    writeFileSync(join(folder, `${form.id}.png`), writePng(sideBySide(pages), template))
  }
  console.log(`${all.length} pictures in ${folder}`)
} finally {
  rmSync(scratch, { recursive: true })
}
