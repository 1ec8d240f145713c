import { describe, expect, test } from 'vitest'
import { caseRules } from '../../src/core/lint/index.ts'
import { findingsIn } from '../support/lint.ts'
import { documentsOf, settingOn } from '../support/setting.ts'

const today = '2026-11-24'
const rules = caseRules.filter(({ id }) => id.startsWith('agreement/clause-'))
const { requiredClauses } = settingOn(today).regulation

describe('第二十一条: given the agreement of the example case', () => {
  test('the pack requires fourteen matters', () => {
    expect(requiredClauses).toHaveLength(14)
  })

  test('all of them are there', () => {
    expect(findingsIn(documentsOf('example-case'), today, { rules })).toEqual([])
  })

  test.each(requiredClauses)('without $title ($code), exactly that is missing', ({ code }) => {
    const documents = documentsOf('example-case')
    delete documents.agreements?.agreements[0]?.clauses?.[code]
    const found = findingsIn(documents, today, { rules })
    expect(found).toMatchObject([{ rule: 'agreement/clause-missing', code, document: 'agreements' }])
    expect(found[0]?.path).toEqual(['agreements', 0, 'clauses'])
  })

  test.each(requiredClauses)('with $title left blank, exactly that is empty', ({ code }) => {
    const documents = documentsOf('example-case')
    const clauses = documents.agreements?.agreements[0]?.clauses
    if (clauses) clauses[code] = '……'
    const found = findingsIn(documents, today, { rules })
    expect(found).toMatchObject([{ rule: 'agreement/clause-empty', code, document: 'agreements' }])
    expect(found[0]?.path).toEqual(['agreements', 0, 'clauses', code])
  })

  test('without a clauses section, each of the matters is missing once, at the agreement', () => {
    const documents = documentsOf('example-case')
    delete documents.agreements?.agreements[0]?.clauses
    const found = findingsIn(documents, today, { rules })
    expect(found.map(({ code }) => code)).toEqual(requiredClauses.map(({ code }) => code))
    for (const { path } of found) expect(path).toEqual(['agreements', 0])
  })
})
