import { describe, expect, test } from 'vitest'
import type { Disclosure } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { all, type Change, severitiesAndCodes, today } from './mends.ts'

describe('第三十四条第三款第三项: 重大及以上生态破坏事件', () => {
  const graded =
    (ecologicalGrade: string): Change =>
    (documents) => {
      documents.case.damage.ecologicalGrade = ecologicalGrade
    }

  test.each([
    ['larger', []],
    ['major', ['warning major-ecological']],
    ['extraordinary', ['warning major-ecological']],
  ])('graded %s and not marked: %j', (grade, expected) => {
    expect(severitiesAndCodes('supervision/major-unmarked', graded(grade))).toEqual(expected)
  })

  test('marked, it is silent', () => {
    const marked: Change = (documents) => {
      documents.supervision = { ...documents.supervision, major: { grounds: ['major-ecological'] } }
    }
    expect(severitiesAndCodes('supervision/major-unmarked', all(graded('major'), marked))).toEqual([])
  })
})

describe('第三十四条: 「及时」 to report a major case names no day', () => {
  const major: Change = (documents) => {
    documents.supervision = { ...documents.supervision, major: { grounds: ['other-influence'] } }
  }

  // Initiated on 2025-03-06; the first monthly report is due on 2025-04-10, a Thursday.
  test.each([
    ['2025-03-06', ['warning none']],
    ['2025-04-10', ['warning none']],
    ['2025-04-11', ['error none']],
  ])('unreported on %s: %j', (on, expected) => {
    expect(severitiesAndCodes('supervision/major-unreported', major, on)).toEqual(expected)
  })
})

describe('第三十六条: each agreement, judgment and restoration is published', () => {
  const second: Change = ({ agreements }) => {
    const [agreement] = agreements?.agreements ?? []
    if (!agreement) return
    agreement.obligors = ['o1']
    agreements?.agreements.push({ ...agreement, id: 'G2', obligors: ['o2'], signedOn: '2025-11-03' })
  }
  const published =
    (...disclosures: readonly Disclosure[]): Change =>
    (documents) => {
      documents.supervision = { disclosures: [...disclosures] }
    }
  const owed = (...changes: readonly Change[]) => {
    const documents = sampleDocuments()
    for (const change of changes) change(documents)
    return viewOf(factsOf(documents), settingOn(today))
      .deadlines.filter(({ deadline, met }) => deadline === 'disclosure' && met === null)
      .map(({ subject }) => subject)
  }
  const rest = ['funds', 'restoration-effect/R1']

  test('two agreements, one published by its number: the other is owed', () => {
    expect(
      owed(second, published({ matter: 'agreement', subject: 'G1', publishedOn: '2025-12-01' })),
    ).toEqual(['agreement/G2', ...rest])
  })

  test('a publication that names none is of the only one there was', () => {
    const named = published({ matter: 'agreement', publishedOn: '2025-10-10' })
    expect(owed(named)).toEqual(rest)
    expect(owed(second, named)).toEqual(['agreement/G2', ...rest])
  })

  test('and of none where there were two', () => {
    const vague = published({ matter: 'agreement', publishedOn: '2025-12-01' })
    expect(owed(second, vague)).toEqual(['agreement/G1', 'agreement/G2', ...rest])
  })

  test('what was done with the money after a publication is not in it', () => {
    const early = published({ matter: 'funds', publishedOn: '2025-08-15' })
    const used: Change = ({ payments }) => {
      if (payments) payments.uses = [{ on: '2025-11-20', amount: '60000.00', purpose: '修复' }]
    }
    expect(owed(early)).not.toContain('funds')
    expect(owed(early, used)).toContain('funds')
  })
})

describe('第二十九条: the evaluation is a third party’s', () => {
  const evaluatedUnder =
    (creditCode: string, ended = false): Change =>
    (documents) => {
      const evaluation = documents.restoration?.projects?.[0]?.evaluations?.[0]
      if (evaluation) evaluation.evaluator = { name: '某检测有限公司', creditCode }
      if (!ended) return
      documents.closing = {
        terminations: [{ obligors: ['o1'], ground: 'no-assets', decidedOn: '2025-06-01' }],
      }
    }

  test('the code of an obligor under another name is a warning', () => {
    expect(
      severitiesAndCodes('restoration/implementer-evaluates', evaluatedUnder('91350100M000100Y43')),
    ).toEqual(['warning code'])
  })

  test('not that of one let go, nor another code', () => {
    expect(
      severitiesAndCodes('restoration/implementer-evaluates', evaluatedUnder('91350100M000100Y43', true)),
    ).toEqual([])
    expect(
      severitiesAndCodes('restoration/implementer-evaluates', evaluatedUnder('91440300708461136T')),
    ).toEqual([])
  })
})
