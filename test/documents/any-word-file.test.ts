import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../src/documents/fill.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { openPackage, packPackage } from '../../src/documents/package.ts'
import { docx, p, rows } from './sample.ts'

const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

/** A document whose parts are written otherwise. */
function changed(change: (parts: Map<string, Uint8Array>) => void, ...body: string[]): Uint8Array {
  const parts = new Map(openPackage(docx(...body), 'sample'))
  change(parts)
  return packPackage(parts)
}

/** Changes the text of the main part. */
const rewritten = (rewrite: (xml: string) => string | Uint8Array, ...body: string[]): Uint8Array =>
  changed(
    (parts) => {
      const xml = rewrite(strFromU8(parts.get('word/document.xml') ?? new Uint8Array()))
      parts.set('word/document.xml', typeof xml === 'string' ? strToU8(xml) : xml)
    },
    ...body,
  )

/** Moves a part, and tells it to those who name it, as an editor does that numbers its parts. */
function moved(parts: Map<string, Uint8Array>, from: string, to: string): void {
  parts.set(to, parts.get(from) ?? new Uint8Array())
  parts.delete(from)
  for (const [path, bytes] of parts)
    if (/(?:\.rels|\[Content_Types\]\.xml)$/u.test(path))
      parts.set(
        path,
        strToU8(
          strFromU8(bytes)
            .replaceAll(`"/${from}"`, `"/${to}"`)
            .replaceAll(`"${from}"`, `"${to}"`)
            .replaceAll(`"${from.replace('word/', '')}"`, `"${to.replace('word/', '')}"`),
        ),
      )
}

const textsOf = (file: Uint8Array): string[] => readDraft(file, 'sample').accepted.map(({ text }) => text)

describe('any valid Word file is read', () => {
  it('whatever its main part is called', () => {
    const file = changed((parts) => {
      moved(parts, 'word/document.xml', 'word/document2.xml')
      const rels = parts.get('word/_rels/document.xml.rels')
      parts.delete('word/_rels/document.xml.rels')
      if (rels) parts.set('word/_rels/document2.xml.rels', rels)
    }, p('违约责任'))
    expect(textsOf(file)).toEqual(['违约责任'])
  })

  it('by its relationship, even beside a part with the usual name', () => {
    const file = changed((parts) => {
      const main = parts.get('word/document.xml') ?? new Uint8Array()
      moved(parts, 'word/document.xml', 'word/document2.xml')
      parts.set('word/document.xml', strToU8(strFromU8(main).replace('真的', '假的')))
    }, p('真的'))
    expect(textsOf(file)).toEqual(['真的'])
  })

  it('in another folder', () => {
    const file = changed((parts) => {
      moved(parts, 'word/document.xml', 'text/main.xml')
      const rels = parts.get('word/_rels/document.xml.rels')
      if (rels) parts.set('text/_rels/main.xml.rels', rels)
    }, p('不可抗力'))
    expect(textsOf(file)).toEqual(['不可抗力'])
  })

  it.each([
    ['ns0', (xml: string) => xml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0=')],
    ['no prefix', (xml: string) => xml.replaceAll(/(<\/?)w:/gu, '$1').replace('xmlns:w=', 'xmlns=')],
    ['the strict namespace', (xml: string) => xml.replace(transitional, strict)],
    [
      'single quotes',
      (xml: string) => xml.replaceAll('w:', 'x:').replace(/xmlns:w="([^"]*)"/u, "xmlns:x='$1'"),
    ],
  ])('with elements named by %s', (_, rewrite) => {
    expect(textsOf(rewritten(rewrite, p('争议解决')))).toEqual(['争议解决'])
  })

  it.each([
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('in %s', (encoding, mark) => {
    const encode = (xml: string): Uint8Array => {
      const bytes = Buffer.from(xml.replace('UTF-8', 'UTF-16'), 'utf16le')
      return new Uint8Array([...mark, ...(encoding === 'utf-16be' ? bytes.swap16() : bytes)])
    }
    expect(textsOf(rewritten(encode, p('损害事实')))).toEqual(['损害事实'])
  })

  it('and its numbers and styles by their relationships', () => {
    const numbered = p('条', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>')
    const file = changed((parts) => {
      const numbering = `<n:numbering xmlns:n="${transitional}"><n:abstractNum n:abstractNumId="0"><n:lvl n:ilvl="0"><n:start n:val="3"/><n:numFmt n:val="decimal"/><n:lvlText n:val="%1、"/></n:lvl></n:abstractNum><n:num n:numId="7"><n:abstractNumId n:val="0"/></n:num></n:numbering>`
      parts.set('word/numbering3.xml', strToU8(numbering))
      parts.delete('word/numbering.xml')
      const relation =
        '<Relationship Id="rIdN" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering3.xml"/>'
      const path = 'word/_rels/document.xml.rels'
      const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`
      parts.set(path, strToU8(rels))
    }, numbered)
    expect(readDraft(file, 'sample').accepted.map(({ label }) => label)).toEqual(['3、'])
  })
})

describe('what a reader sees', () => {
  const hidden = (value = '') => `<w:r><w:rPr><w:vanish${value}/></w:rPr><w:t>违约金</w:t></w:r>`
  it.each([
    ['hidden text is not seen', `<w:p><w:r><w:t>甲</w:t></w:r>${hidden()}</w:p>`, '甲'],
    ['text that is not hidden after all is', `<w:p>${hidden(' w:val="0"')}</w:p>`, '违约金'],
    [
      'a hyphen that does not break is a hyphen',
      '<w:p><w:r><w:t>10</w:t><w:noBreakHyphen/><w:t>20%</w:t></w:r></w:p>',
      '10-20%',
    ],
    [
      'how a word is pronounced is no text',
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>yōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>邕</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>',
      '邕',
    ],
  ])('%s', (_, body, text) => {
    expect(textsOf(docx(body))).toEqual([text])
  })
})

describe('a template of the office', () => {
  const filled = (template: Uint8Array) =>
    fillTemplate(template, { 甲: '乙' }, { name: '模板.docx', draft: false, properties: {} })

  it('may be a file that an editor writes with other names', async () => {
    const template = rewritten(
      (xml) => xml.replaceAll('w:', 'ns0:').replace('xmlns:w=', 'xmlns:ns0='),
      p('{{甲}}'),
    )
    expect(textsOf(await filled(template))).toEqual(['乙'])
  })

  it('declares its prefixes again where they stood in single quotes', async () => {
    const quoted = (xml: string) => xml.replaceAll('w:', 'x:').replace(/xmlns:w="([^"]*)"/u, "xmlns:x='$1'")
    const parts = openPackage(await filled(rewritten(quoted, p('{{甲}}'))), 'filled')
    expect(strFromU8(parts.get('word/document.xml') ?? new Uint8Array())).toContain(
      `xmlns:w="${transitional}"`,
    )
  })

  it('keeps what its main part names', async () => {
    const template = changed((parts) => {
      moved(parts, 'word/document.xml', 'text/main.xml')
      const rels = parts.get('word/_rels/document.xml.rels')
      parts.delete('word/_rels/document.xml.rels')
      if (rels)
        parts.set(
          'text/_rels/main.xml.rels',
          strToU8(strFromU8(rels).replaceAll('Target="', 'Target="../word/')),
        )
    }, p('{{甲}}'))
    const parts = openPackage(await filled(template), 'filled')
    const rels = strFromU8(parts.get('word/_rels/document.xml.rels') ?? new Uint8Array())
    for (const [, target = ''] of rels.matchAll(/Target="\/([^"]*)"/gu)) expect(parts.has(target)).toBe(true)
    expect(strFromU8(parts.get('[Content_Types].xml') ?? new Uint8Array())).toContain('"/word/document.xml"')
  })

  const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  const inserted = (text: string): string => `<w:ins w:id="1" w:author="律师">${run(text)}</w:ins>`
  const deleted = (text: string): string =>
    `<w:del w:id="2" w:author="律师"><w:r><w:delText>${text}</w:delText></w:r></w:del>`
  const struckEnd = '<w:pPr><w:rPr><w:del w:id="3" w:author="律师"/></w:rPr></w:pPr>'
  it.each([
    ['a word', [`<w:p>${run('{{甲}}')}${deleted('旧')}${inserted('新')}</w:p>`], ['乙新']],
    [
      'the end of a paragraph',
      [`<w:p>${struckEnd}${run('前')}</w:p>`, `<w:p>${run('{{甲}}')}</w:p>`],
      ['前乙'],
    ],
    [
      'a row',
      [
        p('{{甲}}'),
        rows(p('留'), p('删')).replace(
          /<w:tr>(?=(?:(?!<w:tr>).)*删)/u,
          '<w:tr><w:trPr><w:del w:id="4" w:author="律师"/></w:trPr>',
        ),
      ],
      ['乙', '留'],
    ],
  ])('is filled as if its tracked changes were accepted: %s', async (_, body, texts) => {
    const file = await filled(docx(...body))
    expect(readDraft(file, 'filled').original).toBeNull()
    expect(textsOf(file)).toEqual(texts)
  })
})
