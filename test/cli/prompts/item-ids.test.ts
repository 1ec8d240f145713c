import { describe, expect, it } from 'vitest'
import { newItemId } from '../../../src/cli/prompts/lists.ts'
import { schemaAt } from '../../../src/core/schema/walk.ts'
import type { SchemaName } from '../../../src/generated/validators.js'

describe('the id of a new item of a list', () => {
  it.each([
    ['case', ['obligors'], 'o3'],
    ['agreements', ['agreements', 0, 'payments'], 'P3'],
    ['agreements', ['agreements', 0, 'restoration'], 'W3'],
    ['court', ['suits', 0, 'restoration'], 'W3'],
    ['court', ['suits', 0, 'restoration', 'phases'], '3'],
  ] as const)('in %s %j is %s', (name: SchemaName, path, id) => {
    const node = schemaAt(name, path) ?? {}
    const item = schemaAt(name, [...path, 0]) ?? {}
    const question = { node, place: { name, path, lists: {} } }
    expect(newItemId(item, question, [{}, {}], { facts: undefined })).toEqual({ id })
  })
})
