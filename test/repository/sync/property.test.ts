import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { needGit } from '../../../src/repository/gitdir.ts'
import { type MergePlan, planMerge } from '../../../src/repository/sync/plan.ts'
import { makeCommit } from '../../../src/repository/sync/tree.ts'
import { git, put, removeTemporary, temporaryRepository } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

interface Item {
  readonly id: string
  readonly title: string
  readonly source: string
}

/** What one side makes of an entry: its new title and source, null where it is left out. */
type Edit = { readonly title?: string; readonly source?: string } | null

interface Side {
  readonly edits: readonly Edit[]
  readonly added: readonly string[]
}

/** One case on the three sides. */
interface Sample {
  readonly base: readonly Item[]
  readonly ours: Side
  readonly theirs: Side
}

const words = fc.constantFrom('甲', '乙: 丙', '#丁', '"戊"', '己, 庚', '辛\n壬', '010', '是')
const MOST = 4
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ title: words }) },
  { weight: 2, arbitrary: fc.record({ source: words }) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const side = (name: string): fc.Arbitrary<Side> =>
  fc.record({
    edits: fc.array(edit, { minLength: MOST, maxLength: MOST }),
    added: fc
      .array(words, { maxLength: 2 })
      .map((each) => each.map((word, index) => `${name}${index} ${word}`)),
  })
const sample: fc.Arbitrary<Sample> = fc.record({
  base: fc
    .array(fc.record({ title: words, source: words }), { maxLength: MOST })
    .map((items) => items.map((item, index) => ({ id: `E${index + 1}`, ...item }))),
  ours: side('本机'),
  theirs: side('对方'),
})

function itemsOf({ base }: Sample, { edits, added }: Side): Item[] {
  const kept = base.flatMap((item, index) => {
    const change = edits[index]
    return change === null ? [] : { ...item, ...change }
  })
  const fresh = added.map((title, index) => ({ id: `E${base.length + index + 1}`, title, source: '新' }))
  return [...kept, ...fresh]
}

/** A document with a remark of the side at its end. */
function textOf(items: readonly Item[], remark: string): string {
  const lines = items.map((item) => `  - ${JSON.stringify(item)}\n`)
  return `evidence:${lines.length ? `\n${lines.join('')}` : ' []\n'}${remark}`
}

const COUNT = 60
const cases = fc.sample(sample, COUNT).map((each, index) => ({
  each,
  file: `cases/NN-2026-${String(index + 1).padStart(4, '0')}/evidence.yaml`,
}))

/** The facts of a case that only a person can decide, by address; and how the others come out. */
function expected({ base, ours, theirs }: Sample): { conflicts: string[]; kept: Item[] } {
  const conflicts: string[] = []
  const kept = base.flatMap((item, index): Item[] => {
    const [mine, yours] = [ours.edits[index] ?? null, theirs.edits[index] ?? null]
    const here = mine && { ...item, ...mine }
    const there = yours && { ...item, ...yours }
    const same = (one: Item | null): boolean => JSON.stringify(one) === JSON.stringify(item)
    if (here === null || there === null) {
      if ((here ?? there) !== null && !same(here ?? there)) conflicts.push(`evidence[${item.id}]`)
      return []
    }
    const merged = { ...item }
    for (const key of ['title', 'source'] as const) {
      const isOpen = here[key] !== there[key] && here[key] !== item[key] && there[key] !== item[key]
      if (isOpen) conflicts.push(`evidence[${item.id}].${key}`)
      merged[key] = here[key] === item[key] ? there[key] : here[key]
    }
    return [merged]
  })
  return { conflicts: conflicts.sort(), kept }
}

describe('whatever two officers make of the evidence of a case', { timeout: 120_000 }, () => {
  let root = ''
  let plan: MergePlan
  let commit = ''

  beforeAll(async () => {
    root = temporaryRepository()
    const commitOf = (branch: string, from: string, text: (each: Sample) => string): string => {
      git(root, 'switch', '--quiet', '--create', branch, from)
      put(root, Object.fromEntries(cases.map(({ file, each }) => [file, text(each)])))
      git(root, 'add', '--all')
      git(root, 'commit', '--quiet', '-m', branch)
      return git(root, 'rev-parse', 'HEAD').trim()
    }
    const base = commitOf('base', 'main', (each) => textOf(each.base, ''))
    const ours = commitOf('ours', 'base', (each) => textOf(itemsOf(each, each.ours), '# 本机附注\n'))
    const theirs = commitOf('theirs', 'base', (each) => textOf(itemsOf(each, each.theirs), '# 对方附注\n'))
    const settings = { decide: () => undefined, isRepeatable: () => true }
    plan = await planMerge(needGit(root), { base, ours, theirs }, settings)
    commit = await makeCommit(needGit(root), [ours, theirs], plan.changes, '合并')
  })

  const conflictsIn = (file: string) => plan.conflicts.filter((conflict) => conflict.file === file)
  const merged = (file: string): string => git(root, 'show', `${commit}:${file}`)

  test('what both wrote differently is asked about, and nothing else is', () => {
    for (const { file, each } of cases) {
      const asked = conflictsIn(file).map(({ address }) => address.slice(file.length + 1))
      expect({ each, asked: asked.sort() }).toEqual({ each, asked: expected(each).conflicts })
    }
  })

  test('what is asked about is shown as both wrote it, and nothing of that document is changed meanwhile', () => {
    const open = cases.filter(({ file }) => conflictsIn(file).length > 0)
    expect(open.length).toBeGreaterThan(0)
    for (const { file } of open) {
      expect(plan.changes.has(file)).toBe(false)
      for (const { ours, theirs } of conflictsIn(file)) expect(ours).not.toEqual(theirs)
    }
  })

  test('of all other facts, every entry and every remark of both is in the result', () => {
    const settled = cases.filter(({ file }) => conflictsIn(file).length === 0)
    expect(settled.length).toBeGreaterThan(0)
    for (const { file, each } of settled) {
      const text = merged(file)
      const items: Item[] = parse(text).evidence
      const added = [each.ours, each.theirs].flatMap((of) => of.added)
      expect({ each, ids: new Set(items.map(({ id }) => id)).size }).toEqual({ each, ids: items.length })
      const kept = items.filter(({ title }) => !added.includes(title))
      expect({ each, kept }).toEqual({ each, kept: expected(each).kept })
      expect({
        each,
        added: items
          .map(({ title }) => title)
          .filter((title) => added.includes(title))
          .sort(),
      }).toEqual({
        each,
        added: added.sort(),
      })
      for (const remark of ['# 本机附注', '# 对方附注']) expect(text).toContain(remark)
    }
  })
})
