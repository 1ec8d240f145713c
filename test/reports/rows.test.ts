import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { cluesReport } from '../../src/core/reports/clues.ts'
import { disclosureReport } from '../../src/core/reports/disclosure.ts'
import { majorCasesReport } from '../../src/core/reports/monthly.ts'
import { departmentOf, isWithin, type Report } from '../../src/core/reports/report.ts'
import { sharingReport } from '../../src/core/reports/sharing.ts'
import { supervisionReport } from '../../src/core/reports/supervision.ts'
import { cellText, reportData, totalTexts } from '../../src/core/reports/text.ts'
import type { CaseView } from '../../src/core/view.ts'
import { justRegistered } from '../forms/bare.ts'
import { wholeCase } from '../forms/whole.ts'

const today = '2026-12-24'
const { regulation } = wholeCase()
const rows = (made: Report) => reportData(made, regulation).rows
const totals = (made: Report) =>
  Object.fromEntries(made.totals.map(({ title, value }) => [title, cellText(value)]))

/** The case of nobody yet, found on a day. */
function foundOn(day: string): CaseView {
  const view = justRegistered()
  view.facts.case.clue.foundOn = day
  return view
}

/** The whole case with other facts on its supervision as a major case. */
const major = (change: NonNullable<Documents['supervision']>['major'], more: object = {}) =>
  wholeCase(today, (documents) => {
    documents.supervision = { major: { ...documents.supervision?.major, ...change }, ...more }
  })

describe('a day is within a period', () => {
  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-03-31', true],
    ['2026-04-01', false],
    [undefined, false],
  ])('%s within the first quarter: %s', (day, within) => {
    expect(isWithin(day, { from: '2026-01-01', to: '2026-03-31' })).toBe(within)
  })
})

describe('the department in charge', () => {
  const of = (department: string | undefined, kind: string) =>
    departmentOf(
      wholeCase(today, ({ case: about }) => {
        about.damage.kind = kind
        if (department === undefined) delete about.jurisdiction.department
        else about.jurisdiction.department = department
      }),
    )

  it.each([
    ['forestry', 'pollutant-discharge', '林业主管部门'],
    [undefined, 'pollutant-discharge', '生态环境主管部门'],
    [undefined, 'unknown-kind', '未确定'],
  ])('recorded as %s for %s: %s', (department, kind, name) => {
    expect(of(department, kind)).toBe(name)
  })
})

describe('the list of clues (第十一条)', () => {
  it('says what is on record of each, the oldest first', () => {
    const later = foundOn('2025-03-04')
    expect(rows(cluesReport([later, wholeCase()], '2025Q1', undefined))).toEqual([
      {
        case: 'NN-2025-0007',
        channel: '日常监管、执法巡查、各项资源与环境专项行动中发现的案件线索',
        on: '2025-03-03',
        matter: '某造纸有限公司等排污案',
        place: '南宁市某区某河段',
        obligors: '某造纸有限公司、郑某',
        status: '履行修复',
      },
      expect.objectContaining({ on: '2025-03-04', place: null, obligors: '尚未确定' }),
    ])
  })

  it('tells what was initiated, what was not, and what is still being checked', () => {
    const declined = wholeCase(today, (documents) => {
      delete documents.investigation
      documents.screening = { ...documents.screening, checkedOn: '2025-03-05', decision: 'not-initiate' }
    })
    const report = cluesReport([wholeCase(), declined, foundOn('2025-03-04')], '2025Q1', undefined)
    expect(totals(report)).toMatchObject({ 线索: '3', 已启动索赔: '1', 不启动索赔: '1', 正在核查: '1' })
  })

  it('names the submission of this list of this quarter, and no other', () => {
    const sent = { kind: 'quarterly-clue-list', period: '2025Q1', submittedOn: '2025-04-08' } as const
    const submitted = (...submissions: NonNullable<Parameters<typeof cluesReport>[2]>['submissions']) =>
      totals(cluesReport([], '2025Q1', { submissions })).报送
    expect(submitted(sent)).toBe('2025-04-08')
    expect(submitted({ ...sent, to: '督察办' })).toBe('2025-04-08 督察办')
    expect(submitted({ ...sent, period: '2025Q2' })).toBe('没有报送记录')
    expect(submitted({ ...sent, kind: 'annual-report' })).toBe('没有报送记录')
    expect(submitted()).toBe('没有报送记录')
  })
})

describe('the ledger of major cases (第三十四条)', () => {
  const row = (view: CaseView) => rows(supervisionReport([view], today))[0]
  const monthlyReports = ['2025-05', '2025-06'].map((month) => ({
    ...{ month, reportedOn: `${month}-09`, progress: '完成损害调查' },
  }))

  it('says of each case who supervises it, what was reported and what is owed', () => {
    const done = major({ tasksCompletedOn: '2025-07-01' }, { monthlyReports, measures: [{}] })
    expect(row(done)).toEqual({
      case: 'NN-2025-0007',
      title: '某造纸有限公司等排污案',
      grounds: '中央和自治区生态环境保护督察移送的典型案件',
      supervisingUnit: '自治区生态环境厅',
      handlingUnit: '南宁市生态环境局',
      initiatedOn: '2025-03-06',
      reports: '2025-03-07 南宁市委生态环境保护和督察工作领导小组办公室',
      monthlyReports: '2/3',
      monthsOwed: '2025-04',
      measures: 1,
      dueOn: '2026-10-31',
      state: '履行修复；2025-07-01 完成督办任务',
    })
  })

  it('leaves room where nothing is on record yet', () => {
    const bare = wholeCase(today, (documents) => {
      documents.supervision = { major: { grounds: ['inspection-typical', 'exposed-typical'] } }
      delete documents.investigation
    })
    expect(row(bare)).toMatchObject({
      grounds: '中央和自治区生态环境保护督察移送的典型案件；自治区级及以上生态环境警示片等曝光典型案件',
      supervisingUnit: null,
      initiatedOn: null,
      reports: '没有记录',
      measures: 0,
      dueOn: null,
    })
  })

  it.each([
    [today, [], '履行修复'],
    ['2026-12-23', [], '履行修复；逾期未办结，未书面说明'],
    ['2026-12-23', [{ explainedOn: today }], '履行修复；逾期未办结，已书面说明'],
  ])('due on %s, explained by %j: %s', (dueOn, overdueExplanations, state) => {
    expect(row(major({ dueOn }, { overdueExplanations }))?.state).toBe(state)
  })

  it('counts cases, those complete, and the monthly reports that are late', () => {
    const done = major({ tasksCompletedOn: '2025-07-01' }, { monthlyReports })
    const ungrounded = wholeCase(today, (documents) => {
      documents.supervision = { major: { grounds: [] } }
    })
    const without = wholeCase(today, (documents) => {
      documents.supervision = {}
    })
    const report = supervisionReport([done, ungrounded, without], today)
    expect(totals(report)).toEqual({ 重大案件: '1', 已完成督办任务: '1', 逾期未报的月报: '1' })
    expect(totals(supervisionReport([major({})], today))).toMatchObject({ 已完成督办任务: '0' })
  })
})

describe('the progress of a month (第三十四条)', () => {
  const report = (month: string, change: object = {}) => majorCasesReport([major(change)], month)
  const reported = (month: string, reportedOn: string) =>
    majorCasesReport(
      [major({}, { monthlyReports: [{ month, reportedOn, progress: '取样' }] }), major({})],
      month,
    )

  it('says which day the report was due, when it was made, and what it says', () => {
    expect(rows(reported('2025-05', '2025-05-12'))[0]).toEqual({
      case: 'NN-2025-0007',
      title: '某造纸有限公司等排污案',
      supervisingUnit: '自治区生态环境厅',
      stage: '履行修复',
      dueOn: '2025-05-12',
      reportedOn: '2025-05-12',
      status: '按期报告',
      progress: '取样',
    })
    expect(rows(reported('2025-05', '2025-05-13'))[0]?.status).toBe('逾期报告')
  })

  it('counts who had to report, who did, and who is late', () => {
    expect(totals(reported('2025-05', '2025-05-12'))).toEqual({ 应报案件: '2', 已报: '1', 逾期未报: '1' })
    expect(rows(reported('2025-05', '2025-05-12'))[1]).toMatchObject({ reportedOn: null, progress: null })
  })

  it('is provisional where the days off of the year are not known, and says what was reported though not owed', () => {
    expect(rows(report('2027-01'))).toEqual([])
    expect(rows(reported('2027-01', '2026-12-20'))).toEqual([
      expect.objectContaining({ dueOn: null, status: '已报告' }),
    ])
    const running = majorCasesReport(
      [
        wholeCase('2025-05-02', ({ supervision }) => {
          if (supervision) supervision.monthlyReports = []
        }),
      ],
      '2025-05',
    )
    expect(rows(running)).toEqual([expect.objectContaining({ status: '尚未到期', dueOn: '2025-05-12' })])
  })
})

describe('the list of disclosures (第三十六条)', () => {
  const url = (number: number) => `https://example.gov.cn/${number}`
  const published = (...disclosures: NonNullable<Documents['supervision']>['disclosures'] & object) =>
    disclosureReport(
      [
        wholeCase(today, (documents) => {
          documents.supervision = { disclosures }
        }),
      ],
      today,
    )
  const line = ({ matter, since, publishedOn, status, where }: Record<string, unknown>) =>
    [matter, since, publishedOn, status, where].join('|')

  it('tells what was published where, since when it was owed, and what is still owed', () => {
    const report = published(
      { matter: 'agreement', publishedOn: '2025-10-10', channel: '门户网站', url: url(7) },
      { matter: 'restoration-effect', subject: 'R1', publishedOn: '2026-05-15' },
      { matter: 'public-interest', publishedOn: '2025-06-01', channel: '公告栏' },
    )
    expect(rows(report).map(line)).toEqual([
      `生态环境损害赔偿协议 G1|2025-07-24|2025-10-10|已公开|门户网站 ${url(7)}`,
      '赔偿资金使用情况|2025-08-15||未公开|',
      '生态环境修复效果 R1|2026-04-24|2026-05-15|已公开|',
      '涉及公共利益的重大事项||2025-06-01|已公开|公告栏',
    ])
    expect(totals(report)).toEqual({ 应公开事项: '3', 已公开: '2', 未公开: '1' })
    expect(rows(report)[0]).toMatchObject({ case: 'NN-2025-0007', title: '某造纸有限公司等排污案' })
  })

  it('keeps a publication of another agreement apart, and one that a later one replaces', () => {
    const report = published(
      { matter: 'agreement', subject: 'G2', publishedOn: '2025-10-10' },
      { matter: 'agreement', subject: 'G1', publishedOn: '2025-10-10' },
    )
    expect(
      rows(report)
        .filter(({ status }) => status === '已公开')
        .map(line),
    ).toEqual([
      '生态环境损害赔偿协议 G1|2025-07-24|2025-10-10|已公开|',
      '生态环境损害赔偿协议 G2||2025-10-10|已公开|',
    ])
  })
})

describe('what is shared with other departments (第三十三条)', () => {
  it('says of each case where it stands, with the officers to ask', () => {
    const officers = [{ name: '罗某', phone: '1' }, { name: '覃某' }]
    const view = wholeCase(today, ({ case: about }) => Object.assign(about, { officers }))
    expect(rows(sharingReport([view], '2025'))).toEqual([
      {
        case: 'NN-2025-0007',
        title: '某造纸有限公司等排污案',
        place: '南宁市某区某河段',
        obligors: '某造纸有限公司、郑某',
        department: '生态环境主管部门',
        stage: '履行修复',
        agreed: '300000.00',
        paid: '100000.00',
        contact: '罗某 1\n覃某',
      },
    ])
  })

  it('leaves room where nothing is on record yet', () => {
    expect(rows(sharingReport([foundOn('2025-03-04')], '2025'))).toEqual([
      expect.objectContaining({ place: null, obligors: '尚未确定', agreed: null, paid: null, contact: '' }),
    ])
  })

  it('names each liaison officer with what is known of him', () => {
    const contacts = [{ name: '阮某', unit: '检察院', post: '科员', phone: '1' }, { name: '韦某' }]
    const report = sharingReport([wholeCase()], '2025', contacts)
    expect(totalTexts(report)).toEqual(['案件：1', '联络员：阮某（检察院，科员，1）', '联络员：韦某'])
    expect(totalTexts(sharingReport([], '2025'))).toHaveLength(2)
  })
})
