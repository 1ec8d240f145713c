import { describe, expect, test } from 'vitest'
import { unitsOf } from '../../src/core/drafts/units.ts'
import { type Lines, paras, vocabulary } from './toy.ts'

const read = (...lines: Lines) =>
  unitsOf(paras(...lines), vocabulary).map(({ title, sentences }) => [title, ...sentences])

describe('the preamble', () => {
  test('is left out where numbers show where the text begins', () => {
    expect(
      read(
        '鉴于双方磋商一致，订立本协议。',
        '一、事情',
        '甲厂倾倒废渣。',
        '二、修法',
        '乙方清淤。',
        '三、日子',
        '三月开工。',
      ),
    ).toEqual([
      ['事情', '甲厂倾倒废渣'],
      ['修法', '乙方清淤'],
      ['日子', '三月开工'],
    ])
  })

  test('is left out before a table', () => {
    const cell = (column: number) => ({ table: 1, row: 1, column, columns: 2 })
    expect(
      read(
        '甲乙双方议定如下。',
        { text: '事情', cell: cell(0) },
        { text: '甲厂倾倒废渣。', cell: cell(1) },
        { text: '修法', cell: cell(0) },
        { text: '乙方清淤', cell: cell(1) },
      ),
    ).toEqual([
      ['事情', '甲厂倾倒废渣'],
      ['修法', '乙方清淤'],
    ])
  })

  test('is read with the rest where no number tells, and where numbers begin in the midst of the text', () => {
    expect(read('双方谈妥以下各事。', '甲厂倾倒废渣。')).toEqual([
      ['', '双方谈妥以下各事'],
      ['', '甲厂倾倒废渣'],
    ])
    expect(read('甲厂倾倒废渣。', '乙方清淤。', '三月开工。', '一、钱', '付十万元。')[0]).toEqual([
      '',
      '甲厂倾倒废渣',
    ])
  })
})

describe('a title', () => {
  test.each([
    '什么时候开始，什么时候结束',
    '谁来看，看了怎么算',
    '拿出多少、怎样拿出',
    '几时做，做到哪天',
    '修到什么样才算好？',
  ])('may be a question, with a comma in it: %s', (question) => {
    expect(read(question, '三月开工。')).toEqual([
      [question.replaceAll('，', ',').replace('？', '?'), '三月开工'],
    ])
  })

  test.each([
    ['各方均签字认可。', ['', '各方均签字认可']],
    ['三月开工，五月完工', ['', '三月开工,五月完工']],
    ['乙方应当说明怎么修复。修复以后验收', ['', '乙方应当说明怎么修复', '修复以后验收']],
    ['乙方请第三方查看谁来做、做到哪里为止，并且在做完以后的三十天以内报告', undefined],
  ])('is not: %s', (line, first) => {
    const [found] = read(line, '乙方清淤。')
    expect(found?.[0]).toBe('')
    if (first) expect(found).toEqual(first)
  })

  test('is what a bold, numbered or left-hand text says, and holds for all paragraphs up to the next', () => {
    expect(
      read(
        { text: '说不到一块去', bold: true },
        '先请中心劝和。',
        '劝和不成起诉。',
        { text: '天灾', outline: 1 },
        '往后顺。',
      ),
    ).toEqual([
      ['说不到一块去', '先请中心劝和'],
      ['说不到一块去', '劝和不成起诉'],
      ['天灾', '往后顺'],
    ])
  })

  test('never is the text in the last cell of a row, however short it is', () => {
    const cell = (column: number) => ({ table: 1, row: 1, column, columns: 2 })
    expect(read({ text: '意见', cell: cell(0) }, { text: '均无异议', cell: cell(1) })).toEqual([
      ['意见', '均无异议'],
    ])
  })
})
