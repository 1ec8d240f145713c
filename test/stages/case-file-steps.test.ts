import { describe, expect, it } from 'vitest'
import type { CaseDocument } from '../../src/core/facts/documents.ts'
import { type Step, step, upToConclusion, upToScreening } from '../support/step.ts'

/** An action in the sample case with these keys of the case file. */
function stepWith(id: string, file: Partial<CaseDocument>, today?: string): Step {
  return step(id, { case: file }, today)
}

const officers = [{ name: '罗某' }, { name: '蒙某' }]

describe('登记证据', () => {
  const none = { ...upToConclusion, evidence: undefined }

  it('is asked for once the claim is initiated, until a piece or the facts are on record', () => {
    expect(step('add-evidence').subjects).toStrictEqual([null])
    const initiation = { initiatedOn: '2025-03-06' }
    const advised = (given: object) => step('add-evidence', { ...none, ...given }).advised(null)
    expect(advised({ investigation: { initiation } })).toBe(true)
    expect(advised({ investigation: undefined })).toBe(false)
    expect(advised({ investigation: {} })).toBe(false)
    expect(
      advised({ investigation: { initiation }, evidence: { evidence: [{ id: 'E1', title: '笔录' }] } }),
    ).toBe(false)
    const facts = [{ statement: '排放废水。' }]
    expect(advised({ investigation: { initiation, facts, legalBasis: ['民法典'] } })).toBe(false)
  })

  it('gets the next number and the names of the officers', () => {
    expect(step('add-evidence').known(null)).toStrictEqual({ id: 'E10', collectedBy: ['罗某'] })
    expect(step('add-evidence', { ...none, case: { officers } }).known(null)).toStrictEqual({
      id: 'E1',
      collectedBy: ['罗某', '蒙某'],
    })
  })

  it('has a title and a number of its own', () => {
    const evidence = step('add-evidence')
    expect(evidence.refused(null, { title: '照片' })).toStrictEqual([])
    expect(evidence.refused(null)).toStrictEqual(['one-case-one-file title'])
    expect(evidence.refused(null, { title: ' ' })).toStrictEqual(['one-case-one-file title'])
    expect(evidence.refused(null, { title: '照片', id: 'E9' })).toStrictEqual(['one-case-one-file id'])
  })
})

describe('自设提醒', () => {
  const reminders = [
    { id: 'T1', title: '催要鉴定材料', dueOn: '2026-11-20', doneOn: '2026-11-19' },
    { id: 'T2', title: '联系检察院', dueOn: '2026-11-24' },
    { id: 'T3', title: '复核水质', dueOn: '2026-11-25' },
  ]

  it('is set at any time, without being asked for', () => {
    const add = stepWith('add-reminder', { reminders })
    expect(add.subjects).toStrictEqual([null])
    expect(add.advised(null)).toBe(false)
    expect(add.known(null)).toStrictEqual({ id: 'T4' })
    expect(step('add-reminder').known(null)).toStrictEqual({ id: 'T1' })
  })

  it('says of what it reminds, under a number of its own', () => {
    const add = stepWith('add-reminder', { reminders })
    expect(add.refused(null, { title: '开会' })).toStrictEqual([])
    expect(add.refused(null)).toStrictEqual(['one-case-one-file title'])
    expect(add.refused(null, { title: '开会', id: 'T2' })).toStrictEqual(['one-case-one-file id'])
    expect(step('add-reminder').refused(null, { title: '开会', id: 'T2' })).toStrictEqual([])
  })

  it('is finished once, and asked for from its day on', () => {
    const finish = stepWith('finish-reminder', { reminders }, '2026-11-24')
    expect(finish.subjects).toStrictEqual(['T2', 'T3'])
    expect([finish.advised('T2'), finish.advised('T3')]).toStrictEqual([true, false])
    expect(stepWith('finish-reminder', { reminders }, '2026-11-25').advised('T3')).toBe(true)
    expect(finish.known('T3')).toStrictEqual({
      id: 'T3',
      title: '复核水质',
      dueOn: '2026-11-25',
      doneOn: '2026-11-24',
    })
    expect(finish.place('T3')).toBe('case.reminders.2')
    expect(step('finish-reminder').subjects).toStrictEqual([])
  })

  it('is the one that was named', () => {
    const finish = stepWith('finish-reminder', { reminders }, '2026-11-24')
    expect(finish.refused('T3')).toStrictEqual([])
    expect(finish.refused('T3', { id: 'T2' })).toStrictEqual(['one-case-one-file id'])
    expect(finish.known('T9')).toStrictEqual({ id: 'T9', doneOn: '2026-11-24' })
    expect(finish.place('T9')).toBe('case.reminders.-1')
    expect(finish.advised('T9')).toBe(true)
  })
})

describe('答复举报人', () => {
  const clue = { channel: 'report', receivedOn: '2025-03-03', reporter: { kind: 'citizen' } } as const

  it('is owed to whoever reported, once', () => {
    expect(step('answer-reporter').subjects).toStrictEqual([])
    const answer = stepWith('answer-reporter', { clue }, '2025-03-10')
    expect(answer.subjects).toStrictEqual([null])
    expect(answer.known(null)).toStrictEqual({ kind: 'citizen', answeredOn: '2025-03-10' })
    const answered = { ...clue, reporter: { ...clue.reporter, answeredOn: '2025-03-10' } }
    expect(stepWith('answer-reporter', { clue: answered }).subjects).toStrictEqual([])
    expect(step('answer-reporter').known(null)).toMatchObject({ kind: undefined })
  })

  it('says something', () => {
    const answer = stepWith('answer-reporter', { clue })
    expect(answer.refused(null, { answer: '已经立案' })).toStrictEqual([])
    expect(answer.refused(null)).toStrictEqual(['reporter-answer answer'])
    expect(answer.refused(null, { answer: ' ' })).toStrictEqual(['reporter-answer answer'])
  })
})

describe('回复检察建议', () => {
  const suggestions = [
    { receivedOn: '2026-03-02', answeredOn: '2026-04-01' },
    { receivedOn: '2026-05-06', number: '检建1号' },
    { receivedOn: '2026-05-06', number: '检建2号' },
    { receivedOn: '2026-06-01' },
  ]
  const answer = stepWith('answer-suggestion', { procuratorate: { suggestions } }, '2026-06-30')

  it('is owed for each that was not answered, by its day, and of one day by its number', () => {
    expect(answer.subjects).toStrictEqual(['2026-05-06/检建1号', '2026-05-06/检建2号', '2026-06-01'])
    expect(answer.place('2026-05-06/检建2号')).toBe('case.procuratorate.suggestions.2')
    expect(answer.place('2026-07-01')).toBe('case.procuratorate.suggestions.-1')
    expect(answer.known('2026-05-06/检建2号')).toStrictEqual({
      receivedOn: '2026-05-06',
      number: '检建2号',
      answeredOn: '2026-06-30',
    })
    expect(answer.known('2026-06-01')).toStrictEqual({ receivedOn: '2026-06-01', answeredOn: '2026-06-30' })
    expect(answer.known('2026-07-01')).toStrictEqual({ answeredOn: '2026-06-30' })
    expect(answer.blocked('2026-06-01')).toStrictEqual([])
  })

  it('waits until a suggestion by which the clue came is entered by itself', () => {
    const clue = { channel: 'report', receivedOn: '2026-05-07', bySuggestion: true }
    expect(stepWith('answer-suggestion', { clue }).subjects).toStrictEqual([])
    const both = stepWith('answer-suggestion', { clue, procuratorate: { suggestions } })
    expect(both.subjects).not.toContain('2026-05-07')
    expect(step('answer-suggestion').subjects).toStrictEqual([])
    expect(step('answer-suggestion').place('2026-05-07')).toBe('case.procuratorate.suggestions.-1')
  })

  it('says what was done', () => {
    expect(answer.refused('2026-06-01', { answer: '已启动索赔' })).toStrictEqual([])
    expect(answer.refused('2026-06-01')).toStrictEqual(['procuratorial-suggestion answer'])
  })
})

describe('答复检察机关公告', () => {
  const notices = [
    { publishedOn: '2026-03-02', claimBy: '2026-04-01', answeredOn: '2026-03-20', claims: true },
    { publishedOn: '2026-05-06', claimBy: '2026-06-05' },
    { publishedOn: '2026-06-01', claimBy: '2026-07-01' },
  ]
  const answer = stepWith('answer-procuratorate-notice', { procuratorate: { notices } }, '2026-06-02')

  it('is owed for each that was not answered, with the day by which to claim', () => {
    expect(answer.subjects).toStrictEqual(['2026-05-06', '2026-06-01'])
    expect(answer.place('2026-06-01')).toBe('case.procuratorate.notices.2')
    expect(answer.known('2026-05-06')).toStrictEqual({
      publishedOn: '2026-05-06',
      claimBy: '2026-06-05',
      answeredOn: '2026-06-02',
    })
    expect(answer.known('2026-07-01')).toStrictEqual({ publishedOn: '2026-07-01', answeredOn: '2026-06-02' })
    expect(step('answer-procuratorate-notice').subjects).toStrictEqual([])
  })

  it('says whether the office claims', () => {
    expect(answer.refused('2026-06-01', { claims: true })).toStrictEqual([])
    expect(answer.refused('2026-06-01', { claims: false })).toStrictEqual([])
    expect(answer.refused('2026-06-01')).toStrictEqual(['procuratorate-notice claims'])
  })
})

describe('指定管辖、县级授权', () => {
  const own = {
    level: 'city',
    obligee: '南宁市人民政府',
    handlingUnit: '南宁市生态环境局',
    handlingUnitKind: 'department',
    department: 'ecology-environment',
  } as const
  const joint = { ...own, jointUnits: ['南宁市林业局'] }
  const designation = { by: '自治区人民政府', on: '2025-03-04' }

  it('a designation is offered before the conclusion, once, and asked for where a joint team has no lead', () => {
    const designate = (jurisdiction: CaseDocument['jurisdiction'], given: object = upToScreening) =>
      step('designate', { ...given, case: { jurisdiction } })
    expect(designate(own).subjects).toStrictEqual([null])
    expect(designate(own, {}).subjects).toStrictEqual([])
    expect(designate({ ...own, designation }).subjects).toStrictEqual([])
    expect(designate({ ...joint, designation }, {}).subjects).toStrictEqual([null])
    expect(designate({ ...joint, leadUnit: '南宁市生态环境局' }, {}).subjects).toStrictEqual([])
    expect([designate(own).advised(null), designate(joint).advised(null)]).toStrictEqual([false, true])
    expect(designate({ ...own, jointUnits: [] }).advised(null)).toBe(false)
    expect(designate(joint).blocked(null)).toStrictEqual([])
  })

  it('a designation keeps what the case says of its handling, and names an authority or a lead', () => {
    const designate = stepWith('designate', { jurisdiction: own })
    expect(designate.known(null)).toStrictEqual({
      level: 'city',
      obligee: '南宁市人民政府',
      handlingUnit: '南宁市生态环境局',
    })
    expect(designate.refused(null)).toStrictEqual(['designation,joint-handling designation,leadUnit'])
    expect(designate.refused(null, { designation })).toStrictEqual([])
    expect(designate.refused(null, { leadUnit: '南宁市生态环境局' })).toStrictEqual([])
  })

  it('another unit does not act in the name of the one above the former unit', () => {
    const branch = { ...own, handlingUnit: '南宁市武鸣生态环境局', handlingUnitKind: 'city-branch' } as const
    const designate = stepWith('designate', { jurisdiction: { ...branch, inNameOf: '南宁市生态环境局' } })
    const to = (change: object) => designate.refused(null, { designation, ...change })
    const liuzhou = { handlingUnit: '柳州市生态环境局' }
    expect(to({})).toStrictEqual([])
    expect(to(liuzhou)).toStrictEqual(['obligee inNameOf'])
    expect(to({ ...liuzhou, inNameOf: '柳州市生态环境局' })).toStrictEqual([])
    expect(to({ ...liuzhou, handlingUnitKind: 'designated-department' })).toStrictEqual([])
    expect(
      stepWith('designate', { jurisdiction: branch }).refused(null, { designation, ...liuzhou }),
    ).toStrictEqual([])
  })

  it('a county needs the authority of the city, by a document; a branch of the city does not', () => {
    const authorize = (change: object) =>
      stepWith('authorize-county', { jurisdiction: { ...own, ...change } }, '2025-03-06')
    expect(authorize({}).subjects).toStrictEqual([])
    expect(authorize({ level: 'county' }).subjects).toStrictEqual([null])
    expect(authorize({ handlingUnitKind: 'county-department' }).subjects).toStrictEqual([null])
    expect(authorize({ level: 'county', handlingUnitKind: 'city-branch' }).subjects).toStrictEqual([])
    const granted = { level: 'county', countyAuthorization: { grantedOn: '2025-03-06' } }
    expect(authorize(granted).subjects).toStrictEqual([])
    const county = authorize({ level: 'county' })
    expect(county.known(null)).toStrictEqual({ grantedBy: '南宁市人民政府' })
    expect(county.blocked(null)).toStrictEqual([])
    expect(county.refused(null, { document: '南政函〔2025〕9号' })).toStrictEqual([])
    expect(county.refused(null)).toStrictEqual(['county-authorization document'])
  })
})

describe('关联程序的进展', () => {
  const progress = [{ on: '2026-05-06', status: 'transferred' as const }]
  const relatedProceedings: CaseDocument['relatedProceedings'] = [
    { kind: 'penalty', reference: '南环罚〔2026〕1号', on: '2026-04-01' },
    { kind: 'criminal', reference: '公刑立字〔2026〕8号', on: '2026-03-02', progress },
    { kind: 'public-interest', reference: '检公〔2026〕2号' },
  ]
  const [fine, crime, suit] = relatedProceedings.map(({ reference = '' }) => reference)
  const go = stepWith('continue-proceeding', { relatedProceedings }, '2026-05-07')

  it('is recorded at any time for each, by its number, without being asked for', () => {
    expect(go.subjects).toStrictEqual([fine, crime, suit])
    expect(step('continue-proceeding').subjects).toStrictEqual([])
    expect(go.place(crime ?? null)).toBe('case.relatedProceedings.1.progress')
    expect(go.about(crime ?? null)).toContain('公刑立字〔2026〕8号')
    expect(go.known(crime ?? null)).toStrictEqual({ on: '2026-05-07' })
    expect(go.advised(crime ?? null)).toBe(false)
    expect(go.blocked(crime ?? null)).toStrictEqual([])
  })

  it.each([
    ['decided', ['related-liability result']],
    ['reversed', ['related-liability result']],
    ['ended', ['related-liability result']],
    ['transferred', []],
    ['paid', []],
    [undefined, []],
  ])('as %s without a result is refused for %j', (status, expected) => {
    expect(go.refused(fine ?? null, { status })).toStrictEqual(expected)
    expect(go.refused(fine ?? null, { status, result: '罚款二万元。' })).toStrictEqual([])
  })

  it('is not before the proceeding, where its day is known', () => {
    const on = (subject: string | undefined, day: string | undefined) =>
      go.refused(subject ?? null, { on: day, status: 'transferred' })
    expect(on(fine, '2026-03-31')).toStrictEqual(['related-liability on'])
    expect(on(fine, '2026-04-01')).toStrictEqual([])
    expect(on(suit, '2026-03-31')).toStrictEqual([])
    expect(on(fine, undefined)).toStrictEqual([])
  })

  it('is recorded once: the same step on the same day', () => {
    const refused = (item: object) => go.refused(crime ?? null, { ...item })
    expect(refused({ on: '2026-05-06', status: 'transferred' })).toStrictEqual(['related-liability status'])
    expect(refused({ on: '2026-05-07', status: 'transferred' })).toStrictEqual([])
    expect(refused({ on: '2026-05-06', status: 'prosecuted' })).toStrictEqual([])
  })
})

describe('steps that nothing blocks', () => {
  it.each([
    'add-evidence',
    'add-reminder',
    'finish-reminder',
    'answer-reporter',
    'answer-procuratorate-notice',
  ])('%s', (id) => {
    expect(step(id).blocked(null)).toStrictEqual([])
  })
})
