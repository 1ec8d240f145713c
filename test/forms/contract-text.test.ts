import { describe, expect, it, test } from 'vitest'
import { asSentence, asWritten } from '../../src/core/forms/fields.ts'
import { partyTerms, termBehind, termsExplained } from '../../src/core/forms/party-terms.ts'
import { type Change, paper, says } from './say.ts'
import { fill, first, lines, only, rows } from './support.ts'
import { agreementOf } from './variants.ts'

describe('the text of a contract is not changed', () => {
  it.each<[text: string, printed: string[]]>([
    [
      '违约金：\n（1）每日万分之五；\n（2）“另行承担责任。”',
      ['违约金：', '（1）每日万分之五；', '（2）“另行承担责任。”'],
    ],
    ['按日计收违约金；', ['按日计收违约金；']],
    ['“乙方承担责任。”', ['“乙方承担责任。”']],
    ['（见附件一。）', ['（见附件一。）']],
    ['按日计收（见附件一）', ['按日计收（见附件一）。']],
    ['违约金：', ['违约金：']],
    ['按日计收违约金', ['按日计收违约金。']],
    ['一、付款\r\n\r\n  二、修复  ', ['一、付款', '二、修复']],
    ['', []],
  ])('%j', (text, printed) => {
    expect(asWritten(text)).toEqual(printed)
  })

  it.each([
    ['违约金：', '违约金：'],
    ['“承担责任。”', '“承担责任。”'],
    ['（见附件。）', '（见附件。）'],
    ['所谓“责任”', '所谓“责任”。'],
  ])('%j is the sentence %j', (text, sentence) => {
    expect(asSentence(text)).toBe(sentence)
  })

  test('neither in the agreement nor where the court reads it', () => {
    const breach = '违约金：\n（1）逾期支付的，按日万分之五；\n（2）“逾期修复的，继续修复。”'
    const change: Change = (documents) => {
      const { clauses } = agreementOf(documents)
      if (clauses) clauses.breach = breach
    }
    const quoted = ['（二）违约责任的承担：违约金：', ...breach.split('\n').slice(1)]
    expect(says(paper('agreement', 'G1', change), '其他约定')).toEqual(expect.arrayContaining(quoted))
    expect(says(paper('confirmation-application', 'G1', change), '赔偿协议内容')).toEqual(
      expect.arrayContaining(quoted),
    )
  })
})

describe('甲方 and 乙方', () => {
  const terms = (text: string, obligors = ['某厂']) => partyTerms({ clauses: { text } }, '某局', obligors)
  const behind = (text: string, obligors?: string[]) =>
    ['某局', ...(obligors ?? ['某厂'])].map((name) => termBehind(terms(text, obligors), name))

  it.each<[text: string, obligors: string[], said: string[]]>([
    ['甲方有权解除，乙方不得抗辩。', ['某厂'], ['（以下简称“甲方”）', '（以下简称“乙方”）']],
    ['双方按约履行。', ['某厂'], ['', '']],
    [
      '甲方监督乙方。',
      ['某厂', '韦某'],
      ['（以下简称“甲方”）', '（以下与其他赔偿义务人合称“乙方”）', '（以下与其他赔偿义务人合称“乙方”）'],
    ],
    ['乙方一、乙方二按份承担。', ['某厂', '韦某'], ['', '（以下简称“乙方一”）', '（以下简称“乙方二”）']],
    ['乙方1与乙方2连带。', ['某厂', '韦某'], ['', '（以下简称“乙方1”）', '（以下简称“乙方2”）']],
    ['乙方、丙方各半。', ['某厂', '韦某'], ['', '（以下简称“乙方”）', '（以下简称“丙方”）']],
    ['某局（以下简称“甲方”）与某厂（下称乙方）约定：甲方监督乙方。', ['某厂'], ['', '']],
    ['甲方：某局\n乙方：某厂\n甲方监督乙方。', ['某厂'], ['', '']],
  ])('of %j and %j', (text, obligors, said) => {
    expect(behind(text, obligors)).toEqual(said)
  })

  it('are explained where the contract is quoted', () => {
    expect(termsExplained(terms('甲方监督乙方。', ['某厂', '韦某']), '该协议中')).toBe(
      '该协议中，“甲方”指某局，“乙方”指某厂、韦某。',
    )
    expect(termsExplained([], '该协议中')).toBe('')
  })

  test('stand in the agreement behind the names, and before its text in the application', () => {
    const view = first(({ agreements }) => {
      const { clauses } = only(agreements?.agreements)
      if (clauses) clauses.liability = '甲方监督，乙方承担连带责任。'
    })
    const { fields } = fill(view, 'agreement', 'G1')
    expect(fields.权利人简称).toBe('（以下简称“甲方”）')
    expect(rows(fields.单位)[0]?.简称).toBe('（以下与其他赔偿义务人合称“乙方”）')
    expect(lines(fill(view, 'confirmation-application', 'G1').fields.赔偿协议内容)[0]).toMatch(
      /^该协议中，“甲方”指南宁市生态环境局，“乙方”指某化工有限公司、韦某。$/,
    )
    expect(lines(fill(first(), 'confirmation-application', 'G1').fields.赔偿协议内容)[0]).toMatch(/^一、/)
  })

  test('are explained in an application that uses them', () => {
    const enforced = first((documents) => {
      documents.court = {
        ...documents.court,
        enforcements: [
          { id: 'F1', instrument: 'confirmation', reference: 'G1', claim: '乙方向甲方支付', court: '某法院' },
        ],
      }
    })
    expect(lines(fill(enforced, '7', 'F1').fields.履行情况)[0]).toBe(
      '本申请书中，“甲方”指南宁市生态环境局，“乙方”指某化工有限公司、韦某。',
    )
  })
})
