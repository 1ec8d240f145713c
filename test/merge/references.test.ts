import { describe, expect, it } from 'vitest'
import { type DocumentName, documentNames } from '../../src/core/facts/documents.ts'
import { kindOfIdAt, kindsReferredTo } from '../../src/core/merge/references.ts'
import type { PathSegment } from '../../src/core/schema/node.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'

interface Place {
  readonly name: DocumentName
  readonly path: readonly PathSegment[]
}

/** Every place of the documents of a case at which the schema wants an id. */
function placesOfIds(): Place[] {
  const found: Place[] = []
  const visit = (name: DocumentName, path: readonly PathSegment[]): void => {
    const node = schemaAt(name, path)
    if (!node || path.length > DEEPEST) return
    if (node['x-format'] === 'id') found.push({ name, path })
    for (const key of Object.keys(node.properties ?? {})) visit(name, [...path, key])
    if (node.items) visit(name, [...path, 0])
  }
  for (const name of documentNames) visit(name, [])
  return found
}

const DEEPEST = 10

const placeText = ({ name, path }: Place): string =>
  [name, ...path.filter((segment) => typeof segment === 'string')].join('.')

/** Ids that mean something only beside the agreement or judgment in which they stand, and those that name nothing of a case. */
const ofNoCase =
  /(?:^case\.regulation|regulationMoves\.|restoration\.(?:phases\.)?id$|\.(?:terms|phase)$|substitutes\.project$)/

describe('the ids of a case', () => {
  const places = placesOfIds()

  it('are found in the schemas', () => {
    expect(places.map(placeText)).toEqual(
      expect.arrayContaining(['case.obligors.id', 'court.suits.appeal.by']),
    )
  })

  it('are given or refer to something known, so that they can move to another case', () => {
    const unknown = places.filter(({ name, path }) => {
      const known = kindOfIdAt(name, path) ?? kindsReferredTo(name, path, 'E1')[0]
      return known === undefined && !ofNoCase.test(placeText({ name, path }))
    })
    expect([...new Set(unknown.map(placeText))]).toEqual([])
  })
})
