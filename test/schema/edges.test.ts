import { describe, expect, it, test } from 'vitest'
import { forbiddenCharacter, formats, isSingleLine, looksLikeDate } from '../../src/core/schema/formats.ts'
import * as messages from '../../src/core/schema/messages.ts'

type FormatName = keyof typeof formats

describe('a text of its format', () => {
  it.each<[format: FormatName, good: string[], bad: string[]]>([
    [
      'line',
      ['甲 乙', 'a~', '\u00a0甲', '\ud83d\ude00', '\ud7ff', '\u2000甲'],
      ['甲\n乙', 'a\tb', '\u2028', '\u2029', '\u0085'],
    ],
    [
      'text',
      ['甲\n乙\t', '\u202f甲', '\u2065', '\ufefe', ' 甲'],
      [
        '\u0000',
        '\u001f',
        '\u007f',
        '\u009f',
        '\u202a',
        '\u202e',
        '\u2066',
        '\u2069',
        '\ufeff',
        '\ufffe',
        '\uffff',
        '\ud800',
        '\udc00',
        '\ud800a',
        '\udfff',
        '\ud800\ud800',
        '\ud800\ue000',
      ],
    ],
    ['date', ['2026-03-02'], ['2026-02-30', '2026-3-2']],
    [
      'date-time-minute',
      ['2026-03-02 00:00', '2026-03-02 23:59', '2026-03-02 19:30'],
      [
        '2026-03-02 24:00',
        '2026-03-02 9:30',
        '2026-03-02 09:60',
        '2026-03-02 09:300',
        '2026-03-02  09:30',
        '2026-02-30 09:30',
        '2026-03-02T09:30',
      ],
    ],
    ['month', ['2026-04'], ['2026-13', '2026-4']],
    ['period', ['2026', '2026Q1', '2026Q4'], ['2026Q5', '2026Q0', '12026', '2026Q11', 'x2026', '2026-04']],
    [
      'money',
      ['0', '0.5', '10.05', '9999999999999.99'],
      ['01', '-1', '1.005', '1,000', '12345678901234', '1.', ' 1', '1元'],
    ],
    [
      'decimal',
      ['0', '1.123456', '123456789012345'],
      ['1.1234567', '1234567890123456', '01', '-1', '1e3', '1 吨'],
    ],
    [
      'id',
      ['o1', '甲-1', 'x'.repeat(64)],
      ['', 'x'.repeat(65), ' o1', 'o1 ', 'a/b', 'a\\b', 'a..b', '-a', 'a\nb'],
    ],
    [
      'case-id',
      ['N-2026-0001', 'NN-2026-0001', 'ABCDEFGH-2026-0001', 'N2-2026-0001'],
      [
        'nn-2026-0001',
        'NN-2026-001',
        'NN-2026-00012',
        'xNN-2026-0001',
        'ABCDEFGHI-2026-0001',
        '2N-2026-0001',
      ],
    ],
    ['id-prefix', ['N', 'NN', 'A2345678'], ['', 'n', 'A23456789', '2N', 'xNN', 'NNx']],
    ['region-code', ['450100'], ['45010', '4501000', 'x450100', '45010x']],
    [
      'sha256',
      ['', 'a'.repeat(64)],
      ['a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), `x${'a'.repeat(64)}`, `${'a'.repeat(64)}x`],
    ],
    ['relative-path', ['a/b.pdf', '附件/甲.pdf'], ['/a', 'a/', 'a//b', '../a', 'a\nb', 'a:b', 'CON']],
    [
      'web-address',
      [
        'example.gov.cn',
        'https://example.gov.cn/a?b#c',
        'http://example.gov.cn:8080',
        'HTTPS://a.cn',
        '政务.中国',
        'a-b.cn',
        '1.cn',
        'x.gov.cn#a',
      ],
      [
        'example',
        'ftp://a.cn',
        'a.1',
        '-a.cn',
        'a-.cn',
        'a..cn',
        'https://a.cn:',
        'https://a.cn:123456',
        'a.cn b',
        'a b.cn',
        'https://user@a.cn',
        '',
        'a.c',
        'a.中',
        'a_b.cn',
        'a.cn/b c',
        'https://https://a.cn',
      ],
    ],
  ])('%s', (format, good, bad) => {
    for (const text of good) expect(formats[format](text), text).toBe(true)
    for (const text of bad) expect(formats[format](text), text).toBe(false)
  })

  test('a day is told by its shape alone', () => {
    expect(['2026-02-30', '2026-3-02', 'x2026-02-3', '2026-02-300', '2026/02/30'].map(looksLikeDate)).toEqual(
      [true, false, false, false, false],
    )
  })

  test('a forbidden character is named by its number', () => {
    expect([forbiddenCharacter('甲\u0007'), forbiddenCharacter('甲\n'), forbiddenCharacter('')]).toEqual([
      'U+0007',
      undefined,
      undefined,
    ])
    expect(isSingleLine('')).toBe(true)
  })
})

describe('what is wrong with a value', () => {
  const label = '「甲」'

  test.each([
    ['甲\n乙\u202e丙', '甲乙丙'],
    ['长'.repeat(30), '长'.repeat(30)],
    ['长'.repeat(31), `${'长'.repeat(30)}…`],
    [7, '7'],
    [{ a: 1 }, '{"a":1}'],
    [undefined, 'undefined'],
    [null, 'null'],
  ])('%j is shown as %s', (value, shown) => {
    expect(messages.shownValue(value)).toBe(shown)
  })

  test.each<[expected: string, value: unknown, key: string | undefined, message: string]>([
    ['string', null, 'a', '是空的：请填写，或者删去这一项。'],
    ['string', undefined, 'a', '是空的：请填写，或者删去这一项。'],
    ['string', 7, 'a', '应当是文本，现在被读成数字：请给值加引号，写成 a: "…"，否则数字会走样。'],
    ['string', 7, undefined, '应当是文本，现在被读成数字：请给值加引号，否则数字会走样。'],
    ['string', true, 'a', '应当是文本，现在被读成真假值：请给值加引号，写成 a: "…"。'],
    ['string', ['甲'], 'a', '应当是文本，现在是列表。'],
    ['string', {}, 'a', '应当是文本，现在是一组字段。'],
    ['boolean', 'yes', 'a', '应当写 true（是）或者 false（否），不加引号，现在是「yes」。'],
    ['integer', '7', 'a', '应当是不加引号的整数，现在是「7」。'],
    ['integer', true, 'a', '应当是不加引号的整数，现在是「true」。'],
    ['array', '甲、乙', 'a', '应当是列表，现在「甲、乙」是一段文字：括号和逗号请用半角，写成 [甲, 乙]。'],
    ['array', '甲', 'a', '应当是列表：每项一行，以“- ”开头，或者写成 [甲, 乙]。'],
    ['array', ['、'], 'a', '应当是列表：每项一行，以“- ”开头，或者写成 [甲, 乙]。'],
    ['object', '甲、乙', 'a', '应当是一组字段（每行“键: 值”），现在是文本。'],
    ['object', ['甲'], 'a', '应当是一组字段（每行“键: 值”），现在是列表。'],
    ['number', '7', 'a', '应当是数字，现在是文本。'],
    ['odd', '7', 'a', '应当是odd，现在是文本。'],
  ])('%s wanted, %j given for the key %s', (expected, value, key, message) => {
    expect(messages.wrongType(label, key, expected, value)).toBe(`${label}${message}`)
  })

  const choice = (code: string, name = code) => ({ code, label: name })

  test('a key that there is not', () => {
    const said = (key: string, known = [choice('a', '甲'), choice('b')], guess?: ReturnType<typeof choice>) =>
      messages.unknownKey(key, '文件', known, guess)
    expect(said('title：甲')).toBe(
      '文件没有「title：甲」这一项：冒号是全角的，请改为半角冒号加空格，写成 title: …。',
    )
    expect(said('a-b_1：甲')).toContain('写成 a-b_1: …')
    expect(said('标题：甲')).toBe('文件没有「标题：甲」这一项：请改正或者删去；可用的有 a（甲）、b。')
    expect(said('x title：甲')).not.toContain('全角')
    expect(said('titel', undefined, choice('title', '标题'))).toBe(
      '文件没有「titel」这一项：是否想写 title（标题）？',
    )
    expect(said('x', [])).toBe('文件没有「x」这一项：请删去。')
  })

  test('a choice that there is not, with at most fourteen of those that there are', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => choice(`c${index}`))
    expect(messages.wrongChoice(label, 'x', many(14), undefined)).toMatch(/c12、c13。$/u)
    expect(messages.wrongChoice(label, 'x', many(15), undefined)).toMatch(/c12、c13等。$/u)
    expect(messages.wrongChoice(label, 'x', many(1), choice('c0', '零'))).toBe(
      '「甲」没有「x」这个选项：是否想写 c0（零）？可用的有 c0。',
    )
  })

  test.each([
    [{ minimum: 1 }, '不小于 1'],
    [{ maximum: 9 }, '不大于 9'],
    [{ minimum: 1, maximum: 9 }, '在 1 到 9 之间'],
  ])('out of the range %j', (node, range) => {
    expect(messages.outOfRange(label, node, 0)).toBe(`「甲」应当${range}，现在是 0。`)
  })

  test.each<[format: string, value: string, message: string]>([
    ['text', '甲\u0007', '含有不可见的控制字符（U+0007）：请删去后重新输入。'],
    ['unknown', 'x', '的写法不正确，现在是「x」。'],
    ['line', '甲\n乙', '应当写在一行内，不能换行。'],
    ['money', '-1', '不能是负数，现在是「-1」。'],
    ['money', '1.005', '最多两位小数（精确到分），现在是「1.005」。'],
    ['money', '12.0005', '最多两位小数（精确到分），现在是「12.0005」。'],
    ...['1,000', '1-2', 'x1.005', '1.005x'].map((value): [string, string, string] => [
      'money',
      value,
      `应当是以元为单位的数，如 "431500.00"，不带逗号和单位，现在是「${value}」。`,
    ]),
    ['date', '2026-02-30', '「2026-02-30」不是真实存在的日期：请核对年月日。'],
    ['date', '2026年3月2日', '应当写成年-月-日，如 2026-03-02，现在是「2026年3月2日」。'],
    ['date', '0001-01-01', '「0001-01-01」的年份应在 1900 至 2199 之间：请核对。'],
    ['relative-path', 'a\\b', '路径用 / 分隔，不用 \\，如 attachments/E1.pdf，现在是「a\\b」。'],
    [
      'relative-path',
      '../a',
      '应当是案件文件夹内的相对路径，如 attachments/E1.pdf，不含“..”，现在是「../a」。',
    ],
    [
      'relative-path',
      'a:\nb',
      '应当是案件文件夹内的相对路径，如 attachments/E1.pdf，不含“..”，现在是「a:b」。',
    ],
    [
      'relative-path',
      'a/CON',
      '「CON」在 Windows 上不能作文件名（不能含 : * ? " < > |，不能以点或空格结尾，不能是 CON、NUL 之类）：请给文件改名，再改这里的路径。',
    ],
  ])('%s: %j', (format, value, message) => {
    expect(messages.wrongFormat(label, format, value)).toBe(`${label}${message}`)
  })

  it('tells somebody who answers a question nothing of quotes, but for those that he gave himself', () => {
    const said = (inFile: boolean) => messages.wrongFormat(label, 'region-code', '"4"', inFile)
    expect(said(true)).toBe('「甲」应当是加引号的六位行政区划代码，如 "450100"，现在是「"4"」。')
    expect(said(false)).toBe('「甲」应当是六位行政区划代码，如 450100，现在是「"4"」。')
    expect(messages.wrongFormat(label, 'line', '甲\n乙', false)).toBe('「甲」应当写在一行内，不能换行。')
  })
})
