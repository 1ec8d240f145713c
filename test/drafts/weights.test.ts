import { describe, expect, test } from 'vitest'
import { labelledSentences, type TaughtDraft } from '../../src/build/clause-weights/examples.ts'
import { learnWeights } from '../../src/build/clause-weights/learn.ts'
import { recogniseDraft } from '../../src/core/drafts/recognise.ts'
import { readTable, weighBy, writtenTable, writtenWeights } from '../../src/core/drafts/weights.ts'
import { type Lines, paras, vocabulary } from './toy.ts'

const draft = (name: string, facts: string, plan: string, disputes: string): TaughtDraft => ({
  name,
  preamble: ['双方订立本协议。'],
  parts: [
    { heading: '', items: [{ clause: 'facts', text: [facts] }] },
    { heading: '做法', items: [{ clause: 'plan', text: [plan] }] },
    { heading: '扯皮', items: [{ clause: 'disputes', text: [disputes] }] },
  ],
  closing: [],
})
const taught = [
  draft('a', '厂里把废水排到河里。', '先挖走黑泥再种水草。', '说不拢就上县法院。'),
  draft('b', '他把废水放到沟里。', '把黑泥挖走，种上水草。', '谈不拢的上法院。'),
  draft('c', '工人把废水倒到塘里。', '黑泥挖走晒干，种水草。', '讲不拢上市法院。'),
]
const examples = labelledSentences(taught, vocabulary)
const table = learnWeights(examples, vocabulary)
const learned = {
  ...vocabulary,
  codes: vocabulary.codes,
  weights: { labels: table.labels, weigh: weighBy(table, vocabulary) },
}

describe('what is learned from drafts', () => {
  test('is the same each time', () => {
    expect(learnWeights(examples, vocabulary)).toEqual(table)
  })

  test('tells a sentence in new words by what it has in common with those', () => {
    const told = (sentence: string) => {
      const logs = learned.weights.weigh(sentence, '')
      return table.labels[logs.indexOf(Math.max(...logs))]
    }
    expect(told('船员把废水泼到海里')).toBe('facts')
    expect(told('黑泥运走后栽水草')).toBe('plan')
    expect(told('拢不到一块的去法院')).toBe('disputes')
  })

  test('gives no place to the habit of one author', () => {
    expect(table.weights).not.toHaveProperty('w县')
  })

  test('reads a sentence under its title, without one, and under the title before', () => {
    const titles = labelledSentences(taught.slice(0, 1), vocabulary)
      .filter(({ labels }) => labels.includes('disputes'))
      .map(({ title, weight }) => [title, weight])
    expect(titles).toEqual([
      ['', 1],
      ['扯皮', 1],
      ['做法', 0.5],
    ])
  })

  test('reads it also under a title that others share, and by its parts', () => {
    const shared = {
      ...draft('d', '', '', ''),
      parts: [
        {
          heading: '约定',
          items: [
            { clause: 'plan', text: ['把黑泥全部挖走，再种上新水草。'] },
            { clause: 'disputes', text: ['上法院。'] },
          ],
        },
      ],
    }
    const plans = labelledSentences([...taught, shared], vocabulary).filter(({ labels }) =>
      labels.includes('plan'),
    )
    expect(plans).toContainEqual(expect.objectContaining({ author: 'a', title: '约定' }))
    expect(plans).toContainEqual(
      expect.objectContaining({ author: 'd', title: '', sentence: '再种上新水草' }),
    )
  })

  test('takes an item that is several clauses as one of them, and why nothing is restored as a thing of its own', () => {
    const labelsOf = (more: { also: string[]; unrestored?: boolean }) =>
      labelledSentences(
        [
          {
            ...draft('d', '', '', ''),
            parts: [{ heading: '', items: [{ clause: 'facts', text: ['没事。'], ...more }] }],
          },
        ],
        vocabulary,
      ).map(({ labels }) => labels)
    expect(labelsOf({ also: ['plan'] })).toContainEqual(['facts', 'plan'])
    expect(labelsOf({ also: ['plan'], unrestored: true })).toContainEqual(['unrestored'])
  })

  test('is the same table when it is read again', () => {
    expect(readTable(writtenTable(table))).toEqual(table)
  })

  test('keeps weights in fifths, the largest cut off', () => {
    expect(writtenWeights([0, 0.2, -0.2, 99, -99])).toBe('OPN}!')
  })
})

describe('a clause in other words than those of the pack', () => {
  const stateOf = (code: string, ...lines: Lines) => recogniseDraft(paras(...lines), learned).stateOf(code)

  test('is there where the weights tell it, and missing where nothing does', () => {
    const lines = ['他把废水放到河里，鱼死了。', '挖走黑泥，种水草。', '谈不拢就上法院，没有别的办法。']
    expect(stateOf('disputes', ...lines)).toEqual({ state: 'present' })
    expect(stateOf('breach', ...lines)).toEqual({ state: 'missing' })
  })

  test('is doubtful, with the paragraph that may be it, where it is neither likely nor unlikely', () => {
    const shares: Readonly<Record<string, number>> = { facts: 0.7, disputes: 0.26 }
    const weigh = () => table.labels.map((label) => Math.log(shares[label] ?? 0.01))
    const doubting = { ...learned, weights: { labels: table.labels, weigh } }
    const state = recogniseDraft(paras('某种说法，没有别的。'), doubting).stateOf('disputes')
    expect(state).toEqual({ state: 'doubtful', number: 1 })
  })

  test('stays blank under its own heading, whatever else is said', () => {
    expect(stateOf('disputes', '一、争议解决', '×××', '二、其他', '谈不拢，就上法院。')).toMatchObject({
      state: 'blank',
    })
  })

  test('is doubtful where a word of it stands in a sentence that is clearly another clause', () => {
    const weigh = () => table.labels.map((label) => Math.log(label === 'facts' ? 0.99 : 0.001))
    const lines = ['双方无异议，签字为证。']
    expect(recogniseDraft(paras(...lines), vocabulary).stateOf('opinions')).toEqual({ state: 'present' })
    const denying = { ...learned, weights: { labels: table.labels, weigh } }
    expect(recogniseDraft(paras(...lines), denying).stateOf('opinions')).toEqual({
      state: 'doubtful',
      number: 1,
    })
  })
})
