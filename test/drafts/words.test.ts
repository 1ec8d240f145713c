import { describe, expect, it, test } from 'vitest'
import { isLabelAlone, takeLabel } from '../../src/core/drafts/labels.ts'
import { vocabularyOf } from '../../src/core/drafts/vocabulary.ts'
import {
  beginsWith,
  compact,
  endingIn,
  matchesWords,
  restAsWritten,
  sentencesOf,
  spansOf,
  tidy,
  wordPatterns,
} from '../../src/core/drafts/words.ts'
import { clause, long, vocabulary } from './toy.ts'

describe('the words of a pack', () => {
  const span = (text: string, entry: string) => spansOf(text, wordPatterns([entry]))[0]

  it.each([
    ['承担违约责任的', '违约责任', { start: 2, end: 6 }],
    ['违约的责任', '违约…责任', { start: 0, end: 5 }],
    ['责任与违约', '违约…责任', undefined],
    ['违约', '违约…违约', undefined],
    ['违约违约', '违约…违约', { start: 0, end: 4 }],
    ['甲责任', '违约/责任', { start: 1, end: 3 }],
    ['责任违约', '违约/责任', { start: 0, end: 2 }],
    ['违约责任', '违约/违约责任', { start: 0, end: 4 }],
    ['违约责任', '违约责任/违约', { start: 0, end: 4 }],
    ['责任甲违约责任', '责任/违约责任', { start: 0, end: 2 }],
    ['其他', '其他$', { start: 0, end: 2 }],
    ['其他事项', '其他$', undefined],
    ['以其他', '其他$', { start: 1, end: 3 }],
    ['其他', '^其他$', { start: 0, end: 2 }],
    ['以其他', '^其他', undefined],
    ['其他事项', '^其他', { start: 0, end: 2 }],
    ['$其他', '$其他', { start: 0, end: 3 }],
    ['甲违约', '/违约', { start: 1, end: 3 }],
    ['违约责任', ' 违 约 / 乙 ', { start: 0, end: 2 }],
  ])('in %s, %s is found at %j', (text, entry, at) => {
    expect(span(text, entry)).toEqual(at)
  })

  it.each([
    ['磋商通知书', '通知书', 3],
    ['磋商通知书', '磋商…通知书', 5],
    ['关于磋商的通知书', '磋商…通知书', 6],
    ['磋商通知书稿', '磋商…通知书', 0],
    ['通知书', '磋商…通知书', 0],
    ['磋商书', '磋商…通知书', 0],
    ['补充变更协议', '补充/变更…协议', 6],
    ['关于变更的补充协议', '变更…补充…协议', 7],
    ['关于补充的协议', '变更…补充…协议', 0],
    ['协议', '协议…协议', 0],
    ['协议之协议', '协议…协议', 5],
    ['变更协议书', '协议/协议书', 3],
    ['协议书', '书/协议书', 3],
    ['协议', '', 0],
  ])('%s ends in %s by %i signs', (text, entry, length) => {
    expect(endingIn(text, wordPatterns([entry]))).toBe(length)
  })

  it('are looked for one by one', () => {
    const patterns = wordPatterns(['责任', '违约'])
    expect(spansOf('违约责任', patterns)).toEqual([
      { start: 2, end: 4 },
      { start: 0, end: 2 },
    ])
    expect([matchesWords('违约', patterns), matchesWords('修复', patterns)]).toEqual([true, false])
    expect([beginsWith('违约甲', patterns), beginsWith('甲违约', patterns)]).toEqual([true, false])
    expect(matchesWords('甲', wordPatterns(undefined))).toBe(false)
  })
})

describe('a text is read', () => {
  test('whatever its width and its spaces', () => {
    expect(tidy('１０％（甲）\u3000乙\u200b丙')).toBe('10%(甲) 乙丙')
    expect(compact(' 甲 \n\t 乙 ')).toBe('甲乙')
  })

  test('with a line to write on cut short', () => {
    expect(tidy(`甲${'_'.repeat(19)}`)).toHaveLength(20)
    expect(tidy(`甲${'_'.repeat(400)}乙`)).toBe(`甲${'_'.repeat(20)}乙`)
  })

  test.each([
    ['1.1 2025年', '1.1、2025年'],
    [' 1.1.2\t3万元', '1.1.2、3万元'],
    ['12\t2025年', '12、2025年'],
    ['12 2025年', '122025年'],
    ['1.1 本协议', '1.1本协议'],
    ['共1.1 2025年', '共1.12025年'],
    ['123.1 2025年', '123.12025年'],
    ['甲  \n\t乙', '甲乙'],
  ])('with its number apart from a figure: %j is %s', (text, read) => {
    expect(compact(text)).toBe(read)
  })

  test.each([
    [' 违约责任：支付　５元 ', '支付 5元', '支付　５元'],
    ['违约责任：支付5元', '支付5元', '支付5元'],
    ['违约责任', '', ''],
    ['违约责任：支付\u200b5元', '支付5元', '支付5元'],
    // Cut short when it was tidied, it no longer stands there.
    [`违约责任：${'_'.repeat(30)}元`, `${'_'.repeat(20)}元`, `${'_'.repeat(20)}元`],
  ])('as it was written behind a title: %j', (line, rest, written) => {
    expect(restAsWritten(line, rest)).toBe(written)
  })

  test('sentence by sentence', () => {
    expect(sentencesOf(' 甲。 乙；丙！丁？\n戊。。')).toEqual(['甲', '乙', '丙', '丁', '戊'])
  })
})

describe('the number before a text', () => {
  it.each([
    ['第一章 总则', 'chapter', '总则'],
    ['第3条 责任', 'article', '责任'],
    ['一、责任', 'chinese', '责任'],
    ['(一)责任', '(chinese)', '责任'],
    ['一)责任', 'chinese)', '责任'],
    ['1.1.1 责任', '1.1.1', '责任'],
    ['1.1责任', '1.1', '责任'],
    ['1.责任', '1.', '责任'],
    ['(1)责任', '(1)', '责任'],
    ['1)责任', '1)', '责任'],
    ['①责任', '①', '责任'],
    ['A.责任', 'A', '责任'],
    ['iv)责任', 'a', '责任'],
    ['责任', '', '责任'],
    ['1.5万元', '', '1.5万元'],
  ])('of %s has the rank %j', (text, rank, rest) => {
    expect(takeLabel(text)).toEqual({ rank, rest })
  })

  it.each([
    ['（一）', false],
    ['(一)', true],
    ['第3条', true],
    [' 12. ', true],
    ['123', false],
    ['一、责任', false],
  ])('%s stands alone: %s', (text, alone) => {
    expect(isLabelAlone(text)).toBe(alone)
  })
})

describe('a title names', () => {
  it.each([
    ['违约责任', ['breach']],
    ['损害事实和违约责任', ['facts', 'breach']],
    ['修复方案', ['plan']],
    ['对修复方案的意见', ['opinions']],
    ['修复方案及对修复方案的意见', ['plan', 'opinions']],
    ['争议的处理', ['disputes']],
    ['争议解决与处理', ['disputes']],
    ['总则', []],
  ])('%s: %j', (title, codes) => {
    expect(vocabulary.named(title)).toEqual(codes)
  })

  it('the same when it is asked again, and nothing of another title', () => {
    const { named, surplus } = vocabularyOf([clause('a', '修复'), clause('b', '验收')])
    expect([named('修复'), named('验收'), named('修复')]).toEqual([['a'], ['b'], ['a']])
    expect([surplus('总则'), surplus('修复'), surplus('总则')]).toEqual([2, 0, 2])
  })

  it('by the longest of its names', () => {
    const { named } = vocabularyOf([
      clause('a', '修复', { headings: ['修复方案', '方案'] }),
      clause('b', '修复方', {}),
      clause('c', '复方案的编制', {}),
    ])
    expect(named('修复方案')).toEqual(['a'])
    expect(named('修复方案的编制')).toEqual(['a', 'c'])
    expect(named('新修复方案')).toEqual(['a'])
  })

  it('a name within a longer one of the same end or beginning does not count, nor one of the same length twice', () => {
    const { named } = vocabularyOf([
      clause('a', '修复'),
      clause('b', '修复方案'),
      clause('c', '环境修复'),
      clause('d', '修复'),
    ])
    expect(named('修复方案')).toEqual(['b'])
    expect(named('环境修复')).toEqual(['c'])
    expect(named('环境修复方案')).toEqual(['b', 'c'])
    expect(named('修复')).toEqual(['a', 'd'])
  })

  it.each([
    ['违约责任', 0],
    ['承担违约责任的', 3],
    ['违约责任与争议解决', 1],
    ['总则', 2],
  ])('%s with %i signs more', (title, surplus) => {
    expect(vocabulary.surplus(title)).toBe(surplus)
  })

  it('as a sentence that settles the clause, where its words go beyond the name', () => {
    expect(vocabulary.settlesMore('违约责任：支付违约金')).toBe(true)
    expect(vocabulary.settlesMore('违约责任')).toBe(false)
    expect(vocabulary.settlesMore('违约责任：不支付违约金')).toBe(false)
    const { settlesMore } = vocabularyOf([clause('a', '争议解决', { sentences: ['争议解决', '解决方式'] })])
    expect(settlesMore('争议解决')).toBe(false)
    expect(settlesMore('争议解决方式')).toBe(true)
    expect(settlesMore('方式：争议解决')).toBe(false)
    const ends = vocabularyOf([clause('a', '解决', { sentences: ['争议解决'] })])
    expect(ends.settlesMore('争议解决')).toBe(true)
  })
})

describe('a sentence', () => {
  it.each([
    ['breach', '按日计算违约金', true],
    ['breach', '支付违约金', true],
    ['facts', '按日计算违约金', false],
    ['nothing', '按日计算违约金', false],
  ])('speaks of %s: %s: %s', (code, sentence, speaks) => {
    expect(vocabulary.speaksOf(code, sentence)).toBe(speaks)
  })

  it('speaks of a clause by the words of a whole sentence too', () => {
    expect(vocabularyOf([clause('a', '甲', { sentences: ['一式两份'] })]).speaksOf('a', '一式两份')).toBe(
      true,
    )
  })

  it.each([
    ['breach', '支付违约金', true],
    ['breach', '按日计算违约金', false],
    ['breach', '不支付违约金', false],
    ['nothing', '支付违约金', false],
    ['opinions', '支付违约金', false],
  ])('settles %s: %s: %s', (code, sentence, settled) => {
    expect(vocabulary.settles(code, sentence)).toBe(settled)
  })

  it.each([
    ['breach', '双方无异议', true],
    ['opinions', '双方无异议', false],
    ['opinions', '支付违约金', true],
    ['breach', '支付违约金', false],
    ['breach', '双方知悉', false],
  ])('is another clause than %s: %s: %s', (code, sentence, other) => {
    expect(vocabulary.settlesOther(code, sentence)).toBe(other)
  })

  it.each([
    ['甲方倾倒废酸。乙方 知情；', ['甲方倾倒废酸', '乙方知情']],
    ['填写说明：写明事实', []],
    ['（此处填写事实）', []],
    ['写明事实，填写说明从略', ['写明事实,填写说明从略']],
    ['待商', []],
    [`待商${long(22)}`, []],
    [`待商${long(23)}`, [`待商${long(23)}`]],
    ['____', []],
  ])('%s says %j', (text, said) => {
    expect(vocabulary.real(text)).toEqual(said)
  })

  it.each([
    ['甲方（盖章）：', true],
    [`甲方（盖章）${long(34)}`, true],
    [`甲方（盖章）${long(35)}`, false],
    ['甲方在此盖章。', false],
    ['乙方签名', false],
  ])('%s is part of a block of signatures: %s', (text, signature) => {
    expect(vocabulary.isSignature(text)).toBe(signature)
  })

  it.each([
    ['附件清单：', true],
    ['见附件清单', false],
    [`附件清单${long(36)}`, true],
    [`附件清单${long(37)}`, false],
    ['附件清单；', false],
  ])('%s begins a list of annexes: %s', (text, list) => {
    expect(vocabulary.isAnnexList(tidy(text))).toBe(list)
  })
})
