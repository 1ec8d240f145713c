import { expect, it } from 'vitest'
import { documentNames } from '../../src/core/facts/documents.ts'
import { isNumberFormat, numberKeys } from '../../src/core/facts/paper-number.ts'
import type { SchemaNode } from '../../src/core/schema/node.ts'
import { schemaTexts } from '../../src/generated/schemas.js'

/** Every key of a schema whose value is the number of a paper, with its format. */
function numbersIn(node: SchemaNode, found: Map<string, string>): Map<string, string> {
  for (const [key, value] of Object.entries(node.properties ?? {})) {
    if (isNumberFormat(value['x-format'])) found.set(key, value['x-format'])
    numbersIn(value, found)
  }
  for (const each of Object.values(node.$defs ?? {})) numbersIn(each, found)
  if (node.items) numbersIn(node.items, found)
  return found
}

it('the keys that are looked at in files are those that the schemas mark', () => {
  const marked = new Map<string, string>()
  for (const name of documentNames) numbersIn(JSON.parse(schemaTexts[name]), marked)
  expect(Object.fromEntries(marked)).toEqual(numberKeys)
})
