import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lintRepository } from '../../src/office/lint.ts'
import { planMigration } from '../../src/repository/format/plan.ts'
import { openWorkspace } from '../../src/repository/workspace.ts'

const root = join(import.meta.dirname, '../../examples/repository')
const today = '2026-11-24'

const expectedStages: Record<string, string> = {
  'GC-2023-0001': 'evaluation',
  'GC-2023-0002': 'performance',
  'GC-2024-0001': 'performance',
  'GC-2025-9001': 'suit',
  'GC-2026-0001': 'performance',
  'GC-2026-0002': 'not-initiated',
  'GC-2026-0004': 'consultation',
  'GC-2026-0005': 'investigation',
  'GC-2026-0006': 'screening',
}

const brokenCase = 'GC-2025-9001'

/** What the comments in the broken case say is wrong with it. */
const rulesOfTheBrokenCase = [
  'agreement/bond',
  'agreement/clause-empty',
  'agreement/clause-missing',
  'agreement/instalments',
  'agreement/substitute-not-allowed',
  'agreement/sum',
  'agreement/tech-upgrade-cap',
  'appraisal/amounts',
  'appraisal/experts',
  'appraisal/panel',
  'appraisal/simple-case',
  'case/dangling-reference',
  'case/date-order',
  'case/future-date',
  'case/obligor-id-checksum',
  'case/unused-suppression',
  'consultation/failure-ground',
  'consultation/reply-deadline',
  'consultation/service',
  'consultation/too-many-meetings',
  'court/crime-not-transferred',
  'court/enforcement-instrument',
  'court/suit-evidence',
  'deadline/late-extension',
  'deadline/met-late',
  'deadline/overdue',
  'disclosure/personal-data',
  'document/missing',
  'document/unfilled',
  'evidence/hash',
  'evidence/missing-file',
  'evidence/unlisted-file',
  'investigation/approvals',
  'investigation/facts-without-evidence',
  'investigation/legal-basis',
  'jurisdiction/county-authorization',
  'jurisdiction/department',
  'jurisdiction/level',
  'payments/destination',
  'payments/exceeds',
  'payments/unpaid',
  'repo/unknown-file',
  'restoration/implementer-evaluates',
  'restoration/implementer-wrote-plan',
  'restoration/not-passed',
  'restoration/pre-agreement',
  'schema/unknown-key',
  'screening/undecided',
  'supervision/major-unmarked',
]

const workspace = await openWorkspace(root, today)
const findings = await lintRepository(root, { today })

/** The deadline of a case, by its id and what it is about. */
function deadline(id: string, name: string, subject: string | null = null) {
  const { deadlines } = workspace.needCase(id).view
  return deadlines.find((each) => each.deadline === name && each.subject === subject)
}

const ofRule = (id: string) => findings.filter(({ case: of }) => of === id).map(({ rule }) => rule)

describe('the example repository', () => {
  test('every case folder is a case that this test knows', () => {
    expect(readdirSync(join(root, 'cases')).sort()).toEqual(Object.keys(expectedStages))
  })

  test('the files beside the cases are right', () => {
    expect(workspace.problems).toEqual([])
    expect(workspace.projects.map(({ id }) => id)).toEqual(['L1'])
  })

  test('its hooks, workflows and pages are those that this ejc writes; schemas for editors are left out', async () => {
    const { files, kept } = await planMigration(workspace.repository)
    expect([...files.keys()].filter((path) => !path.startsWith('schemas/'))).toEqual([])
    expect(kept).toEqual([])
  })

  test.each(Object.entries(expectedStages))('%s can be read and is in the stage %s', (id, stage) => {
    const { view, problems } = workspace.needCase(id)
    expect(view.stage.case).toBe(stage)
    if (id !== brokenCase) expect(problems).toEqual([])
  })

  test('only the case that is wrong on purpose has errors', () => {
    const wrong = findings.filter(({ severity }) => severity === 'error').map(({ case: of }) => of)
    expect([...new Set(wrong)]).toEqual([brokenCase])
  })

  test('the made-up cases have no warnings either', () => {
    const madeUp = /^GC-2026-/
    const warned = findings.filter(
      ({ severity, case: of }) => severity === 'warning' && madeUp.test(of ?? ''),
    )
    expect(warned).toEqual([])
  })

  test('the broken case shows every rule that its comments name', () => {
    const rules = new Set(ofRule(brokenCase))
    expect(rulesOfTheBrokenCase.filter((rule) => !rules.has(rule))).toEqual([])
  })
})

describe('the published cases under the Guangxi text', () => {
  test('绩溪: 26 working days from the clue to initiation, where 5 are allowed for the check', () => {
    const { calendar } = workspace.setting
    expect(calendar.addWorkingDays('2023-09-04', 26).date).toBe('2023-10-16')
    expect(deadline('GC-2023-0001', 'screening')).toMatchObject({
      start: '2023-09-04',
      due: '2023-09-11',
      met: '2023-10-16',
      status: 'met-late',
    })
    expect(ofRule('GC-2023-0001')).toContain('deadline/met-late')
  })

  test('绩溪: agreement on the day of the meeting; carbon credits are a substitute still to be evaluated', () => {
    expect(deadline('GC-2023-0001', 'agreement', 'G1')).toMatchObject({ met: '2023-10-30', status: 'met' })
    expect(ofRule('GC-2023-0001')).toContain('restoration/evaluation-missing')
  })

  test('六盘水: an unconfirmed agreement is never enforced; a payment order is no wrong instrument', () => {
    expect(deadline('GC-2023-0002', 'enforcement-apply', 'G1')).toBeUndefined()
    expect(ofRule('GC-2023-0002')).not.toContain('court/enforcement-instrument')
  })

  test('海宁: a simple case may go without a meeting; the pool of the experts is not told', () => {
    const rules = ofRule('GC-2024-0001')
    expect(rules).not.toContain('appraisal/simple-case')
    expect(rules.filter((rule) => rule === 'appraisal/experts')).toHaveLength(3)
    expect(deadline('GC-2024-0001', 'payment', 'P1')).toMatchObject({ status: 'met' })
  })
})

describe('what the made-up cases show', () => {
  test('a running appraisal leaves the investigation open-ended', () => {
    expect(deadline('GC-2026-0005', 'investigation')).toMatchObject({ due: null, status: 'suspended' })
  })

  test('two obligors served on different days have a period of their own each', () => {
    expect(deadline('GC-2026-0004', 'consultation', '1/o1')).toMatchObject({ due: '2027-01-18' })
    expect(deadline('GC-2026-0004', 'consultation', '1/o2')).toMatchObject({
      due: '2027-01-24',
      rolledDue: '2027-01-25',
      certain: false,
    })
  })

  test('a clue five days old is to be checked in two', () => {
    expect(deadline('GC-2026-0006', 'screening')).toMatchObject({ due: '2026-11-26', status: 'soon' })
  })

  test('a confirmed agreement under restoration has met the limitation', () => {
    expect(deadline('GC-2026-0001', 'limitation', 'o1')).toMatchObject({ met: '2026-08-28', status: 'met' })
    expect(deadline('GC-2026-0001', 'restoration-complete', 'R1')).toMatchObject({ status: 'open' })
  })
})
