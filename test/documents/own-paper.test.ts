import { strFromU8, strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { formOf } from '../../src/core/forms/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { readOwnTemplate } from '../../src/documents/own/read.ts'
import { papersUnder, type Shelf } from '../../src/documents/own/shelf.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { readText } from '../support/read-text.ts'
import { settingOn } from '../support/setting.ts'
import { docx, p, rows } from './sample.ts'

const name = '现场检查笔录'
const file = `templates/${name}.docx`
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const viewOfSample = (change: (documents: Documents) => void = () => undefined): CaseView => {
  const documents = sampleDocuments()
  change(documents)
  return viewOf(factsOf(documents), settingOn(sampleToday))
}

const shelfOf = (files: Readonly<Record<string, Uint8Array>>): Shelf => ({
  templates: () => Object.keys(files).sort(),
  readBytes: (path) => files[path],
})

/** The paper made of a template of the office. */
function paperOf(template: Uint8Array, view = viewOfSample(), draft = false, subject: string | null = null) {
  const shelf = shelfOf({ [file]: template })
  const form = formOf(name, view.regulation, papersUnder(view.regulation, shelf).forms)
  if (!form) throw new Error('no own paper')
  return preparePaper({ view, form, subject, draft }, shelf.readBytes)
}

const printed = async (...body: string[]): Promise<string[]> => readText(await paperOf(docx(...body)).bytes())

/** What is wrong with a template, line by line. */
function mistakes(...body: string[]): readonly string[] {
  const shelf = shelfOf({ [file]: docx(...body) })
  return papersUnder(viewOfSample().regulation, shelf).broken.flatMap(({ problems }) => problems)
}

const obligors =
  (...names: string[]) =>
  (documents: Documents) => {
    documents.case.obligors = names.map((each, index) => ({
      id: `o${index + 1}`,
      kind: 'organization',
      name: each,
      ...(index === 0 ? { phone: '0771-1234567' } : {}),
    }))
  }

describe('a paper that the office has made itself', () => {
  const { facts } = viewOfSample()

  test('prints common fields, also one that Word has split over runs', async () => {
    expect(await printed(p('{{案件名称}}（{{案件编号}}）'), p(['{{案', '由}', '}']))).toEqual([
      `${facts.case.title}（${facts.id}）`,
      facts.case.cause,
    ])
  })

  test('leaves a line to write on for a name that is no field, and names it with what may be meant', async () => {
    const paper = paperOf(docx(p('天气：{{天气}}，{{检查日期}}，{{案件由}}')))
    expect(await readText(await paper.bytes())).toEqual([
      '天气：＿＿＿＿＿＿，＿＿＿＿年＿＿月＿＿日，＿＿＿＿＿＿',
    ])
    expect(paper.filled.open?.unknown).toEqual(['天气', '检查日期', '案件由'])
  })

  test('leaves a line for a fact that is not on record, and names where it is recorded', async () => {
    const view = viewOfSample((documents) => {
      delete documents.case.cause
    })
    const paper = paperOf(docx(p('案由：{{案由}}')), view)
    expect(await readText(await paper.bytes())).toEqual(['案由：＿＿＿＿＿＿'])
    expect(paper.missing).toEqual([{ field: '案由', path: 'case.cause', action: 'new' }])
  })

  test('leaves out the marked line of what a natural person does not have', async () => {
    const people: (documents: Documents) => void = (documents) => {
      obligors('某公司', '郑某')(documents)
      const [firm, person] = documents.case.obligors ?? []
      Object.assign(firm ?? {}, { representative: { name: '吴某' } })
      Object.assign(person ?? {}, { kind: 'individual' })
    }
    const body = [
      p('{{#义务人}}'),
      p('{{义务人.名称}}'),
      p('{{?义务人.法定代表人}}{{义务人.法定代表人}}'),
      p('{{/义务人}}'),
    ]
    const bytes = await paperOf(docx(...body), viewOfSample(people)).bytes()
    expect(await readText(bytes)).toEqual(['某公司', '吴某', '郑某'])
  })

  test('leaves out a paragraph that is marked as optional, and does not miss its field', async () => {
    const view = viewOfSample((documents) => {
      delete documents.case.cause
    })
    const template = docx(p('{{？案由}}案由：{{案由}}'), p('{{?案件名称}}{{案件名称}}'))
    const paper = paperOf(template, view)
    expect(await readText(await paper.bytes())).toEqual([view.facts.case.title])
    expect(paper.missing).toEqual([])
  })

  test('repeats the row of a table and the paragraph of a list, with a line for what an item does not have', async () => {
    const view = viewOfSample(obligors('甲公司', '乙{{案由}}公司'))
    const template = docx(
      rows(p('名称'), p('{{义务人.序号}}．{{义务人.名称}}　{{义务人.电话}}')),
      p('被检查人：{{义务人。名称}}'),
      p('共：{{义务人}}'),
    )
    const paper = paperOf(template, view)
    expect(await readText(await paper.bytes())).toEqual([
      '名称',
      '1．甲公司　0771-1234567',
      '2．乙{{案由}}公司　＿＿＿＿＿＿',
      '被检查人：甲公司',
      '被检查人：乙{{案由}}公司',
      '共：甲公司、乙{{案由}}公司',
    ])
    expect(paper.filled.open?.gaps).toEqual(['义务人.电话'])
  })

  test('repeats what stands between two marks, in the text and in a table, and leaves it out where there is no item', async () => {
    const part = [
      p('{{#义务人}}'),
      p('{{义务人.名称}}'),
      p('{{?义务人.电话}}电话 {{义务人.电话}}'),
      p('{{/义务人}}'),
    ]
    const table = rows(p('{{#义务人}}'), p('{{义务人.名称}}'), p('签字：'), p('{{/义务人}}'))
    const template = docx(p('头'), ...part, table, p('尾'))
    const texts = async (...names: string[]) =>
      readText(await paperOf(template, viewOfSample(obligors(...names))).bytes())
    expect(await texts('甲', '乙')).toEqual([
      '头',
      '甲',
      '电话 0771-1234567',
      '乙',
      '甲',
      '签字：',
      '乙',
      '签字：',
      '尾',
    ])
    expect((await texts()).join('')).toBe('头尾')
  })

  test('keeps the part between the marks of a field where there is one', async () => {
    const body = [
      p('{{#案由}}'),
      p('案由：{{案由}}'),
      p('{{/案由}}'),
      p('{{#结案日期}}'),
      p('已结案'),
      p('{{/结案日期}}'),
    ]
    expect(await printed(...body)).toEqual([`案由：${facts.case.cause}`])
  })

  test('without any item leaves a row to write on, or none where the row is marked', async () => {
    const view = viewOfSample(obligors())
    const texts = async (...body: string[]) => readText(await paperOf(docx(...body), view).bytes())
    expect(await texts(rows(p('名称'), p('{{义务人.名称}}')))).toEqual(['名称', '＿＿＿＿＿＿'])
    expect(await texts(rows(p('名称'), p('{{?义务人}}{{义务人.名称}}')))).toEqual(['名称'])
    expect(await texts(p('{{?义务人}}{{义务人.名称}}'), p('尾'))).toEqual(['尾'])
  })

  test('prints a text of several paragraphs where its field stands alone', async () => {
    const view = viewOfSample((documents) => {
      documents.investigation = {
        ...documents.investigation,
        facts: [{ statement: '排放废水。' }, { statement: '河水发黑。' }],
      }
    })
    const paper = paperOf(docx(p('{{查明事实}}'), p('查明：{{查明事实}}')), view)
    expect(await readText(await paper.bytes())).toEqual([
      '排放废水。',
      '河水发黑。',
      '查明：排放废水。\n河水发黑。',
    ])
  })

  test('prints a text of several paragraphs of an item, too', async () => {
    const view = viewOfSample((documents) => {
      const activities = [
        { on: '2026-03-03', findings: '第一段\n第二段' },
        { on: '2026-03-04', findings: '另一次' },
      ]
      documents.investigation = { ...documents.investigation, process: { activities } }
    })
    const paper = paperOf(docx(p('{{调查活动.情况}}'), rows(p('{{调查活动.日期}}：{{调查活动.情况}}'))), view)
    expect(await readText(await paper.bytes())).toEqual([
      ...['第一段', '第二段', '另一次'],
      ...['2026年3月3日：第一段\n第二段', '2026年3月4日：另一次'],
    ])
  })

  test('is made for each obligor where it prints 当事人', async () => {
    const view = viewOfSample(obligors('甲', '乙'))
    const shelf = shelfOf({ [file]: docx(p('致{{当事人名称}}')) })
    const form = papersUnder(view.regulation, shelf).forms.at(-1)
    expect(form?.subjects(view)).toEqual(['o1', 'o2'])
    const paper = paperOf(docx(p('致{{当事人名称}}（{{当事人电话}}）')), view, false, 'o2')
    expect(await readText(await paper.bytes())).toEqual(['致乙（＿＿＿＿＿＿）'])
    expect(paper.missing.map(({ path }) => path)).toEqual(['case.obligors[o2].phone'])
    expect(paper.file).toBe(`${name}-${view.facts.id}-o2.docx`)
  })

  test('has the same bytes for the same facts, and knows when they change', async () => {
    const template = docx(p('案由：{{案由}}，{{天气}}'))
    const first = await paperOf(template).bytes()
    expect(Buffer.compare(first, await paperOf(template).bytes())).toBe(0)
    expect(paperOf(template).compare(first)).toBe('current')
    const view = viewOfSample((documents) => {
      documents.case.cause = '别的'
    })
    expect(paperOf(template, view).compare(first)).toBe('stale')
    // What happens elsewhere in the case changes no paper that does not print it.
    const other = viewOfSample((documents) => {
      documents.case.remarks = '别的'
    })
    expect(paperOf(template, other).compare(first)).toBe('current')
  })

  test('lies in the archive where its template says, else where its name tells (现场检查笔录)', () => {
    const phase = (...body: string[]) => paperOf(docx(...body)).form.phase
    expect(phase(p('{{案由}}{{结案日期}}'))).toBe('investigation')
    expect(phase(p('{{案由}}{{结案日期}}'), p('{{归档：结案}}'))).toBe('closing')
  })

  test('takes tracked changes as accepted', async () => {
    const runs = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
    const deleted = '<w:del w:id="1" w:author="覃某"><w:r><w:delText>{{案件名称</w:delText></w:r></w:del>'
    const inserted = `<w:ins w:id="2" w:author="覃某">${runs('{{案由}}')}</w:ins>`
    expect(await printed(`<w:p>${deleted}${inserted}</w:p>`)).toEqual([facts.case.cause])
  })
})

describe('a letterhead', () => {
  /** A template with odd and even pages told apart, and headers as given. */
  const withHeaders = (headers: Readonly<Record<string, string>>): Uint8Array => {
    const parts = openPackage(docx(p('{{案件名称}}')), '模板')
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const types = Object.keys(headers)
    const relations = types.map(
      (type) => `<Relationship Id="${type}" Type="${office}/header" Target="header-${type}.xml"/>`,
    )
    const references = types.map(
      (type) => `<w:headerReference xmlns:r="${office}" w:type="${type}" r:id="${type}"/>`,
    )
    for (const [type, text] of Object.entries(headers))
      parts.set(`word/header-${type}.xml`, strToU8(`<w:hdr xmlns:w="${word}">${p(text)}</w:hdr>`))
    parts.set(
      'word/settings.xml',
      strToU8(`<w:settings xmlns:w="${word}"><w:evenAndOddHeaders/></w:settings>`),
    )
    const edit = (path: string, from: string, to: string) =>
      parts.set(path, strToU8(partText(parts, path).replace(from, to)))
    edit(
      'word/_rels/document.xml.rels',
      'relationships"/>',
      `relationships">${relations.join('')}</Relationships>`,
    )
    edit('word/document.xml', '<w:sectPr/>', `<w:sectPr>${references.join('')}</w:sectPr>`)
    return packPackage(parts)
  }
  const section = async (template: Uint8Array) => {
    const parts = openPackage(await paperOf(template).bytes(), '文书')
    const [found = ''] = /<w:sectPr>.*<\/w:sectPr>/u.exec(partText(parts, 'word/document.xml')) ?? []
    const headers = [...parts]
      .filter(([path]) => path.includes('header'))
      .map(([, bytes]) => strFromU8(bytes))
    return {
      headers: headers.join(''),
      pairs: [...found.matchAll(/w:type="(\w+)" r:id="(\w+)"/gu)].map((each) => each.slice(1)),
    }
  }

  test('of odd pages is filled, and stands on even pages too', async () => {
    const { pairs, headers } = await section(withHeaders({ default: '{{承办单位}}' }))
    expect(pairs).toEqual([
      ['default', 'default'],
      ['even', 'default'],
    ])
    expect(headers).toContain(viewOfSample().facts.case.jurisdiction.handlingUnit)
  })

  test('of even pages that Word has left empty gives way to that of odd pages', async () => {
    const { pairs } = await section(withHeaders({ default: '{{承办单位}}', even: ' ' }))
    expect(pairs).toEqual([
      ['default', 'default'],
      ['even', 'default'],
    ])
  })

  test('of even pages that says something stays, and is filled', async () => {
    const { pairs, headers } = await section(withHeaders({ default: '奇', even: '{{案由}}' }))
    expect(pairs).toEqual([
      ['default', 'default'],
      ['even', 'even'],
    ])
    expect(headers).toContain(viewOfSample().facts.case.cause)
  })
})

describe('a mistake in a template is named with its paragraph and what to do', () => {
  test.each([
    [
      'a mark that is not closed',
      [p('头'), p('案由：{{案由}')],
      /^正文第 2 段（案由：\{\{案由\}）：.*不成对，应为/u,
    ],
    ['braces of full width', [p('｛｛案由｝｝')], /^正文第 1 段.*全角花括号/u],
    [
      'a loop that is never closed',
      [p('{{#证据}}'), p('{{证据.名称}}')],
      /^正文第 1 段.*没有对应的 \{\{\/证据\}\}：请在/u,
    ],
    [
      'a loop that is never opened',
      [p('{{证据.名称}}'), p('{{/证据}}')],
      /^正文第 2 段.*前面没有 \{\{#证据\}\}/u,
    ],
    [
      'a loop in a loop',
      [p('{{#证据}}'), p('{{#义务人}}'), p('{{/义务人}}'), p('{{/证据}}')],
      /^正文第 2 段.*不能再套一层/u,
    ],
    ['a loop over two places', [p('{{#证据}}'), rows(p('{{/证据}}x')), p('{{/证据}}')], /须独占一段/u],
    ['a loop from the text into a table', [p('{{#证据}}'), rows(p('{{/证据}}'))], /须在同一处/u],
    ['a mark that is not at the beginning', [p('案由：{{?案由}}')], /应写在段首/u],
    [
      'a mark of a name that is no field',
      [p('{{?案件由}}x')],
      /没有「案件由」这个字段，.*是否应为 \{\{案由\}\}？/u,
    ],
    ['two lists in one row', [rows(p('{{证据.名称}}{{义务人.名称}}'))], /既有「证据」又有「义务人」/u],
    ['a mark of an item outside of it', [p('{{?义务人.电话}}x')], /须写在「义务人」逐项重复/u],
  ])('%s', (_, body, message) => {
    const found = mistakes(...body)
    expect(found.join('\n')).toMatch(message)
    expect(found).toHaveLength(1)
  })

  test.each([
    ['{{义务人名称}}', '是否应为 {{义务人.名称}}？'],
    ['{{义务人.姓名}}', '「义务人」的字段有：'],
    ['{{义务人.地点}}', '是否应为 {{义务人.地址}}？'],
    ['{{天气}}', '生成时留横线。'],
  ])('%s, which is no field, is told with what it may mean', (written, told) => {
    const { remarks } = readOwnTemplate(docx(p(written)), '')
    expect(remarks).toHaveLength(1)
    expect(remarks[0]).toContain(told)
    expect(remarks[0]).not.toContain('序号}}')
  })

  test.each([
    ['[[案由]]', '{{案由}}'],
    ['【案由】', '{{案由}}'],
    ['〔 证据.名称 〕', '{{证据.名称}}'],
    ['&lt;案由&gt;', '{{案由}}'],
    ['«天气»', undefined],
    ['«案由»', '{{案由}}'],
    ['《《天气》》', '{{天气}}'],
    ['[[？线索文号]]', '{{？线索文号}}'],
    ['【注意】', undefined],
    ['《案由》', undefined],
    ['「案由」', undefined],
    ['桂环〔2026〕8号', undefined],
    ['南环〔2026〕3号[附件]', undefined],
  ])('%s in place of braces is told by its paragraph, with the way to write it', (written, meant) => {
    const { remarks, problems } = readOwnTemplate(docx(p('{{案由}}'), p(`地点${written}`)), '')
    expect(problems).toEqual([])
    expect(remarks).toHaveLength(meant ? 1 : 0)
    if (meant) expect(remarks[0]).toMatch(/^正文第 2 段（地点.*不是字段的写法/u)
    if (meant) expect(remarks[0]).toContain(`写成 ${meant}`)
  })

  test('of a template without any field, the labels with nothing after them are told too', () => {
    const body = [p('案由：＿＿＿'), p('地点：'), p('天气：____'), p('备注：无'), p('联系电话：')]
    const { remarks } = readOwnTemplate(docx(...body), '')
    expect(remarks[0]).toContain('没有 {{字段}}')
    expect(remarks[0]).toContain('ejc template fields')
    expect(remarks.slice(1).map((each) => each.split('：', 1)[0])).toEqual([
      '正文第 1 段（案由',
      '正文第 2 段（地点',
    ])
    expect(remarks[2]).toContain('地点：{{损害地点}} 或者 {{磋商地点}}')
    expect(readOwnTemplate(docx(p('{{案由}}'), p('案由：＿＿')), '').remarks).toEqual([])
  })

  test.each([
    ['{{ 案由 }', '应为 {{案由}}'],
    ['{案由}', '应为 {{案由}}'],
    ['\u0024{案由}', '应为 {{案由}}'],
    ['｛｛案由｝｝', '应为半角 {{案由}}'],
    ['{', '应为 {{名称}}'],
  ])('%s is told with the field that is meant', (written, meant) => {
    expect(mistakes(p(written))).toEqual([expect.stringContaining(meant)])
  })

  test('and no paper is made of it', async () => {
    const shelf = shelfOf({ [file]: docx(p('{{案由}')) })
    const { forms, broken } = papersUnder(viewOfSample().regulation, shelf)
    expect(forms.some(({ own }) => own)).toBe(false)
    expect(broken.map(({ name: each }) => each)).toEqual([name])
  })
})
