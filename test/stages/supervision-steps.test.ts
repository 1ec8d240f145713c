import { describe, expect, it } from 'vitest'
import type { SupervisionDocument } from '../../src/core/facts/documents.ts'
import { type Given, settingWithout, step, upToConclusion, upToScreening } from '../support/step.ts'

describe('重大案件督办', () => {
  const major = { grounds: ['province-supervised'], supervisingUnit: '自治区生态环境厅', dueOn: '2026-03-31' }
  const explanation = { explainedOn: '2026-04-02', reason: '专家意见不一致。' }
  const supervised = (supervision: SupervisionDocument, given: Given = {}): Given => ({
    ...given,
    supervision,
  })

  it.each<[string, boolean, Given]>([
    ['that is supervised', true, supervised({ major })],
    ['that is not', false, supervised({ major: { grounds: [] } })],
    ['of which nothing is on record', false, supervised({})],
    ['of which no ground is on record', false, supervised({ major: {} })],
    ['whose tasks are complete', false, supervised({ major: { ...major, tasksCompletedOn: '2026-03-02' } })],
    ['that was not initiated', false, supervised({ major }, { investigation: undefined })],
    ['whose initiation is not on record', false, supervised({ major }, { investigation: {} })],
  ])('the tasks of a case %s are recorded as complete: %s', (_, offered, given) => {
    expect(step('complete-supervision', given).subjects).toStrictEqual(offered ? [null] : [])
  })

  it('their completion is of today, and not asked for', () => {
    const complete = step('complete-supervision', supervised({ major }), '2026-03-02')
    expect(complete.known(null)).toStrictEqual({ tasksCompletedOn: '2026-03-02' })
    expect(complete.advised(null)).toBe(false)
    expect(complete.blocked(null)).toStrictEqual([])
  })

  it.each<[string, boolean, SupervisionDocument]>([
    ['a day', true, { major }],
    ['no day', false, { major: { grounds: major.grounds } }],
    ['a day, though no ground', false, { major: { ...major, grounds: [] } }],
    ['a day, and an explanation', false, { major, overdueExplanations: [explanation] }],
    ['nothing', false, {}],
    ['a day alone', false, { major: { dueOn: major.dueOn } }],
  ])('given a case with %s, an explanation of its delay is offered: %s', (_, offered, supervision) => {
    expect(step('explain-overdue', supervised(supervision)).subjects).toStrictEqual(offered ? [null] : [])
  })

  it('the explanation waits until the day has passed, and goes to the supervising unit', () => {
    const explain = (today: string, change = {}) =>
      step('explain-overdue', supervised({ major: { ...major, ...change } }), today)
    expect(explain('2026-03-31').blocked(null)).toStrictEqual(['overdue-explanation'])
    expect(explain('2026-04-01').blocked(null)).toStrictEqual([])
    expect(explain('2026-04-01').known(null)).toStrictEqual({
      explainedOn: '2026-04-01',
      to: '自治区生态环境厅',
    })
    const { supervisingUnit: _, ...bare } = major
    const known = step('explain-overdue', supervised({ major: bare }), '2026-04-01').known(null)
    expect(known).toStrictEqual({ explainedOn: '2026-04-01' })
  })
})

describe('信息公开', () => {
  const unpublished = (supervision?: SupervisionDocument, given: Given = {}): Given => ({
    ...given,
    supervision,
  })
  const publishedOn = '2025-10-10'
  const disclose = step('disclose', unpublished(), publishedOn)

  it('is owed of each matter that must be published, and open for matters of public interest', () => {
    expect(step('disclose', unpublished()).subjects).toStrictEqual([
      'agreement/G1',
      'funds',
      'restoration-effect/R1',
      'public-interest',
    ])
    expect(step('disclose').subjects).toStrictEqual(['public-interest'])
    const otherText = step('disclose', unpublished(), publishedOn, settingWithout('item'))
    expect(otherText.subjects).not.toContain('public-interest')
    const published = { disclosures: [{ matter: 'public-interest', publishedOn }] }
    expect(step('disclose', unpublished(published)).subjects).not.toContain('public-interest')
    expect(step('disclose', upToScreening).subjects).toStrictEqual([])
    expect(step('disclose', { ...upToConclusion, investigation: {} }).subjects).toStrictEqual([])
    expect([disclose.advised('funds'), disclose.advised('public-interest')]).toStrictEqual([true, false])
    expect(disclose.blocked('funds')).toStrictEqual([])
  })

  it('is of its matter and what that is about, today', () => {
    expect(disclose.known('agreement/G1')).toStrictEqual({ matter: 'agreement', subject: 'G1', publishedOn })
    expect(disclose.known('funds')).toStrictEqual({ matter: 'funds', publishedOn })
  })

  it('says where it was published, of that matter', () => {
    const url = 'https://example.gov.cn/7'
    const refused = (item: object) => disclose.refused('agreement/G1', { ...item })
    expect(refused({ url })).toStrictEqual([])
    expect(refused({ channel: '政府公报' })).toStrictEqual([])
    expect(refused({})).toStrictEqual(['disclosure url,channel'])
    expect(refused({ medium: 'website', channel: '本局网站' })).toStrictEqual([])
    expect(refused({ medium: 'newspaper', url })).toStrictEqual([])
    expect(refused({ medium: 'newspaper' })).toStrictEqual(['disclosure url,channel'])
    expect(refused({ url, matter: 'funds' })).toStrictEqual(['disclosure matter'])
    expect(refused({ url, subject: 'G2' })).toStrictEqual(['disclosure matter'])
  })
})
