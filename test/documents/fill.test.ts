import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { FieldValue } from '../../src/core/forms/define.ts'
import { draftMark } from '../../src/documents/draft.ts'
import { fillTemplate } from '../../src/documents/fill.ts'
import { openPackage, packPackage, partText } from '../../src/documents/package.ts'
import { readText } from '../support/read-text.ts'
import { docx, p, rows, terms, textOfFilled } from './sample.ts'

const one = docx(p('案由：{{甲}}'))
const refusal = (template: Uint8Array, fields: Record<string, FieldValue>, options = {}) =>
  fillTemplate(template, fields, terms(options)).then(
    () => '没有拒绝',
    (error: Error) => `${error.name} ${error.message}`,
  )

test('a placeholder that nobody fills is refused, by template and field', async () => {
  expect(await refusal(one, {})).toBe('DocumentError 模板 样本.docx：占位符 {{甲}} 没有给出内容。')
})

test('a field that the template does not have is refused', async () => {
  expect(await refusal(one, { 甲: '子', 乙: '丑' })).toContain('字段「乙」在模板中没有占位符。')
})

test('an empty value is refused, spaces of either width too, unless the field may be blank', async () => {
  for (const empty of ['', ' ', '　\n'])
    expect(await refusal(one, { 甲: empty })).toContain('字段「甲」的内容为空。')
  expect(await textOfFilled(one, { 甲: '' }, { blanks: ['甲'] })).toEqual(['案由：'])
  expect(await textOfFilled(one, {}, { blanks: ['甲'] })).toEqual(['案由：'])
})

test('a date left blank keeps 年 月 日 to be written by hand', async () => {
  const signed = docx(p('{{签字日期}}'))
  expect(await textOfFilled(signed, {}, { blanks: ['签字日期'] })).toEqual(['　　　　年　　月　　日'])
})

test('every wrong field is told at once', async () => {
  const message = await refusal(docx(p('{{甲}}{{乙}}')), { 丙: '寅' })
  expect(message).toContain('- 字段「丙」在模板中没有占位符。')
  expect(message).toContain('- 占位符 {{甲}} 没有给出内容。')
  expect(message).toContain('- 占位符 {{乙}} 没有给出内容。')
})

test.each([
  ['{{甲}', '花括号不成对'],
  ['{甲}}', '花括号不成对'],
  ['{甲}', '花括号不成对'],
  ['{{甲', '花括号不成对'],
  ['｛｛甲｝｝', '全角花括号'],
  ['{{甲｝｝', '全角花括号'],
  ['{{ 甲 }}', '花括号内有空格'],
  ['{{甲 }}', '花括号内有空格'],
  ['{{}}', '里没有写字段'],
  ['{{　}}', '里没有写字段'],
  ['{{甲 乙}}', '花括号内有空格'],
])('a template that reads %s is refused', async (text, why) => {
  expect(await refusal(docx(p(`前${text}后`)), {})).toContain(why)
})

test('a placeholder split over runs is filled, and looks like its beginning', async () => {
  const split = docx(p(['子{', '{', '甲', '}', '}丑{{乙', '}}']))
  expect(await textOfFilled(split, { 甲: '一', 乙: '二' })).toEqual(['子一丑二'])
})

test('a name that every object has is a name like others', async () => {
  const template = docx(p('{{constructor}}'))
  expect(await refusal(template, {})).toContain('{{constructor}} 没有给出内容')
  expect(await textOfFilled(template, { constructor: '甲' })).toEqual(['甲'])
})

test('a value that reads {{乙}} is printed as it stands, whatever the order of filling', async () => {
  const template = docx(p('{{甲}}／{{乙}}'), p('{{丙}}'), rows(p('{{丁.戊}}')))
  const fields = {
    甲: '{{乙}}',
    乙: '{{甲}}',
    丙: { paragraphs: ['{{甲}}', '{{丁.戊}}'] },
    丁: { rows: [{ 戊: '{{丙}}' }] },
  }
  expect(await textOfFilled(template, fields)).toEqual(['{{乙}}／{{甲}}', '{{甲}}', '{{丁.戊}}', '{{丙}}'])
})

test('line breaks become breaks beside other text, and paragraphs of the same properties where alone', async () => {
  const template = docx(p('甲：{{甲}}'), p('{{甲}}', '<w:pStyle w:val="EjcBody"/><w:jc w:val="both"/>'))
  const filled = await fillTemplate(template, { 甲: '一\n二\r\n三' }, terms())
  const xml = partText(openPackage(filled, ''), 'word/document.xml')
  expect(await textOfFilled(template, { 甲: '一\n二\r\n三' })).toEqual(['甲：一\n二\n三', '一', '二', '三'])
  expect(xml.match(/<w:pStyle w:val="EjcBody"\/><w:jc w:val="both"\/>/g)).toHaveLength(3)
  const broken = '<w:t xml:space="preserve">二</w:t><w:br/><w:t xml:space="preserve">三</w:t></w:r>'
  expect(xml).toContain(`<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">甲：一</w:t><w:br/>${broken}`)
  expect(xml.match(/<w:b\/>/g)).toHaveLength(4)
  expect(xml).not.toMatch(/>[^<]*\n[^<]*</)
})

test('what holds no placeholder stays as it is written, in a part without any and beside one', async () => {
  const plain = p('甲乙').replace('<w:p>', '<w:p w:rsidR="00A1" >')
  const around = (filled: Uint8Array) =>
    partText(openPackage(filled, ''), 'word/document.xml').includes(plain)
  expect(around(await fillTemplate(docx(plain), {}, terms()))).toBe(true)
  expect(around(await fillTemplate(docx(plain, p('{{甲}}'), plain), { 甲: '子' }, terms()))).toBe(true)
  const inCell = docx(rows(plain + p('{{丁.戊}}') + plain))
  expect(await textOfFilled(inCell, { 丁: { rows: [{ 戊: '一' }, { 戊: '二' }] } })).toEqual([
    '甲乙',
    '一',
    '甲乙',
    '甲乙',
    '二',
    '甲乙',
  ])
})

test('a placeholder in a header alone is filled', async () => {
  const parts = openPackage(await fillTemplate(docx(p('正文')), {}, terms({ draft: true })), '')
  const header = partText(parts, 'word/header-ejc-draft.xml').replace('</w:hdr>', `${p('{{甲}}')}</w:hdr>`)
  const template = packPackage(parts.set('word/header-ejc-draft.xml', strToU8(header)))
  const filled = openPackage(await fillTemplate(template, { 甲: '子' }, terms()), '')
  expect(partText(filled, 'word/header-ejc-draft.xml')).toContain('>子<')
})

test('no two paragraphs, bookmarks or content controls of repeated rows and lines share an id', async () => {
  const id = (text: string, number: number) =>
    p(text)
      .replace('<w:p>', `<w:p w14:paraId="0000000${number}">`)
      .replace(
        '</w:p>',
        `<w:bookmarkStart w:id="${number}" w:name="b${number}"/><w:bookmarkEnd w:id="${number}"/></w:p>`,
      )
  const control = `<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>${p('控件')}</w:sdtContent></w:sdt>`
  const template = docx(
    id('{{甲}}', 1),
    rows(id('名称', 2) + id('{{丁.戊}}', 3) + control + p('')),
    id('后', 4),
  )
  const fields = { 甲: '一\n二\n三', 丁: { rows: [{ 戊: '子' }, { 戊: '丑' }, { 戊: '寅' }] } }
  const xml = partText(openPackage(await fillTemplate(template, fields, terms()), ''), 'word/document.xml')
  for (const pattern of [/w14:paraId="\d+"/g, /<w:bookmarkStart w:id="\d+"/g, /<w:id w:val="\d+"/g]) {
    const ids = xml.match(pattern) ?? []
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  }
})

test('a content control is filled as its own text, no longer bound to data that would come instead', async () => {
  const bound = '<w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{}"/><w:showingPlcHdr/></w:sdtPr>'
  const inLine = p('案由：{{甲}}').replace(
    /<w:r>.*<\/w:r>/,
    (run) => `<w:sdt>${bound}<w:sdtContent>${run}</w:sdtContent></w:sdt>`,
  )
  const filled = await fillTemplate(docx(inLine), { 甲: '子' }, terms())
  expect(await readText(filled)).toEqual(['案由：子'])
  expect(partText(openPackage(filled, ''), 'word/document.xml')).not.toMatch(/showingPlcHdr|dataBinding/)
})

test('a heading within a long text stays with the line after it', async () => {
  const template = docx(p('{{甲}}', '<w:pStyle w:val="EjcBody"/>'))
  const text = '一、事实\n查明如下：\n一处排污口。\n（二）依据。\n完'
  const filled = await fillTemplate(template, { 甲: text }, terms())
  const kept = partText(openPackage(filled, ''), 'word/document.xml').match(/<w:keepNext\/>.*?<\/w:p>/g)
  expect(kept?.map((xml) => xml.replaceAll(/<[^>]*>/g, ''))).toEqual(['一、事实', '查明如下：'])
})

test('only the last lines of several paragraphs stay with the signature that follows', async () => {
  const template = docx(p('{{甲}}', '<w:keepNext/>'), p('签字'))
  const kept = async (...paragraphs: string[]) => {
    const filled = await fillTemplate(template, { 甲: { paragraphs } }, terms())
    const xml = partText(openPackage(filled, ''), 'word/document.xml')
    return xml.match(/<w:keepNext\/>.*?<\/w:p>/g)?.map((each) => each.replaceAll(/<[^>]*>/g, '').at(0))
  }
  // Two lines: of one paragraph that surely fills them, else of two.
  expect(await kept('甲', '乙'.repeat(56), '丙'.repeat(29))).toEqual(['丙'])
  expect(await kept('甲', '乙'.repeat(56), '丙'.repeat(28))).toEqual(['乙', '丙'])
  expect(await kept('甲', '乙', '丙')).toEqual(['乙', '丙'])
  // A figure is half as wide as a character.
  expect(await kept('甲', '乙', '5'.repeat(56))).toEqual(['乙', '5'])
  expect(await kept('甲', '乙', '5'.repeat(57))).toEqual(['5'])
})

test('a control that asks for a text gives the text its own look, and what stands beside it none', async () => {
  const asks = '<w:sdtPr><w:rPr><w:i/></w:rPr><w:showingPlcHdr/></w:sdtPr>'
  const inLine = p('请填{{甲}}。').replace(
    /<w:r>.*<\/w:r>/,
    (run) => `<w:sdt>${asks}<w:sdtContent>${run}</w:sdtContent></w:sdt>`,
  )
  const filled = await fillTemplate(docx(inLine), { 甲: '子\n丑' }, terms())
  const xml = partText(openPackage(filled, ''), 'word/document.xml')
  const looks = [...xml.matchAll(/<w:rPr><w:(\w)\/><\/w:rPr><w:t[^>]*>([^<]*)</g)]
  expect(looks.map(([, look, text]) => [look, text])).toEqual([
    ['b', '请填'],
    ['i', '子'],
    ['b', '。'],
  ])
  expect(await readText(filled)).toEqual(['请填子\n丑。'])
})

test('rows of two groups repeat for each of both, what stands between rows goes with them', async () => {
  const fields = { 丁: { rows: [{ 戊: '子' }, { 戊: '丑' }] }, 己: { rows: [{ 庚: '一' }, { 庚: '二' }] } }
  expect(await textOfFilled(docx(rows(p('{{丁.戊}}{{己.庚}}'))), fields)).toEqual([
    '子一',
    '丑一',
    '子二',
    '丑二',
  ])
  const mark = '<w:bookmarkStart w:id="5" w:name="b5"/><w:bookmarkEnd w:id="5"/>'
  const apart = rows(p('{{丁.戊}}'), p('与{{丁.戊}}')).replace('</w:tr><w:tr>', `</w:tr>${mark}<w:tr>`)
  const filled = await fillTemplate(docx(apart), { 丁: fields.丁 }, terms())
  expect(await readText(filled)).toEqual(['子', '与子', '丑', '与丑'])
  expect(partText(openPackage(filled, ''), 'word/document.xml').split('bookmarkStart')).toHaveLength(2)
})

test.each([
  ['a form', false],
  ['a paper of the office', true],
])(
  'drawings and controls of repeated rows of %s share no id, and lines join the shapes they did',
  async (_, own) => {
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr id="4" name="图"/>' +
      '<wps:cNvPr id="5"/><a:stCxn id="5" idx="0"/></wp:inline></w:drawing></w:r></w:p>'
    const control = '<w:sdt><w:sdtPr><w:id w:val="8"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
    const template = docx(rows(drawing + control + p('{{丁.戊}}')))
    const fields = { 丁: { rows: [{ 戊: '子' }, { 戊: '丑' }] } }
    const xml = partText(
      openPackage(await fillTemplate(template, fields, terms({ own })), ''),
      'word/document.xml',
    )
    const ids = [...xml.matchAll(/<(?:wp:docPr|wps:cNvPr|a:stCxn) id="(\d)"/g)].map(([, id]) => id)
    expect(ids.join('')).toBe('455677')
    expect(xml.match(/<w:id w:val="8"\/>/g)).toHaveLength(1)
  },
)

test('a placeholder under a phonetic guide, or with & in its name, is filled', async () => {
  const guided = p('{{甲}}').replace(
    /<w:r>.*<\/w:r>/,
    (run) => `<w:r><w:ruby><w:rubyBase>${run}</w:rubyBase></w:ruby></w:r>`,
  )
  expect(await textOfFilled(docx(guided, p('{{乙&amp;丙}}')), { 甲: '子', '乙&丙': '丑' })).toEqual([
    '子',
    '丑',
  ])
})

test('a template that would grow beyond what can be read again is refused', async () => {
  const template = docx(rows(...Array.from({ length: 3000 }, () => p('{{丁.戊}}'))))
  const row = { 戊: '子' }
  expect(await refusal(template, { 丁: { rows: Array.from({ length: 200 }, () => row) } })).toContain(
    '64 MiB',
  )
  const long = docx(...Array.from({ length: 3000 }, () => p('甲：{{甲}}')))
  expect(await refusal(long, { 甲: '子'.repeat(20_000) })).toContain('64 MiB')
})

test('several paragraphs beside other text are refused', async () => {
  expect(await refusal(one, { 甲: { paragraphs: ['一', '二'] } })).toContain('{{甲}} 须独占一段')
})

test('a blank field that stands alone takes its paragraph with it, but never the last of a cell', async () => {
  const template = docx(p('前'), p('{{甲}}'), rows(p('{{乙}}')), p('后'))
  expect(await textOfFilled(template, {}, { blanks: ['甲', '乙'] })).toEqual(['前', '', '后'])
})

test.each([
  ['U+0000', '\u0000'],
  ['U+000B', '\u000b'],
  ['U+0085', '\u0085'],
  ['U+FFFF', '\uffff'],
  ['U+FDD0', '\ufdd0'],
  ['U+1FFFE', '\u{1fffe}'],
  ['U+D800', '\ud800'],
  ['U+202E', '\u202e'],
  ['U+2066', '\u2066'],
  ['U+2028', '\u2028'],
])('a value with %s is refused, in a text, a paragraph, a row and a property', async (code, character) => {
  const bad = `子${character}丑`
  const template = docx(p('{{甲}}'), rows(p('{{丁.戊}}')))
  const good = { 甲: '子', 丁: { rows: [{ 戊: '丑' }] } }
  expect(await refusal(template, { ...good, 甲: bad })).toContain(`字段「甲」含有`)
  expect(await refusal(template, { ...good, 甲: { paragraphs: ['子', bad] } })).toContain(code)
  expect(await refusal(template, { ...good, 丁: { rows: [{ 戊: bad }] } })).toContain(
    '字段「丁.戊（第 1 行）」含有',
  )
  expect(await refusal(template, good, { properties: { 'ejc.subject': bad } })).toContain(
    '文档属性「ejc.subject」',
  )
})

test.each([
  ['one character', '甲'],
  ['20,000 characters', '废酸倾倒'.repeat(5000)],
  ['markup', '<w:t>&amp; "a" \'b\' ]]> <!--'],
  ['emoji', '👨‍👩‍👧‍👦🏞️'],
  ['characters beyond the basic plane', '𠮷𡿨𬌗𰻝'],
  ['Uyghur', 'ئېكولوگىيەلىك مۇھىت'],
  ['Zhuang', 'Gvangjsih Bouxcuengh Swcigih, ə ŋ ƃ'],
  ['two spaces and spaces at the ends', '  甲  乙  '],
  ['$ signs of a replacement', '$& $1 $$'],
])('a value of %s is printed as it is', async (_, value) => {
  const template = docx(p('始{{甲}}终'), p('{{甲}}'), rows(p('{{丁.戊}}')))
  const paragraphs = await textOfFilled(template, { 甲: value, 丁: { rows: [{ 戊: value }] } })
  expect(paragraphs).toEqual([`始${value}终`, value, value])
  expect(await textOfFilled(docx(p('{{甲}}')), { 甲: { paragraphs: [value, value] } })).toEqual([
    value,
    value,
  ])
})

test('rows repeat once for each obligor, and fields of the whole stand in each', async () => {
  const template = docx(rows(p('表头'), p('{{义务人.名称}}与{{甲}}')))
  const fields = { 甲: '子', 义务人: { rows: [{ 名称: '某公司' }, { 名称: '韦某' }] } }
  expect(await textOfFilled(template, fields)).toEqual(['表头', '某公司与子', '韦某与子'])
})

test('a row without one of its fields, or with one too many, is refused by its number', async () => {
  const template = docx(rows(p('{{义务人.名称}}{{义务人.地址}}')))
  const message = await refusal(template, {
    义务人: {
      rows: [
        { 名称: '某公司', 地址: '某路' },
        { 名称: '韦某', 电话: '0' },
      ],
    },
  })
  expect(message).toContain('「义务人」第 2 行：占位符 {{义务人.地址}} 没有给出内容。')
  expect(message).toContain('「义务人」第 2 行的「电话」在模板中没有占位符')
})

test('no rows are refused, unless the group may be blank: then its rows go', async () => {
  const template = docx(rows(p('表头'), p('{{义务人.名称}}')))
  expect(await refusal(template, { 义务人: { rows: [] } })).toContain('表格的行「义务人」一行也没有。')
  expect(await refusal(template, {})).toContain('表格的行「义务人」没有给出内容。')
  expect(await textOfFilled(template, { 义务人: { rows: [] } }, { blanks: ['义务人'] })).toEqual(['表头'])
})

test('a field of a row outside a table is refused', async () => {
  const message = await refusal(docx(p('{{义务人.名称}}')), { 义务人: { rows: [{ 名称: '某公司' }] } })
  expect(message).toContain('{{义务人.名称}} 须在表格的行中')
})

test('rows where a text belongs, and a text where rows belong, are refused', async () => {
  expect(await refusal(one, { 甲: { rows: [{ 乙: '子' }] } })).toContain('{{甲}} 应填文字')
  expect(await refusal(docx(rows(p('{{甲.乙}}'))), { 甲: '子' })).toContain('「甲」是表格的行')
})

test('an optional part is kept or removed with all that is in it', async () => {
  const template = docx(
    p('前'),
    p('{{#单位}}'),
    p('法定代表人：{{甲}}'),
    rows(p('表')),
    p('{{/单位}}'),
    p('后'),
  )
  expect(await textOfFilled(template, { 单位: { block: true }, 甲: '子' })).toEqual([
    '前',
    '法定代表人：子',
    '表',
    '后',
  ])
  expect(await textOfFilled(template, { 单位: { block: false } })).toEqual(['前', '后'])
  expect(await textOfFilled(template, { 单位: { block: false }, 甲: '子' })).toEqual(['前', '后'])
  expect(await refusal(template, { 甲: '子' })).toContain('可选部分「单位」未定')
  expect(await refusal(template, { 单位: '是', 甲: '子' })).toContain('字段「单位」是可选部分')
})

test('a marker of an optional part that shares its paragraph, or has no other end, is refused', async () => {
  expect(await refusal(docx(p('前{{#单位}}'), p('{{/单位}}')), { 单位: { block: true } })).toContain(
    '须独占一段',
  )
  expect(await refusal(docx(p('{{#单位}}')), { 单位: { block: true } })).toContain('没有对应的 {{/单位}}')
  expect(await refusal(docx(p('{{/单位}}')), { 单位: { block: true } })).toContain('没有对应的 {{#单位}}')
  expect(await refusal(docx(p('{{#单位}}'), rows(p('{{/单位}}'))), { 单位: { block: true } })).toContain(
    '须在同一处',
  )
})

test('a cell whose whole content is an optional part keeps an empty paragraph', async () => {
  const template = docx(rows(p('{{#单位}}') + p('内') + p('{{/单位}}')), p('后'))
  expect(await textOfFilled(template, { 单位: { block: false } })).toEqual(['', '后'])
})

test('hints show in drafts alone', async () => {
  const template = docx(
    p('二、调查情况{{提示：（含调查结论、鉴定 意见。）}}'),
    p('{{提示：（逐一列出）}}'),
    p('后'),
  )
  expect(await textOfFilled(template, {})).toEqual(['二、调查情况', '后'])
  expect(await textOfFilled(template, {}, { draft: true })).toEqual([
    '二、调查情况（含调查结论、鉴定 意见。）',
    '（逐一列出）',
    '后',
  ])
})

test('a draft shows lines where facts are missing, for a row too, and still refuses unknown fields', async () => {
  const template = docx(p('甲：{{甲}}'), p('{{签字日期}}'), rows(p('{{义务人.名称}}')))
  expect(await textOfFilled(template, {}, { draft: true })).toEqual([
    '甲：＿＿＿＿＿＿',
    '＿＿＿＿年＿＿月＿＿日',
    '＿＿＿＿＿＿',
  ])
  expect(await refusal(template, { 乙: '子' }, { draft: true })).toContain('字段「乙」在模板中没有占位符')
})

test('a draft is marked at the head of odd, even and first pages, though the template has no header', async () => {
  const parts = openPackage(await fillTemplate(one, {}, terms({ draft: true })), '')
  expect(partText(parts, 'word/header-ejc-draft.xml')).toContain(draftMark)
  const types = [...partText(parts, 'word/document.xml').matchAll(/<w:headerReference[^>]* w:type="(\w+)"/g)]
  expect(types.map((match) => match[1]).sort()).toEqual(['default', 'even', 'first'])
  expect(partText(parts, '[Content_Types].xml')).toContain('/word/header-ejc-draft.xml')
  const final = openPackage(await fillTemplate(one, { 甲: '子' }, terms()), '')
  expect([...final.keys()].filter((path) => path.includes('header'))).toEqual([])
})

test('the same template and fields give the same bytes, in every time zone', async () => {
  const digest = async () =>
    createHash('sha256')
      .update(await fillTemplate(one, { 甲: '子' }, terms({ properties: { 'ejc.form': 'x' } })))
      .digest('hex')
  const script = `
    import { createHash } from 'node:crypto'
    import { fillTemplate } from './src/documents/fill.ts'
    import { docx, p, terms } from './test/documents/sample.ts'
    const filled = await fillTemplate(docx(p('案由：{{甲}}')), { 甲: '子' }, terms({ properties: { 'ejc.form': 'x' } }))
    console.log(createHash('sha256').update(filled).digest('hex'))`
  const elsewhere = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: { ...process.env, TZ: 'America/Los_Angeles' },
    encoding: 'utf8',
  }).trim()
  expect(await digest()).toBe(await digest())
  expect(elsewhere).toBe(await digest())
})

test.each([
  ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), '另存为 .docx'],
  ['a file cut short', one.slice(0, 300), '已损坏'],
  ['nothing', new Uint8Array(), '不是 .docx'],
])('%s is refused as a template', async (_, bytes, why) => {
  expect(await refusal(bytes, {})).toContain(why)
})

const headed = docx(
  rows(p('{{甲.名称}}') + p('{{?甲.负责人}}负责人：{{甲.负责人}}') + p('地址：{{甲.地址}}')),
)

test('a marked line of a row is left out where its field has nothing, or does not apply, in that row alone', async () => {
  const made = (负责人: string, 名称: string) => ({ 名称, 负责人, 地址: '某区' })
  const fields = { 甲: { rows: [made('吴某', '某公司'), made('／', '郑某'), made('', '韦某')] } }
  expect(await textOfFilled(headed, fields, { blanks: ['甲.负责人'] })).toEqual([
    ...['某公司', '负责人：吴某', '地址：某区'],
    ...['郑某', '地址：某区'],
    ...['韦某', '地址：某区'],
  ])
})

test('a draft keeps the marked line of a row that is still to be filled in', async () => {
  const fields = { 甲: { rows: [{ 名称: '某公司', 负责人: '', 地址: '某区' }] } }
  expect(await textOfFilled(headed, fields, { draft: true })).toContain('负责人：＿＿＿＿＿＿')
})

test.each([
  ['names no field of its row', rows(p('{{?甲.电话}}{{甲.名称}}')), '没有「甲.电话」这个字段'],
  ['stands in no row', p('{{?甲.名称}}名称') + rows(p('{{甲.名称}}')), '{{?甲.名称}} 须在表格的行中'],
])('a mark of a row that %s is refused', async (_, body, why) => {
  expect(await refusal(docx(body), { 甲: { rows: [{ 名称: '乙' }] } })).toContain(why)
})
