import { describe, expect, it } from 'vitest'
import { factsBy } from '../../src/core/facts/by-day.ts'
import type { Documents, RestorationProject } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'

const on = (day: string, change: (documents: Documents) => void = () => undefined) => {
  const documents = sampleDocuments()
  change(documents)
  return factsBy(factsOf(documents), day)
}

describe('the facts as they were on a day', () => {
  it('hold what came about on it, and nothing later', () => {
    expect(on('2025-08-15').payments).toHaveLength(2)
    expect(on('2025-08-14').payments).toEqual([])
    expect(on('2025-07-24').agreements).toHaveLength(1)
    expect(on('2025-07-23').agreements).toEqual([])
    expect(on('2025-09-24').restoration.projects).toEqual([])
  })

  it('keep what had begun, without what it came to later', () => {
    const [project] = on('2026-03-19').restoration.projects
    expect(project).toMatchObject({ id: 'R1', startedOn: '2025-09-25' })
    expect(project).not.toHaveProperty('completedOn')
    expect(project?.evaluations).toEqual([])
    const [confirmation] = on('2025-09-19').court.confirmations
    expect(confirmation).toMatchObject({ appliedOn: '2025-08-05' })
    expect(confirmation).not.toHaveProperty('rulingNumber')
    expect(confirmation).not.toHaveProperty('result')
  })

  it('know of an appraisal that was commissioned, and not yet what it found', () => {
    const [commissioned] = on('2025-03-12').appraisals
    expect(commissioned).toMatchObject({ id: 'A1', commissionedOn: '2025-03-12' })
    expect(commissioned).not.toHaveProperty('amounts')
    expect(commissioned).not.toHaveProperty('reportNumber')
  })

  it('know no number and no answer that a later step brought', () => {
    const atCourt = (day: string) =>
      on(day, ({ case: known, court, restoration }) => {
        known.procuratorate = {
          suggestions: [
            { number: '1', receivedOn: '2025-08-01', answeredOn: '2025-09-01', answer: '已办理' },
          ],
        }
        if (court)
          court.suits = [
            {
              id: 'S1',
              obligors: ['o1'],
              filedOn: '2025-08-01',
              acceptedOn: '2025-08-08',
              caseNumber: '1号',
            },
          ]
        for (const project of restoration?.projects ?? [])
          Object.assign(project, { supervisor: { name: '某监理', report: 'E1' }, cost: '1.00' })
      })
    const [before, after] = [atCourt('2025-08-07'), atCourt('2025-08-08')]
    expect(before.court.suits).toEqual([{ id: 'S1', obligors: ['o1'], filedOn: '2025-08-01' }])
    expect(after.court.suits[0]).toHaveProperty('caseNumber', '1号')
    expect(before.case.procuratorate?.suggestions?.[0]).not.toHaveProperty('answer')
    expect(atCourt('2025-09-01').case.procuratorate?.suggestions?.[0]).toHaveProperty('answer', '已办理')
    const works = (day: string) => atCourt(day).restoration.projects[0]
    expect(works('2026-03-19')).toMatchObject({ supervisor: { name: '某监理' } })
    expect(works('2026-03-19')?.supervisor).not.toHaveProperty('report')
    expect(works('2026-03-19')).not.toHaveProperty('cost')
    expect(works('2026-03-20')).toMatchObject({ supervisor: { report: 'E1' }, cost: '1.00' })
  })

  it('hold no evidence that was collected later, and all that bears no day', () => {
    const dated = (collectedOn: string) =>
      on('2025-03-10', ({ evidence }) => {
        Object.assign(evidence?.evidence[0] ?? {}, { collectedOn })
      }).evidence.map(({ id }) => id)
    expect(dated('2025-03-10')).toContain('E1')
    expect(dated('2025-03-11')).not.toContain('E1')
    expect(dated('2025-03-11')).toContain('E2')
  })

  it('hold no evidence without a day that came with a later step, or was listed after what came later', () => {
    const held = (change: (documents: Documents) => void, day = '2026-03-19') => {
      const { evidence } = on(day, (documents) => {
        documents.evidence?.evidence.push({ id: 'E90', title: '报告' })
        change(documents)
      })
      return evidence.some(({ id }) => id === 'E90')
    }
    const ofProject = (change: (project: RestorationProject) => void) => (documents: Documents) => {
      for (const project of documents.restoration?.projects ?? []) change(project)
    }
    const supervised = ofProject((project) => {
      project.supervisor = { name: '某监理', report: 'E90' }
    })
    expect(held(() => undefined)).toBe(true)
    expect(held(supervised)).toBe(false)
    expect(held(supervised, '2026-03-20')).toBe(true)
    const judged = ofProject((project) => {
      const [evaluation] = project.evaluations ?? []
      if (evaluation) evaluation.opinion = 'E90'
    })
    expect(held(judged)).toBe(false)
    // What only proves a later step may have been there before.
    const inspected = ofProject((project) => {
      project.inspections = [{ on: '2026-04-01', evidence: ['E90'] }]
    })
    expect(held(inspected)).toBe(true)
    const after = (documents: Documents) =>
      documents.evidence?.evidence.splice(-1, 0, { id: 'E89', title: '照片', collectedOn: '2026-05-01' })
    expect(held(after)).toBe(false)
    expect(held(after, '2026-05-01')).toBe(true)
    // A fact of the investigation rests on it.
    const known = (documents: Documents) => {
      after(documents)
      for (const fact of documents.investigation?.facts ?? []) fact.evidence = ['E90']
    }
    expect(held(known)).toBe(true)
  })

  it('leave out an obligor who was added later, and keep one who ended later', () => {
    const ids = (day: string) =>
      on(day, ({ case: known }) => {
        known.obligorAmendments = [{ kind: 'added', obligors: ['o2'], on: '2025-04-01', reason: '查明' }]
        Object.assign(known.obligors[0] ?? {}, { endedOn: '2025-05-01' })
      }).obligors
    expect(ids('2025-03-31').map(({ id }) => id)).toEqual(['o1'])
    expect(ids('2025-04-01').map(({ id }) => id)).toEqual(['o1', 'o2'])
    expect(ids('2025-04-30')[0]).not.toHaveProperty('endedOn')
    expect(ids('2025-05-01')[0]).toHaveProperty('endedOn', '2025-05-01')
  })

  it('keep days that lie ahead by their nature, a term of the agreement whole, and no later amendment', () => {
    const [agreement] = on('2025-07-24', ({ agreements }) => {
      const [first] = agreements?.agreements ?? []
      if (!first) return
      first.substitutes = [{ mode: 'labor', consentedOn: '2025-07-25', work: '巡护' }]
      first.status = 'superseded'
      agreements?.agreements.push({ ...first, id: 'G2', amends: 'G1', signedOn: '2026-01-05' })
    }).agreements
    expect(agreement?.payments?.[0]).toHaveProperty('dueOn', '2025-08-20')
    expect(agreement?.restoration).toMatchObject({ completeBy: '2026-03-31' })
    expect(agreement?.substitutes).toEqual([{ mode: 'labor', work: '巡护' }])
    expect(agreement).not.toHaveProperty('status')
  })

  it('change nothing in the facts themselves', () => {
    const documents = sampleDocuments()
    const facts = factsOf(documents)
    factsBy(facts, '2025-03-06')
    expect(documents).toEqual(sampleDocuments())
    expect(facts.payments).toHaveLength(2)
  })
})
