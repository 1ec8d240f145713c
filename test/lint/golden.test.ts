import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { findingsIn } from '../support/lint.ts'
import { documentsOf, readFixture } from '../support/setting.ts'

interface Change {
  readonly file: string
  readonly set?: Record<string, unknown>
  readonly unset?: readonly string[]
  readonly append?: Record<string, Record<string, unknown>>
}

interface Golden {
  readonly today: string
  readonly findings: readonly string[]
  readonly notFindings: readonly string[]
  readonly counterfactuals?: readonly (Change & { finding?: string; and?: Change; today?: string })[]
}

const read = (name: string) => readFixture(`golden/${name}.yaml`) as Golden

/** Sets, removes or appends as a counterfactual says; paths are relative to the file. */
function apply(documents: Documents, { file, set = {}, unset = [] }: Change): void {
  const root: unknown = documents[file as keyof Documents]
  const holderOf = (keys: readonly string[]) =>
    keys.reduce((value, key) => (value as Record<string, unknown>)[key], root) as Record<string, unknown>
  for (const [path, value] of Object.entries(set)) {
    const keys = path.split('.')
    holderOf(keys.slice(0, -1))[keys.at(-1) ?? ''] = value
  }
  for (const path of unset) {
    const keys = path.split('.')
    delete holderOf(keys.slice(0, -1))[keys.at(-1) ?? '']
  }
}

const ids = (documents: Documents, today: string) => [
  ...new Set(findingsIn(documents, today).map(({ rule }) => rule)),
]

describe.each(['example-case', 'example-case-2'])('%s, computed by hand', (name) => {
  const golden = read(name)
  const found = ids(documentsOf(name), golden.today)

  test.each(golden.findings)('has %s', (rule) => {
    expect(found).toContain(rule)
  })

  test.each(golden.notFindings)('does not have %s', (rule) => {
    expect(found).not.toContain(rule)
  })
})

describe('counterfactuals of example-case', () => {
  const golden = read('example-case')
  const withFinding = (golden.counterfactuals ?? []).filter(({ finding }) => finding)

  test('there are some', () => {
    expect(withFinding.length).toBeGreaterThan(0)
  })

  test.each(withFinding)('$file changed: $finding', (change) => {
    const documents = documentsOf('example-case')
    apply(documents, change)
    if (change.and) apply(documents, change.and)
    expect(ids(documents, change.today ?? golden.today)).toContain(change.finding)
  })
})

describe('every other finding of the examples is known and true', () => {
  test('example-case', () => {
    expect(ids(documentsOf('example-case'), '2026-11-24').sort()).toMatchInlineSnapshot(`
      [
        "case/dangling-reference",
        "case/obligor-id-checksum",
        "disclosure/missing",
        "evidence/missing-file",
      ]
    `)
  })

  test('example-case-2', () => {
    expect(ids(documentsOf('example-case-2'), '2026-11-24').sort()).toMatchInlineSnapshot(`
      [
        "case/dangling-reference",
        "court/plaintiff",
        "deadline/met-late",
        "deadline/overdue",
        "disclosure/missing",
        "evidence/missing-file",
        "investigation/termination-ground",
        "payments/unpaid",
        "restoration/not-passed",
        "restoration/substitute-unrecorded",
        "supervision/monthly-report",
      ]
    `)
  })
})
