import { describe, expect, it } from 'vitest'
import { clauseTexts } from '../../src/core/drafts/clause-texts.ts'
import { vocabulary } from './toy.ts'

const read = (...lines: string[]) => {
  const { texts, strays } = clauseTexts(lines.join('\n'), vocabulary)
  return { texts: Object.fromEntries(texts), strays }
}
const texts = (...lines: string[]) => read(...lines).texts

describe('the clauses of a text file, in Markdown', () => {
  it.each<[what: string, lines: string[], expected: Record<string, string>]>([
    [
      'each under its heading',
      ['# 损害事实', '甲', '', '乙', '# 违约责任', '丙'],
      { facts: '甲\n\n乙', breach: '丙' },
    ],
    ['with the title of the agreement above them', ['# 协议', '## 损害事实', '甲'], { facts: '甲' }],
    [
      'with text on the line of the heading, as it was written',
      ['## 违约责任： 支付 违约金　１', '乙'],
      { breach: '支付 违约金　１\n乙' },
    ],
    ['with hashes after the heading too', ['## 违约责任 ##', '甲'], { breach: '甲' }],
    ['with a deeper heading as a part of the text', ['# 违约责任', '## 金额', '甲'], { breach: '金额\n甲' }],
    [
      'with a deeper heading of the same name as a part of it',
      ['# 违约责任', '## 违约责任', '甲'],
      { breach: '违约责任\n甲' },
    ],
    [
      'but a deeper heading of another clause begins that',
      ['# 违约责任', '## 损害事实', '甲'],
      { breach: '', facts: '甲' },
    ],
    [
      'and a heading of the same depth ends the clause',
      ['# 违约责任', '甲', '# 金额', '乙'],
      { breach: '甲' },
    ],
    [
      'put together where a clause stands twice',
      ['# 违约责任', '甲', '# 损害事实', '乙', '# 违约责任', '丙'],
      { breach: '甲\n\n丙', facts: '乙' },
    ],
    [
      'while a numbered line is text there',
      ['# 违约责任', '一、损害事实', '甲'],
      { breach: '一、损害事实\n甲' },
    ],
    [
      'while seven hashes, or none before a space, are text',
      ['# 违约责任', '####### 损害事实', '#损害事实'],
      { breach: '####### 损害事实\n#损害事实' },
    ],
  ])('%s', (_, lines, expected) => {
    expect(texts(...lines)).toEqual(expected)
  })
})

describe('the clauses of a plain text file', () => {
  it.each<[what: string, lines: string[], expected: Record<string, string>]>([
    ['each under its name', ['损害事实', '甲', '违约责任：', '乙'], { facts: '甲', breach: '乙' }],
    [
      'each under its number and name',
      ['一、损害事实', '甲', '二、违约责任', '乙'],
      { facts: '甲', breach: '乙' },
    ],
    ['with text on the same line', ['违约责任：支付１元', '乙'], { breach: '支付１元\n乙' }],
    [
      'where a number of the same kind ends the clause',
      ['一、损害事实', '甲', '二、总则', '乙'],
      { facts: '甲' },
    ],
    [
      'where a number of another kind is text',
      ['一、损害事实', '（一）经过', '甲'],
      { facts: '（一）经过\n甲' },
    ],
    ['where a short line is text', ['损害事实', '总则', '甲'], { facts: '总则\n甲' }],
    [
      'where a deeper name begins another clause',
      ['一、损害事实', '（一）违约责任', '甲'],
      { facts: '', breach: '甲' },
    ],
    [
      'where a number is deeper again below the next clause',
      ['一、损害事实', '（一）违约责任', '甲', '二、争议解决', '（一）经过', '丙'],
      { facts: '', breach: '甲', disputes: '（一）经过\n丙' },
    ],
    [
      'where a number of the higher kind ends the deeper one',
      ['一、损害事实', '（一）违约责任', '甲', '二、总则', '乙', '（二）其他', '丙'],
      { facts: '', breach: '甲' },
    ],
  ])('%s', (_, lines, expected) => {
    expect(texts(...lines)).toEqual(expected)
  })
})

describe('a line that belongs to no clause is told', () => {
  it('before the first heading', () => {
    expect(read('', '序言', '再序', '# 违约责任', '甲').strays).toEqual([
      { line: 2, title: undefined, names: [] },
    ])
  })

  it('with its own heading, though that is deeper than one that names none', () => {
    expect(read('# 总则', '## 金额', '甲').strays).toEqual([{ line: 2, title: '金额', names: [] }])
  })

  it('without a heading, where a number says that of no clause', () => {
    expect(read('一、总则', '甲', '二、违约责任', '乙').strays).toEqual([
      { line: 1, title: undefined, names: [] },
    ])
  })

  it('once for the heading that names none, or several', () => {
    expect(read('# 总则', '甲', '乙', '# 损害事实和违约责任', '丙').strays).toEqual([
      { line: 1, title: '总则', names: [] },
      { line: 4, title: '损害事实和违约责任', names: ['facts', 'breach'] },
    ])
  })

  it('but not where there is no text', () => {
    expect(read('# 总则', '  ', '# 违约责任', '甲')).toEqual({ texts: { breach: '甲' }, strays: [] })
  })
})
