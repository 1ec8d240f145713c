import { describe, expect, it } from 'vitest'
import { flagsOf } from '../../src/core/stages/flags.ts'
import { type CaseWithActions, type Change, caseWithActions, possibleIn } from '../support/actions.ts'

function deadline({ view }: CaseWithActions, id: string, subject: string | null = null) {
  return view.deadlines.find((each) => each.deadline === id && each.subject === subject)
}

/** The second example, before anything was reported. */
const unreported: Change = ({ supervision }) => {
  delete supervision?.major?.reports
  if (supervision) supervision.monthlyReports = []
}

describe('第三十四条: major cases', () => {
  it('are marked by one of the five kinds; those that the facts point to are proposed', () => {
    const proposed = (facts: { channel?: string; incidentGrade?: 'general' | 'larger' }) =>
      caseWithActions('example-case', '2026-03-10', ({ case: file }) => {
        Object.assign(file.clue, facts.channel && { channel: facts.channel })
        Object.assign(file.damage, facts.incidentGrade && { incidentGrade: facts.incidentGrade })
      }).known('mark-major', null).grounds
    expect(proposed({})).toBeUndefined()
    expect(proposed({ channel: 'inspection' })).toEqual(['inspection-typical'])
    expect(proposed({ incidentGrade: 'larger' })).toEqual(['larger-incident'])
    expect(proposed({ incidentGrade: 'general' })).toBeUndefined()
  })

  it('a mark raises the flag and opens the reports; none of the kinds is an answer too', () => {
    const marked = caseWithActions('example-case', '2026-03-10').after('mark-major', null, {
      grounds: ['exposed-typical'],
    })
    expect(flagsOf(marked.view).major).toBe(true)
    expect(marked.subjects('mark-major')).toEqual([])
    expect(marked.subjects('report-major')).toEqual([null])
    expect(deadline(marked, 'major-report')?.status).toBe('duty')
    const not = caseWithActions('example-case', '2026-03-10').after('mark-major', null, { grounds: [] })
    expect(flagsOf(not.view).major).toBe(false)
    expect(not.subjects('report-major')).toEqual([])
    expect(
      caseWithActions('example-case', '2026-03-10').refused('mark-major', null, {
        grounds: ['exposed-typical'],
        markedOn: '2026-02-10',
      }),
    ).toEqual(['第三十四条'])
  })

  it('are reported to the leading-group office and to the superior department, once each', () => {
    const major = caseWithActions('example-case-2', '2025-03-14', unreported)
    expect(major.refused('report-major', null, { to: '自治区自然资源厅', on: '2025-03-01' })).toEqual([
      '第三十四条',
    ])
    const once = major.after('report-major', null, { to: '自治区自然资源厅' })
    expect(deadline(once, 'major-report')?.met).toBe('2025-03-14')
    expect(once.refused('report-major', null, { to: '自治区自然资源厅' })).toEqual(['第三十四条'])
    const twice = once.after('report-major', null, { to: '南宁市领导小组办公室' })
    expect(twice.subjects('report-major')).toEqual([])
  })

  it('are not reported before the claim is initiated', () => {
    const clue = caseWithActions('example-case-2', '2025-03-05', (documents) => {
      unreported(documents)
      delete documents.investigation
    })
    expect(clue.blocked('report-major', null)).toEqual(['第三十四条'])
  })

  it('report each month after the initiation until the tasks are complete', () => {
    const major = caseWithActions('example-case-2', '2025-06-20', unreported)
    expect(major.subjects('report-month')).toEqual(['2025-04', '2025-05', '2025-06'])
    expect(
      major.refused('report-month', '2025-05', { progress: '鉴定中', reportedOn: '2025-04-30' }),
    ).toEqual(['第三十四条'])
    expect(major.refused('report-month', '2025-05', { month: '2025-06' })).toEqual(['第三十四条'])
    const reported = major.after('report-month', '2025-06', { progress: '鉴定中' })
    expect(deadline(reported, 'monthly-report', '2025-06')?.met).toBe('2025-06-20')
    expect(reported.subjects('report-month')).toEqual(['2025-04', '2025-05'])
    const complete = major.after('complete-supervision', null, { tasksCompletedOn: '2025-04-30' })
    expect(complete.subjects('report-month')).toEqual(['2025-04'])
    const early = major.after('complete-supervision', null, { tasksCompletedOn: '2025-04-01' })
    expect(early.subjects('report-month')).toEqual([])
    expect(complete.subjects('complete-supervision')).toEqual([])
    expect(complete.view.facts.supervision.major?.grounds).toEqual(['inspection-typical'])
    expect(major.refused('complete-supervision', null, { tasksCompletedOn: '2025-03-01' })).toEqual([
      '第三十四条',
    ])
  })

  it('are explained in writing once the day set has passed, once a case', () => {
    expect(caseWithActions('example-case-2', '2026-12-31').blocked('explain-overdue', null)).toEqual([
      '第三十四条',
    ])
    const overdue = caseWithActions('example-case-2', '2027-01-01')
    expect(overdue.blocked('explain-overdue', null)).toEqual([])
    const item = { reason: '修复尚未达标' }
    expect(overdue.refused('explain-overdue', null, { ...item, explainedOn: '2026-12-30' })).toEqual([
      '第三十四条',
    ])
    const explained = overdue.after('explain-overdue', null, item)
    expect(deadline(explained, 'overdue-explanation')?.met).toBe('2027-01-01')
    expect(explained.subjects('explain-overdue')).toEqual([])
  })

  it('of other cases nothing of this is offered', () => {
    const offered = possibleIn(caseWithActions('example-case', '2026-11-24'))
    for (const id of ['report-major', 'complete-supervision', 'explain-overdue', 'report-month'])
      expect(offered.filter((each) => each.startsWith(id))).toEqual([])
  })
})

describe('第三十六条: disclosure', () => {
  it('is owed of each matter once it has come about, and of matters of public interest', () => {
    expect(caseWithActions('example-case', '2026-11-24').subjects('disclose')).toEqual([
      'agreement/G1',
      'funds',
      'public-interest',
    ])
    const initiated = caseWithActions('example-case', '2026-03-10', (documents) => {
      for (const name of ['agreements', 'court', 'restoration', 'payments'] as const) delete documents[name]
    })
    expect(initiated.subjects('disclose')).toEqual(['public-interest'])
    expect(caseWithActions('example-case-2', '2026-11-24').subjects('disclose')).toEqual([
      'judgment/S1',
      'funds',
      'public-interest',
    ])
  })

  it('says where and when, not before the matter came about', () => {
    const signed = caseWithActions('example-case', '2026-11-24')
    const item = { channel: '南宁市生态环境局网站' }
    expect(signed.refused('disclose', 'agreement/G1')).toEqual(['第三十六条'])
    expect(signed.refused('disclose', 'agreement/G1', { ...item, publishedOn: '2026-09-27' })).toEqual([
      '第三十六条',
    ])
    expect(signed.refused('disclose', 'agreement/G1', { ...item, matter: 'funds' })).toEqual(['第三十六条'])
    const published = signed.after('disclose', 'agreement/G1', item)
    expect(published.view.facts.supervision.disclosures).toEqual([
      { matter: 'agreement', subject: 'G1', publishedOn: '2026-11-24', ...item },
    ])
    expect(deadline(published, 'disclosure', 'agreement/G1')?.met).toBe('2026-11-24')
    expect(published.subjects('disclose')).toEqual(['funds', 'public-interest'])
  })
})

describe('第二十三条: leniency', () => {
  it('is for obligors who perform, and blocked by what they failed to perform', () => {
    const performing = caseWithActions('example-case', '2026-11-24')
    expect(performing.subjects('notify-leniency')).toEqual(['o1', 'o2'])
    expect(performing.blocked('notify-leniency', 'o1')).toEqual([])
    const half = caseWithActions('example-case', '2026-11-24', ({ payments }) => {
      payments?.payments.splice(1)
    })
    expect(half.blocked('notify-leniency', 'o1')).toEqual(['第二十三条'])
    expect(half.blocked('notify-leniency', 'o2')).toEqual([])
  })

  it('is not offered before anything was performed, nor for who was sued or terminated', () => {
    const signed = caseWithActions('example-case', '2026-10-01', (documents) => {
      delete documents.restoration
      delete documents.payments
    })
    expect(signed.subjects('notify-leniency')).toEqual([])
    expect(caseWithActions('example-case-2', '2026-11-24').subjects('notify-leniency')).toEqual(['o1'])
  })

  it('goes to the administrative body and to the judiciary', () => {
    const performing = caseWithActions('example-case', '2026-11-24')
    expect(performing.refused('notify-leniency', 'o1', { to: '某局', on: '2026-09-27' })).toEqual([
      '第二十三条',
    ])
    const told = performing.after('notify-leniency', 'o1', { to: '南宁市生态环境局执法支队' })
    expect(told.subjects('notify-leniency')).toEqual(['o1', 'o2'])
    const both = told.after('notify-leniency', 'o1', { to: '南宁市人民检察院' })
    expect(both.subjects('notify-leniency')).toEqual(['o2'])
  })
})
