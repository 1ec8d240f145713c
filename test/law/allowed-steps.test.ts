import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { breachOf } from '../../src/core/stages/breach.ts'
import { fill } from '../forms/support.ts'
import { type CaseWithActions, caseWithActions, upTo } from '../support/actions.ts'

const deadline = ({ view }: CaseWithActions, id: string, subject: string | null = null) =>
  view.deadlines.find((each) => each.deadline === id && each.subject === subject)

describe('第十二条、第十四条: a check that finds no damage', () => {
  const clue = caseWithActions('example-case', '2026-02-25', upTo.clue)
  const checked = { damageFound: false, decision: 'not-initiate', checkedOn: '2026-02-25' }

  test('ends the case without a ground; a check that found damage needs one', () => {
    expect(clue.after('screen', null, checked).view.stage.case).toBe('not-initiated')
    expect(clue.refused('screen', null, { ...checked, damageFound: true })).toEqual(['第十四条'])
  })
})

describe('第十五条: a supplementary appraisal after the conclusion', () => {
  test('is commissioned and received, and leaves the investigation as it was', () => {
    const concluded = caseWithActions('example-case', '2026-07-20', upTo.conclusion)
    const before = deadline(concluded, 'investigation')
    const running = concluded.after('commission-appraisal', null, {
      kind: 'appraisal-report',
      body: { name: '某研究院' },
    })
    expect(deadline(running, 'investigation')).toEqual(before)
    expect(running.subjects('receive-appraisal')).toEqual(['A2'])
  })

  test('before the claim is initiated none is', () => {
    const screened = caseWithActions('example-case', '2026-02-25', upTo.screening)
    expect(screened.blocked('commission-appraisal', null)).toEqual(['第十五条'])
  })
})

describe('第六条第五项、第二十一条: money paid before the agreement', () => {
  const consulting = caseWithActions('example-case', '2026-07-20', upTo.consultation)
  const advance = { amount: '20000.00', paidOn: '2026-03-20', destination: 'cost-bearer' }

  test('is recorded of whoever paid it, and of nobody before initiation', () => {
    expect(consulting.subjects('pay')).toEqual(['o1', 'o2'])
    expect(consulting.known('pay', 'o1')).toMatchObject({ id: 'Y1', payer: 'o1' })
    expect(consulting.refused('pay', 'o1', { ...advance, payer: 'o2' })).toEqual(['第二十一条'])
    expect(caseWithActions('example-case', '2026-02-25', upTo.screening).subjects('pay')).toEqual([])
  })

  test('counts once it is credited to an instalment, from the day on which it was paid', () => {
    const signed = caseWithActions('example-case', '2026-10-14', (documents) => {
      documents.payments = { payments: [{ id: 'Y1', payer: 'o1', ...advance }] }
    })
    expect(signed.known('pay', 'P1')).toMatchObject({ id: 'P1' })
    const owed = Number(signed.known('pay', 'P1').amount)
    expect(signed.subjects('credit-payment')).toEqual(['Y1'])
    expect(signed.refused('credit-payment', 'Y1', { creditedTo: 'P9' })).toEqual(['第二十一条'])
    const credited = signed.after('credit-payment', 'Y1', { creditedTo: 'P1' })
    expect(Number(credited.known('pay', 'P1').amount)).toBe(owed - 20000)
    expect(credited.subjects('credit-payment')).toEqual([])
  })

  test('第二十四条: what was paid under an agreement that was rescinded is credited to the next', () => {
    const anew = caseWithActions('example-case', '2026-10-14', (documents) => {
      delete documents.court
      documents.payments = {
        payments: [
          { id: 'P1', agreement: 'G1', amount: '8200.00', paidOn: '2026-09-01', destination: 'treasury' },
        ],
      }
      const { agreements = [] } = documents.agreements ?? {}
      const [old] = agreements
      if (!old) return
      const payments = [{ id: 'P9', obligor: 'o1', dueOn: '2026-12-15', amount: '38200.00' }]
      agreements.push({ ...old, id: 'G2', signedOn: '2026-10-12', payments })
      Object.assign(old, { status: 'rescinded', rescindedOn: '2026-10-09', rescissionReason: '情势变更' })
    })
    expect(anew.known('pay', 'P9')).toMatchObject({ amount: '38200.00' })
    expect(anew.subjects('credit-payment')).toEqual(['P1'])
    const credited = anew.after('credit-payment', 'P1', { creditedTo: 'P9' })
    expect(credited.known('pay', 'P9')).toMatchObject({ amount: '30000.00' })
    expect(credited.subjects('credit-payment')).toEqual([])
  })
})

describe('第二十九条第二款: the report says that the goal is reached', () => {
  test('the experts still have to accept it', () => {
    const reported = caseWithActions('example-case', '2026-11-24', ({ restoration }) => {
      for (const project of restoration?.projects ?? []) {
        project.completedOn = '2026-11-01'
        project.evaluations = [
          { round: 1, evaluator: { name: '某评估公司' }, reportedOn: '2026-11-10', passed: true },
        ]
      }
    })
    const [project] = reported.view.facts.restoration.projects
    expect(reported.subjects('accept')).toContain(project?.id)
    const accepted = reported.after('accept', project?.id ?? '', {
      acceptedOn: '2026-11-20',
      experts: ['甲某'],
      passed: true,
    })
    expect(accepted.subjects('accept')).not.toContain(project?.id)
  })

  test('one that says that it is missed sends the obligor back to work', () => {
    const missed = caseWithActions('example-case', '2026-11-24', ({ restoration }) => {
      for (const project of restoration?.projects ?? []) {
        project.completedOn = '2026-11-01'
        project.evaluations = [
          { round: 1, evaluator: { name: '某评估公司' }, reportedOn: '2026-11-10', passed: false },
        ]
      }
    })
    expect(missed.subjects('accept')).toEqual([])
  })
})

describe('第二十四条第二款: an agreement that the court confirmed is amended', () => {
  /** G1 was confirmed; G2 defers the same instalments by two years and is not confirmed. */
  const amended = (change: (documents: Documents) => void = () => {}) =>
    caseWithActions('example-case', '2027-03-01', (documents) => {
      const [first] = documents.agreements?.agreements ?? []
      if (!first) throw new Error('the example has an agreement')
      delete documents.payments
      documents.court = {
        confirmations: [
          {
            agreement: 'G1',
            court: '某市中级人民法院',
            appliedOn: '2026-10-10',
            ruledOn: '2026-11-20',
            result: 'confirmed',
          },
        ],
      }
      const payments = (first.payments ?? []).map((each) => ({ ...each, dueOn: '2028-12-29' }))
      documents.agreements?.agreements.push({
        ...first,
        id: 'G2',
        amends: 'G1',
        signedOn: '2026-12-01',
        payments,
      })
      change(documents)
    })

  test('the old one is enforced until the new one is confirmed; the new one is not', () => {
    const later = amended()
    expect(later.subjects('apply-enforcement')).toEqual(['G2', 'G1'])
    expect(later.blocked('apply-enforcement', 'G1')).toEqual([])
    expect(later.blocked('apply-enforcement', 'G2')).toContain('第二十四条')
    expect(breachOf(later.view, 'G1')?.failures.map(({ kind }) => kind)).toContain('money')
  })

  test('its period to apply for enforcement runs by its own days', () => {
    const [old] = amended().view.deadlines.filter(
      ({ deadline: id, subject }) => id === 'enforcement-apply' && subject?.startsWith('G1/'),
    )
    expect(old?.status).not.toBe('closed')
  })

  test('once the new one is confirmed, it is the title', () => {
    const confirmed = amended(({ court }) => {
      const ruling = { agreement: 'G2', court: '某市中级人民法院', result: 'confirmed' } as const
      court?.confirmations?.push({ ...ruling, appliedOn: '2026-12-10', ruledOn: '2027-02-01' })
    })
    expect(confirmed.subjects('apply-enforcement')).toEqual(['G2'])
  })

  test('what was paid under the new one is not enforced under the old', () => {
    const paid = amended((documents) => {
      const payments = documents.agreements?.agreements[0]?.payments ?? []
      documents.payments = {
        payments: payments.map(({ id, amount }) => ({ id, agreement: 'G2', amount, paidOn: '2027-01-10' })),
      }
    })
    expect((breachOf(paid.view, 'G1')?.failures ?? []).filter(({ kind }) => kind === 'money')).toEqual([])
  })
})

describe('第十四条: grounds of termination', () => {
  const item = { obligors: ['o2'], reason: '理由。', evidence: ['E1'], decidedOn: '2026-04-10' }
  const initiated = (change: (documents: Documents) => void = () => {}) =>
    caseWithActions('example-case', '2026-04-10', (documents) => {
      upTo.initiation(documents)
      change(documents)
    })

  test('无财产可供执行 is no ground while the obligor is there', () => {
    const died = (on: string) =>
      initiated(({ case: { obligors } }) => {
        for (const obligor of obligors) if (obligor.id === 'o2') obligor.endedOn = on
      })
    const ground = { ...item, ground: 'no-assets' }
    expect(initiated().refused('terminate', null, ground)).toEqual(['第十四条'])
    expect(died('2026-04-10').refused('terminate', null, ground)).toEqual([])
    expect(died('2026-04-11').refused('terminate', null, ground)).toEqual(['第十四条'])
  })

  test('已有裁判 is none while no judgment is on record', () => {
    const judged = (obligors: string[]) =>
      initiated(({ case: file }) => {
        file.relatedProceedings = [{ kind: 'judgment', reference: '（2026）桂01民初9号', obligors }]
      })
    const ground = { ...item, ground: 'covered-by-judgment' }
    expect(initiated().refused('terminate', null, ground)).toEqual(['第十四条'])
    expect(judged(['o1']).refused('terminate', null, ground)).toEqual(['第十四条'])
    expect(judged(['o2']).refused('terminate', null, ground)).toEqual([])
    const sued = initiated(({ case: file }) => {
      file.relatedProceedings = [{ kind: 'public-interest', reference: '立案', obligors: ['o2'] }]
    })
    expect(sued.refused('terminate', null, ground)).toEqual(['第十四条'])
  })
})

describe('民法典第六十七条、第一千一百六十一条: a successor', () => {
  const died = caseWithActions('example-case', '2026-07-20', (documents) => {
    upTo.conclusion(documents)
    for (const obligor of documents.case.obligors) if (obligor.id === 'o2') obligor.endedOn = '2026-05-10'
  })
  const heir = {
    kind: 'individual',
    name: '甲某',
    relation: '继承人',
    basis: '继承权公证书',
    address: '南宁市某区二号',
    idNumber: '11010519491231002X',
  }

  test('is recorded of an obligor who has ended, not before it ended', () => {
    expect(died.subjects('record-successor')).toEqual(['o2'])
    expect(died.refused('record-successor', 'o2', { ...heir, since: '2026-05-09' })).toHaveLength(1)
    expect(died.after('record-successor', 'o2', heir).subjects('record-successor')).toEqual([])
  })

  test('is served and signs in the place of the obligor', () => {
    const succeeded = died.after('record-successor', 'o2', heir).after('notify', '1', {
      matter: '某河段排污案',
      replyBy: '2026-08-03',
      panel: ['甲'],
    })
    const name = succeeded.view.facts.obligors.find(({ id }) => id === 'o2')?.name
    const { fields } = fill(succeeded.view, 'consultation-notice', '1/o2')
    expect(fields).toMatchObject({ 被告知人: `甲某（${name}的继承人）`, 地址: '南宁市某区二号' })
    expect(fill(succeeded.view, 'consultation-notice', '1/o1').fields.被告知人).not.toContain('继承人')
  })

  test('papers of the days before still name the obligor', () => {
    const later = caseWithActions('example-case', '2026-11-24', (documents) => {
      for (const obligor of documents.case.obligors)
        if (obligor.id === 'o2')
          Object.assign(obligor, { endedOn: '2026-11-01', successor: { kind: 'individual', name: '甲某' } })
    })
    expect(fill(later.view, 'consultation-notice', '1/o2').fields.被告知人).not.toContain('甲某')
  })
})
