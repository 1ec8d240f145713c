import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { sarif } from '../../../../../src/cli/commands/lint/formats/sarif.ts'
import { createRepository } from '../../../../support/cli.ts'
import { findings, hostile, rules } from './findings.ts'

interface Log {
  version?: string
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      ruleId: string
      ruleIndex?: number
      level: string
      readonly message: { readonly text: string }
      readonly partialFingerprints: Readonly<Record<string, string>>
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string }
          readonly region: unknown
        }
      }[]
    }[]
  }[]
}

const read = (text: string): Log => JSON.parse(text) as Log

/** The published schema; written for draft 4, of which it uses nothing that later drafts read otherwise but `id`; one pattern is none with the `u` flag. */
function publishedSchema(): (log: unknown) => string[] {
  const path = 'test/fixtures/sarif/sarif-2.1.0-rtm.5.json'
  const { $schema, id, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  expect([$schema, id]).toEqual([expect.stringContaining('draft-04'), expect.stringContaining('sarif-2.1.0')])
  const formats = { uri: /^[a-z][a-z0-9+.-]*:\S+$/i, 'uri-reference': /^[!-~]*$/, 'date-time': /^\d{4}-/ }
  const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema)
  return (log) => (validate(log) ? [] : (validate.errors ?? []).map((error) => JSON.stringify(error)))
}

const problemsOf = publishedSchema()

describe('SARIF 2.1.0', () => {
  const log = read(sarif({ findings, rules, prefix: '' }))
  const results = log.runs[0]?.results ?? []

  it('is what the published schema asks for, with findings and without', () => {
    expect(problemsOf(log)).toEqual([])
    expect(problemsOf(read(sarif({ findings: [], rules, prefix: '' })))).toEqual([])
  })

  it('is held to a schema that can refuse', () => {
    expect(problemsOf({ ...log, version: '2.0' })).not.toEqual([])
    const broken = read(sarif({ findings, rules, prefix: '' }))
    for (const result of broken.runs[0]?.results ?? []) result.level = 'notice'
    expect(problemsOf(broken)).not.toEqual([])
  })

  it('describes every rule, and each result names its rule by id and place', () => {
    const described = log.runs[0]?.tool.driver.rules ?? []
    expect(described.map(({ id }) => id)).toEqual(rules.map(({ id }) => id))
    for (const { ruleId, ruleIndex } of results) expect(described[ruleIndex ?? -1]?.id).toBe(ruleId)
    expect(JSON.stringify(described)).not.toContain('helpUri')
  })

  it('gives severity, place and message', () => {
    expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'note', 'warning', 'error'])
    expect(results[0]?.message.text).toBe('协议缺少违约责任。')
    expect(results[0]?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: 'cases/NN-2025-0007/agreements.yaml' },
      region: { startLine: 9, startColumn: 5 },
    })
  })

  it('writes paths as URI references, from the top of the git work tree', () => {
    const [uri] = read(sarif({ findings: findings.slice(4), rules, prefix: '案 件' })).runs.flatMap((run) =>
      run.results.map((result) => result.locations[0]?.physicalLocation.artifactLocation.uri),
    )
    expect(uri).toMatch(/^%E6%A1%88%20%E4%BB%B6\/cases\/NN-2025-0007\/[!-~]+$/)
    expect(decodeURIComponent(uri ?? '')).toContain('附件 #1:第一行\n')
  })

  it('has a fingerprint of its own for each result, which lines and days do not change', () => {
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['ejcFinding/v1'])
    expect(new Set(prints).size).toBe(findings.length)
    const moved = findings.map((finding) => ({ ...finding, line: finding.line + 7, message: '逾期 9 天' }))
    const again = read(sarif({ findings: moved, rules, prefix: '' })).runs[0]?.results ?? []
    expect(again.map(({ partialFingerprints }) => partialFingerprints['ejcFinding/v1'])).toEqual(prints)
  })

  it('keeps hostile text as data, with nothing that a terminal would obey', () => {
    const text = sarif({ findings, rules, prefix: '' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2028]/)
    expect(results[4]?.message.text).toBe(hostile)
  })

  it('is the same each time, and comes from the program itself', () => {
    const repository = createRepository('example-case', 'example-case-2')
    const call = () => repository.ejc(['lint', '--format', 'sarif', '--today', '2026-11-24'])
    const { exit, stdout } = call()
    expect(exit).toBe(1)
    expect(problemsOf(read(stdout))).toEqual([])
    expect(read(stdout).runs[0]?.results.length).toBeGreaterThan(10)
    expect(call().stdout).toBe(stdout)
  })
})
