import { describe, expect, it } from 'vitest'
import type { RelatedProceeding } from '../../src/core/facts/documents.ts'
import { proceedingsOf } from '../../src/core/facts/proceedings.ts'
import { type CaseWithActions, caseWithActions } from '../support/actions.ts'

const prosecution: RelatedProceeding = {
  kind: 'criminal',
  reference: '公（刑）立字〔2026〕8号',
  on: '2026-03-02',
}
const penalty: RelatedProceeding = { kind: 'penalty', reference: '南环罚告〔2026〕1号', on: '2026-04-01' }

const withProceedings = (...all: RelatedProceeding[]): CaseWithActions =>
  caseWithActions('example-case', '2026-11-24', (documents) => {
    documents.case.relatedProceedings = all
  })

describe('what became of a proceeding beside the claim', () => {
  const known = withProceedings(prosecution, penalty)
  const [filed = '', fined = ''] = known.subjects('continue-proceeding').map(String)

  it('is recorded step by step under the number of the proceeding', () => {
    expect([filed, fined]).toEqual([prosecution.reference, penalty.reference])
    const sent = known.after('continue-proceeding', filed, { on: '2026-05-06', status: 'transferred' })
    const judged = sent.after('continue-proceeding', filed, {
      on: '2026-09-10',
      status: 'decided',
      reference: '（2026）桂01刑初3号',
      amount: '30000.00',
      result: '犯污染环境罪，并处罚金。',
    })
    const [stored] = judged.view.facts.case.relatedProceedings ?? []
    expect(stored).toMatchObject(prosecution)
    expect(stored?.progress?.map(({ status }) => status)).toEqual(['transferred', 'decided'])
    expect(proceedingsOf(judged.view.facts)[0]).toEqual({
      kind: 'criminal',
      reference: '（2026）桂01刑初3号',
      on: '2026-09-10',
      amount: '30000.00',
      result: '犯污染环境罪，并处罚金。',
    })
  })

  it('that only moved on changes neither its day nor its number', () => {
    const sent = known.after('continue-proceeding', filed, { on: '2026-05-06', status: 'transferred' })
    expect(proceedingsOf(sent.view.facts)[0]).toEqual(prosecution)
  })

  it('takes the steps by their days, in whatever order they were recorded', () => {
    const decided = (on: string, amount: string) => ({ on, status: 'decided', amount, result: '罚款。' })
    const late = known
      .after('continue-proceeding', fined, decided('2026-06-01', '20000.00'))
      .after('continue-proceeding', fined, decided('2026-05-01', '10000.00'))
    expect(proceedingsOf(late.view.facts)[1]).toMatchObject({ on: '2026-06-01', amount: '20000.00' })
  })

  it('lets a fine that was decided on, and not one that was paid, stand behind the compensation', () => {
    const decided = known.after('continue-proceeding', fined, {
      on: '2026-06-01',
      status: 'decided',
      amount: '20000.00',
      result: '罚款二万元。',
    })
    expect(proceedingsOf(decided.view.facts)[1]).not.toHaveProperty('paidOn')
    const paid = decided.after('continue-proceeding', fined, { on: '2026-07-01', status: 'paid' })
    expect(proceedingsOf(paid.view.facts)[1]).toMatchObject({ on: '2026-06-01', paidOn: '2026-07-01' })
  })

  it.each([
    ['a decision without its content', { on: '2026-05-06', status: 'decided' }],
    ['a step before the proceeding', { on: '2026-03-01', status: 'transferred' }],
  ])('is refused for %s', (_, step) => {
    expect(known.refused('continue-proceeding', filed, step)).toHaveLength(1)
  })

  it('is recorded once', () => {
    const step = { on: '2026-05-06', status: 'transferred' }
    const sent = known.after('continue-proceeding', filed, step)
    expect(sent.refused('continue-proceeding', filed, step)).toHaveLength(1)
    expect(sent.refused('continue-proceeding', filed, { ...step, status: 'prosecuted' })).toEqual([])
  })

  it('is told apart by its kind where two have one number, and named by it where it has none', () => {
    const alike = withProceedings(
      prosecution,
      { ...prosecution, kind: 'penalty' },
      { kind: 'public-interest' },
    )
    expect(alike.subjects('continue-proceeding')).toEqual([
      `${prosecution.reference}/刑事案件`,
      `${prosecution.reference}/行政处罚`,
      '公益诉讼',
    ])
  })
})
