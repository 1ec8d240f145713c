import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import { deadlineRules } from '../../src/core/deadlines/index.ts'
import { documentNames } from '../../src/core/facts/documents.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { UNRECORDED } from '../../src/core/lint/taken-over.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { flagsOf } from '../../src/core/stages/flags.ts'
import { nextStepOf } from '../../src/core/stages/next-step.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import type { CaseView } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { concluded } from './conclude.ts'
import {
  documentsFor,
  type ExpectedDeadline,
  type ExpectedFinding,
  type GoldenCase,
  goldenFiles,
} from './read.ts'

const { lists } = settingOn('2026-11-24').regulation
const files = goldenFiles()
const all = files.flatMap(({ cases }) => cases)

const about =
  ({ deadline, subject }: { deadline: string; subject?: string }) =>
  (found: Deadline) =>
    found.deadline === deadline && (subject === undefined || found.subject === subject)

function expectDeadline(deadlines: readonly Deadline[], expected: ExpectedDeadline, byHand: string): void {
  const { says = [], ...values } = expected
  const found = deadlines.find(about(expected))
  expect(found, byHand).toMatchObject(values)
  const steps = (found?.trace ?? []).map(({ step }) => step).join('\n')
  for (const text of says) expect(steps, byHand).toContain(text)
}

function expectFinding(
  findings: readonly PlacedFinding[],
  expected: string | ExpectedFinding,
  byHand: string,
): void {
  const { says = [], ...wanted } = typeof expected === 'string' ? { rule: expected } : expected
  const given = findings.map(({ rule, code, severity }) => ({ rule, code, severity }))
  expect(given, byHand).toContainEqual(expect.objectContaining(wanted))
  const isMeant = ({ rule, code }: PlacedFinding) =>
    rule === wanted.rule && (wanted.code === undefined || code === wanted.code)
  const messages = findings.filter(isMeant).map(({ message }) => message)
  for (const text of says) expect(messages.join('\n'), byHand).toContain(text)
}

function check(golden: GoldenCase): void {
  const { byHand, expect: expected } = golden
  const { view, findings } = concluded(golden, golden.today)
  for (const each of expected.deadlines ?? []) expectDeadline(view.deadlines, each, byHand)
  for (const each of expected.noDeadlines ?? [])
    expect(view.deadlines.find(about(each)), byHand).toBe(undefined)
  for (const each of expected.findings ?? []) expectFinding(findings, each, byHand)
  const messages = (rule: string) => findings.filter((each) => each.rule === rule).map((each) => each.message)
  for (const rule of expected.notFindings ?? []) expect(messages(rule), byHand).toEqual([])
  if (expected.stage) {
    const stages = { case: view.stage.case, ...Object.fromEntries(view.stage.obligors) }
    expect(stages, byHand).toMatchObject(expected.stage)
  }
  if (expected.flags) expect(flagsOf(view), byHand).toMatchObject(expected.flags)
  if (expected.next) expect(nextOf(view), byHand).toMatchObject(expected.next)
}

function nextOf(view: CaseView): { action: string | undefined; subject: string | null | undefined } {
  const step = nextStepOf(view, actionsFor(view))?.action
  return { action: step?.action.id, subject: step?.subject }
}

describe.each(files)('$file', ({ cases }) => {
  const headed = cases.map((golden) => [`${golden.law.join('、')}：${golden.title}`, golden] as const)

  it.each(headed)('%s', (_heading, golden) => {
    const documents = documentsFor(golden)
    const problems = documentNames.flatMap((name) =>
      documents[name] === undefined ? [] : validateDocument(name, documents[name], lists),
    )
    expect(problems).toEqual([])
    check(golden)
  })
})

describe('the golden cases together', () => {
  const rules = new Set<string>([...caseRules.map(({ id }) => id), UNRECORDED])

  it('are many, each with a title of its own, an article, a reckoning by hand and something expected', () => {
    expect(all.length).toBeGreaterThanOrEqual(45)
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length)
    for (const { title, law, byHand, expect: expected } of all) {
      expect(law.join(), title).toMatch(/第.+条/u)
      expect(byHand, title).toMatch(/[。；]/u)
      expect(Object.values(expected).flat().length, title).toBeGreaterThan(0)
    }
  })

  it('name only rules that exist, so that nothing is not found for want of a rule', () => {
    const named = all.flatMap(({ expect: { findings = [], notFindings = [] } }) => [
      ...findings.map((each) => (typeof each === 'string' ? each : each.rule)),
      ...notFindings,
    ])
    expect(named.filter((rule) => !rules.has(rule))).toEqual([])
  })

  it('hold each deadline of a case, so that each has been counted by hand', () => {
    const counted = new Set(
      all.flatMap(({ expect: { deadlines = [] } }) => deadlines.map(({ deadline }) => deadline)),
    )
    expect(deadlineRules.map(({ id }) => id).filter((id) => !counted.has(id))).toEqual([])
  })
})
