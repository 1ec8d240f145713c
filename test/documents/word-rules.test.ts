import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { templates } from '../../src/build/templates/index.ts'
import { forms } from '../../src/core/forms/index.ts'
import { builtInTemplate } from '../../src/documents/builtin.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { reportDocument } from '../../src/documents/report-document.ts'
import { recordDocument } from '../../src/documents/volume-document.ts'
import { occasions } from '../forms/occasions.ts'
import { wordFaults } from '../support/word-rules.ts'
import { docx, p, rows } from './sample.ts'

describe('what Word refuses or repairs is in', () => {
  test.each(Object.keys(templates))('no template: %s', (id) => {
    expect(wordFaults(builtInTemplate(id) ?? new Uint8Array())).toEqual([])
  })

  test('no paper of any kind of case, and no draft', { timeout: 120_000 }, async () => {
    const said = new Set<string>()
    const faults: string[] = []
    for (const [name, view] of occasions())
      for (const form of forms)
        for (const subject of form.subjects(view).slice(0, 2)) {
          const prepare = (draft: boolean) => preparePaper({ view, form, subject, draft }, () => undefined)
          // Once for each shape: which fields it has, and how many rows and paragraphs.
          const { missing, filled } = prepare(false)
          const shape = form.id + JSON.stringify(filled.fields).replaceAll(/"[^"]*"(?!:)/gu, '')
          if (said.has(shape)) continue
          said.add(shape)
          const bytes = await prepare(missing.length > 0).bytes()
          faults.push(...wordFaults(bytes).map((fault) => `${form.id} ${name} ${subject}: ${fault}`))
        }
    expect(said.size).toBeGreaterThan(forms.length)
    expect(faults).toEqual([])
  })
})

describe('nor in what is made without a template:', () => {
  test('the record of a case', async () => {
    const lines = [{ depth: 1, label: '案由', value: '甲' }]
    const table = {
      title: '经过',
      heads: [
        ['日期', 1],
        ['事项', 2],
      ],
      rows: [['2026年3月2日', '启动']],
    } as const
    expect(wordFaults(await recordDocument(['一'], [table], [{ title: '案情', lines }]))).toEqual([])
  })

  test('a report', async () => {
    const columns = [{ key: 'a', title: '甲', width: 8 }] as const
    const report = { title: '台账', period: '2026', columns, rows: [['甲'], ['乙']], totals: [] }
    expect(wordFaults(await reportDocument(report, '某局'))).toEqual([])
  })
})

const body = p('甲')
const changed = (change: (xml: string) => string, path = 'word/document.xml'): Uint8Array => {
  const parts = openPackage(docx(body), '')
  return packPackage(parts.set(path, strToU8(change(partText(parts, path)))))
}

describe('the check of it', () => {
  const withBody = (xml: string) => changed((text) => text.replace(body, xml))

  test.each([
    [
      'properties of a paragraph',
      '<w:p><w:pPr><w:jc w:val="left"/><w:ind w:left="1"/></w:pPr></w:p>',
      'ind stands too late',
    ],
    [
      'properties of a run',
      '<w:p><w:r><w:rPr><w:sz w:val="1"/><w:b/></w:rPr></w:r></w:p>',
      'b stands too late',
    ],
    ['what is no property', '<w:p><w:pPr><w:tc/></w:pPr></w:p>', 'w:pPr holds tc'],
    [
      'a cell without an end',
      '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>',
      'does not end',
    ],
    [
      'a row that is too wide',
      `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>${body}</w:tc></w:tr></w:tbl>`,
      '1 columns',
    ],
    ['two tables', rows(body) + rows(body), 'side by side'],
    ['a style', '<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr></w:p>', 'no style x'],
    ['a list', '<w:p><w:pPr><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr></w:p>', 'no list 9'],
    [
      'a bookmark',
      '<w:p><w:bookmarkStart w:id="1"/><w:bookmarkStart w:id="1"/></w:p>',
      'w:bookmarkStart 1 stands twice',
    ],
    ['a relation', '<w:p><w:hyperlink r:id="rId99"/></w:p>', 'no relation rId99'],
  ])('finds %s', (_, xml, fault) => {
    expect(wordFaults(withBody(xml)).join('\n')).toContain(fault)
  })
})
