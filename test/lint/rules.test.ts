import { describe, expect, test } from 'vitest'
import { documentNames } from '../../src/core/facts/documents.ts'
import type { CaseRule, Example } from '../../src/core/lint/define.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { sampleCommit } from '../../src/core/lint/history.ts'
import { caseRules, historyRules, housekeepingRules, ruleOf } from '../../src/core/lint/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { findingsIn, ruleFiles, ruleSource, runExample, scopeOf, valueAt } from '../support/lint.ts'

/** The rules of the design that look at one case. */
const designed = `
case/regulation-superseded case/out-of-scope case/date-order case/future-date case/obligor-id-checksum
case/dangling-reference case/stage-gap case/closed-undone
jurisdiction/level jurisdiction/department jurisdiction/county-authorization jurisdiction/lead-unit
deadline/overdue deadline/met-late deadline/late-extension deadline/soon
screening/not-initiated-ground screening/undecided
investigation/approvals investigation/facts-without-evidence investigation/legal-basis
investigation/conclusion-missing investigation/termination-ground
appraisal/simple-case appraisal/experts appraisal/panel appraisal/amounts
consultation/reply-deadline consultation/service consultation/too-many-meetings consultation/waiver
consultation/failure-ground consultation/signing-past-90-days
agreement/clause-missing agreement/clause-empty agreement/sum agreement/below-appraisal agreement/tech-upgrade-cap
agreement/instalments agreement/bond agreement/substitute-not-allowed agreement/obligor-missing
agreement/draft-clause-missing agreement/draft-figures
court/enforcement-instrument court/refused-needs-new-round court/confirmation-late court/suit-evidence
court/crime-not-transferred
restoration/implementer-wrote-plan restoration/implementer-evaluates restoration/pre-agreement
restoration/evaluation-missing restoration/exemption restoration/not-passed restoration/not-filed
restoration/substitute-unrecorded
payments/unpaid payments/exceeds payments/destination
supervision/major-unreported supervision/monthly-report supervision/major-unmarked
disclosure/missing disclosure/personal-data
evidence/missing-file evidence/hash evidence/unlisted-file
document/stale document/missing document/unfilled`
  .trim()
  .split(/\s+/)

const housekeeping = `
repo/config repo/calendar-coverage repo/merge-conflict repo/unknown-file repo/template-placeholders
schema/yaml schema/invalid schema/unknown-key case/duplicate-id case/id-folder-mismatch case/unused-suppression
history/incomplete`
  .trim()
  .split(/\s+/)

/** The rules over the history, run by `--verify-history` alone. */
const history = ['outside-ejc', 'fact-changed', 'dated-ahead', 'rewritten', 'other-case'].map(
  (name) => `history/${name}`,
)

const chinese = /\p{Script=Han}/u

describe('the index of rules', () => {
  test('holds the rules of the design, each once, in its order', () => {
    expect(caseRules.map(({ id }) => id)).toEqual(designed)
    expect(housekeepingRules.map(({ id }) => id)).toEqual([...housekeeping, ...history])
    expect(historyRules.map(({ id }) => id)).toEqual(history)
  })

  test('holds every rule file, each named after its rule', () => {
    expect(ruleFiles().sort()).toEqual([...designed, ...history].sort())
    for (const id of [...designed, ...history]) expect(ruleSource(id)).toContain(`id: '${id}'`)
  })

  test('finds a rule by its id, and none by another', () => {
    for (const rule of [...caseRules, ...housekeepingRules]) expect(ruleOf(rule.id)).toBe(rule)
    expect(ruleOf('case/nothing')).toBeUndefined()
  })
})

/** What is called by its own name: calls of ejc, options, files and folders, regulations. */
const ownNames =
  /Word|git(?: [a-z]+)?|ejc(?: [\w /-]+)?|--[a-z]+|[\w-]*\.(?:yaml|docx|pdf|txt)|[a-z]+\/|[a-z]+-\d{4}(?:-draft)?/g

/** The keys in a text for officers, who read Chinese titles: there should be none. */
function keysIn(text: string): string[] {
  return text.replace(ownNames, '').match(/[a-z]{2,}\w*/g) ?? []
}

describe.each([...caseRules, ...housekeepingRules])('$id', (rule) => {
  test('says in Chinese what must hold, why, and how to mend it', () => {
    for (const text of [rule.title, rule.why, rule.mend]) {
      expect(text).toMatch(chinese)
      expect(keysIn(text)).toEqual([])
    }
    expect(rule.article ?? '第').toMatch(/第|附件/)
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
    for (const { rule: id, message, document, path } of found) {
      expect(id).toBe(rule.id)
      expect(message).toMatch(chinese)
      expect(message).not.toMatch(/undefined|\[object|NaN/)
      expect(keysIn(message)).toEqual([])
      const holder = valueAt(documents, document, path.slice(0, -1))
      expect(holder, `${document}: ${path.join('.')}`).toBeTypeOf('object')
      if (path.length > 0) expect(valueAt(documents, document, path.slice(0, -1))).toBeDefined()
    }
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
