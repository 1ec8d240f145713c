import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readSchema } from '../../src/build/generate/prepare.ts'
import schema from '../../src/generated/regulation.schema.json' with { type: 'json' }

const matters = Object.keys(readSchema('regulation').properties?.matters?.properties ?? {})

describe('the matters', () => {
  it('stand once in the schema of packs', () => {
    const { $defs } = JSON.parse(readFileSync('schemas/regulation.schema.json', 'utf8'))
    expect(matters.length).toBeGreaterThan(100)
    expect($defs.matterName).not.toHaveProperty('enum')
  })

  it('are those that an entry of a pack may name, in the schema that is built in and written for editors', () => {
    expect(readSchema('regulation').$defs?.matterName?.enum).toEqual(matters)
    expect(schema.$defs.matterName.enum).toEqual(matters)
  })
})
