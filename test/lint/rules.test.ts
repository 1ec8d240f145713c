import { describe, expect, test } from 'vitest'
import { documentNames } from '../../src/core/facts/documents.ts'
import type { CaseRule, Example } from '../../src/core/lint/define.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { sampleCommit } from '../../src/core/lint/history.ts'
import { caseRules, historyRules, housekeepingRules, ruleOf } from '../../src/core/lint/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { matterTitles } from '../../src/core/regulation/matters.ts'
import { keyOrder, titleAt } from '../../src/core/schema/walk.ts'
import { findingText } from '../support/examples.ts'
import { findingsIn, ruleFiles, ruleSource, runExample, scopeOf, valueAt } from '../support/lint.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn(sampleToday)

const chinese = /\p{Script=Han}/u

const all = [...caseRules, ...housekeepingRules]
/** Those that have a file of their own; the others are described where they are carried out. */
const inFiles = [...caseRules, ...historyRules]

describe('the index of rules', () => {
  test('holds every rule file, each named after its rule', () => {
    expect(inFiles.map(({ id }) => id).sort()).toEqual(ruleFiles().sort())
    for (const { id } of inFiles) expect(ruleSource(id)).toContain(`id: '${id}'`)
  })

  test('holds each rule once', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  })

  test('is in the order of the text; what rests on no matter comes first', () => {
    const matters = Object.keys(matterTitles)
    for (const rules of [caseRules, historyRules]) {
      const places = rules.map(({ matter }) => matters.indexOf(matter ?? ''))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    }
  })

  test('finds a rule by its id, and none by another', () => {
    for (const rule of all) expect(ruleOf(rule.id)).toBe(rule)
    expect(ruleOf('case/nothing')).toBeUndefined()
  })
})

/** What is called by its own name: calls of ejc, options, files and folders, regulations. */
const ownNames =
  /Word|git(?: [a-z]+)?|ejc(?: [\w /.=-]+)?|--[a-z]+|[\w-]*\.(?:yaml|docx|pdf|txt)|[a-z]+\/|[a-z]+-\d{4}(?:-draft)?/g

/** The keys in a text for officers, who read Chinese titles: there should be none. */
function keysIn(text: string): string[] {
  return text.replace(ownNames, '').match(/[a-z]{2,}\w*/g) ?? []
}

describe.each(all)('$id', (rule) => {
  test('says in Chinese what must hold, why, and how to mend it', () => {
    for (const text of [rule.title, rule.why, rule.mend].map(regulation.written)) {
      expect(text).toMatch(chinese)
      expect(keysIn(text)).toEqual([])
    }
    expect(rule.matter === null ? '第' : regulation.articleOf(rule.matter)).toMatch(/第|附件|法/)
  })
})

describe.each(caseRules)('$id', (rule) => {
  test('has examples on both sides', () => {
    expect(rule.examples.accept).not.toEqual([])
    expect(rule.examples.reject).not.toEqual([])
  })

  test.each(rule.examples.accept)('accepts: $title', (example) => {
    expect(runExample(rule, example).found).toEqual([])
  })

  test.each(rule.examples.reject)('rejects: $title', (example) => {
    const { documents, found } = runExample(rule, example)
    expect(found).not.toEqual([])
    for (const { rule: id, message, document, path, keys } of found) {
      expect(id).toBe(rule.id)
      expect(message).toMatch(chinese)
      expect(message).not.toMatch(/undefined|\[object|NaN/)
      expect(keysIn(message)).toEqual([])
      const holder = valueAt(documents, document, path.slice(0, -1))
      expect(holder, `${document}: ${path.join('.')}`).toBeTypeOf('object')
      if (path.length > 0) expect(valueAt(documents, document, path.slice(0, -1))).toBeDefined()
      // What a message names of its place is asked for: the keys say it, not the text.
      const children = keyOrder(document, path) ?? []
      const named = children.filter((key) => message.includes(`「${titleAt(document, [...path, key])}」`))
      if (keys) expect(children).toEqual(expect.arrayContaining([...keys]))
      expect(keys?.length ?? 0, message).toBeGreaterThanOrEqual(Math.min(1, named.length))
    }
    if (example.finds) expect(found.map(findingText)).toEqual(example.finds)
    const said = found.map(({ message }) => message).join('\n')
    for (const text of example.says ?? []) expect(said).toContain(text)
  })
})

describe.each(historyRules)('$id', (rule) => {
  const check = (commit: Partial<typeof sampleCommit>) => [...rule.check({ ...sampleCommit, ...commit })]

  test('has examples on both sides, and reads the history', () => {
    expect(rule.examples.accept).not.toEqual([])
    expect(rule.examples.reject).not.toEqual([])
    expect(rule.reads).toEqual(['history'])
  })

  test.each(rule.examples.accept)('accepts: $title', ({ commit }) => {
    expect(check(commit)).toEqual([])
  })

  test.each(rule.examples.reject)('rejects: $title', ({ commit }) => {
    expect(check(commit)).not.toEqual([])
    for (const { message } of check(commit)) {
      expect(message).toMatch(chinese)
      expect(message).not.toMatch(/undefined|\[object|NaN/)
      expect(keysIn(message)).toEqual([])
    }
  })
})

describe('what a rule says it reads', () => {
  const quiet = (kind: 'today' | 'files') => caseRules.filter(({ reads }) => !reads?.includes(kind))
  const texts = (rule: CaseRule, example: Example, today: string) =>
    runExample(rule, { ...example, today }).found.map(({ message }) => message)

  test.each(quiet('today'))('$id finds the same on any day', (rule) => {
    for (const example of [...rule.examples.accept, ...rule.examples.reject]) {
      expect(texts(rule, example, '2035-01-02')).toEqual(texts(rule, example, sampleToday))
    }
  })

  test.each(quiet('files'))('$id does not look at files', (rule) => {
    const scope = Object.defineProperty(scopeOf(sampleDocuments(), sampleToday), 'files', {
      get: () => {
        throw new Error('files were read')
      },
    })
    expect(() => [...rule.check(scope)]).not.toThrow()
  })
})

describe('the sample case', () => {
  test('is clean under all rules together', () => {
    const documents = sampleDocuments()
    const files = (documents.evidence?.evidence ?? []).flatMap(({ file }) => file ?? [])
    expect(findingsIn(documents, sampleToday, { files })).toEqual([])
  })

  test('is a fresh copy each time', () => {
    sampleDocuments().case.obligors.pop()
    expect(sampleDocuments().case.obligors).toHaveLength(2)
  })
})

describe('a case on its way', () => {
  const phases = documentNames.filter((name) => name !== 'case' && name !== 'evidence')
  const rules = caseRules.filter(({ id }) => id !== 'case/dangling-reference')

  test.each([
    ['the clue', '2025-03-05', 0],
    ['screening', '2025-03-05', 1],
    ['appraisal', '2025-05-20', 3],
    ['consultation', '2025-07-10', 4],
    ['the agreement', '2025-07-24', 5],
  ])('up to %s, on the day of it, has nothing but reminders', (_, today, count) => {
    const documents = sampleDocuments()
    for (const name of phases.slice(count)) delete documents[name]
    const files = (documents.evidence?.evidence ?? []).flatMap(({ file }) => file ?? [])
    const found = findingsIn(documents, today, { rules, files })
    expect(found.filter(({ severity }) => severity !== 'notice')).toEqual([])
  })

  test('any phase missing, no rule throws', () => {
    for (const name of phases) {
      const documents = sampleDocuments()
      delete documents[name]
      expect(() => findingsIn(documents, sampleToday)).not.toThrow()
    }
  })
})

describe('a suppression', () => {
  const suppress = (rule: string) => {
    const documents = sampleDocuments()
    documents.case.lint = { suppress: [{ rule, reason: '已核实。' }] }
    return documents
  }

  test('silences its rule and nothing else', () => {
    const documents = suppress('jurisdiction/level')
    documents.case.damage.crossRegion = 'cross-city'
    const rules = caseRules.filter(({ reads }) => !reads?.includes('files'))
    expect(lintCase(scopeOf(documents, sampleToday), rules)).toEqual([])
  })

  test('is itself a finding where it silences nothing', () => {
    const rules = caseRules.filter(({ reads }) => !reads?.includes('files'))
    const found = lintCase(scopeOf(suppress('jurisdiction/level'), sampleToday), rules)
    expect(found.map(({ rule, code }) => [rule, code])).toEqual([
      ['case/unused-suppression', 'jurisdiction/level'],
    ])
  })
})
