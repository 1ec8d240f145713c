import { describe, expect, it } from 'vitest'
import { isMapData } from '../../src/core/facts/data.ts'
import { type Documents, isDocumentName } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { newlyMisplaced } from '../../src/core/lint/date-order/entry.ts'
import { dateOrders } from '../../src/core/lint/rules/case/date-order.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { withRequiredParts } from '../../src/core/schema/half-filled.ts'
import type { PathSegment } from '../../src/core/schema/node.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsOf, settingOn } from '../support/setting.ts'

const setting = settingOn('2026-11-24')

/** Each key that the schema requires, where it stands in a document. */
function* requiredIn(
  name: string,
  value: unknown,
  path: readonly PathSegment[] = [],
): Generator<PathSegment[]> {
  if (!isDocumentName(name)) return
  if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* requiredIn(name, each, [...path, index])
  if (!isMapData(value)) return
  const required = schemaAt(name, path)?.required ?? []
  for (const [key, child] of Object.entries(value)) {
    if (required.includes(key)) yield [...path, key]
    yield* requiredIn(name, child, [...path, key])
  }
}

function without(data: unknown, [key, ...inside]: readonly PathSegment[]): unknown {
  if (Array.isArray(data)) return data.map((each, index) => (index === key ? without(each, inside) : each))
  if (!isMapData(data) || key === undefined) return data
  const { [key]: child, ...others } = data
  return inside.length ? { ...data, [key]: without(child, inside) } : others
}

describe.each([
  ['the sample', sampleDocuments()],
  ['the example', documentsOf('example-case')],
])('an item of %s that is being filled in', (_, documents) => {
  const before = viewOf(factsOf(documents), setting)
  const lacking = Object.entries(documents).flatMap(([name, data]) =>
    [...requiredIn(name, data)].map((path) => ({ name, path })),
  )

  it('puts no date out of order by what it still lacks, whichever key that is', () => {
    expect(lacking.length).toBeGreaterThan(100)
    const found = lacking.flatMap(({ name, path }) => {
      if (!isDocumentName(name)) return []
      const data = withRequiredParts(name, without(documents[name], path))
      // The schema boundary: the case as it is while a key is still to be asked.
      const unfinished = { ...documents, [name]: data } as Documents
      return newlyMisplaced(dateOrders, before, viewOf(factsOf(unfinished), setting))
    })
    expect(found).toEqual([])
  })
})

describe('what a document lacks while it is being filled in', () => {
  it('is its required lists and maps, empty; texts and numbers stay away', () => {
    const agreement = { id: 'G1', compensation: { items: [{ amount: '1.00' }] } }
    expect(withRequiredParts('agreements', { agreements: [agreement] })).toEqual({
      agreements: [{ ...agreement, obligors: [] }],
    })
  })
})
