import { describe, expect, test } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { fillTemplate } from '../../src/documents/fill.ts'
import { isKeptWithNext } from '../../src/documents/keep-next.ts'
import { openPackage, partText } from '../../src/documents/package.ts'
import { paragraphText } from '../../src/documents/paragraphs.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { childrenNamed, findAll, parseXml, type XmlElement } from '../../src/documents/xml.ts'
import { crowdedCase } from '../forms/crowd.ts'
import { readText } from '../support/read-text.ts'
import { docx, p, terms } from './sample.ts'

/** The rows of the last table of a paper of this case. */
const lastRowsOf = async (view: CaseView, id: string, subject: string): Promise<XmlElement[]> => {
  const form = formOf(id, view.regulation)
  if (!form) throw new Error(id)
  const paper = preparePaper({ view, form, subject, draft: false }, () => undefined)
  const parts = openPackage(await paper.bytes(), id)
  const table = findAll(parseXml(partText(parts, 'word/document.xml'), id), 'w:tbl').at(-1)
  if (!table) throw new Error('no table')
  return childrenNamed(table, 'w:tr')
}

/** The text of each of their cells, lines that are empty left out. */
const placesOf = async (view: CaseView, id: string, subject: string): Promise<string[][]> => {
  const rows = await lastRowsOf(view, id, subject)
  return rows.map((row) =>
    childrenNamed(row, 'w:tc').map((cell) =>
      findAll(cell, 'w:p')
        .map(paragraphText)
        .filter((text) => text !== '')
        .join('/'),
    ),
  )
}

const claimant = '赔偿权利人或其指定部门、机构（盖章）/南宁市生态环境局/法定代表人（签字）'
const company = (number: number) => `赔偿义务人（盖章）/某造纸有限公司${number}/法定代表人（签字）`
const person = (number: number) => `赔偿义务人（签字）/郑某${number}`

describe('where the obligors sign', () => {
  test('one stands beside the claimant, a second one below the first, as the annex has it', async () => {
    expect(await placesOf(crowdedCase(1), 'agreement', 'G1')).toEqual([
      [claimant, ''],
      ['', company(1)],
    ])
    expect(await placesOf(crowdedCase(2), 'agreement', 'G1')).toEqual([
      [claimant, ''],
      ['', company(1)],
      ['', person(2)],
    ])
  })

  test('of more, the others stand two by two, whether organisations or natural persons', async () => {
    expect(await placesOf(crowdedCase(3), 'agreement', 'G1')).toEqual([
      [claimant, ''],
      ['', company(1)],
      [company(3), person(2)],
    ])
    expect(await placesOf(crowdedCase(6), 'agreement', 'G1')).toEqual([
      ['（《生态环境损害赔偿协议》签署处）'],
      [claimant, ''],
      ['', company(1)],
      [company(3), company(5)],
      [person(2), person(4)],
      [person(6), ''],
    ])
  })

  test('each that came to a meeting has a place in its minutes', async () => {
    const place = (name: string) => `赔偿义务人（签名或者盖章）/${name}`
    expect(await placesOf(crowdedCase(4), 'meeting-minutes', '1/2')).toEqual([
      ['赔偿权利人一方（签名）', ''],
      ['', place('某造纸有限公司1')],
      [place('郑某2'), place('某造纸有限公司3')],
      [place('郑某4'), ''],
      ['其他参加人员（签名）：/记录人（签名）：/　　　　年　　月　　日'],
    ])
  })

  test('of more than four, a heading stands on each page, and the last two rows are not parted', async () => {
    const rows = await lastRowsOf(crowdedCase(6), 'agreement', 'G1')
    const kept = rows.map((row) => findAll(row, 'w:p').some(isKeptWithNext))
    expect(rows.map((row) => findAll(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0, 0, 0])
    expect(kept).toEqual([true, true, false, false, true, true])
  })
})

test('a table of the office, whose left cell runs down beside many rows, stays as it is', async () => {
  const cell = (text: string, merge = '') => `<w:tc><w:tcPr>${merge}</w:tcPr>${p(text)}</w:tc>`
  const rows = ['水质', '土壤', '固体废物', '植被'].map((text, index) => {
    const merge = index === 0 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
    return `<w:tr>${cell(index === 0 ? '检查情况' : '', merge)}${cell(`${text}：{{案由}}`)}</w:tr>`
  })
  const grid = '<w:tblGrid><w:gridCol w:w="1500"/><w:gridCol w:w="6000"/></w:tblGrid>'
  const own = docx(`<w:tbl>${grid}${rows.join('')}</w:tbl>`, p(''))
  const printed = await readText(await fillTemplate(own, { 案由: '倾倒' }, terms({ own: true })))
  expect(printed.map((text) => text.replace('：倾倒', ''))).toEqual([
    '检查情况',
    '水质',
    '',
    '土壤',
    '',
    '固体废物',
    '',
    '植被',
    '',
  ])
})
