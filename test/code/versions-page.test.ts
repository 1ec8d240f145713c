import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands/index.ts'
import { DATA_FORMAT, OUTPUT_FORMAT } from '../../src/repository/format/number.ts'
import { formatSteps } from '../../src/repository/format/steps.ts'

const page = readFileSync('docs/versions.md', 'utf8')

describe('the page on versions', () => {
  it('says the formats that this ejc reads and writes', () => {
    expect(page).toContain(`的数据格式，现在是 ${DATA_FORMAT}。`)
    expect(page).toContain(`{"schemaVersion": ${OUTPUT_FORMAT}, "kind"`)
    expect(formatSteps.at(-1)?.to).toBe(DATA_FORMAT)
    const schema = JSON.parse(readFileSync('schemas/config.schema.json', 'utf8'))
    expect(schema.properties.schema.const).toBe(DATA_FORMAT)
  })

  it('names commands that there are', () => {
    const named = [...page.matchAll(/`ejc ([a-z]+)/g)].map(([, name = '']) => name)
    expect(named).toContain('migrate')
    expect(named.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
  })

  it('goes with the version of the package', () => {
    expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toMatch(/^1\.\d+\.\d+(?:-rc\.\d+)?$/)
  })
})
