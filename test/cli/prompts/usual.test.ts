import { describe, expect, it } from 'vitest'
import { PROPOSALS } from '../../../src/cli/prompts/proposals.ts'
import { onPaper, USUAL } from '../../../src/cli/prompts/usual.ts'
import { documentNames } from '../../../src/core/facts/documents.ts'
import type { SchemaNode } from '../../../src/core/schema/node.ts'
import { schemaAt } from '../../../src/core/schema/walk.ts'

/** The schema of `document.key.key`, an item of it where it is a list. */
function sectionAt(name: string): SchemaNode | undefined {
  const [first, ...keys] = name.split('.')
  const document = [...documentNames, 'config' as const].find((each) => each === first)
  if (!document) return undefined
  let path: (string | number)[] = []
  for (const key of keys) {
    path = [...path, key]
    if (schemaAt(document, [...path, 0])) path = [...path, 0]
  }
  return schemaAt(document, path)
}

describe('what the prompts know of the schemas', () => {
  it.each(Object.entries(USUAL))('the usual keys of %s are keys of it', (name, keys) => {
    const known = Object.keys(sectionAt(name)?.properties ?? {})
    expect(known).not.toEqual([])
    expect(keys.filter((key) => !known.includes(key))).toEqual([])
  })

  it.each(Object.keys(PROPOSALS))('%s, for which a value is proposed, is in its schema', (name) => {
    expect(sectionAt(name)).toBeDefined()
  })
})

describe('the order in which a clue is asked for', () => {
  const place = { name: 'case', path: ['clue'], lists: {} } as const
  const order = (channel: string) => [...onPaper(place, USUAL['case.clue'] ?? [], { channel })]

  it.each([
    ['complaint-media', 'receivedOn', 'foundOn'],
    ['superior-assignment', 'receivedOn', 'foundOn'],
    ['routine-supervision', 'foundOn', 'receivedOn'],
  ])('%s: first %s, then %s', (channel, first, second) => {
    expect(order(channel)).toEqual(['channel', first, second, 'reference'])
  })
})
