import { afterAll, describe, expect, it } from 'vitest'
import { disclosureText } from '../../src/core/forms/disclosure-text.ts'
import { leaksOf, maskOf } from '../../src/core/forms/masking.ts'
import { markerOf } from '../../src/core/forms/public/marks.ts'
import type { Change } from './say.ts'
import { wholeCase } from './whole.ts'

/** Natural persons on file: their names have look-alike forms, are words too, or have parts. */
const names = ['韦大力', '买买提·吐尔逊', '欧阳金龙', '高明', '黄小龙']

const between = (joint: string) => (name: string) => [...name].join(joint)
const dot = (sign: string) => (name: string) => name.replace('·', sign)
/** Radicals and compatibility forms in place of the characters, as a PDF gives them. */
const kangxi: Readonly<Record<string, string>> = {
  大: '⼤',
  力: '⼒',
  金: '⾦',
  高: '⾼',
  小: '⼩',
  黄: '⿈',
  龙: '⻰',
}
const supplement: Readonly<Record<string, string>> = { 韦: '⻙', 龙: '⻰', 黄: '⻩', 小: '⺌' }
const compatibility: Readonly<Record<string, string>> = { 力: '\uf98a', 金: '\uf90a' }
/** As it is written in Hong Kong and Taiwan, and what is typed or read for a character of the same look. */
const traditional: Readonly<Record<string, string>> = {
  韦: '韋',
  买: '買',
  尔: '爾',
  逊: '遜',
  欧: '歐',
  阳: '陽',
  龙: '龍',
  黄: '黃',
}
const written = (forms: Readonly<Record<string, string>>) => (name: string) =>
  [...name].map((each) => forms[each] ?? each).join('')

const spellings: Readonly<Record<string, (name: string) => string>> = {
  plain: (name) => name,
  ...Object.fromEntries(
    [
      ...[
        ' ',
        '  ',
        '\u3000',
        '\u00a0',
        '\u2009',
        '\u200a',
        '\u202f',
        '\t',
        '\n',
        '\r\n',
        '\u2028',
        '\u2800',
      ],
      ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u202c', '\u034f', '\u3164'],
      ...['\ufe00', '\u{e0100}', '\u0332', '\u180e'],
    ].map((joint) => [`joined by ${encodeURIComponent(joint)}`, between(joint)] as const),
  ),
  ...Object.fromEntries(
    ['•', '・', '‧', '∙', '．', '.', '･', '⋅', '●', ' · '].map(
      (sign) => [`with ${sign}`, dot(sign)] as const,
    ),
  ),
  'in radicals': written(kangxi),
  'in radicals without a decomposition': written(supplement),
  'in compatibility forms': written(compatibility),
  'in traditional characters': written(traditional),
  'in traditional characters, with blanks': (name) => between('\u3000')(written(traditional)(name)),
  'without its dot': dot(''),
  'with a hyphen for its dot': dot('-'),
  'with a dash for its dot': dot('—'),
  'with a blank for its dot': dot(' '),
  'with a stop for its dot': dot('。'),
  'in radicals, with blanks': (name) => between(' ')(written(kangxi)(name)),
  'in a list': (name) => `[${name}，李四海]`,
  'in brackets': (name) => `【${name}】`,
}

/** What goes round a name in the texts of cases. */
const sentences = [
  (name: string) => `经查，${name}承认将废酸倾倒在某河岸边。`,
  (name: string) => `某化工有限公司交由${name}运输。`,
  (name: string) => `${name}（男，壮族）到场。`,
]

const change =
  (summary: string): Change =>
  ({ case: about }) => {
    about.obligors = [
      { id: 'o1', kind: 'organization', name: '高明化工有限公司' },
      ...names.map((name, index) => ({ id: `o${index + 2}`, kind: 'individual' as const, name })),
    ]
    about.damage.location = '佛山市高明区某村'
    about.summary = summary
  }

const HAN = /\p{Script=Han}/u
const others = new Map(
  [kangxi, supplement, compatibility, traditional].flatMap((forms) =>
    Object.entries(forms).map(([plain, form]) => [form, plain]),
  ),
)
/** The characters of a text as a reader sees them, by means other than those of the program. */
const seen = (text: string): string =>
  [...text]
    .map((each) => others.get(each) ?? each.normalize('NFKC'))
    .filter((each) => HAN.test(each))
    .join('')

const figures = { texts: 0, printed: 0, neutral: 0, changed: 0 }

describe('a natural person is not named, however the name is written', () => {
  const cases = Object.entries(spellings).flatMap(([how, spell]) =>
    names.map((name) => ({ how, name, spell })),
  )

  it('in 40 spellings and 200 texts at least', () => {
    expect(Object.keys(spellings).length).toBeGreaterThanOrEqual(40)
    expect(cases.length).toBeGreaterThanOrEqual(200)
  })

  it.each(cases)('$name $how', ({ name, spell }) => {
    const told = sentences.map((say) => say(spell(name))).join('')
    const view = wholeCase('2026-12-24', change(told))
    const { fields } = disclosureText.fill(view, 'funds')
    const text = seen(String(fields.基本案情))
    figures.texts++
    if (text.includes(seen(name))) figures.printed++
    expect(text).not.toContain(seen(name))
    expect(text).toContain('某')
    expect(leaksOf(view)(told).length).toBeGreaterThanOrEqual(sentences.length)
  })
})

/** What tells who somebody is beside his name, and must be gone from the text. */
const telling: readonly (readonly [text: string, gone: readonly string[]])[] = [
  ['驾驶桂A·12345号货车', ['12345']],
  ['驾驶桂ＡＤ１２３４５新能源车', ['１２３４５', 'AD12345']],
  ['车牌为桂a 8k236', ['8k236']],
  ['渔船桂北渔12345靠岸', ['12345']],
  ['运砂船桂平货 0788', ['0788']],
  ['电话一三八一二三四五六七八', ['一三八一二三四五六七八']],
  ['手机幺三八零零零零一二三四', ['零零零零一二三四']],
  ['身份证四五零一零三一九九零零一零一零零一八', ['四五零一零三一九九零零一零一零零一八']],
  ['微信号：wei_dali88', ['wei_dali88']],
  ['卡号 6222 0210 0100 0000 000', ['0210']],
]
/** What somebody is called, which is marked for a person to decide. */
const nicknames = [
  ['外号“老四”的人将废酸倒入河中', '老四'],
  ['绰号黑皮的司机驾车', '黑皮'],
  ['人称“阿龙”', '阿龙'],
  ['艾克拜尔江驾驶货车', '艾克拜尔江'],
] as const

describe('nor told by his car, boat, number or nickname', () => {
  const view = wholeCase('2026-12-24', change('某案。'))
  const [mask, mark] = [maskOf(view), markerOf(view)]

  it.each(telling)('%s', (text, parts) => {
    for (const part of parts) expect(mask(text)).not.toContain(part)
  })

  it.each(nicknames)('%s', (text, name) => {
    expect(mark(mask(text))).toContain(`〔姓名待核：${name}`)
  })
})

/** Texts of a case without personal data: places, bodies, law, and words that could be names. */
const neutral = [
  '佛山市高明区人民政府与高明化工有限公司签订生态环境损害赔偿协议，赔偿总额为529,700.00元。',
  '上海市金山区、海东市平安区、南宁市江南区、桂林市兴安县、高明区荷城街道。',
  '依照《中华人民共和国民法典》第一千二百三十四条，侵权人应当在合理期限内承担修复责任。',
  '修复工程向前推进，开展平安建设和生态文明建设，高度重视安全生产。',
  '污染地块位于某村12号地块，面积1,200平方米；2026-03-02采样，编号SH-2026-0012。',
  '统一社会信用代码91450100MA5K00000X，案件编号NN-2026-0001，财务凭证2026年第18号。',
  '村民多次反映，工人施工时，负责人应当到场，证人证言、专家论证意见和鉴定人出庭情况记录在案。',
  '法定代表人变更，联系人及电话见公告，受害人索赔，当事人双方没有异议，被告应当支付修复费用。',
  '自治区生态环境厅、南宁市中级人民法院、自治区环境科学研究院、中国银行南宁分行。',
  '韦某、欧阳某、高某甲与赔偿权利人达成一致，郑某的答复期限为10个工作日。',
]

/** How many characters of a text are gone, by the longest common subsequence. */
function gone(before: string, after: string): number {
  const [a, b] = [[...before], [...after]]
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const each of a) {
    const next = [0]
    for (const [index, other] of b.entries())
      next.push(each === other ? (row[index] ?? 0) + 1 : Math.max(next[index] ?? 0, row[index + 1] ?? 0))
    row = next
  }
  return a.length - (row.at(-1) ?? 0)
}

describe('what is no personal data stays', () => {
  const view = wholeCase('2026-12-24', change('某案。'))
  const [mask, mark] = [maskOf(view), markerOf(view)]

  it.each(neutral)('%s', (text) => {
    figures.neutral += [...text].length
    figures.changed += gone(text, mask(text))
    expect(mask(text)).toBe(text)
    expect(mark(text)).toBe(text)
  })
})

afterAll(() => {
  const share = figures.neutral ? (figures.changed / figures.neutral) * 100 : 0
  console.log(
    `printed: ${figures.printed} of ${figures.texts} texts; masked in excess: ${share.toFixed(2)} %`,
  )
  expect(figures.printed).toBe(0)
  expect(share).toBeLessThan(1)
})
