import { describe, expect, it } from 'vitest'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import { type CaseWithActions, caseWithActions } from '../support/actions.ts'

const filed = { id: 'S1', obligors: ['o1'], agreement: 'G1', filedOn: '2026-11-02' }

/** The first example with a suit, on a day. */
const inCourt = (today: string, court: Record<string, unknown>): CaseWithActions =>
  caseWithActions('example-case', today, (documents) => {
    documents.court = { ...documents.court, confirmations: [], ...court }
  })

const deadlineIn = ({ view }: CaseWithActions, id: string, subject: string | null = null) =>
  view.deadlines.find((each) => each.deadline === id && each.subject === subject)

describe('民事诉讼法第一百七十一条: the service of a judgment', () => {
  const judged = inCourt('2026-12-03', { suits: [{ ...filed, judgedOn: '2026-12-01', result: 'lost' }] })

  it('is recorded after the judgment, and starts the 15 days', () => {
    expect(deadlineIn(judged, 'appeal', 'S1')).toBeUndefined()
    expect(judged.subjects('serve-judgment')).toEqual(['S1'])
    const served = judged.after('serve-judgment', 'S1', { servedOn: '2026-12-02' })
    expect(deadlineIn(served, 'appeal', 'S1')).toMatchObject({ start: '2026-12-02', due: '2026-12-17' })
  })

  it('on a defendant is of a defendant of this suit', () => {
    const services = [{ obligor: 'o2', servedOn: '2026-12-02' }]
    expect(judged.refused('serve-judgment', 'S1', { services })).toEqual(['民事诉讼法第一百七十一条'])
    expect(
      judged.refused('serve-judgment', 'S1', { services: [{ obligor: 'o1', servedOn: '2026-12-02' }] }),
    ).toEqual([])
  })

  it('can be told with the judgment, and an appeal of the office meets the deadline', () => {
    const pending = inCourt('2026-12-10', { suits: [filed] })
    const served = pending.after('judge', 'S1', {
      judgedOn: '2026-12-01',
      servedOn: '2026-12-02',
      result: 'lost',
    })
    const appealed = served.after('appeal', 'S1', { by: 'obligee', on: '2026-12-09' })
    expect(deadlineIn(appealed, 'appeal', 'S1')).toMatchObject({ status: 'met', met: '2026-12-09' })
  })

  it('of each party has its own appeal, and none takes the place of another', () => {
    const judgment = { judgedOn: '2026-12-01', servedOn: '2026-12-02', result: 'partly-won' }
    const first = inCourt('2026-12-15', { suits: [{ ...filed, ...judgment }] })
    const both = first
      .after('appeal', 'S1', { by: 'obligee', on: '2026-12-09' })
      .after('appeal', 'S1', { by: 'o1', on: '2026-12-14' })
    expect(both.view.facts.court.suits).toMatchObject([
      { otherAppeals: [{ by: 'obligee', on: '2026-12-09' }], appeal: { by: 'o1', on: '2026-12-14' } },
    ])
    expect(deadlineIn(both, 'appeal', 'S1')).toMatchObject({ status: 'met', met: '2026-12-09' })
    expect(both.refused('appeal', 'S1', { by: 'obligee', on: '2026-12-10' })).toEqual([
      '民事诉讼法第一百七十一条',
    ])
  })

  it('of a judgment that was set aside goes with it to those before', () => {
    const remanded = inCourt('2027-03-01', {
      suits: [
        {
          ...filed,
          judgedOn: '2026-12-01',
          servedOn: '2026-12-02',
          services: [{ obligor: 'o1', servedOn: '2026-12-03' }],
          result: 'lost',
          appeal: { by: 'obligee', on: '2026-12-09', judgedOn: '2027-01-20', result: 'remanded' },
        },
      ],
    })
    const again = remanded.after('judge', 'S1', { judgedOn: '2027-02-26', result: 'won' })
    const [suit] = again.view.facts.court.suits
    expect(suit?.servedOn).toBeUndefined()
    expect(suit?.services).toBeUndefined()
    expect(suit?.remanded).toMatchObject([
      { servedOn: '2026-12-02', services: [{ obligor: 'o1', servedOn: '2026-12-03' }] },
    ])
  })
})

describe('民事诉讼法第二百一十六条: a retrial', () => {
  const effective = inCourt('2027-01-11', {
    suits: [
      { ...filed, judgedOn: '2026-12-01', servedOn: '2026-12-02', effectiveOn: '2026-12-18', result: 'lost' },
    ],
  })

  it('is applied for once, with its outcome in the same place', () => {
    const applied = effective.after('apply-retrial', 'S1')
    expect(deadlineIn(applied, 'retrial', 'S1')?.met).toBe('2027-01-11')
    expect(applied.refused('apply-retrial', 'S1', { result: 'dismissed' })).toEqual([
      '民事诉讼法第二百一十六条',
    ])
    const ruled = applied.after('apply-retrial', 'S1', { result: 'dismissed', ruledOn: '2027-01-11' })
    expect(ruled.subjects('apply-retrial')).toEqual([])
  })

  it('that is ordered leads to a new judgment, which takes the place of the former', () => {
    expect(effective.subjects('judge')).toEqual([])
    const ordered = effective.after('apply-retrial', 'S1', {
      appliedOn: '2027-01-05',
      result: 'ordered',
      ruledOn: '2027-01-08',
    })
    expect(ordered.subjects('judge')).toEqual(['S1'])
    expect(ordered.refused('judge', 'S1', { judgedOn: '2027-01-08', result: 'won' })).toEqual(['民事诉讼法'])
    const retried = ordered.after('judge', 'S1', {
      judgedOn: '2027-01-11',
      result: 'won',
      effectiveOn: '2027-01-11',
    })
    const [suit] = retried.view.facts.court.suits
    expect(suit).toMatchObject({ judgedOn: '2027-01-11', result: 'won', effectiveOn: '2027-01-11' })
    expect(suit?.retrial).toBeUndefined()
    expect(suit?.remanded).toMatchObject([
      {
        judgedOn: '2026-12-01',
        effectiveOn: '2026-12-18',
        result: 'lost',
        retrial: { ruledOn: '2027-01-08' },
      },
    ])
    expect(retried.subjects('judge')).toEqual([])
  })

  it('is no next step: who is content with a judgment does not apply', () => {
    expect(openDuties(effective.view).map(({ deadline }) => deadline)).not.toContain('retrial')
  })
})

describe('民事诉讼法第一百零四条: a preservation', () => {
  const preserved = inCourt('2026-11-10', {
    preservations: [{ kind: 'property', obligors: ['o1'], appliedOn: '2026-11-02' }],
  })

  it('runs from the measure that is recorded, until the suit', () => {
    expect(deadlineIn(preserved, 'preservation-suit', 'property/2026-11-02')).toBeUndefined()
    const taken = preserved.after('record-preservation', 'property/2026-11-02', {
      grantedOn: '2026-11-03',
      takenOn: '2026-11-05',
      until: '2027-11-04',
    })
    expect(deadlineIn(taken, 'preservation-suit', 'property/2026-11-02')?.due).toBe('2026-12-05')
    expect(deadlineIn(taken, 'preservation-end', 'property/2026-11-02')?.due).toBe('2027-11-04')
  })

  it('does not end before it was taken', () => {
    const given = { grantedOn: '2026-11-03', takenOn: '2026-11-10', until: '2026-11-09' }
    expect(preserved.refused('record-preservation', 'property/2026-11-02', given)).toEqual([
      '民事诉讼法第一百零四条',
    ])
  })

  it('that is renewed names its new end', () => {
    const until = preserved.after('record-preservation', 'property/2026-11-02', {
      grantedOn: '2026-11-03',
      until: '2027-11-04',
    })
    const renewed = { renewedOn: '2026-11-10' }
    expect(until.refused('record-preservation', 'property/2026-11-02', renewed)).toEqual([
      '民事诉讼法第一百零四条',
    ])
    const more = { ...renewed, until: '2028-11-04' }
    const after = until.after('record-preservation', 'property/2026-11-02', more)
    expect(deadlineIn(after, 'preservation-end', 'property/2026-11-02')?.due).toBe('2028-11-04')
  })

  it('that is lifted asks for nothing more', () => {
    const lifted = preserved.after('record-preservation', 'property/2026-11-02', {
      grantedOn: '2026-11-03',
      liftedOn: '2026-11-09',
    })
    expect(deadlineIn(lifted, 'preservation-suit', 'property/2026-11-02')?.status).toBe('closed')
    expect(lifted.subjects('record-preservation')).toEqual([])
  })
})

describe('the procuratorate', () => {
  const initiated = caseWithActions('example-case', '2026-03-02')

  it('高检发办字〔2024〕237号: is told of the initiation, not before it', () => {
    expect(initiated.refused('inform-procuratorate', null, { on: '2026-02-24' })).toEqual([
      '高检发办字〔2024〕237号',
    ])
    const told = initiated.after('inform-procuratorate', null, { to: '南宁市人民检察院' })
    expect(deadlineIn(told, 'procuratorate-informed')).toMatchObject({ due: '2026-03-12', met: '2026-03-02' })
    expect(told.subjects('inform-procuratorate')).toEqual([])
  })

  it('高检发办字〔2024〕237号: neither the next step nor the closing waits for it', () => {
    expect(deadlineIn(initiated, 'procuratorate-informed')?.met).toBeNull()
    expect(openDuties(initiated.view).map(({ deadline }) => deadline)).not.toContain('procuratorate-informed')
  })

  it('法释〔2018〕6号: suggests, and is answered in writing', () => {
    const suggested = initiated.after('record-suggestion', null, { receivedOn: '2026-02-26', number: '2号' })
    expect(deadlineIn(suggested, 'procuratorial-suggestion', '2026-02-26')?.due).toBe('2026-04-26')
    expect(suggested.refused('answer-suggestion', '2026-02-26', { answer: ' ' })).toHaveLength(1)
    const answered = suggested.after('answer-suggestion', '2026-02-26', { answer: '已经启动索赔' })
    expect(deadlineIn(answered, 'procuratorial-suggestion', '2026-02-26')?.met).toBe('2026-03-02')
    expect(answered.subjects('answer-suggestion')).toEqual([])
    expect(answered.refused('record-suggestion', null, { receivedOn: '2026-02-26' })).toHaveLength(1)
  })

  it('高检发办字〔2024〕237号: gives public notice, and is told whether the office claims', () => {
    const dates = { publishedOn: '2026-03-01', claimBy: '2026-03-31' }
    const noticed = initiated.after('record-procuratorate-notice', null, dates)
    expect(noticed.refused('record-procuratorate-notice', null, dates)).toHaveLength(1)
    expect(
      initiated.refused('record-procuratorate-notice', null, { ...dates, claimBy: '2026-02-28' }),
    ).toHaveLength(1)
    // Whether it claims is for the officer to say: nothing is proposed.
    expect(noticed.refused('answer-procuratorate-notice', '2026-03-01')).toHaveLength(1)
    const answered = noticed.after('answer-procuratorate-notice', '2026-03-01', { claims: true })
    expect(deadlineIn(answered, 'procuratorate-notice', '2026-03-01')).toMatchObject({
      met: '2026-03-02',
      status: 'met',
    })
    expect(answered.view.facts.case.procuratorate?.notices).toMatchObject([{ claims: true }])
  })

  it('法释〔2019〕8号: the court of its pending suit is warned of, not proposed for the suit of the office', () => {
    const { court } = caseWithActions('example-case-2', '2025-10-20', (documents) => {
      documents.court = {}
      documents.case.relatedProceedings = [
        { kind: 'public-interest', reference: '1号', court: '北海海事法院' },
      ]
    }).known('sue', 'o2')
    expect(court).toBe('南宁市中级人民法院')
  })
})

describe('proceedings beside the claim', () => {
  it('are recorded at any time, each once', () => {
    const view = caseWithActions('example-case', '2026-11-24')
    const penalty = { kind: 'penalty', reference: '南环罚〔2026〕1号', amount: '100000.00' }
    const recorded = view.after('record-proceeding', null, penalty)
    expect(recorded.view.facts.case.relatedProceedings).toContainEqual(penalty)
    expect(recorded.refused('record-proceeding', null, penalty)).toHaveLength(1)
    expect(view.refused('record-proceeding', null, { kind: 'criminal' })).toHaveLength(1)
  })
})

describe('a reminder of the officer', () => {
  const view = caseWithActions('example-case', '2026-11-24')

  it('stands among the deadlines with its source, until it is done', () => {
    const set = view.after('add-reminder', null, {
      title: '催交报告',
      dueOn: '2026-12-05',
      source: '电话记录',
    })
    expect(deadlineIn(set, 'reminder', 'T1')).toMatchObject({
      due: '2026-12-05',
      rolledDue: '2026-12-05',
      article: '电话记录',
    })
    expect(openDuties(set.view).map(({ deadline }) => deadline)).not.toContain('reminder')
    expect(set.refused('add-reminder', null, { id: 'T1', title: '又', dueOn: '2026-12-06' })).toHaveLength(1)
    const done = set.after('finish-reminder', 'T1')
    expect(deadlineIn(done, 'reminder', 'T1')?.met).toBe('2026-11-24')
    expect(done.subjects('finish-reminder')).toEqual([])
  })

  it('says what it is about', () => {
    expect(view.refused('add-reminder', null, { title: ' ', dueOn: '2026-12-05' })).toHaveLength(1)
  })
})
