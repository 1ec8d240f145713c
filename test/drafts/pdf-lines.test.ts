import { describe, expect, it } from 'vitest'
import { paragraphsOfPages } from '../../src/core/drafts/pdf-lines.ts'
import { long } from './toy.ts'

const texts = (...pages: string[]): string[] => paragraphsOfPages(pages).map(({ text }) => text)

it('lines that were only wrapped are one paragraph again, over the end of a page too', () => {
  const pages = [
    '    第一条 甲方应当自本协议签订之日起三十日内一次性付\n清全部赔偿款项。\n    第二条 乙方收到款项以后，应当在十个工作日以内向甲\n                    — 1 —',
    '方出具票据。\n                    — 2 —',
  ]
  expect(texts(...pages)).toEqual([
    '第一条 甲方应当自本协议签订之日起三十日内一次性付清全部赔偿款项。',
    '第二条 乙方收到款项以后，应当在十个工作日以内向甲方出具票据。',
  ])
})

it('an article at the left edge begins a paragraph, and a row of a table stays by itself', () => {
  const page =
    '一、履行方式和期限应当按照下面的约定办理完毕\n二、违约责任应当按照下面的约定承担并且付清款\n期次    金额    付款日期\n第一期    10万元    2026年10月15日'
  expect(texts(page)).toHaveLength(4)
})

it('radicals that some programs write are read as the signs that look the same', () => {
  expect(texts('⼀、⽀付⽅式')).toEqual(['一、支付方式'])
})

it('paragraphs are numbered from 1, as body text', () => {
  const body = { label: '', lead: '', bold: false, outline: null, cell: null }
  expect(paragraphsOfPages([`甲\n\n${long(10)}`])).toEqual([
    { number: 1, text: '甲', ...body },
    { number: 2, text: long(10), ...body },
  ])
})

describe('a page number is no text', () => {
  it.each([
    ['12'],
    ['- 12 -'],
    ['第 3 页'],
    ['第3页 共 10 页'],
    ['3/10'],
    ['— 3 —'],
    ['3 / 10 页'],
    ['3，共10页'],
  ])('%s', (number) => {
    expect(texts(`甲\n  ${number}  `)).toEqual(['甲'])
  })

  it.each([['12345'], ['第3条'], ['3元'], ['第3页起']])('%s is text', (line) => {
    expect(texts(`甲\n${line}\n${long(10)}`)).toEqual(['甲', line, long(10)])
  })
})

describe('a line goes on with the one before it', () => {
  // The page is 20 columns wide: ten Chinese characters.
  const wide = long(10)
  it.each([
    ['where that one reaches the right edge', [wide, '乙'], [`${wide}乙`]],
    ['where it ends two characters before it', [wide, '。', long(8), '乙'], [`${wide}。`, `${long(8)}乙`]],
    ['but not where it ends earlier', [wide, '。', `${long(7)}a`, '乙'], [`${wide}。`, `${long(7)}a`, '乙']],
    ['where it is not indented', [wide, '  乙'], [`${wide}乙`]],
    ['but not where it is indented by three columns', [wide, '   乙'], [wide, '乙']],
    ['whatever the left edge', [`      ${wide}`, '      乙', '         丙'], [`${wide}乙`, '丙']],
    ['but not where it begins with a number', [wide, '（二）乙'], [wide, '（二）乙']],
    ['though a figure may begin it', [wide, '3.5万元'], [`${wide}3.5万元`]],
    [
      'but not behind a row of a table',
      [`${long(5)}    ${long(3)}`, '乙'],
      [`${long(5)}    ${long(3)}`, '乙'],
    ],
    ['but not where it is such a row', [wide, '乙    丙'], [wide, '乙    丙']],
    ['with two blanks inside', [`${long(4)}  ${long(5)}`, '乙'], [`${long(4)}  ${long(5)}乙`]],
  ])('%s', (_, lines, expected) => {
    expect(texts(lines.join('\n'))).toEqual(expected)
  })

  it.each([
    ['协议 agreement of the', 'parties', '协议 agreement of the parties'],
    ['协议 2026 agreement 12', 'parties', '协议 2026 agreement 12 parties'],
    ['由各方签订本协议 of the', '甲方 parties', '由各方签订本协议 of the甲方 parties'],
    ['of agreement the 由各方', 'parties', 'of agreement the 由各方parties'],
  ])('with a blank between Latin words: %s', (first, second, joined) => {
    expect(texts(`${first}\n${second}`)).toEqual([joined])
  })
})
