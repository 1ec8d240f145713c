import { describe, expect, it } from 'vitest'
import { labelAt } from '../../src/core/schema/choices.ts'
import {
  furtherProblems,
  isFurtherProblems,
  MOST_LISTED,
  problemCollector,
} from '../../src/core/schema/collector.ts'
import { isMet, titledBeside, titlesOf } from '../../src/core/schema/conditions.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'

describe('a condition on the neighbours of a value', () => {
  it.each([
    ['', {}, true],
    ['name', { name: '韦某' }, true],
    ['name', { name: undefined }, false],
    ['name', {}, false],
    ['kind=individual', { kind: 'individual' }, true],
    ['kind=individual', { kind: 'organization' }, false],
    ['kind=individual', {}, false],
    ['kind=individual|organization', { kind: 'organization' }, true],
    ['major=true', { major: true }, true],
    ['method!=lien|mail', { method: 'direct' }, true],
    ['method!=lien|mail', { method: 'mail' }, false],
    ['method!=lien|mail', {}, true],
    ['name&kind=individual', { name: '韦某', kind: 'individual' }, true],
    ['name&kind=individual', { kind: 'individual' }, false],
    ['name&kind=individual', { name: '韦某', kind: 'organization' }, false],
    ['name&', { name: '韦某' }, true],
  ])('%j beside %j: %s', (condition, siblings, met) => {
    expect(isMet(condition, siblings)).toBe(met)
  })

  it('gives the value another title', () => {
    const node = {
      title: '折抵金额',
      type: 'string',
      'x-titles': { 'mode=instalments': '分期支付的金额', mode: '金额' },
    }
    expect(titledBeside(node, { mode: 'instalments' })).toEqual({ ...node, title: '分期支付的金额' })
    expect(titledBeside(node, { mode: 'labor' }).title).toBe('金额')
    expect(titledBeside(node, {})).toEqual(node)
    expect(titledBeside({ title: '金额' }, { mode: 'labor' })).toEqual({ title: '金额' })
    expect(titlesOf(node)).toEqual(['折抵金额', '分期支付的金额', '金额'])
    expect([titlesOf({}), titlesOf({ 'x-titles': { mode: '金额' } })]).toEqual([[], ['金额']])
  })
})

describe('the label of a code', () => {
  it.each([
    [['obligors', 0, 'kind'], 'individual', '自然人'],
    [['obligors', 0, 'kind'], 'heir', 'heir'],
    [['title'], 'individual', 'individual'],
    [['nothing'], 'individual', 'individual'],
    // Lists of the law stand in the pack.
    [['jurisdiction', 'level'], 'city', 'city'],
  ])('at %j, %s is %s', (path, code, label) => {
    expect(labelAt('case', path, code)).toBe(label)
  })
})

describe('the problems of a document', () => {
  const problem = (code: 'invalid' | 'unknown-key', message: string) => ({ path: [], code, message })

  it('are one at a place, the first', () => {
    const { add, problems } = problemCollector()
    add('invalid', '/a', () => undefined)
    add('invalid', '/a', () => problem('invalid', '甲'))
    add('unknown-key', '/a', () => problem('unknown-key', '乙'))
    expect(problems(() => [])).toEqual([problem('invalid', '甲')])
  })

  it('of which there are too many of a kind are counted, each place once', () => {
    const { add, problems } = problemCollector()
    for (let index = 0; index < MOST_LISTED + 2; index += 1)
      for (const _ of ['', '']) add('invalid', `/${index}`, () => problem('invalid', String(index)))
    add('unknown-key', '/k', () => problem('unknown-key', '键'))
    const found = problems((place) => [place])
    expect(found).toHaveLength(MOST_LISTED + 2)
    expect(found[MOST_LISTED]).toEqual(problem('unknown-key', '键'))
    expect(found[MOST_LISTED + 1]).toEqual({
      ...{ code: 'invalid', path: ['/100'], message: furtherProblems(2) },
      others: [['/100'], ['/101']],
    })
    expect([isFurtherProblems(furtherProblems(2)), isFurtherProblems('甲')]).toEqual([true, false])
  })
})

describe('a case that was taken over from a ledger', () => {
  const bare = {
    ...{ id: 'NN-2026-0001', regulation: 'guangxi-2025-draft', title: '某案', clue: {} },
    ...{ damage: { scope: 'covered' }, obligors: [{ id: 'o1', kind: 'individual', name: '韦某' }] },
    jurisdiction: { level: 'city', obligee: '某市人民政府', handlingUnit: '某局' },
  }
  const lacking = (data: object, isBackfilled?: boolean) =>
    validateDocument('case', data, {}, 'title', isBackfilled).map(({ path }) => path.join('.'))

  it('says so itself, and may lack what a ledger need not hold', () => {
    const backfilled = { on: '2026-11-30', source: '台账.xlsx', row: 2 }
    expect(lacking(bare)).not.toEqual([])
    expect(lacking({ ...bare, backfilled })).toEqual([])
    expect(lacking(bare, true)).toEqual([])
    expect(lacking({ ...bare, backfilled }, false)).toEqual(lacking(bare))
  })

  it('may not lack anything else, nor hold what is wrong', () => {
    const { title: _, ...untitled } = bare
    expect(lacking(untitled, true)).toEqual(['title'])
    expect(lacking({ ...bare, title: 5 }, true)).toEqual(['title'])
  })
})
