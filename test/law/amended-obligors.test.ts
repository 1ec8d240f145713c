import { describe, expect, test } from 'vitest'
import { recordDamage } from '../../src/core/stages/actions/record-damage.ts'
import { refusalsUnder } from '../../src/core/stages/define.ts'
import { simpleAppraisals } from '../../src/core/stages/simple-case.ts'
import { both, caseWithActions, deadlineOf, inRound, upTo } from '../support/actions.ts'

const consulting = both(
  inRound((round) => {
    round.replies = []
    round.meetings = []
  }),
  ({ case: file }) => {
    file.obligors.push({ id: 'o3', kind: 'organization', name: '某运输有限公司', identifiedOn: '2026-07-06' })
    file.obligorAmendments = [{ on: '2026-07-06', kind: 'added', obligors: ['o3'], reason: '运输记录' }]
  },
)

describe('第十三条、第十七条: an obligor who is found later', () => {
  const example = caseWithActions('example-case', '2026-07-15', consulting)

  test('is added with the reason and the day on record', () => {
    const before = caseWithActions('example-case', '2026-07-06', upTo.consultation)
    const item = { kind: 'organization', name: '某运输有限公司', remarks: '运输记录' }
    const { view } = before.after('amend-obligors', 'o3', item)
    expect(view.facts.case.obligorAmendments).toMatchObject([
      { on: '2026-07-06', kind: 'added', obligors: ['o3'], reason: '运输记录' },
    ])
    expect(view.stage.obligors.get('o3')).toBe('consultation')
  })

  test('is owed a service of his own, from the day he was added', () => {
    expect(deadlineOf(example.view, 'serve', '1/o3')).toMatchObject({ status: 'duty' })
    const duty = example.view.deadlines.find(({ deadline, subject }) => {
      return deadline === 'serve' && subject === '1/o3'
    })
    expect(duty?.start).toBe('2026-07-06')
    expect(example.subjects('serve')).toContain('1/o3')
  })

  test('has a period of consultation and a limitation of his own, and a day for his reply once the other is past', () => {
    const served = example.after('serve', '1/o3', { method: 'direct', servedOn: '2026-07-15' })
    expect(deadlineOf(served.view, 'consultation', '1/o3')?.due).toBe('2026-10-13')
    expect(deadlineOf(served.view, 'limitation', 'o3')?.status).toBe('open')
    expect(served.subjects('set-reply-day')).toEqual(['1/o3'])
  })
})

describe('第八条、第十三条: one who turns out not to be liable is taken off', () => {
  const example = caseWithActions('example-case', '2026-07-15', consulting)
  const withdrawn = example.after('withdraw-obligor', 'o3', { reason: '受雇运输，不知情。' })

  test('the record says when and why, and he stays on the list', () => {
    const { obligors, obligorAmendments } = withdrawn.view.facts.case
    expect(obligors.map(({ id }) => id)).toContain('o3')
    expect(obligorAmendments?.at(-1)).toMatchObject({
      on: '2026-07-15',
      kind: 'withdrawn',
      obligors: ['o3'],
      reason: '受雇运输，不知情。',
    })
    expect(example.refused('withdraw-obligor', 'o3', { reason: ' ' })).toEqual(['第十三条'])
    expect(example.refused('withdraw-obligor', 'o3', { reason: '不知情。', on: '2026-07-05' })).toEqual([
      '第十三条',
    ])
  })

  test('nothing is owed by him or to him any more', () => {
    expect(withdrawn.view.stage.obligors.get('o3')).toBe('withdrawn')
    const open = withdrawn.view.deadlines.filter(
      ({ subject, status }) => subject?.endsWith('o3') && status !== 'closed' && status !== 'met',
    )
    expect(open).toEqual([])
    for (const action of ['serve', 'fail-consultation', 'set-reply-day', 'sue', 'withdraw-obligor']) {
      expect(withdrawn.subjects(action).filter((subject) => subject?.endsWith('o3'))).toEqual([])
    }
    expect(withdrawn.known('terminate', null)).toMatchObject({ obligors: ['o1', 'o2'] })
  })

  test('found liable after all, he is added again', () => {
    const again = withdrawn.after('amend-obligors', 'o3', { remarks: '资金往来证实知情。' })
    expect(again.view.facts.case.obligorAmendments?.at(-1)?.kind).toBe('added')
    expect(again.view.stage.obligors.get('o3')).toBe('consultation')
    expect(again.subjects('serve')).toContain('1/o3')
  })

  test('a corrected telephone number does not put him back: that takes a reason', () => {
    const corrected = withdrawn.after('amend-obligors', 'o3', { phone: '0771-0000000' })
    expect(corrected.view.facts.case.obligorAmendments?.at(-1)?.kind).toBe('corrected')
    expect(corrected.view.stage.obligors.get('o3')).toBe('withdrawn')
  })

  test('no reply of his is recorded any more', () => {
    const served = example.after('serve', '1/o3', { method: 'direct', servedOn: '2026-07-14' })
    expect(served.subjects('reply')).toContain('1/o3')
    const released = served.after('withdraw-obligor', 'o3', { reason: '不知情。' })
    expect(released.subjects('reply')).not.toContain('1/o3')
  })

  test('not one whom an agreement or a judgment binds, nor while a suit is pending', () => {
    expect(caseWithActions('example-case', '2026-11-24').blocked('withdraw-obligor', 'o1')).toEqual([
      '第二十一条',
    ])
    const second = caseWithActions('example-case-2', '2026-11-24')
    expect(second.blocked('withdraw-obligor', 'o2')).toEqual(['第二十四条'])
    const sued = caseWithActions('example-case-2', '2026-05-04', ({ court }) => {
      for (const suit of court?.suits ?? []) delete suit.effectiveOn
    })
    expect(sued.blocked('withdraw-obligor', 'o2')).toEqual(['第二十二条'])
  })

  test('not the last one: without anybody liable the claim is terminated', () => {
    const left = withdrawn.after('withdraw-obligor', 'o2', { reason: '身份冒用。' })
    expect(left.blocked('withdraw-obligor', 'o1')).toEqual(['第十四条'])
  })
})

describe('第十五条第三款: only what the police commissioned alone is free of the test of a simple case', () => {
  const large = caseWithActions('example-case', '2026-03-10', (documents) => {
    upTo.initiation(documents)
    documents.case.damage.estimatedLoss = '300000.01'
  })

  test.each([
    ['expert-opinion', ['public-security'], []],
    ['expert-opinion', ['obligee', 'public-security'], ['第十五条']],
    ['expert-opinion', [], ['第十五条']],
    ['comprehensive-determination', ['public-security'], ['第十五条']],
  ])('%s commissioned by %j', (kind, commissionedBy, expected) => {
    expect(large.refused('commission-appraisal', null, { kind, commissionedBy })).toEqual(expected)
    const simple = simpleAppraisals({ ...large.view.facts, appraisals: [{ id: 'A1', kind, commissionedBy }] })
    expect(simple).toHaveLength(expected.length)
  })
})

describe('第三十八条、第十四条: the damage is not corrected once the case is at its end', () => {
  test('a closed case names the article on closing', () => {
    const { view } = caseWithActions('example-case', '2027-06-01', (documents) => {
      documents.closing = { closed: { closedOn: '2027-05-20', result: 'performed' } }
    })
    const blockers = refusalsUnder(view.regulation, recordDamage.blockers(view, null))
    expect(blockers.map(({ article }) => article)).toEqual(['第三十八条'])
  })
})

describe('第十五条第二款: the estimate, and a simple case that outgrew the limit', () => {
  test('the estimate is recorded as it changes, and the test of a simple case follows', () => {
    const example = caseWithActions('example-case', '2026-03-10', upTo.initiation)
    const small = example.after('record-damage', null, {
      estimatedLoss: '200000.00',
      estimateBasis: '现场勘查',
    })
    expect(small.view.facts.case.damage).toMatchObject({
      kind: example.view.facts.case.damage.kind,
      estimatedLoss: '200000.00',
      estimateBasis: '现场勘查',
    })
    expect(small.blocked('determine-simple-case', null)).toEqual([])
    const grown = small.after('record-damage', null, { estimatedLoss: '300000.01' })
    expect(grown.blocked('determine-simple-case', null)).toEqual(['第十五条'])
  })

  test('a final amount above the limit is reviewed once, with the decision and its reason', () => {
    const outgrown = caseWithActions('example-case', '2026-06-30', ({ case: file, appraisals }) => {
      const [appraisal] = appraisals?.appraisals ?? []
      if (appraisal) appraisal.amounts = [{ head: 'service-loss', amount: '300000.01' }]
      file.simpleCase = { factsSimple: true, liabilityUndisputed: true, determinedOn: '2026-03-10' }
    })
    expect(outgrown.subjects('review-simple-case')).toEqual([null])
    expect(outgrown.refused('review-simple-case', null, { review: '' })).toEqual(['第十五条'])
    const item = { review: '改按一般案件办理，委托鉴定机构。' }
    expect(outgrown.refused('review-simple-case', null, { ...item, reviewedOn: '2026-03-01' })).toEqual([
      '第十五条',
    ])
    const reviewed = outgrown.after('review-simple-case', null, item)
    expect(reviewed.view.facts.case.simpleCase).toMatchObject({ factsSimple: true, reviewedOn: '2026-06-30' })
    expect(reviewed.subjects('review-simple-case')).toEqual([])
  })
})
