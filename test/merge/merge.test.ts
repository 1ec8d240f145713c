import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeepEqual } from '../../src/core/facts/data.ts'
import { removedItems } from '../../src/core/merge/edits.ts'
import { mergeDocument } from '../../src/core/merge/merge.ts'
import { editData } from '../../src/repository/yaml/edit.ts'

const text = fc.constantFrom('甲', '乙', '丙')
const optional: { requiredKeys: [] } = { requiredKeys: [] }

/** Some of case.yaml: facts, a section, a list by one key, a list by two, a list without. */
const document = fc.record(
  {
    title: text,
    clue: fc.record({ receivedOn: text, channel: text }, optional),
    obligors: fc.uniqueArray(
      fc.record(
        { id: fc.constantFrom('o1', 'o2', 'o3'), name: text, address: text },
        { requiredKeys: ['id'] },
      ),
      { selector: ({ id }) => id, maxLength: 3 },
    ),
    related: fc.array(
      fc.record({ kind: text, reference: text, note: text }, { requiredKeys: ['kind', 'reference'] }),
      { maxLength: 3 },
    ),
    damage: fc.record({ media: fc.array(text, { maxLength: 2 }) }, optional),
  },
  optional,
)

const merge = (base: unknown, ours: unknown, theirs: unknown) => mergeDocument('case', { base, ours, theirs })

/** Every text of the data. */
function leaves(data: unknown): string[] {
  if (typeof data === 'string') return [data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(leaves) : []
}

/** How often each text stands there. */
function tally(data: unknown): Map<string, number> {
  const counts = new Map<string, number>()
  for (const leaf of leaves(data)) counts.set(leaf, (counts.get(leaf) ?? 0) + 1)
  return counts
}

/** Lists in one order, so that what differs in order alone is the same. */
function sorted(data: unknown): unknown {
  if (Array.isArray(data)) {
    return data.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  }
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(
    Object.entries(data)
      .map(([key, value]) => [key, sorted(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('whatever two officers make of a document', () => {
  it('what one alone changed is taken, and what both made alike stands', () => {
    fc.assert(
      fc.property(document, document, (base, changed) => {
        for (const sides of [
          [changed, base],
          [base, changed],
          [changed, changed],
        ] as const)
          expect(merge(base, ...sides)).toEqual({ data: changed, conflicts: [] })
      }),
    )
  })

  it('is the same from either side, but for the order of lists and for whose value is ours in a conflict', () => {
    fc.assert(
      fc.property(document, document, document, (base, one, other) => {
        const here = merge(base, one, other)
        const there = merge(base, other, one)
        const swapped = there.conflicts.map((each) => ({ ...each, ours: each.theirs, theirs: each.ours }))
        const placed = (list: typeof swapped) => sorted(list.map(({ path: _, ...each }) => each))
        expect(placed(swapped)).toEqual(placed([...here.conflicts]))
        if (!here.conflicts.length) expect(sorted(there.data)).toEqual(sorted(here.data))
      }),
    )
  })

  it('nothing that either side wrote is lost: it is in the result, or shown as a conflict', () => {
    fc.assert(
      fc.property(document, document, document, (base, one, other) => {
        const { data, conflicts } = merge(base, one, other)
        const kept = tally([data, conflicts.map(({ ours, theirs }) => [ours, theirs])])
        for (const side of [one, other]) {
          const before = tally(base)
          for (const [leaf, count] of tally(side)) {
            if (count > (before.get(leaf) ?? 0)) expect(kept.get(leaf) ?? 0, leaf).toBeGreaterThan(0)
          }
        }
      }),
    )
  })

  it('facts of their own keys meet without a conflict, and all of them stand', () => {
    const own = (prefix: string) =>
      fc.dictionary(fc.constantFrom(...['a', 'b', 'c'].map((k) => prefix + k)), text)
    fc.assert(
      fc.property(document, own('x'), own('y'), (base, mine, yours) => {
        const { data, conflicts } = merge(base, { ...base, ...mine }, { ...base, ...yours })
        expect(conflicts).toEqual([])
        expect(data).toEqual({ ...base, ...mine, ...yours })
      }),
    )
  })

  it('a decided conflict is none any more, and the side that was chosen stands there', () => {
    fc.assert(
      fc.property(document, document, document, (base, ours, theirs) => {
        const decided = mergeDocument('case', { base, ours, theirs }, () => 'theirs')
        expect(decided.conflicts).toEqual([])
        const open = merge(base, ours, theirs).conflicts.map(({ theirs: chosen }) => chosen)
        const stands = new Set(leaves(decided.data))
        for (const leaf of leaves(open)) expect(stands).toContain(leaf)
      }),
    )
  })

  it('the result follows from ours by taking out entries and writing the rest over it', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const removals = removedItems('case', before, after).map(
          (path) => ({ kind: 'remove', path }) as const,
        )
        const whole = { kind: 'set', path: [], value: after } as const
        expect(isDeepEqual(editData(before, [...removals, whole]), after)).toBe(true)
      }),
    )
  })
})

describe('the same fact changed by both', () => {
  const base = { title: '某厂排污案', obligors: [{ id: 'o1', name: '甲公司', phone: '1' }] }
  const named = (name: string, more = {}) => ({
    ...base,
    obligors: [{ id: 'o1', name, phone: '1', ...more }],
  })

  it('is a conflict at that fact alone; the other facts beside it are merged', () => {
    const { data, conflicts } = merge(
      base,
      named('乙公司', { address: '某路' }),
      named('丙公司', { phone: '2' }),
    )
    expect(data).toEqual(named('乙公司', { address: '某路', phone: '2' }))
    expect(conflicts).toEqual([
      {
        address: 'obligors[o1].name',
        path: ['obligors', 0, 'name'],
        base: '甲公司',
        ours: '乙公司',
        theirs: '丙公司',
        both: false,
      },
    ])
  })

  it('removed by one and changed by the other is a conflict too', () => {
    const { conflicts } = merge(base, { ...base, obligors: [] }, named('丙公司'))
    expect(conflicts).toMatchObject([
      { address: 'obligors[o1]', ours: undefined, theirs: { name: '丙公司' } },
    ])
  })

  it('two payments of one day may be two: both can stand', () => {
    const paid = (amount: string) => ({ payments: [{ id: 'P1', paidOn: '2026-03-01', amount }] })
    const sides = { base: { payments: [] }, ours: paid('1.00'), theirs: paid('2.00') }
    expect(mergeDocument('payments', sides).conflicts).toMatchObject([
      { address: 'payments[P1,2026-03-01]', both: true },
    ])
    const { data, conflicts } = mergeDocument('payments', sides, () => 'both')
    expect(conflicts).toEqual([])
    expect(data).toEqual({ payments: [...paid('1.00').payments, ...paid('2.00').payments] })
  })

  it('the same payment entered by both, by one with a note, is one', () => {
    const paid = (more = {}) => ({ payments: [{ id: 'P1', paidOn: '2026-03-01', amount: '1.00', ...more }] })
    const { data, conflicts } = mergeDocument('payments', {
      base: { payments: [] },
      ours: paid(),
      theirs: paid({ note: '转账' }),
    })
    expect(conflicts).toEqual([])
    expect(data).toEqual(paid({ note: '转账' }))
  })

  it('a payment that was there before is one, whatever each makes of it', () => {
    const paid = (amount: string) => ({ payments: [{ id: 'P1', paidOn: '2026-03-01', amount }] })
    const sides = { base: paid('1.00'), ours: paid('2.00'), theirs: paid('3.00') }
    expect(mergeDocument('payments', sides).conflicts).toMatchObject([
      { address: 'payments[P1,2026-03-01].amount', both: false },
    ])
  })

  it('two obligors can’t both be the one of a number: the wish for both leaves the question open', () => {
    const sides = { base, ours: named('乙公司'), theirs: named('丙公司') }
    const { data, conflicts } = mergeDocument('case', sides, () => 'both')
    expect(conflicts).toMatchObject([{ address: 'obligors[o1].name', both: false }])
    expect(data).toEqual(named('乙公司'))
  })
})

describe('what each of two officers did by himself', () => {
  const obligor = (id: string, more = {}) => ({ id, ...more })

  it('a list that neither had before holds the entries of both', () => {
    const { data, conflicts } = merge({}, { obligors: [obligor('o1')] }, { obligors: [obligor('o2')] })
    expect(conflicts).toEqual([])
    expect(data).toEqual({ obligors: [obligor('o1'), obligor('o2')] })
  })

  it('what one took away is gone, beside what the other wrote', () => {
    const before = { title: '甲案', cause: '排污', obligors: [obligor('o1'), obligor('o2')] }
    const { data, conflicts } = merge(
      before,
      { title: '乙案', obligors: [obligor('o2')] },
      { title: '甲案', cause: '排污', obligors: [obligor('o1'), obligor('o2'), obligor('o3')] },
    )
    expect(conflicts).toEqual([])
    expect(data).toEqual({ title: '乙案', obligors: [obligor('o2'), obligor('o3')] })
    expect(Object.keys(Object(data))).toEqual(['title', 'obligors'])
  })
})
