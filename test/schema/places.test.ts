import { describe, expect, it } from 'vitest'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { choicesOf } from '../../src/core/schema/choices.ts'
import { pointerPath, valueLabel } from '../../src/core/schema/explain.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { itemKey, keyOrder, schemaAt, titleAt } from '../../src/core/schema/walk.ts'

describe('a place of a document', () => {
  it('of a pointer leads into lists by numbers, and into maps by keys', () => {
    const data = { a: [{ 'b/c': { '1': 'x' } }], n: null, t: '甲' }
    expect(pointerPath('/a/0/b~1c/1', data)).toEqual(['a', 0, 'b/c', '1'])
    expect(pointerPath('/n/0', data)).toEqual(['n', '0'])
    expect(pointerPath('/t/0', data)).toEqual(['t', '0'])
    expect(pointerPath('/toString/0', data)).toEqual(['toString', '0'])
    expect(pointerPath('/x~0y', data)).toEqual(['x~y'])
    expect(pointerPath('', data)).toEqual([])
  })

  it('is named by its title, by its key, or by its number in a list', () => {
    const name = (naming: Parameters<typeof valueLabel>[0]['naming'], ...path: (string | number)[]) =>
      valueLabel({ name: 'case', naming }, path)
    expect(name('title-and-key')).toBe('文件')
    expect(name('title-and-key', 'title')).toBe('「案件名称（title）」')
    expect(name('title', 'title')).toBe('「案件名称」')
    expect(name('title-and-option', 'title')).toBe('「案件名称（title）」')
    expect(name('title-and-key', 'nothing')).toBe('「nothing」')
    expect(name('title', 'obligors', 1)).toBe(`「${titleAt('case', ['obligors'])}」第 2 项`)
    expect(name('title', 'nothing', 0)).toBe('「」第 1 项')
  })

  it('has a schema where there is one', () => {
    expect(schemaAt('case', ['obligors', 0, 'nothing'])).toBeUndefined()
    expect(schemaAt('case', ['nothing', 'at', 'all'])).toBeUndefined()
    expect(schemaAt('case', ['title', 0])).toBeUndefined()
    expect(schemaAt('case', ['toString'])).toBeUndefined()
    expect(titleAt('case', ['nothing', 0])).toBeUndefined()
    expect(itemKey('case', ['obligors'])).toEqual(['id'])
    expect(itemKey('case', ['nothing'])).toBeUndefined()
    expect(keyOrder('case', ['clue'])?.slice(0, 2)).toEqual(['channel', 'reference'])
    expect(keyOrder('case', ['title'])).toBeUndefined()
  })

  it('has the choices of its schema, of its list, or none', () => {
    expect(choicesOf({}, {})).toBeUndefined()
    const oneOf = [{ const: 'a', title: '甲' }]
    expect(choicesOf({ oneOf }, {})).toEqual([{ code: 'a', label: '甲' }])
  })
})

describe('a wrong document is told', () => {
  const told = (
    name: 'case' | 'evidence',
    data: unknown,
    lists = {},
    naming?: 'title' | 'title-and-option',
  ) =>
    validateDocument(name, data, lists, naming).map(({ code, path, message, suggestion }) => {
      return [code, path.join('.'), message, suggestion]
    })
  const evidence = (...entries: unknown[]) => ({ evidence: entries })
  const entry = { id: 'E1', title: '笔录', file: 'attachments/a.pdf', sha256: '' }

  it('with the day that was meant, as people write it', () => {
    const suggestion = (collectedOn: string) => told('evidence', evidence({ ...entry, collectedOn }))[0]?.[3]
    expect(['2026年3月2日', '2026/3/12', '2026.10.2', ' 2026年3月2日 '].map(suggestion)).toEqual([
      '2026-03-02',
      '2026-03-12',
      '2026-10-02',
      '2026-03-02',
    ])
    expect(['2026-02-30', '2026年3月', 'x2026年3月2日', '2026年3月2日x', '明天'].map(suggestion)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
  })

  it('once for each number that stands twice, and none for what has no number', () => {
    const again = evidence(entry, { ...entry }, {}, {}, 'x', { ...entry })
    const repeated = told('evidence', again).filter(([, , message]) => message?.includes('重复'))
    expect(repeated.map(([, path]) => path)).toEqual(['evidence.1.id', 'evidence.5.id'])
    expect(repeated[0]?.[2]).toContain('「E1」重复：第 1 项已经使用')
    expect(told('evidence', { evidence: 'x' })).toHaveLength(1)
  })

  it('by the lists of the text, as far as they are known', () => {
    const { clue, ...rest } = sampleDocuments().case
    const given = (channel: unknown, lists: object) =>
      told('case', { ...rest, clue: { ...clue, channel } }, lists).map(([, path, , suggestion]) => [
        path,
        suggestion,
      ])
    const channels = [{ code: 'routine-supervision', label: '日常监管' }]
    expect(given('routine-supervision', { channels })).toEqual([])
    expect(given('routine-supervison', { channels })).toEqual([['clue.channel', 'routine-supervision']])
    expect(given('routine-supervison', {})).toEqual([])
    expect(given(7, { channels })).toEqual([['clue.channel', undefined]])
  })

  it('in words for whoever edits the file, or answers a question', () => {
    const wrong = evidence({ ...entry, title: 7 })
    expect(told('evidence', wrong)[0]?.[2]).toContain('写成 title: "…"')
    expect(told('evidence', wrong, {}, 'title')[0]?.[2]).not.toContain('title')
    expect(told('evidence', wrong, {}, 'title-and-option')[0]?.[2]).not.toContain('写成')
  })
})
