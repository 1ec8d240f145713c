import { readdirSync, readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { type SchemaName, validateDocument } from '../../src/core/schema/validate.ts'
import { nationalLists } from '../fixtures/schema/lists.ts'

const special: Record<string, SchemaName> = { ejc: 'config' }

function documentsOf(folder: string): { file: string; name: SchemaName; data: unknown }[] {
  return readdirSync(folder)
    .filter((file) => /\.yaml(\.sample)?$/.test(file))
    .map((file) => {
      const stem = file.replace(/\.yaml(\.sample)?$/, '')
      const data: unknown = load(readFileSync(`${folder}/${file}`, 'utf8'), { schema: CORE_SCHEMA })
      return { file, name: special[stem] ?? (stem as SchemaName), data }
    })
}

for (const example of ['example-case', 'example-case-2']) {
  describe(`given ${example}`, () => {
    const documents = documentsOf(`test/fixtures/${example}`)

    it.each(documents)('$file is valid', ({ name, data }) => {
      expect(validateDocument(name, data, nationalLists)).toEqual([])
    })

    it('is checked in less than a millisecond once the program is warm', () => {
      const rounds = Array.from({ length: 200 }, () => {
        const start = performance.now()
        for (const { name, data } of documents) validateDocument(name, data, nationalLists)
        return performance.now() - start
      })
      // The best of many, since other work may run beside this.
      expect(Math.min(...rounds)).toBeLessThan(1)
    })
  })
}

describe('given shapes that the examples only name', () => {
  const valid: [name: SchemaName, title: string, data: unknown][] = [
    [
      'screening',
      'a decision not to initiate',
      {
        checkedOn: '2026-02-24',
        decision: 'not-initiate',
        notInitiate: {
          ground: 'manifestly-minor',
          reason: '轻微',
          evidence: ['E1'],
          decidedOn: '2026-02-24',
          approvals: [],
        },
      },
    ],
    [
      'appraisals',
      'an appraisal that has not reported',
      {
        appraisals: [
          {
            id: 'A1',
            kind: 'forensic-opinion',
            commissionedBy: ['obligee', 'o1'],
            commissionedOn: '2026-03-10',
          },
        ],
      },
    ],
    [
      'agreements',
      'an agreement with blank clauses and without payments',
      {
        agreements: [
          {
            id: 'G1',
            round: 1,
            obligors: ['o1'],
            clauses: { facts: null, evidence: '见附件\n二页', breach: { notApplicable: '即时履行' } },
          },
        ],
      },
    ],
    [
      'consultation',
      'a service that has not succeeded',
      {
        rounds: [
          {
            round: 1,
            services: [
              {
                obligor: 'o1',
                method: 'mail',
                attempts: [{ method: 'direct', on: '2026-06-30', result: '拒收' }],
              },
            ],
          },
        ],
      },
    ],
    [
      'consultation',
      'a waived meeting and an early request',
      {
        rounds: [
          {
            round: 1,
            earlyRequest: { by: 'o1', requestedOn: '2026-03-01' },
            meetingWaiver: { consents: [{ obligor: 'o1', consentedOn: '2026-03-01', document: '同意书' }] },
          },
        ],
      },
    ],
    [
      'court',
      'a payment order on an unconfirmed agreement',
      {
        paymentOrders: [
          {
            id: 'Z1',
            agreement: 'G1',
            obligors: ['o1'],
            amount: '36000',
            court: '某区人民法院',
            appliedOn: '2024-07-29',
          },
        ],
      },
    ],
    [
      'restoration',
      'a filed and reported restoration',
      {
        projects: [
          {
            id: 'R1',
            completedOn: '2027-01-02',
            evaluations: [],
            filedOn: '2027-02-02',
            sentToCourtOn: '2027-02-03',
          },
        ],
      },
    ],
    [
      'supervision',
      'an explanation of overdue work',
      { overdueExplanations: [{ explainedOn: '2026-12-31', reason: '取样困难' }] },
    ],
    [
      'evidence',
      'a file not yet hashed',
      { evidence: [{ id: 'E1', title: '笔录', file: 'attachments/E1-笔录.pdf', sha256: '' }] },
    ],
    [
      'calendar',
      'single rest days and holidays of several days',
      {
        year: 2027,
        kind: 'national',
        notice: { title: '通知' },
        rest: ['2027-01-01', { name: '春节', from: '2027-02-06', to: '2027-02-12' }],
        work: ['2027-02-13'],
      },
    ],
    [
      'project',
      'a project of the library',
      { id: 'L1', title: '某林场造林', place: '某林场', estimatedCost: '100000.00', status: 'open' },
    ],
  ]

  it.each(valid)('%s: %s is valid', (name, _, data) => {
    expect(validateDocument(name, data, nationalLists)).toEqual([])
  })
})
