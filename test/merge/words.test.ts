import { describe, expect, it } from 'vitest'
import { type Decision, mergeDocument } from '../../src/core/merge/merge.ts'

const media = (value: unknown) => (value === undefined ? {} : { damage: { media: value } })

/** What two officers made of a list of plain words, and the questions that are left. */
function merged(base: unknown, ours: unknown, theirs: unknown, decision?: Decision) {
  const versions = { base: media(base), ours: media(ours), theirs: media(theirs) }
  const { data, conflicts } = mergeDocument('case', versions, () => decision)
  const { damage } = data as { damage?: { media?: unknown } }
  return [damage?.media, conflicts.map(({ address }) => address)]
}

describe('a list of plain words that two officers changed', () => {
  it.each<[string, string[] | undefined, string[], string[], string[]]>([
    ['keeps what both added', ['air'], ['air', 'soil'], ['air', 'forest'], ['air', 'soil', 'forest']],
    ['loses what either took out', ['air', 'soil'], ['soil', 'forest'], ['air'], ['forest']],
    [
      'holds once what both added alike',
      ['air'],
      ['air', 'soil'],
      ['soil', 'air', 'forest'],
      ['air', 'soil', 'forest'],
    ],
    ['needs nothing that was there before', undefined, ['air'], ['soil'], ['air', 'soil']],
    ['is empty where each took out another', ['air', 'soil'], ['air'], ['soil'], []],
  ])('%s', (_, base, ours, theirs, result) => {
    expect(merged(base, ours, theirs)).toEqual([result, []])
  })

  it.each<[string, unknown, unknown, unknown]>([
    ['a word that stands twice', ['air'], ['soil', 'soil'], ['forest']],
    ['a word that stood twice', ['air', 'air'], ['soil'], ['forest']],
    ['numbers', ['air'], [1], ['forest']],
    ['some numbers', ['air'], ['soil', 1], ['forest']],
    ['a text in place of the list', ['air'], 'soil', ['forest']],
    ['a text where the list stands now', 'air', ['soil'], ['forest']],
  ])('is a question as a whole, where it holds %s', (_, base, ours, theirs) => {
    expect(merged(base, ours, theirs)).toEqual([ours, ['damage.media']])
    expect(merged(base, ours, theirs, 'theirs')).toEqual([theirs, []])
  })
})

describe('a question that is left open for a later merge', () => {
  const titled = (title: unknown) => (title === undefined ? {} : { title })
  const open = (base: unknown, ours: unknown, theirs: unknown) => {
    const versions = { base: titled(base), ours: titled(ours), theirs: titled(theirs) }
    const { data, conflicts } = mergeDocument('case', versions, () => 'open')
    expect(conflicts).toEqual([])
    return data
  }

  it('holds a value that neither side has; of what one removed, what the other made of it', () => {
    expect(open('甲案', '乙案', '丙案')).toEqual({ title: { undecided: ['乙案', '丙案'] } })
    expect(open('甲案', undefined, '丙案')).toEqual({ title: '丙案' })
    expect(open('甲案', '乙案', undefined)).toEqual({ title: '乙案' })
  })

  it('of two payments of one day is open at the fact on which they differ', () => {
    const paid = (amount: string) => ({ payments: [{ id: 'P1', paidOn: '2026-03-01', amount }] })
    const versions = { base: { payments: [] }, ours: paid('1.00'), theirs: paid('2.00') }
    expect(mergeDocument('payments', versions, () => 'open').data).toEqual({
      payments: [{ id: 'P1', paidOn: '2026-03-01', amount: { undecided: ['1.00', '2.00'] } }],
    })
  })
})
