import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { type SchemaName, validateDocument } from '../../src/core/schema/validate.ts'
import { nationalLists } from '../fixtures/schema/lists.ts'

interface Broken {
  title: string
  document?: SchemaName
  data?: unknown
  change?: Record<string, unknown>
  path: (string | number)[]
  message: string
}

const rows = load(readFileSync('test/fixtures/schema/broken.yaml', 'utf8'), {
  schema: CORE_SCHEMA,
}) as Broken[]

/** A valid case with changes laid over it; null removes. */
function aCase(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const base = {
    id: 'NN-2026-0001',
    regulation: 'guangxi-2025-draft',
    title: '某化工有限公司倾倒废酸案',
    clue: { channel: 'inspection', foundOn: '2026-02-11' },
    damage: { scope: 'covered', kind: 'pollutant-discharge' },
    jurisdiction: { level: 'city', obligee: '南宁市人民政府', handlingUnit: '南宁市生态环境局' },
    obligors: [{ id: 'o1', kind: 'organization', name: '某化工有限公司' }],
  }
  return Object.fromEntries(Object.entries({ ...base, ...changes }).filter(([, value]) => value !== null))
}

describe('given one wrong value', () => {
  it.each(rows)('$title is one problem that says what to do', ({ document, data, change, path, message }) => {
    const problems = validateDocument(document ?? 'case', change ? aCase(change) : data, nationalLists)
    expect(problems.map((problem) => [problem.path, problem.message])).toEqual([[path, message]])
  })

  it('an unknown key has its own code and a suggestion', () => {
    const [problem] = validateDocument('screening', { checkedOn: '2026-02-24', finding: '无' }, {})
    expect(problem).toMatchObject({ code: 'unknown-key', suggestion: 'findings' })
  })

  it('a date in another shape is suggested in ours', () => {
    const [problem] = validateDocument('screening', { checkedOn: '2026年2月4日' }, {})
    expect(problem?.suggestion).toBe('2026-02-04')
  })

  it('a key named __proto__ is unknown, not a prototype', () => {
    const data: unknown = JSON.parse('{ "checkedOn": "2026-02-24", "__proto__": { "decision": "x" } }')
    expect(validateDocument('screening', data, {}).map(({ code }) => code)).toEqual(['unknown-key'])
  })

  it('several wrong values are several problems', () => {
    const data = { checkedOn: '2026-02-30', damageFound: '是', decisoin: 'initiate' }
    expect(validateDocument('screening', data, nationalLists)).toHaveLength(3)
  })

  it('the number of a person is not repeated in the message', () => {
    const data = aCase({
      obligors: [{ id: 'o1', kind: 'individual', name: '韦某', idNumber: 450101199001010000 }],
    })
    const [problem] = validateDocument('case', data, nationalLists)
    expect(problem?.message).toContain('请给值加引号')
    expect(problem?.message).not.toContain('4501')
  })

  it('a list that the pack does not hold is not checked', () => {
    expect(validateDocument('case', aCase({ clue: { channel: 'satellite' } }), {})).toEqual([])
    expect(validateDocument('case', aCase({ clue: { channel: 'satellite' } }), nationalLists)).toHaveLength(1)
  })
})
