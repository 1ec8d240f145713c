import { expect, test } from 'vitest'
import type { CaseRule, PlacedFinding } from '../../src/core/lint/define.ts'
import { runExample } from './lint.ts'

/** A finding as the examples write it: severity, code and place. */
export function findingText({ severity, code, document, path }: PlacedFinding): string {
  return `${severity} ${code ?? '-'} ${[document, ...path].join('.')}`
}

/** Tests further examples of a rule, at boundaries for which its own file has no room. */
export function testExamples(rule: CaseRule, { accept, reject }: CaseRule['examples']): void {
  test.each(accept)('accepts: $title', (example) => {
    expect(runExample(rule, example).found).toEqual([])
  })

  test.each(reject)('rejects: $title', (example) => {
    const found = runExample(rule, example).found.map(findingText)
    expect(found).not.toEqual([])
    expect(found).toEqual(example.finds)
  })
}
