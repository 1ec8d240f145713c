import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/core/facts/documents.ts'
import {
  articles,
  both,
  type Change,
  deadlineOf,
  done,
  errors,
  refusals,
  subjects,
  upTo,
  viewAfter,
} from '../support/actions.ts'

/** The example once signed, before anything else, its agreement changed. */
function signed(change: (agreement: Agreement) => void = () => undefined): Change {
  return (documents) => {
    const agreements = documents.agreements
    upTo.consultation(documents)
    if (agreements) documents.agreements = agreements
    const [agreement] = agreements?.agreements ?? []
    if (agreement) change(agreement)
  }
}

const partly: Change = ({ appraisals }) => {
  const [appraisal] = appraisals?.appraisals ?? []
  if (appraisal) appraisal.restorability = 'partial'
}

describe('第二十一条: an agreement is changed', () => {
  const amended = both(signed(), done('amend-agreement', 'G1', { signedOn: '2026-11-02', place: '南宁市' }))

  it('by a new one with the same parties, which takes its place', () => {
    expect(subjects('amend-agreement', upTo.consultation)).toEqual([])
    expect(subjects('amend-agreement', signed())).toEqual(['G1'])
    const view = viewAfter('2026-11-03', amended)
    expect(view.facts.agreements[1]).toMatchObject({ id: 'G2', amends: 'G1', obligors: ['o1', 'o2'] })
    expect(view.facts.agreements[1]?.clauses).toEqual(view.facts.agreements[0]?.clauses)
    expect(subjects('amend-agreement', amended)).toEqual(['G2'])
    expect(view.stage.case).toBe('performance')
  })

  it('without a new period for signing', () => {
    const view = viewAfter('2026-11-03', amended)
    expect(deadlineOf(view, 'agreement', 'G1')?.status).toBe('met')
    expect(deadlineOf(view, 'agreement', 'G2')).toBeUndefined()
  })

  it('and what was paid and restored under the old one counts under the new', () => {
    const performed = viewAfter(
      '2026-11-24',
      (documents) => {
        delete documents.court
        delete documents.supervision
      },
      done('amend-agreement', 'G1', { signedOn: '2026-11-02' }),
    )
    expect(deadlineOf(performed, 'payment', 'P1')).toMatchObject({ status: 'met', met: '2026-10-14' })
    expect(deadlineOf(performed, 'restoration-start', 'R1')?.status).toBe('met')
  })

  it('not by outsiders, and not before it was signed', () => {
    const item = { id: 'G2', amends: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-11-02' }
    expect(refusals('amend-agreement', 'G1', signed(), item)).toEqual([])
    expect(articles(refusals('amend-agreement', 'G1', signed(), { ...item, obligors: ['o3'] }))).toEqual([
      '第二十一条',
    ])
    expect(
      articles(refusals('amend-agreement', 'G1', signed(), { ...item, signedOn: '2026-09-27' })),
    ).toEqual(['第二十一条'])
    expect(articles(refusals('amend-agreement', 'G1', signed(), { ...item, amends: 'G9' }))).toEqual([
      '第二十一条',
    ])
  })
})

describe('第二十六条第四项: the performance bond', () => {
  const inInstalments = signed((agreement) => {
    agreement.substitutes = [{ mode: 'instalments', consentedOn: '2026-09-28', reason: '资金周转困难。' }]
  })

  it('is recorded where compensation is paid in instalments, once', () => {
    expect(subjects('pay-bond', signed())).toEqual([])
    expect(subjects('pay-bond', inInstalments)).toEqual(['G1'])
    expect(errors('agreement/bond', inInstalments)).toEqual([''])
    const paid = both(inInstalments, done('pay-bond', 'G1', { amount: '100000.00', paidOn: '2026-10-08' }))
    expect(errors('agreement/bond', paid)).toEqual([])
    expect(subjects('pay-bond', paid)).toEqual([])
  })

  it('keeps the amount that was agreed', () => {
    const agreed = signed((agreement) => {
      agreement.performanceBond = { amount: '50000.00' }
    })
    const view = viewAfter('2026-10-09', both(agreed, done('pay-bond', 'G1', { paidOn: '2026-10-08' })))
    expect(view.facts.agreements[0]?.performanceBond).toEqual({ amount: '50000.00', paidOn: '2026-10-08' })
  })

  it('is money, and accepted after it was paid', () => {
    expect(
      articles(refusals('pay-bond', 'G1', inInstalments, { amount: '0', paidOn: '2026-10-08' })),
    ).toEqual(['第二十六条'])
    const item = { amount: '1.00', paidOn: '2026-10-08', acceptedOn: '2026-10-07' }
    expect(articles(refusals('pay-bond', 'G1', inInstalments, item))).toEqual(['第二十六条'])
  })
})

describe('第二十六条: substitute modes', () => {
  it.each([
    ['labor', ['第二十六条', '第二十六条', '第二十六条', '第二十六条']],
    ['off-site', ['第二十六条', '第二十六条', '第二十六条']],
    ['tech-upgrade', ['第二十六条', '第二十六条', '第二十六条']],
    ['instalments', ['第二十六条']],
    ['other', ['第二十六条']],
    ['monetary', []],
  ])('%s says what its item asks', (mode, expected) => {
    expect(articles(refusals('approve-substitute', 'G1', both(signed(), partly), { mode }))).toEqual(expected)
  })

  const labor = {
    mode: 'labor',
    amount: '38200.00',
    work: '护林巡护',
    supervisedBy: '某林业站',
    proof: '打卡和影像',
    consentedOn: '2026-10-08',
  }

  it('labour with supervision and proof is added to an agreement, where the damage is not wholly restorable', () => {
    expect(refusals('approve-substitute', 'G1', both(signed(), partly), labor)).toEqual([])
    expect(articles(refusals('approve-substitute', 'G1', signed(), labor))).toEqual(['第二十六条'])
    const payable = { mode: 'instalments', reason: '资金周转困难。' }
    expect(refusals('approve-substitute', 'G1', signed(), payable)).toEqual([])
    const added = both(signed(), done('approve-substitute', 'G1', labor))
    expect(errors('agreement/substitute-not-allowed', partly, added)).toEqual([])
    expect(errors('agreement/substitute-not-allowed', added)).toEqual(['restorable'])
  })

  it('one that stands in the agreement without consent is consented to, and keeps what it says', () => {
    const { consentedOn: _, ...unapproved } = labor
    const waiting = both(
      partly,
      signed((agreement) => {
        agreement.substitutes = [{ ...unapproved, mode: 'labor' }]
      }),
    )
    expect(subjects('approve-substitute', waiting)).toEqual(['G1', 'G1/labor'])
    expect(errors('agreement/substitute-not-allowed', waiting)).toEqual(['consent'])
    const approved = both(waiting, done('approve-substitute', 'G1/labor', { consentedOn: '2026-10-08' }))
    expect(errors('agreement/substitute-not-allowed', approved)).toEqual([])
    expect(viewAfter('2026-10-09', approved).facts.agreements[0]?.substitutes).toEqual([labor])
    expect(
      articles(refusals('approve-substitute', 'G1/labor', waiting, { ...labor, mode: 'monetary' })),
    ).toEqual(['第二十六条'])
  })
})
