import { describe, expect, it, test } from 'vitest'
import { forms } from '../../src/core/forms/index.ts'
import { filings } from './needed-filings.ts'
import { lines } from './say.ts'
import { wholeCase } from './whole.ts'

/** The facts that the text of an agreement needs. */
const terms = [
  '生态环境损害事实：agreements.agreements[G1].clauses.facts ← sign',
  '有关证据：agreements.agreements[G1].clauses.evidence ← sign',
  '法律依据：agreements.agreements[G1].clauses.legalBasis ← sign',
  '赔偿理由：agreements.agreements[G1].clauses.reasons ← sign',
  '生态环境损害责任认定：agreements.agreements[G1].clauses.liability ← sign',
  '生态环境损害赔偿责任的履行方式和期限：agreements.agreements[G1].clauses.performance ← sign',
  '生态环境损害修复目标：agreements.agreements[G1].clauses.restorationGoal ← sign',
  '生态环境损害修复方案：agreements.agreements[G1].clauses.restorationPlan ← sign',
  '生态环境损害修复启动时间和期限：agreements.agreements[G1].clauses.restorationSchedule ← sign',
  '赔偿金额及构成：agreements.agreements[G1].compensation.items ← sign',
  '协议双方当事人对鉴定意见书、评估报告、修复方案的意见：agreements.agreements[G1].clauses.opinions ← sign',
  '违约责任的承担：agreements.agreements[G1].clauses.breach ← sign',
  '生态环境损害修复评估的方式和期限：agreements.agreements[G1].clauses.evaluation ← sign',
  '争议解决途径：agreements.agreements[G1].clauses.disputes ← sign',
  '不可抗力因素的处理：agreements.agreements[G1].clauses.forceMajeure ← sign',
]

/** For whom each paper of the whole case is written, and which facts the first of them needs, by the step that records each. */
const papers: readonly {
  readonly paper: string
  readonly about: readonly (string | null)[]
  readonly needs: readonly string[]
}[] = [
  {
    paper: 'initiation-register',
    about: [null],
    needs: [
      '义务人.地址（住址）：case.obligors[o1].address ← amend-obligors',
      '义务人.统一社会信用代码（公民身份证号码）：case.obligors[o1].creditCode ← amend-obligors',
      '义务人.法定代表人（负责人）：case.obligors[o1].representative.name ← amend-obligors',
      '义务人.地址（住址）：case.obligors[o2].address ← amend-obligors',
      '义务人.统一社会信用代码（公民身份证号码）：case.obligors[o2].idNumber ← amend-obligors',
      '案由：case.cause ← new',
      '案情简介及启动索赔理由：case.summary ← new',
      '案情简介及启动索赔理由：investigation.initiation.reason ← initiate',
    ],
  },
  {
    paper: 'investigation-register',
    about: [null],
    needs: [
      '案件线索的来源、调查经过：investigation.initiation ← initiate',
      '案件线索的来源、调查经过：investigation.process.activities ← log-investigation',
      '赔偿义务人的基本情况：case.obligors[o1].address ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o1].creditCode ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o1].representative.name ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o2].address ← amend-obligors',
      '赔偿义务人的基本情况：case.obligors[o2].idNumber ← amend-obligors',
      '生态环境损害事实和相关证据材料：investigation.facts ← record-facts',
      '承担赔偿、修复责任的法律依据：investigation.legalBasis ← record-facts',
      '调查部门的处理建议：investigation.conclusion.reason ← conclude',
    ],
  },
  {
    paper: 'consultation-notice',
    about: ['1/o1', '1/o2'],
    needs: [
      '法定代表人/企业负责人：case.obligors[o1].representative.name ← amend-obligors',
      '统一社会信用代码：case.obligors[o1].creditCode ← amend-obligors',
      '地址：case.obligors[o1].address ← amend-obligors',
      '告知日期：consultation.rounds[1].notice.issuedOn ← notify',
      '生态环境损害赔偿事由：consultation.rounds[1].notice.matter ← notify',
      '生态环境损害调查情况：investigation.conclusion.reason ← conclude',
      '可以修复的区域范围和要求：appraisals.appraisals[A1].restorableArea ← receive-appraisal',
      '磋商小组人员：consultation.rounds[1].notice.panel ← notify',
      '答复地点：config.unit.address ← init',
      '答复期限：consultation.rounds[1].notice.replyBy ← notify',
    ],
  },
  {
    paper: 'agreement',
    about: ['G1'],
    needs: [
      '赔偿义务人：agreements.agreements[G1].obligors ← sign',
      '单位.统一社会信用代码：case.obligors[o1].creditCode ← amend-obligors',
      '单位.法定代表人（负责人）：case.obligors[o1].representative.name ← amend-obligors',
      '单位.地址：case.obligors[o1].address ← amend-obligors',
      '自然人.身份证号码：case.obligors[o2].idNumber ← amend-obligors',
      '自然人.住址：case.obligors[o2].address ← amend-obligors',
      ...terms,
    ],
  },
  {
    paper: 'confirmation-application',
    about: ['G1'],
    needs: [
      '申请人法定代表人：config.unit.representative.name ← init',
      '申请人地址（联系方式）：config.unit.address ← init',
      '申请人统一社会信用代码：config.unit.creditCode ← init',
      '单位.统一社会信用代码：case.obligors[o1].creditCode ← amend-obligors',
      '单位.法定代表人（负责人）：case.obligors[o1].representative.name ← amend-obligors',
      '单位.地址（联系方式）：case.obligors[o1].address ← amend-obligors',
      '自然人.身份证号码：case.obligors[o2].idNumber ← amend-obligors',
      '自然人.住址（联系方式）：case.obligors[o2].address ← amend-obligors',
      '签订日期：agreements.agreements[G1].signedOn ← sign',
      ...terms,
      '实施方案、办法：config.localBasis ← init',
      '人民法院：config.court ← init',
    ],
  },
  {
    paper: 'service-receipt',
    about: ['1/o1', '1/o2'],
    needs: [
      '送达文书：consultation.rounds[1].notice ← notify',
      '受送达人：case.obligors ← amend-obligors',
      '送达地址：case.obligors[o1].address ← amend-obligors',
    ],
  },
  {
    paper: 'meeting-agenda',
    about: ['1'],
    needs: [
      '会议时间：consultation.rounds[1].notice.meeting.at ← notify',
      '会议地点：consultation.rounds[1].notice.meeting.place ← notify',
    ],
  },
  {
    paper: 'meeting-minutes',
    about: ['1/1', '1/2'],
    needs: [
      '会议日期：consultation.rounds[1].meetings[1].heldOn ← meet',
      '会议地点：consultation.rounds[1].meetings[1].place ← meet',
      '陈述与举证：consultation.rounds[1].meetings[1].record.claimant ← meet',
      '鉴定评估说明：consultation.rounds[1].meetings[1].record.appraisal ← meet',
      '义务人陈述：consultation.rounds[1].meetings[1].record.obligors ← meet',
      '平等磋商：consultation.rounds[1].meetings[1].record.negotiation ← meet',
      '解答：consultation.rounds[1].meetings[1].record.answers ← meet',
      '会议结果：consultation.rounds[1].meetings[1].outcome ← meet',
    ],
  },
  {
    paper: 'appraisal-commission',
    about: ['A1'],
    needs: [
      '收文机关：appraisals.appraisals[A1].body.name ← commission-appraisal',
      '案情：case.summary ← new',
    ],
  },
  {
    paper: 'explanation-request',
    about: ['A1/B1'],
    needs: [
      '异议内容：appraisals.appraisals[A1].objections[B1].matter ← object',
      '收文机关：appraisals.appraisals[A1].body.name ← commission-appraisal',
      '异议日期：appraisals.appraisals[A1].objections[B1].raisedOn ← object',
    ],
  },
  {
    paper: 'major-report',
    about: [null],
    needs: [
      '收文机关（领导小组办公室）：config.reformOffice ← init',
      '收文机关（上级主管部门）：config.superiorOffice ← init',
      '基本情况：case.summary ← new',
      '重大案件类型：supervision.major.grounds ← mark-major',
      '启动情况：investigation.initiation ← initiate',
    ],
  },
  {
    paper: 'monthly-report',
    about: [
      '2025-04',
      '2025-05',
      '2025-06',
      '2025-07',
      '2025-08',
      '2025-09',
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
      '2026-12',
    ],
    needs: [
      '本月进展：supervision.monthlyReports[2025-04].progress ← report-month',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
    ],
  },
  {
    paper: 'overdue-explanation',
    about: [null],
    needs: [
      '逾期原因：supervision.overdueExplanations[0].reason ← explain-overdue',
      '收文机关：supervision.major.supervisingUnit ← mark-major',
      '办结期限：supervision.major.dueOn ← mark-major',
    ],
  },
  {
    paper: 'performance-letter',
    about: ['o1', 'o2'],
    needs: [
      '赔偿协议：agreements.agreements ← sign',
      '收文机关：supervision.leniencyNotices ← notify-leniency',
    ],
  },
  {
    paper: 'evaluation-filing',
    about: ['R1'],
    needs: [
      '修复项目：restoration.projects ← accept',
      '实施单位：restoration.projects[R1].implementer.name ← start-restoration',
      '启动日期：restoration.projects[R1].startedOn ← start-restoration',
      '完成日期：restoration.projects[R1].completedOn ← complete-restoration',
      '评估单位：restoration.projects[R1].evaluations.evaluator.name ← evaluate',
      '评估报告日期：restoration.projects[R1].evaluations.reportedOn ← evaluate',
      '验收日期：restoration.projects[R1].evaluations.acceptedOn ← accept',
      '验收专家：restoration.projects[R1].evaluations.experts ← accept',
    ],
  },
  {
    paper: 'court-letter',
    about: ['R1'],
    needs: [
      '修复项目：restoration.projects ← start-restoration',
      '收文机关：court.confirmations[G1].court ← apply-confirmation',
      '裁判文书：court.confirmations[G1].rulingNumber ← rule-confirmation',
      '实施单位：restoration.projects[R1].implementer.name ← start-restoration',
      '启动日期：restoration.projects[R1].startedOn ← start-restoration',
      '完成日期：restoration.projects[R1].completedOn ← complete-restoration',
      '评估单位：restoration.projects[R1].evaluations.evaluator.name ← evaluate',
      '评估报告日期：restoration.projects[R1].evaluations.reportedOn ← evaluate',
      '验收日期：restoration.projects[R1].evaluations.acceptedOn ← accept',
      '验收专家：restoration.projects[R1].evaluations.experts ← accept',
    ],
  },
  {
    paper: 'transfer-letter',
    about: ['2025-03-10'],
    needs: [
      '收文机关：court.transfers[2025-03-10].organ ← transfer',
      '涉嫌事项：court.transfers[2025-03-10].matter ← transfer',
      '涉嫌人员：case.obligors[o1].creditCode ← amend-obligors',
      '涉嫌人员：case.obligors[o2].idNumber ← amend-obligors',
      '案情：case.summary ← new',
    ],
  },
  {
    paper: 'disclosure-text',
    about: ['agreement/G1', 'funds', 'restoration-effect/R1', 'public-interest'],
    needs: ['基本案情：case.summary ← new'],
  },
  ...filings,
]

describe('the papers of the whole case', () => {
  test('are all that something in it calls for', () => {
    const view = wholeCase()
    const called = forms.filter((form) => form.subjects(view).length > 0).map(({ id }) => id)
    expect(papers.map(({ paper }) => paper).sort()).toEqual(called.sort())
  })

  describe.each(papers)('$paper', ({ paper, about, needs }) => {
    it('is written for everybody whom it concerns', () => {
      expect(forms.find(({ id }) => id === paper)?.subjects(wholeCase())).toEqual(about)
    })

    it('needs its facts, each from the step that records it', () => {
      const form = forms.find(({ id }) => id === paper)
      expect(lines(form?.fill(wholeCase(), about[0] ?? null).needed ?? [])).toEqual(needs)
    })
  })
})
