import { describe, expect, it, test } from 'vitest'
import { choicesNamed, closestChoice, editDistance } from '../../src/core/schema/suggest.ts'

describe('how far one word is from another', () => {
  test.each([
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['ab', 'abc', 1],
    ['abc', 'bac', 1],
    ['abc', 'acb', 1],
    ['abcd', 'badc', 2],
    ['abc', 'cba', 2],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['ca', 'abc', 3],
    ['aab', 'aba', 1],
    ['kitten', 'sitting', 3],
  ])('%j and %j: %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance)
  })

  test.each([
    ['bc', 'abcd', 0],
    ['bd', 'abcd', 1],
    ['cb', 'abcd', 1],
    ['xyz', 'abcd', 3],
    ['abcd', 'bc', 2],
  ])('%j and the nearest part of %j: %i', (word, text, distance) => {
    expect(editDistance(word, text, 'anywhere')).toBe(distance)
  })
})

describe('a mistyped word most likely means', () => {
  const choices = [
    { code: 'screening', label: '初步核查' },
    { code: 'o1', label: '某公司' },
    { code: 'consultation', label: '生态环境损害赔偿磋商告知书' },
    { code: 'agreement', label: '赔偿协议' },
    { code: 'agreed', label: '已达成的赔偿协议' },
  ]

  it.each([
    ['赔偿协议', 'agreement'],
    ['已达成的赔偿协议', 'agreed'],
    ['screning', 'screening'],
    ['SCREENING', 'screening'],
    ['scren', undefined],
    ['screeni', 'screening'],
    ['screenixxxx', undefined],
    ['consultoxxxn', 'consultation'],
    ['xx', undefined],
    ['o2', 'o1'],
    ['磋商通知书', 'consultation'],
    ['偿协议', 'agreement'],
    ['核对', undefined],
    ['核查', 'screening'],
    ['banana', undefined],
    ['', undefined],
  ])('%s: %s', (word, code) => {
    expect(closestChoice(word, choices)?.code).toBe(code)
  })

  it('the nearest of several', () => {
    const near = [
      { code: 'agreemint', label: '' },
      { code: 'agreement', label: '' },
    ]
    expect(closestChoice('agreemen', near)?.code).toBe('agreement')
  })
})

describe('a word names', () => {
  const choices = [
    { code: 'direct', label: '直接送达' },
    { code: 'mail', label: '邮寄送达', short: '邮寄' },
    { code: 'left', label: '留置送达（见证）' },
    { code: '送达', label: '《其他 方式》' },
    { code: 'mailbox', label: '邮箱' },
  ]

  it.each([
    ['direct', ['direct']],
    [' mail ', ['mail']],
    ['直接送达', ['direct']],
    ['邮寄', ['mail']],
    ['直接', ['direct']],
    ['邮', ['mail', 'mailbox']],
    ['寄送', ['mail']],
    ['送达', ['送达']],
    ['其他方式', ['送达']],
    ['“其他”', ['送达']],
    ['留置送达(见证)', ['left']],
    ['达', ['direct', 'mail', 'left']],
    ['无', []],
    ['', []],
    [' 《》', []],
  ])('%s: %j', (word, codes) => {
    expect(choicesNamed(word, choices).map(({ code }) => code)).toEqual(codes)
  })
})
