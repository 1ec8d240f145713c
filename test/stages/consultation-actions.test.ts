import { describe, expect, it } from 'vitest'
import { simpleCaseTest } from '../../src/core/stages/simple-case.ts'
import {
  articles,
  blockers,
  both,
  type Change,
  deadlineOf,
  done,
  errors,
  inRound,
  notified,
  refusals,
  served,
  subjects,
  upTo,
  viewAfter,
} from '../support/actions.ts'

describe('第十五条第二款: the simple case', () => {
  const estimated = (estimatedLoss: string): Change =>
    both(upTo.initiation, ({ case: file }) => {
      file.damage.estimatedLoss = estimatedLoss
    })
  const determination = { factsSimple: true, liabilityUndisputed: true, basis: '监测报告和询问笔录。' }

  it('is told condition by condition, with the amount', () => {
    const conditions = simpleCaseTest(viewAfter('2026-06-30', estimated('300000.01')))
    expect(conditions.map(({ id, holds }) => [id, holds])).toEqual([
      ['facts', false],
      ['liability', false],
      ['amount', false],
    ])
    expect(conditions[2]?.why).toBe('初步估算 300,000.01 元，超过 300,000.00 元')
    const simple = viewAfter(
      '2026-06-30',
      estimated('300000.00'),
      done('determine-simple-case', null, determination),
    )
    expect(simpleCaseTest(simple).every(({ holds }) => holds)).toBe(true)
  })

  it('asks each obligor who is named: one who disputes makes it no simple case', () => {
    const disputed = viewAfter(
      '2026-06-30',
      estimated('100000.00'),
      done('determine-simple-case', null, { ...determination, undisputedBy: ['o1'] }),
    )
    expect(simpleCaseTest(disputed)[1]).toMatchObject({ holds: false, why: '韦某未确认责任无争议' })
  })

  it('is not determined above the limit or without an estimate', () => {
    expect(articles(blockers('determine-simple-case', null, estimated('300000.01')))).toEqual(['第十五条'])
    expect(blockers('determine-simple-case', null, estimated('300000.00'))).toEqual([])
    const unknown = both(upTo.initiation, ({ case: file }) => {
      delete file.damage.estimatedLoss
    })
    expect(articles(blockers('determine-simple-case', null, unknown))).toEqual(['第十五条'])
  })
})

describe('第十七条第二款: early requests and waived meetings', () => {
  it('an obligor asks to consult during the investigation, not before it and not after its conclusion', () => {
    expect(articles(blockers('request-early-consultation', null, upTo.screening))).toEqual(['第十七条'])
    expect(subjects('request-early-consultation', upTo.conclusion)).toEqual([])
    const item = { by: 'o1', requestedOn: '2026-02-24' }
    expect(articles(refusals('request-early-consultation', null, upTo.appraisal, item))).toEqual(['第十七条'])
    expect(
      articles(
        refusals('request-early-consultation', null, upTo.appraisal, { by: 'o9', requestedOn: '2026-04-30' }),
      ),
    ).toEqual(['第十七条'])
    const asked = both(
      upTo.appraisal,
      done('request-early-consultation', null, { by: 'o1', requestedOn: '2026-04-30' }),
    )
    const view = viewAfter('2026-06-30', asked)
    expect(view.stage.obligors.get('o1')).toBe('consultation')
    expect(deadlineOf(view, 'notify', '1')?.status).toBe('duty')
    expect(blockers('notify', '1', asked)).toEqual([])
  })

  const simple = both(upTo.conclusion, ({ case: file }) => {
    file.damage.estimatedLoss = '250000.00'
    file.simpleCase = { factsSimple: true, liabilityUndisputed: true }
  })
  const consents = ['o1', 'o2'].map((obligor) => ({ obligor, consentedOn: '2026-06-29', document: '同意书' }))

  it('a meeting is waived in simple cases only, after a conclusion', () => {
    expect(articles(blockers('waive-meeting', '1', upTo.conclusion))).toEqual([
      '第十五条、第十七条',
      '第十五条、第十七条',
      '第十五条、第十七条',
    ])
    expect(blockers('waive-meeting', '1', simple)).toEqual([])
    const early = both(simple, ({ investigation }) => {
      delete investigation?.conclusion
    })
    expect(articles(blockers('waive-meeting', '1', early))).toEqual(['第十三条、第十七条'])
  })

  it('every obligor consents in writing; the agreement then comes next', () => {
    expect(articles(refusals('waive-meeting', '1', simple, { consents: consents.slice(1) }))).toEqual([
      '第十七条',
    ])
    const spoken = consents.map(({ document: _, ...consent }) => consent)
    expect(articles(refusals('waive-meeting', '1', simple, { consents: spoken }))).toEqual([
      '第十七条',
      '第十七条',
    ])
    expect(refusals('waive-meeting', '1', simple, { consents })).toEqual([])
    const waived = both(simple, done('waive-meeting', '1', { consents }))
    expect(viewAfter('2026-06-30', waived).stage.case).toBe('agreement')
    expect(subjects('sign', waived)).toEqual(['1'])
    expect(subjects('waive-meeting', waived)).toEqual([])
  })
})

describe('第二十条: more meetings', () => {
  const held = (count: number) =>
    inRound((round) => {
      round.meetings = Array.from({ length: count }, (_, index) => ({
        number: index + 1,
        heldOn: `2026-07-2${index}`,
        attended: ['o1', 'o2'],
        outcome: 'continued' as const,
      }))
    })

  it('are consented to once three were held, with the reason', () => {
    expect(articles(blockers('consent-more-meetings', '1', held(2)))).toEqual(['第二十条'])
    expect(blockers('consent-more-meetings', '1', held(3))).toEqual([])
    const item = { consentedBy: '南宁市生态环境局', consentedOn: '2026-07-24' }
    expect(articles(refusals('consent-more-meetings', '1', held(3), item))).toEqual(['第二十条'])
    expect(
      articles(
        refusals('consent-more-meetings', '1', held(3), {
          ...item,
          consentedOn: '2026-07-21',
          reason: '案情复杂。',
        }),
      ),
    ).toEqual(['第二十条'])
  })

  it('open the way to a fourth and do not lengthen the 90 days', () => {
    const consented = both(
      held(3),
      done('consent-more-meetings', '1', { consentedOn: '2026-07-24', reason: '案情复杂。' }),
    )
    expect(blockers('meet', '1', consented)).toEqual([])
    expect(deadlineOf(viewAfter('2026-07-25', consented), 'consultation', '1/o1')?.due).toBe('2026-09-28')
    expect(subjects('consent-more-meetings', consented)).toEqual([])
  })
})

describe('第二十二条第二款第三项: service in vain', () => {
  const attempt = { method: 'direct', on: '2026-06-30', result: '查无此人。' }
  const tried = both(notified, done('record-failed-service', '1/o2', attempt))

  it('is recorded for whoever was not reached; the public notice does not count', () => {
    expect(subjects('record-failed-service', notified)).toEqual(['1/o1', '1/o2'])
    expect(subjects('record-failed-service', served)).toEqual([])
    expect(
      articles(refusals('record-failed-service', '1/o2', notified, { ...attempt, method: 'public-notice' })),
    ).toEqual(['第二十二条'])
    expect(
      articles(refusals('record-failed-service', '1/o2', notified, { ...attempt, on: '2026-06-28' })),
    ).toEqual(['第十七条'])
  })

  it('leaves the obligor unserved: service is still owed, no reply and no 90 days yet', () => {
    expect(subjects('serve', tried)).toEqual(['1/o1', '1/o2'])
    expect(subjects('reply', tried)).toEqual([])
    expect(deadlineOf(viewAfter('2026-07-10', tried), 'consultation', '1/o2')).toBeUndefined()
    const again = both(
      tried,
      done('record-failed-service', '1/o2', { method: 'mail', on: '2026-07-02', result: '退回。' }),
      done('serve', '1/o2', { method: 'lien', servedOn: '2026-07-06' }),
    )
    expect(viewAfter('2026-07-10', again).facts.rounds[0]?.services?.[0]).toMatchObject({
      obligor: 'o2',
      method: 'lien',
      servedOn: '2026-07-06',
      attempts: [{ method: 'direct' }, { method: 'mail' }],
    })
  })

  it('lets an officer find that consultation failed', () => {
    const fail = (change: Change) =>
      both(change, done('fail-consultation', '1/o2', { ground: 'undeliverable', reason: '均无法送达。' }))
    expect(errors('consultation/failure-ground', fail(tried))).toEqual([])
    expect(errors('consultation/failure-ground', fail(notified))).toEqual(['undeliverable'])
  })
})
