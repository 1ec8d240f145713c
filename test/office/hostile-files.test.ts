import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { shippedLaw } from '../../src/cli/shared/law/law-in-force.ts'
import { packBook, readLedgerBook } from '../../src/documents/ledger-book.ts'
import { openPackage, packPackage } from '../../src/documents/package.ts'
import { isHandEdited, readProperties } from '../../src/documents/properties.ts'
import { looseDraftFindings } from '../../src/office/lint/drafts.ts'
import { docx, p } from '../documents/sample.ts'
import { temporaryFolder } from '../support/folders.ts'

const law = await shippedLaw()
const SECONDS = 2

interface Checked {
  readonly seconds: number
  readonly said: string
}

/** Seconds of the processor that a work takes, and what it says, also as an error. */
async function timed(work: () => Promise<string> | string): Promise<Checked> {
  const before = process.cpuUsage()
  let said: string
  try {
    said = await work()
  } catch (error) {
    said = String(error)
  }
  const { user, system } = process.cpuUsage(before)
  return { seconds: (user + system) / 1_000_000, said }
}

function checked(bytes: Uint8Array): Promise<Checked> {
  const file = join(temporaryFolder(), '协议.docx')
  writeFileSync(file, bytes)
  return timed(async () =>
    (await looseDraftFindings(file, '协议.docx', law)).map(({ message }) => message).join('\n'),
  )
}

/** A draft with other parts, or other bytes for a part. */
function draftWith(parts: Readonly<Record<string, string | Uint8Array>>, ...body: string[]): Uint8Array {
  const all = openPackage(docx(p('赔偿协议'), ...body), '')
  for (const [path, part] of Object.entries(parts))
    all.set(path, typeof part === 'string' ? strToU8(part) : part)
  return packPackage(all)
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const nested = (name: string, depth: number, inside: string): string =>
  `<${name}>`.repeat(depth) + inside + `</${name}>`.repeat(depth)
const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('')
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`

const bodies: Readonly<Record<string, () => string>> = {
  'text that is nested deep': () =>
    nested(
      'w:ins',
      380,
      times(30_000, () => run('赔')),
    ),
  'paragraphs that are nested deep': () =>
    nested(
      'w:p',
      380,
      times(15_000, () => '<w:p><w:r/></w:p>'),
    ),
  'tables in tables': () =>
    '<w:tbl><w:tr><w:tc>'.repeat(120) + p('甲') + '</w:tc></w:tr></w:tbl>'.repeat(120),
  'rows in rows': () =>
    nested(
      'w:tr',
      380,
      times(10_000, () => `<w:tc>${p('甲')}</w:tc>`),
    ),
  'many tables': () =>
    times(4000, () => `<w:tbl><w:tr><w:tc>${p('甲方')}</w:tc><w:tc>${p('乙方')}</w:tc></w:tr></w:tbl>`),
  'a row of very many cells': () =>
    `<w:tbl><w:tr>${times(15_000, () => `<w:tc>${p('一、')}</w:tc>`)}</w:tr></w:tbl>`,
  'very many tiny runs': () => `<w:p>${times(90_000, () => run('1'))}</w:p>`,
  'very many bold runs': () =>
    `<w:p>${times(50_000, () => `<w:r><w:rPr><w:b/></w:rPr><w:t>甲</w:t></w:r>`)}</w:p>`,
  'more elements than any agreement has': () => times(900_000, () => '<a/>'),
  'huge attributes': () =>
    `<w:p w:rsid="${'a="'.repeat(2)}${'b'.repeat(4_000_000)}"><w:pPr><w:pStyle w:val="${'c'.repeat(3_000_000)}"/></w:pPr>${run('甲')}</w:p>`,
  'very many attributes': () =>
    `<w:p ${times(300_000, (index) => ` a${index}="b"`)}><w:pPr><w:pStyle ${times(200_000, (index) => ` a${index}="b"`)}/></w:pPr></w:p>`,
  'headings with nothing under them': () => times(19_000, (index) => p(`第${index}条 违约责任`)),
  'one paragraph of a million characters': () =>
    p('违约责任，甲方应当于2026年3月2日支付100元。'.repeat(30_000)),
  'a text of three million characters': () => times(300, () => p('甲方应当支付'.repeat(1_600))),
  entities: () => p('&amp;&#x4e00;&lt;'.repeat(100_000)),
}

describe('a Word file that is made to take long is answered within two seconds', { timeout: 240_000 }, () => {
  it.each(Object.entries(bodies))('%s', async (_, body) => {
    const { seconds, said } = await checked(docx(p('赔偿协议'), body()))
    expect(said).not.toBe('')
    expect(seconds).toBeLessThan(SECONDS)
  })

  it('levels of a list beyond all that Word has', async () => {
    const level = (index: number, text: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1e300"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:numbering ${word}><w:abstractNum w:abstractNumId="1">${level(4_000_000_000, '%1')}${level(0, '第%1条'.repeat(100_000))}</w:abstractNum>${times(
      20_000,
      (index) => `<w:num w:numId="${index}"><w:abstractNumId w:val="1"/></w:num>`,
    )}</w:numbering>`
    const item = (at: number, list: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run('甲')}</w:p>`
    const body = times(5_000, (index) => item(index % 2 ? 4_000_000_000 : 0, index))
    const { seconds } = await checked(draftWith({ 'word/numbering.xml': numbering }, body))
    expect(seconds).toBeLessThan(SECONDS)
  })

  it('styles that rest on one another', async () => {
    const style = (index: number) =>
      `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="s"/><w:basedOn w:val="s${(index + 1) % 20_000}"/></w:style>`
    const styles = `<w:styles ${word}>${times(20_000, style)}</w:styles>`
    const body = times(
      15_000,
      (index) => `<w:p><w:pPr><w:pStyle w:val="s${index}"/></w:pPr>${run('甲')}</w:p>`,
    )
    const { seconds } = await checked(draftWith({ 'word/styles.xml': styles }, body))
    expect(seconds).toBeLessThan(SECONDS)
  })

  it('styles of which each has all that there is', async () => {
    const heavy = `<w:style w:type="paragraph" w:styleId="base">${times(200_000, () => '<w:x/>')}</w:style>`
    const styles = `<w:styles ${word}>${heavy}${times(5_000, (index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:basedOn w:val="base"/></w:style>`)}</w:styles>`
    const body = times(
      5_000,
      (index) => `<w:p><w:pPr><w:pStyle w:val="s${index}"/></w:pPr>${run('甲')}</w:p>`,
    )
    const { seconds } = await checked(draftWith({ 'word/styles.xml': styles }, body))
    expect(seconds).toBeLessThan(SECONDS)
  })
})

describe('a zip that is not what it says', { timeout: 120_000 }, () => {
  const files = (count: number): Record<string, Uint8Array> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`word/media/${index}.png`, new Uint8Array(1)]),
    )

  it('with very many files', async () => {
    const { seconds, said } = await checked(
      zipSync({ 'word/document.xml': strToU8('<a/>'), ...files(20_000) }, { level: 0 }),
    )
    expect(said).toContain('文件超过 5000 个')
    expect(seconds).toBeLessThan(SECONDS)
  })

  it('with a file in it that one flipped bit has changed, though it still reads well', async () => {
    const { said } = await checked(withFlippedBit(storedAgain(docx(p('赔偿协议'), p('赔付30000元')))))
    expect(said).toContain('word/document.xml 与存盘时不一致')
    const book = withFlippedBit(storedAgain(await packBook([{ name: '台账', rows: [['30000']] }])))
    const read = await timed(async () => String(await readLedgerBook(book, '台账.xlsx')))
    expect(read.said).toMatch(/xl\/\S+\.xml 与存盘时不一致/u)
  })

  it('with a size that is claimed too small', async () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(100 * 1024 * 1024) }, { level: 1 })
    const { seconds, said } = await checked(withClaimedSize(bytes, 10))
    expect(said).toContain('64 MiB')
    expect(seconds).toBeLessThan(SECONDS)
  })

  it('with a size that is claimed too large, and a count that never ends', async () => {
    const whole = docx(p('赔偿协议'))
    expect((await checked(withClaimedSize(whole, 0xfffffffe))).said).not.toContain('损坏')
    const { seconds } = await checked(withCount(whole, 0xffff))
    expect(seconds).toBeLessThan(SECONDS)
  })

  it('with pictures that unpack to more than the text needs: the text alone is read', async () => {
    const bytes = draftWith({ 'word/media/a.png': new Uint8Array(60 * 1024 * 1024) })
    const { seconds, said } = await checked(bytes)
    expect(said).not.toContain('64 MiB')
    expect(seconds).toBeLessThan(SECONDS / 2)
  })

  it('cut off at any place', async () => {
    const whole = docx(p('赔偿协议'))
    for (let at = 0; at < whole.length; at += 37) {
      const { said } = await timed(() => String(readProperties(whole.subarray(0, at)).length))
      expect(said).toMatch(/DocumentError/u)
    }
  })
})

describe('other files that ejc opens', { timeout: 120_000 }, () => {
  it('the properties of a paper', async () => {
    const properties = `<Properties>${times(150_000, (index) => `<property name="p${index}"><v>x</v></property>`)}</Properties>`
    const bytes = draftWith({ 'docProps/custom.xml': properties })
    for (const read of [readProperties, isHandEdited]) {
      const { seconds } = await timed(() => String(read(bytes)))
      expect(seconds).toBeLessThan(SECONDS)
    }
  })
})

describe('a table of evidence that is made to take long', { timeout: 120_000 }, () => {
  const cell = (ref: string, text: string): string => `<c r="${ref}" t="inlineStr"><is>${text}</is></c>`
  const head = `<row r="1">${cell('A1', '<t>文件名</t>')}${cell('B1', '<t>名称</t>')}</row>`
  const sheets: Readonly<Record<string, () => string>> = {
    'a range merged over all rows and columns': () =>
      `<sheetData>${head}</sheetData><mergeCells><mergeCell ref="A1:XFD200000"/></mergeCells>`,
    'very many merged ranges': () =>
      `<sheetData>${head}</sheetData><mergeCells>${times(50_000, (at) => `<mergeCell ref="A${at + 1}:XFD${at + 1}"/>`)}</mergeCells>`,
    'a cell at the very end': () =>
      `<sheetData>${head}<row r="1048576">${cell('XFD1048576', '<t>x</t>')}</row></sheetData>`,
    'a row of all columns': () =>
      `<sheetData><row r="1">${times(16_384, () => '<c t="inlineStr"><is><t>x</t></is></c>')}</row></sheetData>`,
    'guides that do not end': () => `<sheetData>${head}</sheetData>${times(300_000, () => '<rPh sb="0">')}`,
    'more than any table has': () => `<sheetData>${head}</sheetData>${' '.repeat(60 * 1024 * 1024)}`,
  }

  it.each(Object.entries(sheets))('%s', async (_, sheet) => {
    const parts = unzipSync(await packBook([{ name: '清单', rows: [['文件名']] }]))
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheet()}</worksheet>`,
    )
    const bytes = zipSync(parts, { level: 1 })
    const { seconds } = await timed(async () =>
      String((await readLedgerBook(bytes, '清单.xlsx')).sheets.length),
    )
    expect(seconds).toBeLessThan(SECONDS)
  })
})

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/** The same files, not compressed. */
const storedAgain = (bytes: Uint8Array): Uint8Array => zipSync(unzipSync(bytes), { level: 0 })

/** The same zip, in which 30000 reads 10000. */
function withFlippedBit(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes)
  const at = changed.indexOf('30000')
  changed[at] = '1'.charCodeAt(0)
  return changed
}

/** The same zip, whose directory claims another unpacked size for each file. */
function withClaimedSize(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 4 < copy.length; at += 1)
    if (view.getUint32(at, true) === DIRECTORY_ENTRY) view.setUint32(at + 24, size, true)
  return copy
}

/** The same zip, whose directory claims another number of files. */
function withCount(bytes: Uint8Array, count: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (let at = copy.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    view.setUint16(at + 8, count, true)
    view.setUint16(at + 10, count, true)
    break
  }
  return copy
}
