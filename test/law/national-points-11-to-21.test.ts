import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { viewOn } from '../golden/conclude.ts'
import type { Happened, Values } from '../golden/read.ts'
import { blockers, consulted, deadline, found, initiated, sample, screening, served } from './case.ts'

/** The points of national law on which a program would go wrong, each shown once by what a user would see. */

describe('11. 简单案件看初步估算，恰为限额仍是', () => {
  const expertOpinion = (estimatedLoss: string, more: Values = {}) =>
    sample({
      'case.damage.estimatedLoss': estimatedLoss,
      'case.simpleCase': { factsSimple: true, liabilityUndisputed: true },
      'appraisals.appraisals.0.kind': 'expert-opinion',
      ...more,
    })

  it('300,000.00 qualifies, one 分 more does not', () => {
    expect(found(expertOpinion('300000.00'), 'appraisal/simple-case')).toEqual([])
    expect(found(expertOpinion('300000.01'), 'appraisal/simple-case')).toEqual(['error'])
  })

  it('without a meeting every obligor consents', () => {
    const consents = [{ obligor: 'o1', consentedOn: '2025-06-10', document: '同意书' }]
    const happened = expertOpinion('300000.00', { 'consultation.rounds.0.meetingWaiver': { consents } })
    expect(found(happened, 'consultation/waiver')).toEqual(['error o2'])
  })

  it('a final amount above the limit asks for a review', () => {
    const amounts = [{ head: 'service-loss', amount: '300000.01' }]
    const happened = expertOpinion('300000.00', { 'appraisals.appraisals.0.amounts': amounts })
    expect(found(happened, 'appraisal/simple-case')).toEqual(['warning review'])
  })
})

describe('12. 专家一般不少于三人，第三方论证恰为三人', () => {
  const expert = (name: string) => ({ name, body: '某大学', pool: '自治区专家库' })

  it('two experts of an opinion are a warning', () => {
    const happened = sample({
      'appraisals.appraisals.0.kind': 'expert-opinion',
      'appraisals.appraisals.0.experts': ['甲某', '乙某'].map(expert),
    })
    expect(found(happened, 'appraisal/experts')).toEqual(['warning number'])
  })

  it('a panel of four, or with one of the original body, is an error', () => {
    const panelOf = (...experts: Values[]) =>
      sample({
        'appraisals.appraisals.0.objections': [
          { id: 'B1', by: 'o1', raisedOn: '2025-04-20', panel: { experts } },
        ],
      })
    const three = ['甲某', '乙某', '丙某'].map(expert)
    const insider = { ...expert('丁某'), body: '某司法鉴定中心' }
    expect(found(panelOf(...three), 'appraisal/panel')).toEqual([])
    expect(found(panelOf(...three, expert('丁某')), 'appraisal/panel')).toEqual(['error number'])
    expect(found(panelOf(...three.slice(1), insider), 'appraisal/panel')).toEqual(['error independent'])
  })
})

describe('13. 不予司法确认的，开新一轮磋商', () => {
  const refused = sample({ 'court.confirmations.0.result': 'refused' }, { remove: ['restoration'] })

  it('puts the obligors back to consultation, owes a new notice and keeps the old round', () => {
    const view = viewOn(refused, '2025-10-01')
    expect(view.stage.case).toBe('consultation')
    expect(deadline(refused, '2025-10-01', 'notify', '2').start).toBe('2025-09-20')
    expect(deadline(refused, '2025-10-01', 'consultation', '1/o1').status).toBe('met')
  })

  it('suit is blocked until the new round has failed', () => {
    expect(blockers(viewOn(refused, '2025-10-01'), 'sue', 'o1')).toContain('第二十四条')
  })
})

describe('14. 分期从签约算到最后一期', () => {
  const until = (dueOn: string, reason?: string) =>
    sample({
      'agreements.agreements.0.substitutes': [
        { mode: 'instalments', consentedOn: '2025-07-24', ...(reason && { reason }) },
      ],
      'agreements.agreements.0.payments.1.dueOn': dueOn,
    })

  it('over a year needs a reason, over three years is an error', () => {
    expect(found(until('2026-07-24'), 'agreement/instalments')).toEqual([])
    expect(found(until('2026-07-25'), 'agreement/instalments')).toEqual(['warning normal'])
    expect(found(until('2028-07-24', '资金周转困难'), 'agreement/instalments')).toEqual([])
    expect(found(until('2028-07-25', '资金周转困难'), 'agreement/instalments')).toEqual(['error longest'])
  })

  it('a bond is required', () => {
    expect(found(until('2026-07-24'), 'agreement/bond')).toEqual(['error'])
  })
})

describe('15. 技改抵扣以一半为限', () => {
  const offset = (amount: string) =>
    sample({
      'agreements.agreements.0.substitutes': [{ mode: 'tech-upgrade', amount, consentedOn: '2025-07-24' }],
    })

  it('exactly half passes, with a warning above half of the total without costs; one 分 more is an error', () => {
    expect(found(offset('130000.00'), 'agreement/tech-upgrade-cap')).toEqual([])
    expect(found(offset('150000.00'), 'agreement/tech-upgrade-cap')).toEqual(['warning strict'])
    expect(found(offset('150000.01'), 'agreement/tech-upgrade-cap')).toEqual(['error cap'])
  })
})

describe('16. 替代修复用于无法完全修复的损害，并经同意', () => {
  const rule = 'agreement/substitute-not-allowed'
  const substituted = (restorability: string, substitute: Values) =>
    sample({
      'appraisals.appraisals.0.restorability': restorability,
      'agreements.agreements.0.substitutes': [substitute],
    })
  const labor = { mode: 'labor', consentedOn: '2025-07-24', supervisedBy: '某林业站' }
  const offSite = { mode: 'off-site', consentedOn: '2025-07-24', argument: '专家论证意见' }

  it('labour is not for what can be restored', () => {
    expect(found(substituted('full', labor), rule)[0]).toMatch(/^error/)
    expect(found(substituted('partial', labor), rule)).toEqual([])
  })

  it('without consent it is an error', () => {
    expect(found(substituted('partial', { ...labor, consentedOn: undefined }), rule)).toEqual([
      'error consent',
    ])
  })

  it('off-site, it needs the scientific argument', () => {
    expect(found(substituted('full', offSite), rule)).toEqual([])
    expect(found(substituted('partial', { ...offSite, argument: '' }), rule)[0]).toMatch(/^error/)
  })

  it('instalments are a way of paying: a warning at most', () => {
    const severities = found(substituted('full', { mode: 'instalments', consentedOn: '2025-07-24' }), rule)
    expect(severities.filter((each) => each.startsWith('error'))).toEqual([])
  })
})

describe('17. 编制方案的单位不得实施修复', () => {
  const author = { name: '某设计院', creditCode: '91440300708461136T' }
  const implementedBy = (implementer: Values) =>
    found(
      sample({
        'appraisals.appraisals.0.restorationPlan.author': author,
        'restoration.projects.0.implementer': implementer,
      }),
      'restoration/implementer-wrote-plan',
    )

  it('same code or same name is an error, affiliation a warning', () => {
    expect(implementedBy({ name: '某工程公司', creditCode: '91440300708461136T' })).toEqual(['error'])
    expect(implementedBy({ name: '某设计院' })).toEqual(['error'])
    expect(implementedBy({ name: '某工程公司', affiliatedWith: '某设计院' })).toEqual(['warning affiliated'])
    expect(implementedBy({ name: '某工程公司', creditCode: '91350100M000100Y43' })).toEqual([])
  })
})

describe('18. 重大案件自启动次月起每月报告，到完成督办任务为止', () => {
  const major = (more: Values = {}) =>
    initiated({ supervision: { major: { grounds: ['other-influence'], ...more } } })
  const months = (happened: Happened, today: string) =>
    viewOn(happened, today).deadlines.flatMap(({ deadline: id, subject, due }) =>
      id === 'monthly-report' ? [`${subject} ${due}`] : [],
    )

  it('first in the month after initiation, on the configured day', () => {
    expect(months(major(), '2026-03-31')).toEqual([])
    expect(months(major(), '2026-05-20')).toEqual(['2026-04 2026-04-10', '2026-05 2026-05-10'])
  })

  it('ends with the tasks, not with the agreement', () => {
    expect(months(major({ tasksCompletedOn: '2026-05-20' }), '2026-11-24').at(-1)).toBe('2026-05 2026-05-10')
    const signed: Happened = { base: 'example-case-2' }
    expect(months(signed, '2026-11-24').at(-1)).toBe('2026-11 2026-11-10')
  })

  it('past the day set for the case one written explanation is owed, not one a deadline', () => {
    const { deadlines } = viewOn(major({ dueOn: '2026-04-30' }), '2026-07-01')
    const owed = deadlines.filter(({ deadline: id }) => id === 'overdue-explanation')
    expect(owed.map(({ subject, status }) => [subject, status])).toEqual([[null, 'duty']])
  })
})

describe('19. 终止只用于已经启动的案件', () => {
  const closing = {
    terminations: [
      {
        obligors: ['o1', 'o2'],
        ground: 'no-assets',
        reason: '无财产',
        evidence: ['E1'],
        decidedOn: '2026-04-01',
      },
    ],
  }

  it('after initiation it ends the claim, before it there is only a decision not to initiate', () => {
    expect(viewOn(initiated({ closing }), '2026-04-02').stage.case).toBe('terminated')
    const before: Happened = { base: 'minimal', facts: { screening } }
    expect(blockers(viewOn(before, '2026-04-02'), 'terminate', null)).toContain('第十四条')
    expect(found({ base: 'minimal', facts: { screening, closing } }, 'case/stage-gap')[0]).toMatch(/^error/)
  })
})

describe('20. 依据的文本是征求意见稿', () => {
  it('the pack says draft, and a paper does not cite it', () => {
    const view = viewOn(consulted({ services: [served('o1', '2026-06-01')] }), '2026-06-02')
    expect(view.regulation.status).toBe('draft')
    const notice = formOf('consultation-notice', view.regulation)?.fill(view, '1/o1')
    expect(JSON.stringify(notice?.fields)).not.toContain('征求意见稿')
  })

  it('an investigation that rests on it is found', () => {
    const happened = sample({
      'investigation.legalBasis': ['《广西壮族自治区生态环境损害赔偿工作细则（征求意见稿）》第六条'],
    })
    expect(found(happened, 'investigation/legal-basis')).not.toEqual([])
  })
})

describe('21. 没有公布安排的年份，工作日暂定', () => {
  const clueOn = (foundOn: string): Happened => ({ base: 'minimal', set: { 'case.clue.foundOn': foundOn } })

  it('is computed from weekends and the holidays of every year, and says so', () => {
    // 30 and 31 December, 4, 5 and 6 January: 元旦 rests whatever will be arranged.
    const counted = deadline(clueOn('2026-12-29'), '2026-12-30', 'screening')
    expect(counted).toMatchObject({ due: '2027-01-06', certain: false })
    expect(counted.trace.map(({ step }) => step).join()).toContain('2027 年放假安排尚未公布')
  })

  it('a count inside the published years is certain', () => {
    expect(deadline(clueOn('2026-12-24'), '2026-12-25', 'screening')).toMatchObject({
      due: '2026-12-31',
      certain: true,
    })
  })
})
