import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { only } from './support.ts'

const record = {
  claimant: '陈述调查情况，出示证据材料，提出赔偿意见。',
  appraisal: '鉴定机构说明损害数额的计算方法。',
  obligors: '对事实和责任没有异议。',
  negotiation: '就修复时间、赔偿数额和承担方式协商。',
  answers: '鉴定机构对取样点位的疑问作出解答。',
}

/** The lawful sample case with every fact that a supporting document may want: major, fined, objected to, handed over. */
export function wholeCase(today = '2026-12-24', change?: (documents: Documents) => void): CaseView {
  const documents = sampleDocuments()
  const round = only(documents.consultation?.rounds)
  round.notice = {
    ...round.notice,
    issuedOn: '2025-05-26',
    meeting: { at: '2025-06-20 09:30', place: '南宁市生态环境局 301 会议室' },
    invited: ['南宁市人民检察院'],
  }
  for (const meeting of round.meetings ?? [])
    Object.assign(meeting, { chair: '许某', recorder: '罗某', record: { ...record } })
  const appraisal = only(documents.appraisals?.appraisals)
  appraisal.objections = [
    {
      id: 'B1',
      by: 'o2',
      raisedOn: '2025-04-14',
      explanationRequestedOn: '2025-04-15',
      matter: '取样点位不足',
    },
  ]
  documents.case.relatedProceedings = [
    {
      kind: 'penalty',
      reference: '南水罚〔2025〕12号',
      on: '2025-06-01',
      authority: '南宁市水利局',
      obligors: ['o1'],
      amount: '200000.00',
    },
  ]
  documents.supervision = {
    ...documents.supervision,
    major: {
      grounds: ['inspection-typical'],
      supervisingUnit: '自治区生态环境厅',
      reports: [{ to: '南宁市委生态环境保护和督察工作领导小组办公室', on: '2025-03-07' }],
      dueOn: '2026-10-31',
    },
    monthlyReports: [{ month: '2025-05', reportedOn: '2025-05-09', progress: '完成损害调查' }],
    overdueExplanations: [{ explainedOn: '2026-11-03', reason: '修复期跨汛期', newDueOn: '2027-01-31' }],
    leniencyNotices: [{ to: '南宁市生态环境保护综合行政执法支队', obligor: 'o1', on: '2025-09-01' }],
  }
  if (documents.court)
    documents.court.transfers = [
      {
        to: 'procuratorate',
        matter: '涉嫌污染环境罪',
        transferredOn: '2025-03-10',
        copiedTo: ['public-security'],
      },
    ]
  change?.(documents)
  return viewOf(factsOf(documents), settingOn(today))
}

/**
 * The whole case with everything that goes to a court: nobody confirmed the agreement, a part was paid, and the office
 * demanded the rest, had property preserved, got a payment order, sued for the restoration and applied for enforcement.
 * Experts were asked too, and somebody had asked for the claim.
 */
export function suedCase(today = '2026-12-24', change?: (documents: Documents) => void): CaseView {
  return wholeCase(today, (documents) => {
    sue(documents)
    change?.(documents)
  })
}

const intermediate = '南宁市中级人民法院'

function sue(documents: Documents): void {
  const { appraisals, case: about, evidence, payments } = documents
  about.clue.reporter = {
    kind: 'citizen',
    name: '谭某',
    contact: '0771-1234567',
    reportedOn: '2025-03-01',
    answer: '你反映的暗管已经封堵。',
  }
  appraisals?.appraisals.push({
    id: 'A2',
    kind: 'expert-opinion',
    commissionedBy: ['obligee', 'o1'],
    experts: [
      { name: '冯某', body: '某大学环境学院', pool: '南宁市生态环境损害评估专家库' },
      { name: '陈某', body: '某设计院', pool: '南宁市生态环境损害评估专家库' },
      { name: '褚某', body: '某监测中心', pool: '南宁市生态环境损害评估专家库' },
    ],
    materials: ['E1', 'E2'],
    commissionedOn: '2025-03-14',
  })
  if (payments)
    payments.payments = [
      {
        id: 'P1',
        agreement: 'G1',
        payer: 'o1',
        paidOn: '2025-08-18',
        amount: '20000.00',
        destination: 'treasury',
      },
    ]
  Object.assign(evidence?.evidence[0] ?? {}, {
    kind: 'inspection',
    source: '承办单位现场勘查',
    collectedOn: '2025-03-07',
    collectedBy: ['罗某'],
    pages: 4,
    proves: '暗管的位置和排放的事实',
  })
  documents.court = { transfers: documents.court?.transfers ?? [], ...structuredClone(courtFacts) }
}

const courtFacts: Documents['court'] = {
  demands: [
    {
      reference: 'G1',
      obligors: ['o1', 'o2'],
      on: '2025-09-01',
      debts: ['money'],
      content: '支付服务功能损失尚欠的40,000.00元、调查和鉴定评估费用40,000.00元',
      performBy: '2025-09-15',
    },
  ],
  preservations: [
    {
      kind: 'property',
      obligors: ['o1', 'o2'],
      court: intermediate,
      appliedOn: '2025-09-20',
      liftedOn: '2025-10-05',
      description:
        '冻结某造纸有限公司、郑某名下价值80,000.00元的银行存款，或者查封、扣押其相应价值的财产，期限一年',
      reason: '某造纸有限公司正在变卖设备',
    },
  ],
  paymentOrders: [
    {
      id: 'Z1',
      agreement: 'G1',
      obligors: ['o1'],
      amount: '80000.00',
      court: '南宁市某区人民法院',
      appliedOn: '2025-10-10',
      issuedOn: '2025-10-20',
      servedOn: '2025-10-24',
      effectiveOn: '2025-11-10',
      result: 'effective',
      number: '（2025）桂0101民督3号',
    },
  ],
  suits: [
    {
      id: 'S1',
      obligors: ['o1', 'o2'],
      reason: '违反未经司法确认的赔偿协议',
      agreement: 'G1',
      debts: ['work'],
      court: intermediate,
      filedOn: '2026-04-10',
      claims: '一、判令二被告按照修复方案修复受损河段\n二、判令二被告承担本案诉讼费用',
      claimAmount: '200000.00',
    },
  ],
  enforcements: [
    {
      id: 'F1',
      instrument: 'payment-order',
      reference: 'Z1',
      obligors: ['o1'],
      debts: ['money'],
      breach: '支付令确定的80,000.00元未支付',
      claim: '强制被执行人支付80,000.00元及迟延履行期间的债务利息',
      amount: '80000.00',
      court: '南宁市某区人民法院',
      appliedOn: '2025-12-01',
    },
  ],
}
