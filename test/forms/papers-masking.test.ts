import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { disclosureText } from '../../src/core/forms/disclosure-text.ts'
import { maskedName } from '../../src/core/forms/public/person-names.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { readText } from '../support/read-text.ts'
import { only } from './support.ts'
import { wholeCase } from './whole.ts'

interface Person {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
  readonly address: string
}

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
// Given names of characters that no wording of the papers has, so that a hit can only be the name.
const given = fc.stringMatching(/^[嫒燊珺翀祺喆垚昕]{1,2}$/u)
const surname = fc.constantFrom('韦', '覃', '欧阳', '司徒', '黄')
const person: fc.Arbitrary<Person> = fc.record({
  name: fc.tuple(surname, given).map((parts) => parts.join('')),
  idNumber: fc
    .tuple(fc.constantFrom('45010119900101'), digits(3), fc.constantFrom('X', '7'))
    .map((p) => p.join('')),
  phone: fc.tuple(fc.constantFrom('138', '199'), digits(8)).map((p) => p.join('')),
  address: digits(3).map((number) => `南宁市柳花路${number}号附1号`),
})

/** The case with one 赔偿义务人 replaced, whom texts of every kind speak of by name, number, telephone and address. */
function telling({ name, idNumber, phone, address }: Person): (documents: Documents) => void {
  const told = `${name}（身份证号${idNumber}，电话${phone}，住${address}）`
  return ({ case: own, agreements, investigation, payments }) => {
    const individual = own.obligors.find(({ kind }) => kind === 'individual')
    if (individual) Object.assign(individual, { name, idNumber, phone, address })
    own.title = `${name}等排污案`
    own.summary = `${told}经暗管排放废水。`
    for (const fact of investigation?.facts ?? []) fact.statement = `${told}承认排放。`
    const clauses = only(agreements?.agreements).clauses
    if (clauses) clauses.liability = `${told}承担连带责任。`
    if (payments) payments.uses = [{ on: '2025-11-01', amount: '100.00', purpose: `支付${told}的工程款` }]
  }
}

const subjects = disclosureText.subjects(wholeCase())

describe('信息公开稿 (第三十六条)', () => {
  test('there is one of each matter of the text that has come about', () => {
    expect([...new Set(subjects.map((subject) => subject?.split('/')[0]))].sort()).toEqual(
      ['agreement', 'funds', 'public-interest', 'restoration-effect'].sort(),
    )
  })

  test('no name, id number, telephone or address of a natural person is in any of them', () => {
    fc.assert(
      fc.property(person, (who) => {
        const view = wholeCase('2026-12-24', telling(who))
        for (const subject of disclosureText.subjects(view)) {
          const text = JSON.stringify(disclosureText.fill(view, subject).fields)
          for (const secret of [who.name, who.idNumber, who.phone, who.address])
            expect(text).not.toContain(secret)
          expect(text).not.toContain('0771-5555555')
          expect(text).toContain(maskedName(who.name))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('nor in the paper itself', async () => {
    const who = {
      name: '欧阳燊',
      idNumber: '450101199001010037',
      phone: '13812345678',
      address: '南宁市柳花路7号',
    }
    const view = wholeCase('2026-12-24', telling(who))
    for (const subject of subjects) {
      const paper = preparePaper({ view, form: disclosureText, subject, draft: false }, () => undefined)
      const text = (await readText(await paper.bytes())).join('\n')
      for (const secret of Object.values(who)) expect(text).not.toContain(secret)
      expect(text).toContain('欧阳某')
    }
  })

  test.each([
    ['韦大明', '韦某'],
    ['欧阳明', '欧阳某'],
    ['韦某', '韦某'],
    ['阿卜杜拉·买买提', '阿某'],
  ])('%s is published as %s', (name, masked) => expect(maskedName(name)).toBe(masked))

  test('numbers nobody recorded are removed by their form, in half or full width', () => {
    const view = wholeCase('2026-12-24', (documents) => {
      documents.case.summary =
        '联系电话１３９ １２３４ ５６７８、0771-5333333，身份证 110105 19491231 002x。赔偿 300000.00 元。'
    })
    const { fields } = disclosureText.fill(view, 'funds')
    expect(fields.基本案情).toBe('联系电话（略）、（略），身份证 （略）。赔偿 300000.00 元。')
  })

  test('two natural persons of one surname stay two', () => {
    const view = wholeCase('2026-12-24', (documents) => {
      documents.case.obligors.push({ id: 'o3', kind: 'individual', name: '郑小燊' })
      for (const obligor of documents.case.obligors) if (obligor.id === 'o2') obligor.name = '郑大燊'
    })
    expect(disclosureText.fill(view, 'funds').fields.赔偿义务人).toBe('某造纸有限公司、郑某甲、郑某乙')
  })

  test('one whose name reads like the mask of another is masked once', () => {
    const view = wholeCase('2026-12-24', (documents) => {
      documents.case.obligors.push({ id: 'o3', kind: 'individual', name: '郑某' })
      for (const obligor of documents.case.obligors) if (obligor.id === 'o2') obligor.name = '郑大燊'
    })
    expect(disclosureText.fill(view, 'funds').fields.赔偿义务人).toBe('某造纸有限公司、郑某甲、郑某乙')
  })

  test('the names of bodies stay as they are', () => {
    const { fields } = disclosureText.fill(wholeCase(), 'restoration-effect/R1')
    expect(JSON.stringify(fields)).toContain('某修复有限公司')
    expect(fields.发文机关).toBe('南宁市生态环境局')
  })
})
