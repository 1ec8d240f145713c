import { describe, expect, test } from 'vitest'
import { missingClauses } from '../../src/core/drafts/clauses.ts'
import { vocabularyOf } from '../../src/core/drafts/vocabulary.ts'
import { ALWAYS, writtenWeights } from '../../src/core/drafts/weights.ts'
import { settingOn } from '../support/setting.ts'
import { paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')

/** What every sentence weighs: most for the facts, less for disputes, nothing for the rest. */
const labels = [...regulation.requiredClauses.map(({ code }) => code), 'other']
const weights = labels.map((label) => ({ facts: 3, disputes: 2.6 })[label] ?? 0)
const vocabulary = vocabularyOf(regulation.clauses, regulation.pack.drafts, {
  labels,
  weights: { [ALWAYS]: writtenWeights(weights) },
})

const notes = (original: readonly string[] | null = null) =>
  missingClauses(
    { accepted: paras('各位另有安排，不在此处细说。'), original: original && paras(...original) },
    regulation,
    vocabulary,
  )

describe('a clause of which the reader is not sure', () => {
  test('is a hint with the paragraph that may be it, and no error', () => {
    expect(notes().find(({ code }) => code === 'disputes')).toEqual({
      code: 'disputes',
      severity: 'notice',
      line: 1,
      article: '第二十一条',
      message:
        '没有找到「争议解决途径」；若写在第 1 段，请核对该段是否写全。第二十一条；确实没有的，请补写。',
    })
  })

  test('is told from one that is there, and from one that is missing for sure', () => {
    const found = notes()
    expect(found.some(({ code }) => code === 'facts')).toBe(false)
    expect(found.find(({ code }) => code === 'breach')).not.toHaveProperty('severity')
  })

  test('says in which reading of the tracked changes it is so', () => {
    const before = notes(['因履行本协议发生争议的，协商解决，协商不成的向人民法院起诉。'])
    expect(before.find(({ code }) => code === 'disputes')?.message).toMatch(/^接受全部修订后，没有找到/u)
  })
})
