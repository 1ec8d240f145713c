import { describe, expect, it } from 'vitest'
import type { DraftParagraph } from '../../src/core/drafts/draft.ts'
import { headingIn, labelledText } from '../../src/core/drafts/headings.ts'
import { long, para, vocabulary } from './toy.ts'

const heading = (text: string, more: Partial<DraftParagraph> = {}) => headingIn(para(text, more), vocabulary)
/** A heading as one line: rank, title, the clauses that it names, and the text after it. */
const line = (text: string, more: Partial<DraftParagraph> = {}) => {
  const found = heading(text, more)
  return found && `${found.rank}|${found.title}|${found.names.join('+')}|${found.rest}`
}

describe('the number of a paragraph', () => {
  it.each([
    [' 一、违约责任 ', '', 'chinese', '违约责任'],
    ['违约责任', '第一条', 'article', '违约责任'],
    ['违约责任', '●', 'list', '违约责任'],
    ['（1）违约责任', '第一条', '(1)', '违约责任'],
    ['违约责任', '', '', '违约责任'],
    ['违约责任', '１．', '1.', '违约责任'],
  ])('%j with the label %j has the rank %s', (text, label, rank, rest) => {
    expect(labelledText(para(text, { label }))).toEqual({ rank, rest })
  })
})

describe('a paragraph is a heading', () => {
  it.each([
    ['违约责任', 'plain|违约责任|breach|'],
    ['违约责任：', 'inline|违约责任|breach|'],
    ['违约责任。', 'plain|违约责任|breach|'],
    ['一、总则', 'chinese|总则||'],
    ['一、总则；', undefined],
    ['总则', undefined],
    [`一、${long(40)}`, `chinese|${long(40)}||`],
    [`一、${long(41)}`, undefined],
    ['违约责任的承担与履行', 'plain|违约责任的承担与履行|breach|'],
    ['违约责任的承担及其履行问题', undefined],
    ['【总则】', 'brackets|总则||'],
    ['【待商】', undefined],
    ['【总则】另定', undefined],
    ['一、', undefined],
    ['', undefined],
  ])('%s: %s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  it.each([
    ['总则', { bold: true }, 'bold|总则||'],
    ['总则', { outline: 0 }, 'outline 0|总则||'],
    ['总则。', { outline: 1 }, 'outline 1|总则||'],
    ['总则；', { bold: true }, undefined],
    [long(40), { bold: true }, `bold|${long(40)}||`],
    [long(41), { bold: true }, undefined],
    [long(60), { outline: 2 }, `outline 2|${long(60)}||`],
    [long(61), { outline: 2 }, undefined],
    ['一、总则', { bold: true, outline: 1 }, 'chinese|总则||'],
    ['总则', { bold: true, outline: 1 }, 'outline 1|总则||'],
  ] as const)('%s by its style %j: %s', (text, style, expected) => {
    expect(line(text, style)).toBe(expected)
  })

  it('by its style alone, or by a number or few words', () => {
    expect(heading('总则', { bold: true })?.styled).toBe(true)
    expect(heading('总则', { outline: 0 })?.styled).toBe(true)
    expect(heading('一、总则')?.styled).toBe(false)
    expect(heading('违约责任')?.styled).toBe(false)
    expect(heading('违约责任：支付违约金', { bold: true })?.styled).toBe(false)
  })

  it.each([
    ['一、【违约责任】', 'chinese|违约责任|breach|'],
    ['一、总则（略）', 'chinese|总则||'],
    ['一、违约责任（略）：', 'chinese|违约责任|breach|'],
    ['一、承诺（违约责任）', 'chinese|承诺(违约责任|breach|'],
    ['一、——总则——', 'chinese|——总则||'],
  ])('without marks and explanations around it: %s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })
})

describe('a title before its text', () => {
  it.each([
    ['【违约责任】支付违约金。', 'inline|违约责任|breach|支付违约金。'],
    ['（违约责任）支付违约金。', 'inline|违约责任|breach|支付违约金。'],
    ['违约责任：支付违约金。', 'inline|违约责任|breach|支付违约金。'],
    ['违约责任。支付违约金。', 'inline|违约责任|breach|支付违约金。'],
    ['违约责任 支付违约金。', 'inline|违约责任|breach|支付违约金。'],
    ['违约责任——支付违约金。', 'inline|违约责任|breach|支付违约金。'],
    ['一、违约责任：支付违约金。', 'chinese|违约责任|breach|支付违约金。'],
    ['一、违约责任的承担和其他有关事项：无', 'chinese|违约责任的承担和其他有关事项|breach|无'],
    ['违约责任的承担和其他有关事项：无', undefined],
    ['一、违约责任的承担和其他有关事项。无', 'chinese|违约责任的承担和其他有关事项。无|breach|'],
    ['违约责任的承担与履行。无', 'inline|违约责任的承担与履行|breach|无'],
    ['总则：本协议', undefined],
    ['违约责任，支付违约金。', undefined],
  ])('%s: %s', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  it.each([
    ['违约责任：支付违约金。', { bold: true }, 'bold|违约责任|breach|支付违约金。'],
    ['违约责任：支付违约金。', { outline: 1 }, 'outline 1|违约责任|breach|支付违约金。'],
    ['违约责任 支付违约金', { outline: 1 }, 'outline 1|违约责任 支付违约金|breach|'],
    ['一、违约责任支付违约金。', { lead: '一、违约责任' }, 'chinese|违约责任|breach|支付违约金。'],
    ['违约责任】：支付违约金。', { lead: '违约责任' }, 'inline|违约责任|breach|支付违约金。'],
    ['甲方：支付违约金。', { lead: '甲方' }, undefined],
    ['违约 责任：甲', { lead: '违约责任' }, 'inline|违约 责任|breach|甲'],
    [`${long(36)}违约责任。甲`, { lead: `${long(36)}违约责任` }, `inline|${long(36)}违约责任|breach|甲`],
    [`${long(37)}违约责任。甲`, { lead: `${long(37)}违约责任` }, undefined],
  ] as const)('%s with %j: %s', (text, style, expected) => {
    expect(line(text, style)).toBe(expected)
  })

  it('that settles a clause by itself is a sentence, not a title', () => {
    expect(line('违约责任支付违约金 甲')).toBeUndefined()
  })
})

describe('a cell of a table', () => {
  const cell = (column: number, columns: number) => ({ cell: { table: 1, row: 1, column, columns } })
  it.each([
    ['违约责任', cell(0, 2), 'cell|违约责任|breach|'],
    ['总则', cell(0, 2), 'cell|总则||'],
    ['总则', cell(1, 3), 'cell|总则||'],
    ['总则', cell(2, 4), undefined],
    ['总则', cell(1, 2), undefined],
    ['总则', cell(0, 1), undefined],
    ['一', cell(0, 2), undefined],
    ['（1）违约责任', cell(0, 2), 'cell|违约责任|breach|'],
    ['总则。甲', cell(0, 2), undefined],
    [long(40), cell(0, 2), `cell|${long(40)}||`],
    [long(41), cell(0, 2), undefined],
    ['', cell(0, 2), undefined],
  ])('%s at %j: %s', (text, place, expected) => {
    expect(line(text, place)).toBe(expected)
  })

  it('opens its row by its style', () => {
    expect(heading('总则', cell(0, 2))?.styled).toBe(true)
  })
})
