import { describe, expect, it, test } from 'vitest'
import { removedItems } from '../../src/core/merge/edits.ts'
import { keyedItems } from '../../src/core/merge/keys.ts'

/** The names of the entries of a list. */
const names = (list: unknown, ...key: string[]) => [...(keyedItems(list, key)?.keys() ?? [])]

describe('an entry of a list is told apart by', () => {
  it.each<[what: string, item: object, name: string]>([
    ['its properties, one after the other', { id: 'P1', on: '2026-03-01' }, 'P1,2026-03-01'],
    ['nothing where it lacks a property', { on: '2026-03-01' }, ',2026-03-01'],
    ['a number as written', { id: 2, on: true }, '2,true'],
    ['a text with a comma in it, in quotes', { id: '甲,乙', on: '' }, '"甲,乙",""'],
    ['a text that ends with a comma', { id: '甲,', on: '乙' }, '"甲,",乙'],
    ['a text that begins with a comma', { id: ',甲', on: '乙' }, '",甲",乙'],
    ['a text that looks like the second of two', { id: '甲#2', on: '乙' }, '"甲#2",乙'],
    ['a text with brackets', { id: '[甲]', on: '乙' }, '"[甲]",乙'],
  ])('%s', (_, item, name) => {
    expect(names([item], 'id', 'on')).toEqual([name])
  })

  it('not by what every object has of itself', () => {
    expect(names([{}], 'constructor')).toEqual([''])
  })

  it('a number of repetition, where its properties are those of others before it', () => {
    const same = { id: 'P1' }
    expect(names([same, { id: 'P2' }, same, same], 'id')).toEqual(['P1', 'P2', 'P1#2', 'P1#3'])
  })

  test.each<[string, unknown]>([
    ['no list', { id: 'P1' }],
    ['a list with a text in it', [{ id: 'P1' }, 'P2']],
  ])('%s has no such entries', (_, list) => {
    expect(keyedItems(list, ['id'])).toBeUndefined()
  })
})

describe('what a document has lost', () => {
  const obligor = (id: string, more = {}) => ({ id, ...more })
  const gone = (before: unknown, after: unknown) => removedItems('case', before, after)

  it('is named from the end of the list, so that each place stays right', () => {
    const before = { obligors: [obligor('o1'), obligor('o2'), obligor('o3')] }
    expect(gone(before, { obligors: [obligor('o2')] })).toEqual([
      ['obligors', 2],
      ['obligors', 0],
    ])
    expect(gone(before, before)).toEqual([])
  })

  it('inside an entry comes before the entries themselves, at their old places', () => {
    const distributions = [{ on: '2026-10-01' }, { on: '2026-11-01' }]
    const before = { obligors: [obligor('o1'), obligor('o2', { bankruptcy: { distributions } })] }
    const after = { obligors: [obligor('o2', { bankruptcy: { distributions: [{ on: '2026-11-01' }] } })] }
    expect(gone(before, after)).toEqual([
      ['obligors', 1, 'bankruptcy', 'distributions', 0],
      ['obligors', 0],
    ])
  })

  it.each<[what: string, before: unknown, after: unknown]>([
    ['a whole list that is no longer there', { obligors: [obligor('o1')] }, {}],
    ['a list that is now something else', { obligors: [obligor('o1')] }, { obligors: '甲公司' }],
    ['something else that is now a list', { obligors: '甲公司' }, { obligors: [obligor('o1')] }],
    ['values of a list without keys', { damage: { media: ['air', 'soil'] } }, { damage: { media: ['air'] } }],
    ['a text', { title: '甲案' }, { title: '乙案' }],
  ])('names no entry for %s', (_, before, after) => {
    expect(gone(before, after)).toEqual([])
  })
})
