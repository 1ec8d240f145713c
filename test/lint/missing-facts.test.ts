import { describe, expect, test } from 'vitest'
import { type Documents, documentNames } from '../../src/core/facts/documents.ts'
import type { Path } from '../../src/core/facts/locations.ts'
import type { CaseScope } from '../../src/core/lint/define.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { nationalLists } from '../fixtures/schema/lists.ts'
import { scopeOf } from '../support/lint.ts'

/** Every path of a value, the value itself left out. */
function pathsIn(value: unknown): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]): Path[] => {
    const key = Array.isArray(value) ? Number(name) : name
    return [[key], ...pathsIn(inner).map((path) => [key, ...path])]
  })
}

/** Takes out the key or the item at a path. */
function takeOut(root: unknown, path: Path): void {
  const holder = path.slice(0, -1).reduce<unknown>((value, key) => Reflect.get(Object(value), key), root)
  const last = path.at(-1) ?? ''
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else if (typeof holder === 'object' && holder !== null) Reflect.deleteProperty(holder, last)
}

/** The sample case without one fact after another, where the schema lets the fact be missing. */
function withoutOneFact(): { path: Path; scope: CaseScope }[] {
  return pathsIn(sampleDocuments()).flatMap((path) => {
    const documents: Documents = sampleDocuments()
    takeOut(documents, path)
    const name = documentNames.find((each) => each === path[0])
    if (!name || (path.length === 1 && name === 'case')) return []
    const document = documents[name]
    if (document && validateDocument(name, document, nationalLists).length > 0) return []
    return [{ path, scope: scopeOf(documents, sampleToday) }]
  })
}

const lacking = withoutOneFact()

test('most facts of a case may be missing', () => {
  expect(lacking.length).toBeGreaterThan(150)
})

describe.each(caseRules)('$id', (rule) => {
  test('reads a case in which any fact is missing that may be', () => {
    const failed = lacking.filter(({ scope }) => {
      try {
        return Array.from(rule.check(scope)).some(({ message }) => /undefined|NaN|\[object/.test(message))
      } catch {
        return true
      }
    })
    expect(failed.map(({ path }) => path.join('.'))).toEqual([])
  })
})
