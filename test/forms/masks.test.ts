import { describe, expect, it, test } from 'vitest'
import { withMaskedNumbers } from '../../src/core/facts/personal-numbers.ts'
import { formOf, forms } from '../../src/core/forms/index.ts'
import { maskFields, maskOf } from '../../src/core/forms/masking.ts'
import { papersNeeding } from '../../src/core/forms/needed.ts'
import { maskedName } from '../../src/core/forms/public/person-names.ts'
import { settingOn } from '../support/setting.ts'
import type { Change } from './say.ts'
import { wholeCase } from './whole.ts'

const masked = (text: string, change?: Change) => maskOf(wholeCase('2026-12-24', change))(text)

describe('what is published of a natural person', () => {
  it.each([
    ['韦大明', '韦某'],
    ['欧阳明', '欧阳某'],
    ['欧阳', '欧某'],
    ['', '某'],
  ])('%s is %s', (name, text) => {
    expect(maskedName(name)).toBe(text)
  })

  const persons: Change = ({ case: about }) => {
    about.obligors = [
      { id: 'o1', kind: 'organization', name: '韦氏公司', address: '甲路' },
      { id: 'o2', kind: 'individual', name: '韦大', address: '' },
      { id: 'o3', kind: 'individual', name: '韦大明', address: '乙路', phone: '0771-7654321' },
      { id: 'o4', kind: 'individual', name: '黄某某' },
    ]
    about.officers = [{ name: '覃小明' }]
    about.clue = { channel: 'other', reporter: { kind: 'citizen', name: '李四海', contact: '丙村' } }
  }

  it.each([
    ['韦大明与韦大', '韦某乙与韦某甲'],
    ['黄某某', '黄某'],
    ['韦氏公司在甲路', '韦氏公司在甲路'],
    ['住乙路', '住某地'],
    ['电话0771-7654321', '电话（略）'],
    ['覃小明', '覃某'],
    ['李四海住丙村', '李某住某地'],
    ['电话13812345678、０７７１－１２３４５６７', '电话（略）、（略）'],
    ['身份证11010519491231002X', '身份证（略）'],
    ['编号113812345678', '编号113812345678'],
  ])('of %s: %s', (text, said) => {
    expect(masked(text, persons)).toBe(said)
  })

  it('and nothing else, where there is nobody', () => {
    expect(
      masked('南宁市生态环境局', ({ case: about }) => {
        about.obligors = []
      }),
    ).toBe('南宁市生态环境局')
  })

  it('the names of bodies stay, under whatever key', () => {
    const bodies: Change = ({ case: about }) => {
      about.officers = [{ name: '环境支队' }, { name: '某某某某某' }]
      about.obligors = []
    }
    expect(masked('环境支队、某某某某某', bodies)).toBe('环境支队、某某某某某')
  })

  it('for somebody of the office, numbers keep their ends', () => {
    expect(withMaskedNumbers('号码11010519491231002X')).not.toContain('19491231')
    expect(withMaskedNumbers('号码11010519491231002X')).toMatch(/^号码\d.*X$/u)
  })

  it('each kind of field is masked, and a part of the page stays or goes as it did', () => {
    const mask = (text: string) => text.replace('甲', '乙')
    expect(
      maskFields(
        { a: '甲', b: { paragraphs: ['甲'] }, c: { rows: [{ d: '甲' }] }, e: { block: true } },
        mask,
      ),
    ).toEqual({ a: '乙', b: { paragraphs: ['乙'] }, c: { rows: [{ d: '乙' }] }, e: { block: true } })
  })
})

describe('a form is found', () => {
  const { regulation } = settingOn('2026-11-24')
  const found = (word: string, law = regulation) => formOf(word, law)?.id

  it.each([
    ['agreement', 'agreement'],
    [' 5 ', 'agreement'],
    ['索赔启动登记表', 'initiation-register'],
    ['告知书', 'consultation-notice'],
    ['启动登记', 'initiation-register'],
    ['登记表', undefined],
    ['undefined', undefined],
    ['', undefined],
    ['无此文书', undefined],
  ])('by the word %j: %s', (word, id) => {
    expect(found(word)).toBe(id)
  })

  it('by its whole title, though another one holds that', () => {
    const [one, two] = regulation.forms
    if (!one || !two) throw new Error('no forms')
    const alike = [
      { ...one, title: '登记表' },
      { ...two, title: '调查登记表' },
    ]
    expect(found('登记表', { ...regulation, forms: alike })).toBe('initiation-register')
  })

  it('among those that can be filled', () => {
    const own = { id: 'own-letter', title: '自定函', article: '' }
    const changed = { ...regulation, forms: [own, ...regulation.forms] }
    expect(found('自定函', changed)).toBeUndefined()
    expect(found('自定', changed)).toBeUndefined()
  })
})

describe('the papers that need a fact', () => {
  const needing = (...place: [string, ...(string | number)[]]) =>
    papersNeeding(settingOn('2026-11-24'))(place[0], place.slice(1))

  test('are named in the order of the forms, whichever entry of a list it stands in', () => {
    expect(needing('investigation', 'initiation', 'reason')).toEqual(['索赔启动登记表'])
    expect(needing('case', 'obligors', 3, 'creditCode')).toEqual(
      expect.arrayContaining(['索赔启动登记表', '磋商告知书', '赔偿协议', '案件线索移送函']),
    )
    expect(needing('court', 'confirmations', 0, 'rulingNumber')).toContain('强制执行申请书')
    expect(needing('agreements', 'agreements', 0, 'clauses', 'breach')).toEqual([
      '赔偿协议',
      '司法确认申请书',
    ])
  })

  test('are the same when asked again', () => {
    const papers = papersNeeding(settingOn('2026-11-24'))
    expect(papers('case', ['cause'])).toEqual(papers('case', ['cause']))
    expect(papers('case', ['cause']).length).toBeLessThan(forms.length)
  })
})
