import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { readFixture, viewOfFixture } from '../support/setting.ts'

type Values = Record<string, unknown>

interface Expected extends Values {
  deadline: string
  subject?: string
}

interface Change {
  file: keyof Documents
  set?: Values
  unset?: string[]
  append?: Values
}

interface Golden {
  today: string
  stage: { case: string; obligors: Record<string, string> }
  deadlines: Expected[]
  counterfactuals?: (Change & { and?: Change; today?: string; expect: Expected })[]
}

/** The container of the last key of a dotted path, made where it is absent. */
function parentOf(root: Values, path: string): [Values, string] {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const parent = keys.reduce<Values>((value, key) => {
    value[key] ??= {}
    return value[key] as Values
  }, root)
  return [parent, last]
}

function apply(documents: Documents, { file, set = {}, unset = [], append = {} }: Change): void {
  const root = documents[file] as unknown as Values
  for (const [path, value] of Object.entries(set)) {
    const [parent, key] = parentOf(root, path)
    parent[key] = value
  }
  for (const path of unset) {
    const [parent, key] = parentOf(root, path)
    delete parent[key]
  }
  for (const [path, item] of Object.entries(append)) {
    const [parent, key] = parentOf(root, path)
    const list = parent[key] as Values[]
    const { like, ...own } = item as Values
    const model = structuredClone(list.find(({ id }) => id === like) ?? {})
    delete model.objections
    list.push({ ...model, ...own })
  }
}

function find(deadlines: readonly Deadline[], expected: Expected): Deadline | undefined {
  return deadlines.find(
    ({ deadline, subject }) =>
      deadline === expected.deadline && (expected.subject === undefined || subject === expected.subject),
  )
}

describe.each(['example-case', 'example-case-2'])('golden values of %s', (name) => {
  const golden = readFixture(`golden/${name}.yaml`) as Golden
  const view = viewOfFixture(name, golden.today)

  it('derives the stage of the case and of each obligor', () => {
    expect(view.stage.case).toBe(golden.stage.case)
    expect(Object.fromEntries(view.stage.obligors)).toEqual(golden.stage.obligors)
  })

  it.each(golden.deadlines.map((expected) => [expected.deadline, expected.subject ?? '', expected] as const))(
    'counts %s %s',
    (_deadline, _subject, expected) => {
      expect(find(view.deadlines, expected)).toMatchObject(expected)
    },
  )

  it.each(
    (golden.counterfactuals ?? []).map(
      (each) => [JSON.stringify(each.set ?? each.append ?? each.unset), each] as const,
    ),
  )('counts again with %s', (_title, { expect: expected, and, today, ...change }) => {
    const changed = viewOfFixture(name, today ?? golden.today, (documents) => {
      apply(documents, change)
      if (and) apply(documents, and)
    })
    expect(find(changed.deadlines, expected)).toMatchObject(expected)
  })
})

describe('the other reading', () => {
  it('counts an expert opinion strictly and shows the day on which it would end otherwise', () => {
    const view = viewOfFixture('example-case', '2026-11-24', ({ appraisals }) => {
      const [first] = appraisals?.appraisals ?? []
      if (first) first.kind = 'expert-opinion'
    })
    const investigation = view.deadlines.find(({ deadline }) => deadline === 'investigation')
    expect(investigation?.due).toBe('2026-04-26')
    expect(investigation?.otherReading?.due).toBe('2026-07-06')
  })
})
