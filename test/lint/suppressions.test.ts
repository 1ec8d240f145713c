import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { createRepository, listOf } from '../support/cli.ts'
import { scopeOf } from '../support/lint.ts'
import { putSample } from '../support/sample-case.ts'

type Suppressions = NonNullable<Documents['case']['lint']>['suppress']

const reason = '已核实，见卷内说明。'

/** What is found, as `rule code`, in the sample case after a change and with suppressions. */
function found(
  suppress: Suppressions,
  change: (documents: Documents) => void,
  today = sampleToday,
): string[] {
  const documents = sampleDocuments()
  change(documents)
  documents.case.lint = { suppress: suppress ?? [] }
  const files = (documents.evidence?.evidence ?? []).flatMap(({ file }) => file ?? [])
  const findings = lintCase(scopeOf(documents, today, { files }), caseRules, caseRules)
  return findings.map(({ rule, code }) => `${rule} ${code}`)
}

/** Both obligors were served and never answered; the sample goes no further. */
const silent = (documents: Documents): void => {
  const [round] = documents.consultation?.rounds ?? []
  if (round) {
    round.replies = []
    round.meetings = []
    round.outcomes = []
  }
  for (const name of ['agreements', 'court', 'restoration', 'payments', 'supervision'] as const)
    delete documents[name]
}

const withoutBreach = ({ agreements }: Documents): void => {
  delete agreements?.agreements[0]?.clauses?.breach
}

describe('a suppression with a subject', () => {
  const rule = 'deadline/overdue'
  const overdue = (suppress: Suppressions) =>
    found(suppress, silent, '2025-06-16').filter((each) => each.startsWith(rule))

  it('silences only findings about that subject: the reply of one obligor, not of the other', () => {
    expect(overdue([])).toEqual([`${rule} reply`, `${rule} reply`])
    for (const subject of ['1/o2', 'o2'])
      expect(overdue([{ rule, subject, reason }])).toEqual([`${rule} reply`])
    expect(overdue([{ rule, subject: '1', reason }])).toEqual([])
    expect(overdue([{ rule, reason }])).toEqual([])
  })

  it('knows an agreement by its id and a clause by its code', () => {
    const clause = 'agreement/clause-missing'
    for (const subject of ['G1', 'breach', undefined]) {
      const suppression = { rule: clause, reason, ...(subject === undefined ? {} : { subject }) }
      expect(found([suppression], withoutBreach)).toEqual([])
    }
    for (const subject of ['G2', 'disputes', '1', 'o1']) {
      expect(found([{ rule: clause, subject, reason }], withoutBreach)).toEqual([
        `${clause} breach`,
        `case/unused-suppression ${clause}`,
      ])
    }
  })

  it('stands beside another for the same rule; each must be used', () => {
    const both = ['1/o1', '1/o2'].map((subject) => ({ rule, subject, reason }))
    expect(overdue(both)).toEqual([])
    const wrong = [...both, { rule, subject: '2/o1', reason }]
    expect(found(wrong, silent, '2025-06-16')).toEqual([`case/unused-suppression ${rule}`])
  })
})

describe('a suppression without effect is a finding', () => {
  const rule = 'agreement/clause-missing'

  it('when it gives no reason, and then it silences nothing', () => {
    for (const blank of ['', ' 　']) {
      expect(found([{ rule, reason: blank }], withoutBreach)).toEqual([
        `${rule} breach`,
        `case/unused-suppression ${rule}`,
      ])
    }
  })

  it('when nothing is found, when its rule does not exist, and when its rule can not be silenced', () => {
    for (const named of [rule, 'agreement/clause-mising', 'schema/invalid', 'case/unused-suppression'])
      expect(found([{ rule: named, reason }], () => undefined)).toEqual([`case/unused-suppression ${named}`])
  })

  it('stands at its own line, also when only that is asked', () => {
    const repository = createRepository()
    putSample(repository.root, 'NN-2025-0007', (documents) => {
      documents.case.lint = { suppress: [{ rule, reason, by: '许某', on: '2025-07-24' }] }
    })
    const day = ['--today', sampleToday]
    for (const args of [[], ['--rule', 'case/unused-suppression']]) {
      const findings = listOf(repository.ejc(['lint', '--json', ...args, ...day]), 'lint')
      expect(findings).toMatchObject([
        { rule: 'case/unused-suppression', file: 'cases/NN-2025-0007/case.yaml', path: 'lint.suppress.0' },
      ])
      const { line } = findings[0] ?? {}
      expect(repository.read('cases/NN-2025-0007/case.yaml').split('\n')[Number(line) - 1]).toContain(rule)
    }
    expect(listOf(repository.ejc(['lint', '--json', '--rule', rule, ...day]), 'lint')).toEqual([])
  })

  it('does not stand in comments: no word in a file silences anything', () => {
    const repository = createRepository()
    putSample(repository.root, 'NN-2025-0007', withoutBreach)
    const file = 'cases/NN-2025-0007/agreements.yaml'
    repository.write(file, `# ejc-disable ${rule}\n# lint: ignore\n${repository.read(file)}`)
    const findings = listOf(repository.ejc(['lint', '--json', '--today', sampleToday]), 'lint')
    expect(findings.map((finding) => finding.rule)).toEqual([rule])
  })
})
