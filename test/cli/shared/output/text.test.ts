import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { clean, escapeHidden } from '../../../../src/cli/shared/output/clean.ts'
import { textTable } from '../../../../src/cli/shared/output/table.ts'
import { messageText, wrap, wrapIndented } from '../../../../src/cli/shared/output/text.ts'
import { widthOf } from '../../../../src/cli/shared/output/width.ts'

describe('the width of a text', () => {
  it('is that of the package string-width for Chinese, Latin and full-width text', () => {
    const texts = ['', '磋商', 'NN-2026-0001', '（一）ａｂｃ，。', '“引号”…—·⇒✓', '㎡①', '𠀀', 'é', 'e\u0301']
    for (const text of texts) expect(widthOf(text)).toBe(stringWidth(text))
  })

  it('is never less than what a terminal takes, for any character', () => {
    const narrower: string[] = []
    for (let code = 0x20; code < 0xfffe; code += 1) {
      const character = String.fromCharCode(code)
      if (clean(character) !== '' && /\P{Cs}/u.test(character) && widthOf(character) < measured(character)) {
        narrower.push(code.toString(16))
      }
    }
    expect(narrower).toEqual([])
  })
})

/** The package throws for 32 characters, U+0600 among them: one more reason to count by ourselves. */
function measured(character: string): number {
  try {
    return stringWidth(character)
  } catch {
    return 0
  }
}

describe('wrapping', () => {
  it('counts a Chinese character as two columns and keeps Latin words whole', () => {
    expect(wrap('依照第二十条 consultation 的期限', 12)).toEqual(['依照第二十条', 'consultation', '的期限'])
  })

  it('begins no line with a comma or a full stop', () => {
    expect(wrap('磋商一般不超过九十日，会议一般不超过三次。', 20)).toEqual([
      '磋商一般不超过九十',
      '日，会议一般不超过三',
      '次。',
    ])
  })

  it('never makes a line wider than asked, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 60 }), (text, columns) => {
        for (const line of wrap(text, columns)) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })

  it('keeps a number and a call of ejc whole where they fit', () => {
    expect(wrap('不超过 300,000.00 元', 13)).toEqual(['不超过', '300,000.00 元'])
    expect(wrap('请运行 ejc list --overdue 查看', 20)).toEqual(['请运行', 'ejc list --overdue', '查看'])
  })

  it('never parts a Chinese word of a call', () => {
    expect(wrap('接下来可以：ejc advance 1 增加或者更正赔偿义务人 o3', 40)).toEqual([
      '接下来可以：',
      'ejc advance 1 增加或者更正赔偿义务人 o3',
    ])
    expect(wrap('接下来可以：ejc advance 1 增加或者更正赔偿义务人 o3', 32)).toEqual([
      '接下来可以：ejc advance 1',
      '增加或者更正赔偿义务人 o3',
    ])
    // What is said of a call may be parted as any text.
    expect(wrap('请运行 ejc show 1 查看本案办理的进展。', 24)).toEqual([
      '请运行 ejc show 1 查看本',
      '案办理的进展。',
    ])
  })

  it('parts a call of ejc that is too long between its words', () => {
    const call = 'ejc advance NN-2026-0001 amend-obligors'
    expect(wrap(`${call}。`, 24)).toEqual(['ejc advance NN-2026-0001', 'amend-obligors。'])
  })

  const han = fc.constantFrom('损', '害', '赔', '偿', '磋商', '一', '〇')
  const latin = fc.constantFrom(
    'ejc',
    'ejc due --within 7',
    'case.yaml',
    '2026-11-24',
    '.gitignore',
    '1,000.00',
  )
  const closing = fc.constantFrom(...'，。、；：！？）】》〉」』”’…')
  const opening = fc.constantFrom(...'（【《〈「『“‘')
  const sentence = fc
    .array(fc.oneof(han, han, latin, closing, opening, fc.constant(' ')), { maxLength: 60 })
    .map((parts) =>
      parts.join('').replace(/([，-｠）】》〉」』”’…。、]{2})[，-｠）】》〉」』”’…。、]+/gu, '$1'),
    )

  it('starts no line with closing and ends none with opening punctuation, and keeps words whole', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 30, max: 90 }), (text, columns) => {
        const lines = wrap(text, columns)
        const [, ...later] = lines
        const earlier = lines.slice(0, -1)
        expect(later.filter((line) => /^[，。、；：！？）】》〉」』”’…]/u.test(line))).toEqual([])
        expect(earlier.filter((line) => /[（【《〈「『“‘]$/u.test(line))).toEqual([])
        for (const word of text.match(/[!-~]+/g) ?? [])
          if (widthOf(word) < columns / 2) expect(lines.some((line) => line.includes(word))).toBe(true)
      }),
    )
  })

  it('loses no character that is not white space', () => {
    const solid = (text: string): string => clean(text).replace(/\s/g, '')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 60 }), (text, columns) => {
        expect(solid(wrap(text, columns).join(''))).toBe(solid(text))
      }),
    )
  })

  it('sets a paragraph in, its first line otherwise', () => {
    expect(wrapIndented('甲乙丙', 7, '   ', '1. ')).toBe('1. 甲乙\n   丙')
  })
})

describe('a table', () => {
  const rows = [
    ['NN-2026-0001', '某化工有限公司等倾倒废酸案', ''],
    ['NN-2026-0002', '短', ''],
  ]
  const columns = [{ title: '编号' }, { title: '案件', flexible: true }, { title: '空' }]

  it('fits, wraps what is flexible and leaves out empty columns', () => {
    expect(textTable(columns, rows, 26).split('\n')).toEqual([
      '编号          案件',
      'NN-2026-0001  某化工有限公',
      '              司等倾倒废酸',
      '              案',
      'NN-2026-0002  短',
    ])
  })

  it('breaks a word rather than be wider than the terminal', () => {
    const heads = ['编号', '案件', '义务人', '阶段', '最近期限', '状态', '承办人'].map((title) => ({
      title,
      flexible: title !== '编号' && title !== '阶段',
    }))
    const row = ['NNWM-2026-0002', '某厂倾倒案', 'GUANGXI-CHEMICAL-01', '履行修复', '付款 2027-04-30 暂定']
    const lines = textTable(heads, [[...row, '还剩 157 天', '覃小梅']], 80).split('\n')
    expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(80)
    expect(lines[1]).toContain('覃小梅')
  })

  it('is laid out the same whether it is short enough for the library or not', () => {
    const text = fc.string({ unit: fc.constantFrom(...'磋商告知书，（一）ab1. 𠀀\n'), maxLength: 40 })
    const paint = (line: string): string => `\u001b[31m${line}\u001b[39m`
    const row = fc.tuple(text, text, text).map(([a, b, c]) => [a, { text: b, paint }, c])
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 20, max: 80 }),
        (few, width) => {
          const [head, ...body] = textTable(columns, few, width, paint).split('\n')
          const many = Array.from({ length: 30 }, () => few).flat()
          const repeated = Array.from({ length: 30 }, () => body).flat()
          expect(textTable(columns, many, width, paint).split('\n')).toEqual([head, ...repeated])
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('a message', () => {
  it('that was laid out for the width before is not broken once more', () => {
    const laid = wrapIndented(
      '标“暂定”的日期：2029 年放假安排尚未公布，按周末和法定节假日暂定。'.repeat(4),
      80,
    )
    expect(messageText(laid, 80)).toBe(laid)
    expect(messageText('磋商'.repeat(30), 80).split('\n')).toHaveLength(2)
  })
})

describe('text from a case', () => {
  it('reaches a terminal without control characters and bidi overrides', () => {
    expect(clean('甲\u001b[31m\u202e乙\u0007\u200b丙\n丁')).toBe('甲[31m乙丙\n丁')
  })

  it('stands in JSON with them escaped, and reads back the same', () => {
    const value = '甲\u202e乙\u009b'
    const json = escapeHidden(JSON.stringify(value))
    expect(json).toBe('"甲\\u202e乙\\u009b"')
    expect(JSON.parse(json)).toBe(value)
  })
})
