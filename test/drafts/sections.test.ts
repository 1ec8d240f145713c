import { describe, expect, it } from 'vitest'
import type { DraftParagraph } from '../../src/core/drafts/draft.ts'
import { recogniserOf } from '../../src/core/drafts/recognise.ts'
import { type DraftSection, draftSections } from '../../src/core/drafts/sections.ts'
import { long, paras, vocabulary } from './toy.ts'

type Texts = readonly (string | Partial<DraftParagraph>)[]

/** A section as one line: its title, its text, and the sections in it. */
function drawn({ title, own, children }: DraftSection): string {
  const texts = own.map(({ text, number }) => `${number}${text}`)
  return `${title}{${[...texts, ...children.map(drawn)].join(' ')}}`
}

/** The outermost sections of a draft. */
function outline(...texts: Texts): string {
  const { all } = draftSections(paras(...texts), vocabulary)
  const inner = new Set(all.flatMap(({ children }) => children))
  return all
    .filter((section) => !inner.has(section))
    .map(drawn)
    .join(' ')
}

const cell = (text: string, row: number, column: number, more: object = {}) => ({
  text,
  cell: { table: 1, row, column, columns: 2, ...more },
})

describe('a draft is divided', () => {
  it.each<[what: string, texts: Texts, expected: string]>([
    ['by headings of one rank', ['一、损害事实', '甲', '二、违约责任', '乙'], '损害事实{2甲} 违约责任{4乙}'],
    [
      'by deeper ones within',
      ['一、总则', '（一）损害事实', '甲', '（二）违约责任', '二、附则'],
      '总则{损害事实{3甲} 违约责任{}} 附则{}',
    ],
    [
      'by a number alone, as its siblings have it',
      [
        '一、损害事实',
        '二、这一句话很长，不是标题，也没有写明任何一项约定，只是一段正文而已，但是它有序号，所以自成一项。',
      ],
      '损害事实{} {2这一句话很长,不是标题,也没有写明任何一项约定,只是一段正文而已,但是它有序号,所以自成一项。}',
    ],
    [
      'with a number of another kind staying in the text',
      [
        '一、损害事实',
        '1.这一句话很长，不是标题，也没有写明任何一项约定，只是一段正文而已，但是它有序号，仍是正文。',
      ],
      '损害事实{21.这一句话很长,不是标题,也没有写明任何一项约定,只是一段正文而已,但是它有序号,仍是正文。}',
    ],
    [
      'with a list inside a clause, numbered as the headings are, staying in the clause',
      [
        '一、总则',
        '（一）损害事实',
        ...['一、甲某倾倒废酸。', '二、土壤受损一千二百立方米。', '三、地下水未受影响。'],
        '（二）违约责任',
        '甲',
        '二、附则',
      ],
      '总则{损害事实{3一、甲某倾倒废酸。 4二、土壤受损一千二百立方米。 5三、地下水未受影响。} 违约责任{7甲}} 附则{}',
    ],
    [
      'with a list that Word numbers staying in the clause too, up to a number that does not follow',
      [
        { text: '总则', label: '一、' },
        '（一）损害事实',
        ...['甲某倾倒。', '土壤受损。'].map((text, index) => ({
          text,
          label: ['一、', '二、'][index] ?? '',
        })),
        { text: '附则', label: '四、' },
      ],
      '总则{损害事实{3甲某倾倒。 4土壤受损。}} 附则{}',
    ],
    [
      'with such a list ended by a clause, or by a bold title',
      ['一、总则', '（一）损害事实', '一、甲某倾倒。', '二、违约责任', '乙'],
      '总则{损害事实{3一、甲某倾倒。}} 违约责任{5乙}',
    ],
    [
      'with such a list ended by a bold title',
      ['一、总则', '（一）损害事实', '一、甲某倾倒。', { text: '二、附则', bold: true }, '乙'],
      '总则{损害事实{3一、甲某倾倒。}} 附则{5乙}',
    ],
    [
      'by a number alone in the middle of deeper ones',
      ['一、损害事实', '（一）经过', `二、${long(50)}`],
      `损害事实{经过{}} {3${long(50)}}`,
    ],
    ['with text on the line of its title', ['违约责任：支付违约金'], '违约责任{1支付违约金}'],
    ['without empty lines', ['违约责任', '  ', '甲'], '违约责任{3甲}'],
    [
      'without a table of contents',
      ['违约责任......3', '违约责任…………5', '违约责任\t12', '损害事实', '甲'],
      '损害事实{5甲}',
    ],
    ['but dots without a page are text', ['违约责任', '金额……元'], '违约责任{2金额……元}'],
    [
      'up to the signatures, and again after them',
      ['违约责任', '甲', '甲方（盖章）', '乙方：'],
      '违约责任{2甲}',
    ],
    ['up to the list of annexes', ['违约责任', '附件清单', '损害事实', '乙'], '违约责任{}'],
    ['but not by such a list on the cover', ['附件清单', '损害事实', '乙'], '损害事实{3乙}'],
    [
      'nor below a chapter that names no clause',
      ['一、总则', '附件清单', '二、损害事实', '乙'],
      '总则{2附件清单} 损害事实{4乙}',
    ],
  ])('%s', (_, texts, expected) => {
    expect(outline(...texts)).toBe(expected)
  })

  it.each<[what: string, texts: Texts, expected: string]>([
    ['the cell beside it', [cell('违约责任', 1, 0), cell('甲', 1, 1)], '违约责任{2甲}'],
    [
      'the next row with nothing in its first column',
      [cell('违约责任', 1, 0), cell('甲', 1, 1), cell('乙', 2, 1)],
      '违约责任{2甲 3乙}',
    ],
    [
      'not the next row with text in its first column',
      [cell('违约责任', 1, 0), cell('甲', 1, 1), cell('乙。', 2, 0)],
      '违约责任{2甲}',
    ],
    ['not another table', [cell('违约责任', 1, 0), cell('甲', 1, 1, { table: 2 })], '违约责任{}'],
    ['not what follows the table', [cell('违约责任', 1, 0), cell('甲', 1, 1), '乙'], '违约责任{2甲}'],
    [
      'not the next row of one cell',
      [cell('违约责任', 1, 0), cell('乙', 2, 1, { columns: 1 })],
      '违约责任{}',
    ],
    [
      'a second label in its row',
      [
        cell('违约责任', 1, 0, { columns: 3 }),
        cell('总则', 1, 1, { columns: 3 }),
        cell('甲', 1, 2, { columns: 3 }),
      ],
      '违约责任{} 总则{3甲}',
    ],
    [
      'numbers in its row',
      [cell('违约责任', 1, 0), cell('1.甲', 1, 1), cell('2.乙', 1, 1)],
      '违约责任{甲{} 乙{}}',
    ],
    [
      'a further line of its first cell, which says no more',
      [cell('违约责任', 1, 0), cell('承担', 1, 0), cell('甲', 1, 1)],
      '违约责任{3甲}',
    ],
    [
      'another clause in its first cell as its own',
      [cell('违约责任', 1, 0), cell('损害事实', 1, 0), cell('甲', 1, 1)],
      '违约责任{} 损害事实{3甲}',
    ],
    [
      'a label of the next row as its own',
      [cell('违约责任', 1, 0), cell('总则', 2, 0), cell('甲', 2, 1)],
      '违约责任{} 总则{3甲}',
    ],
  ])('in a table, a row holds %s', (_, texts, expected) => {
    expect(outline(...texts)).toBe(expected)
  })

  it('a row stands under the heading before the table, and its numbers are no siblings of that one', () => {
    expect(outline('1.总则', cell('违约责任', 1, 0), cell('1.甲', 1, 1), '2.附则')).toBe(
      '总则{违约责任{甲{}}} 附则{}',
    )
  })

  it('all that is agreed is kept, in whatever section, with its paragraph', () => {
    const { passages } = draftSections(paras('序言', '违约责任：甲', '乙', '损害事实'), vocabulary)
    expect(passages).toEqual([
      { text: '序言', number: 1 },
      { text: '甲', number: 2 },
      { text: '乙', number: 3 },
    ])
  })
})

describe('a clause', () => {
  const stateOf = (code: string, ...texts: Texts) => recogniserOf(paras(...texts), vocabulary)(code)
  const state = (code: string, ...texts: Texts) => stateOf(code, ...texts).state

  it.each<[state: string, what: string, code: string, texts: Texts]>([
    ['present', 'has text under its heading', 'facts', ['一、损害事实', '甲方于三月排污。']],
    ['missing', 'is nowhere', 'facts', ['一、违约责任', '支付违约金。']],
    ['blank', 'has a heading alone', 'facts', ['一、损害事实', '二、违约责任']],
    ['blank', 'has a line to fill in', 'facts', ['一、损害事实', '____']],
    ['blank', 'has a hint alone', 'facts', ['一、损害事实', '填写说明：写明事实']],
    [
      'present',
      'is among those of a shared heading, whose text speaks of it',
      'breach',
      ['一、违约责任和争议解决', '支付违约金。'],
    ],
    [
      'missing',
      'is among them, and the text speaks of the others alone',
      'disputes',
      ['一、违约责任和争议解决', '支付违约金。'],
    ],
    ['blank', 'is among them, and there is no text', 'disputes', ['一、违约责任和争议解决']],
    ['present', 'is settled by a sentence anywhere', 'breach', ['一、总则', '逾期的，支付违约金。']],
    ['missing', 'is only mentioned somewhere', 'breach', ['一、总则', '违约金另计。']],
    [
      'blank',
      'has a blank heading, whatever a sentence says',
      'breach',
      ['一、违约责任', '二、总则', '支付违约金。'],
    ],
    [
      'present',
      'has a blank shared heading and a sentence that settles it',
      'breach',
      ['一、违约责任和争议解决', '二、总则', '支付违约金。'],
    ],
    [
      'missing',
      'has a heading that only holds those of others',
      'facts',
      ['一、损害事实', '（一）违约责任', '支付违约金。'],
    ],
    [
      'blank',
      'has such a heading with a blank line of its own',
      'facts',
      ['一、损害事实', '____', '（一）违约责任', '支付违约金。'],
    ],
    ['present', 'has items with text', 'facts', ['一、损害事实', '（一）经过', '甲方于三月排污。']],
    [
      'present',
      'has an item in its own words under a heading that it shares',
      'facts',
      ['一、损害事实和违约责任', '（一）三次倾倒'],
    ],
    ['missing', 'has a heading whose text only settles another', 'facts', ['一、损害事实', '支付违约金。']],
    [
      'present',
      'has a heading whose text settles another and speaks of it',
      'facts',
      ['一、损害事实', '倾倒的一方支付违约金。'],
    ],
    ['blank', 'is an item of too few words more than its name', 'opinions', ['一、对修复方案的意见无异议']],
    ['present', 'is an item of four signs more', 'opinions', ['一、对修复方案的意见均无异议']],
    [
      'blank',
      'is such an item with a line to fill in',
      'opinions',
      ['一、双方对修复方案的意见一致无异议', '____'],
    ],
    [
      'blank',
      'is such an item with titles alone below it',
      'opinions',
      ['一、双方对修复方案的意见一致无异议', '（一）总则'],
    ],
    ['blank', 'has items that are titles alone', 'facts', ['一、损害事实', '（一）经过']],
    ['present', 'has items in its own words', 'facts', ['一、损害事实', '（一）三次倾倒']],
    ['present', 'has an item long enough to say something', 'facts', ['一、损害事实', `（一）${long(15)}`]],
    ['blank', 'has an item that is one sign too short', 'facts', ['一、损害事实', `（一）${long(14)}`]],
    [
      'present',
      'has items within items',
      'facts',
      ['一、损害事实', '（一）经过', '1.第一次', '甲方于三月排污。'],
    ],
    [
      'present',
      'is an item that looks like a heading and settles it',
      'opinions',
      ['一、双方对修复方案的意见一致无异议', '二、违约责任'],
    ],
  ])('is %s where it %s', (expected, _, code, texts) => {
    expect(state(code, ...texts)).toBe(expected)
  })

  it('left blank is told with its heading, and whether that is its own', () => {
    expect(stateOf('facts', '序言', '一、损害事实')).toEqual({
      state: 'blank',
      number: 2,
      title: '损害事实',
      alone: true,
    })
    expect(stateOf('disputes', '一、违约责任和争议解决')).toMatchObject({ alone: false, number: 1 })
  })

  it('left blank under its own heading and under a shared one is told by its own', () => {
    expect(stateOf('breach', '一、违约责任和争议解决', '二、违约责任')).toMatchObject({
      number: 2,
      alone: true,
    })
  })
})
