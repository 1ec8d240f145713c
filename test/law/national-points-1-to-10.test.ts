import { describe, expect, it } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { viewOn } from '../golden/conclude.ts'
import type { Happened } from '../golden/read.ts'
import {
  appraisal,
  appraised,
  blockers,
  consulted,
  deadline,
  found,
  initiated,
  initiation,
  sample,
  served,
} from './case.ts'

/** The points of national law on which a program would go wrong, each shown once by what a user would see. */

describe('1. 起算日不计入', () => {
  it('60 days from 2026-03-02 end on 2026-05-01', () => {
    expect(deadline(initiated(), '2026-03-02', 'investigation').due).toBe('2026-05-01')
  })

  it('90 days from service on 2026-06-01 end on 2026-08-30', () => {
    const happened = consulted({ services: [served('o1', '2026-06-01')] })
    expect(deadline(happened, '2026-06-02', 'consultation', '1/o1').due).toBe('2026-08-30')
  })
})

describe('2. 期满日逢休息日，两个日期都保留', () => {
  it('is open, soon, rolled and overdue in turn; the last working day before the end is reminded of', () => {
    const quiet: Happened = { ...initiated(), config: { remind: { withinDays: 0 } } }
    const statusOn = (today: string) => deadline(quiet, today, 'investigation').status
    const days = ['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-06', '2026-05-07']
    expect(days.map(statusOn)).toEqual(['open', 'soon', 'soon', 'rolled', 'rolled', 'overdue'])
    expect(deadline(quiet, '2026-05-02', 'investigation')).toMatchObject({
      due: '2026-05-01',
      rolledDue: '2026-05-06',
    })
  })
})

describe('3. 鉴定时间只在调查期间以内扣除', () => {
  const due = (happened: Happened) => deadline(happened, '2026-04-15', 'investigation').due

  it('overlapping appraisals count once, from commission to receipt', () => {
    const happened = appraised(
      appraisal('appraisal-report', '2026-03-10', '2026-04-20'),
      appraisal('forensic-opinion', '2026-04-10', '2026-05-10'),
    )
    expect(due(happened)).toBe('2026-07-01')
  })

  it('one commissioned after the rolled end changes nothing', () => {
    expect(due(appraised(appraisal('appraisal-report', '2026-05-07', '2026-05-30')))).toBe('2026-05-01')
  })

  it('one still running leaves the end open and says the days used', () => {
    const running = deadline(
      appraised(appraisal('appraisal-report', '2026-03-10')),
      '2026-08-01',
      'investigation',
    )
    expect(running).toMatchObject({ due: null, status: 'suspended' })
    expect(running.trace.map(({ step }) => step).join()).toContain('已用 8 日')
  })

  it('of an expert opinion the strict reading is due, the other is shown, and the overdue is a warning', () => {
    const happened = appraised(appraisal('expert-opinion', '2026-03-10', '2026-04-20'))
    const investigation = deadline(happened, '2026-05-20', 'investigation')
    expect(investigation).toMatchObject({ due: '2026-05-01', status: 'overdue' })
    expect(investigation.otherReading?.due).toBe('2026-06-11')
    expect(found(happened, 'deadline/overdue', '2026-05-20')).toEqual(['warning investigation'])
  })
})

describe('4. 延长只有一次，从未延长的期满日起算，须在期满以前批准', () => {
  const extended = (approvedOn: string) =>
    initiated({
      investigation: { initiation, extension: { approvedOn, approvedBy: { name: '周某', post: '局长' } } },
    })

  it('is in time on the rolled last day and runs from the nominal one', () => {
    expect(deadline(extended('2026-05-06'), '2026-05-06', 'investigation').due).toBe('2026-05-31')
  })

  it('a day late it moves nothing, and a finding says so', () => {
    expect(deadline(extended('2026-05-07'), '2026-05-08', 'investigation').due).toBe('2026-05-01')
    expect(found(extended('2026-05-07'), 'deadline/late-extension', '2026-05-08')).toEqual(['error'])
  })

  it('a second one is refused', () => {
    const view = viewOn(extended('2026-05-06'), '2026-05-20')
    expect(blockers(view, 'extend-investigation', null)).toContain('第十三条')
  })
})

describe('5. 公告送达不是认定磋商不成的前提', () => {
  it('undeliverable by the other ways is enough', () => {
    const attempts = [
      { method: 'direct', on: '2026-06-02', result: '查无此人' },
      { method: 'mail', on: '2026-06-12', result: '退回' },
    ]
    const outcome = {
      obligor: 'o1',
      kind: 'failed',
      ground: 'undeliverable',
      decidedOn: '2026-06-20',
      by: '许某',
    }
    const happened = consulted({
      services: [{ obligor: 'o1', method: 'mail', attempts }],
      outcomes: [outcome],
    })
    expect(found(happened, 'consultation/failure-ground')).toEqual([])
    expect(viewOn(happened, '2026-06-21').stage.obligors.get('o1')).toBe('suit')
  })

  it('if used, the notice counts as served 30 days after it was published', () => {
    const happened = consulted({
      services: [{ obligor: 'o1', method: 'public-notice', publishedOn: '2026-06-15' }],
    })
    expect(deadline(happened, '2026-08-01', 'consultation').start).toBe('2026-07-15')
  })
})

describe('6. 每个义务人各自送达、计期和有结果', () => {
  it('shows the least advanced of those not at an end', () => {
    const happened = consulted({
      services: [served('o1', '2026-06-01'), served('o2', '2026-06-15')],
      outcomes: [
        { obligor: 'o2', kind: 'failed', ground: 'other', reason: '不愿磋商', decidedOn: '2026-07-01' },
      ],
    })
    const { stage } = viewOn(happened, '2026-07-02')
    expect(Object.fromEntries(stage.obligors)).toEqual({ o1: 'consultation', o2: 'suit' })
    expect(stage.case).toBe('consultation')
    expect(deadline(happened, '2026-07-02', 'consultation', '1/o1').due).toBe('2026-08-30')
    expect(deadline(happened, '2026-07-02', 'consultation', '1/o2').status).toBe('closed')
  })
})

describe('7. 告知书写明答复期限', () => {
  const noticeOf = (happened: Happened) => {
    const view = viewOn(happened, '2026-06-02')
    return formOf('consultation-notice', view.regulation)?.fill(view, '1/o1') ?? expect.fail('no form 4')
  }

  it('prints it, and a notice without it is not printed', () => {
    const services = [served('o1', '2026-06-01')]
    expect(noticeOf(consulted({ services })).fields.答复期限).toContain('2026年6月30日')
    const without = noticeOf(consulted({ services, notice: { issuedOn: '2026-05-29' } }))
    expect(without.missing.map(({ path }) => path).join()).toContain('replyBy')
  })
})

describe('8. 第二十一条的事项装在文书五的四个标题里', () => {
  it('each clause of the article has its place under one of the headings', () => {
    const { regulation } = viewOn(sample({}), '2026-11-24')
    const sections = new Set(regulation.clauses.map(({ formSection }) => formSection))
    expect([...sections].map((section) => section.slice(0, 1)).sort()).toEqual([
      '一',
      '一',
      '一',
      '三',
      '二',
      '四',
    ])
  })

  it('a missing matter is found by its own code', () => {
    const happened = sample({}, { remove: ['agreements.agreements.0.clauses.disputes'] })
    expect(found(happened, 'agreement/clause-missing')).toEqual(['error disputes'])
  })
})

describe('9. 九十日以谈成为准，签约另有十五个工作日', () => {
  const happened = sample({
    'consultation.rounds.0.meetings.1.heldOn': '2025-08-25',
    'agreements.agreements.0.signedOn': '2025-09-10',
  })

  it('agreed on the 90th day and signed after it, neither is late; a notice says so', () => {
    expect(deadline(happened, '2025-09-20', 'consultation', '1/o1')).toMatchObject({
      due: '2025-08-25',
      status: 'met',
    })
    expect(deadline(happened, '2025-09-20', 'agreement')).toMatchObject({ due: '2025-09-15', status: 'met' })
    expect(found(happened, 'consultation/signing-past-90-days')).toEqual(['notice'])
  })
})

describe('10. 期限和次数都是原则上，是否不成由人认定', () => {
  const silent = consulted({ services: [served('o1', '2026-06-01')] })

  it('past 90 days the stage stays, and the finding is a warning', () => {
    const view = viewOn(silent, '2026-09-10')
    expect(view.stage.obligors.get('o1')).toBe('consultation')
    expect(found(silent, 'deadline/overdue', '2026-09-10')).toContain('warning consultation')
  })

  it('the ground that the facts show is proposed', () => {
    const view = viewOn(silent, '2026-09-10')
    expect(actionOf('fail-consultation')?.defaults?.(view, '1/o1')).toMatchObject({
      ground: 'refused-or-no-reply',
    })
  })

  it('a fourth meeting does not lengthen the 90 days', () => {
    const meetings = [1, 2, 3, 4].map((number) => ({
      number,
      heldOn: `2025-06-1${number}`,
      outcome: 'continued',
    }))
    const happened = sample({ 'consultation.rounds.0.meetings': meetings })
    expect(deadline(happened, '2025-07-01', 'consultation', '1/o1').due).toBe('2025-08-25')
    expect(found(happened, 'consultation/too-many-meetings')).toEqual(['warning'])
  })
})
