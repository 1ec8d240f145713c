import type {
  Agreement,
  AppraisalsDocument,
  CaseDocument,
  ConsultationDocument,
  CourtDocument,
  Documents,
  EvidenceDocument,
  InvestigationDocument,
  RestorationDocument,
  SupervisionDocument,
} from '../facts/documents.ts'

/** The day on which the sample case is checked, where an example names no other. */
export const sampleToday = '2026-11-24'

/** The SHA-256 that every file of the sample case has: that of an empty file. */
export const sampleDigest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** A fresh copy of a lawful case, restored, paid and published, in which no rule finds anything; examples change it. */
export function sampleDocuments(): Documents {
  return structuredClone(sample)
}

const theCase: CaseDocument = {
  id: 'NN-2025-0007',
  regulation: 'guangxi-2025-draft',
  title: '某造纸有限公司等排污案',
  cause: '违法排放废水污染河流',
  clue: { channel: 'routine-supervision', reference: '2025年3月3日巡查记录', foundOn: '2025-03-03' },
  damage: {
    scope: 'covered',
    kind: 'pollutant-discharge',
    occurredFrom: '2025-02-10',
    occurredTo: '2025-02-28',
    discoveredOn: '2025-03-03',
    knownOn: '2025-03-05',
    location: '南宁市某区某河段',
    media: ['surface-water'],
    description: '未经处理的废水经暗管排入某河。',
    incidentGrade: 'none',
    crossRegion: 'none',
    estimatedLoss: '260000.00',
  },
  jurisdiction: {
    level: 'city',
    obligee: '南宁市人民政府',
    handlingUnit: '南宁市生态环境局',
    handlingUnitKind: 'department',
    department: 'ecology-environment',
  },
  officers: [{ name: '罗某', unit: '南宁市生态环境局', phone: '0771-5555555' }],
  obligors: [
    {
      id: 'o1',
      kind: 'organization',
      name: '某造纸有限公司',
      address: '南宁市某区',
      creditCode: '91350100M000100Y43',
      representative: { name: '吴某', post: '总经理' },
      identifiedOn: '2025-03-05',
    },
    {
      id: 'o2',
      kind: 'individual',
      name: '郑某',
      address: '南宁市某区',
      idNumber: '11010519491231002X',
      identifiedOn: '2025-03-05',
    },
  ],
  summary: '某造纸有限公司和郑某经暗管排放废水。',
}

const investigation: InvestigationDocument = {
  initiation: {
    number: '南环损启〔2025〕7号',
    initiatedOn: '2025-03-06',
    reason: '已造成地表水损害，符合启动条件。',
    handlers: [{ name: '罗某', date: '2025-03-06' }],
    approvals: [
      { role: 'section-head', name: '秦某', opinion: '同意', date: '2025-03-06' },
      { role: 'department-head', name: '许某', opinion: '同意', date: '2025-03-06' },
    ],
  },
  procuratorateInformed: { on: '2025-03-06', to: '南宁市人民检察院' },
  process: {
    investigators: ['罗某'],
    activities: [{ on: '2025-03-07', place: '某河段', method: '采样检测', officers: ['罗某'] }],
  },
  facts: [{ statement: '2025年2月10日至28日经暗管排放废水。', evidence: ['E1', 'E2'] }],
  legalBasis: ['《中华人民共和国民法典》关于修复和赔偿责任的规定'],
  conclusion: {
    concludedOn: '2025-05-20',
    recommendation: 'consult',
    reason: '事实清楚，义务人明确。',
    proposal: '建议启动磋商。',
    handlers: [{ name: '罗某', date: '2025-05-20' }],
  },
}

const appraisals: AppraisalsDocument = {
  appraisals: [
    {
      id: 'A1',
      kind: 'forensic-opinion',
      commissionedBy: ['obligee'],
      body: { name: '某司法鉴定中心' },
      reportNumber: '某鉴〔2025〕7号',
      commissionedOn: '2025-03-12',
      receivedOn: '2025-04-10',
      scope: '河段 2 公里',
      degree: '化学需氧量超标',
      causation: '因果关系成立',
      measures: '清淤、投放菌剂',
      restorability: 'full',
      amounts: [
        { head: 'clean-up-restoration', amount: '200000.00' },
        { head: 'service-loss', amount: '60000.00' },
        { head: 'investigation-appraisal', amount: '40000.00' },
      ],
      restorationPlan: { title: '修复方案', author: { name: '某设计院' } },
    },
  ],
}

const consultation: ConsultationDocument = {
  rounds: [
    {
      round: 1,
      notice: {
        number: '南环损磋〔2025〕7号',
        issuedOn: '2025-05-26',
        replyBy: '2025-06-09',
        panel: ['罗某'],
      },
      services: [
        { obligor: 'o1', method: 'direct', servedOn: '2025-05-27', receipt: 'E3' },
        { obligor: 'o2', method: 'direct', servedOn: '2025-05-28', receipt: 'E4' },
      ],
      replies: [
        { obligor: 'o1', repliedOn: '2025-06-03', agrees: true },
        { obligor: 'o2', repliedOn: '2025-06-03', agrees: true },
      ],
      meetings: [
        { number: 1, heldOn: '2025-06-20', attended: ['o1', 'o2'], outcome: 'continued', minutes: 'E5' },
        {
          number: 2,
          heldOn: '2025-07-10',
          attended: ['o1', 'o2'],
          outcome: 'agreed',
          agreedWith: ['o1', 'o2'],
          minutes: 'E6',
        },
      ],
      outcomes: [
        { obligor: 'o1', kind: 'agreed', decidedOn: '2025-07-10', by: '许某' },
        { obligor: 'o2', kind: 'agreed', decidedOn: '2025-07-10', by: '许某' },
      ],
    },
  ],
}

const agreement: Agreement = {
  id: 'G1',
  round: 1,
  obligors: ['o1', 'o2'],
  signedOn: '2025-07-24',
  place: '南宁市生态环境局',
  clauses: {
    facts: '2025年2月10日至28日经暗管排放废水。',
    evidence: '勘查笔录、检测报告、鉴定意见。',
    legalBasis: '《中华人民共和国民法典》关于修复和赔偿责任的规定。',
    reasons: '违反国家规定造成地表水损害。',
    liability: '双方承担连带责任。',
    opinions: '对鉴定意见和修复方案无异议。',
    performance: '委托第三方修复，其余以货币支付。',
    restorationGoal: '水质恢复至三类。',
    restorationPlan: '清淤并投放菌剂。',
    restorationSchedule: '2025年9月25日启动，2026年3月31日前完成。',
    breach: '逾期按日支付违约金。',
    evaluation: '完成后委托第三方评估。',
    disputes: '向有管辖权的人民法院起诉。',
    forceMajeure: '及时通知并顺延。',
    other: '',
  },
  compensation: {
    items: [
      { head: 'clean-up-restoration', amount: '200000.00', by: 'work', basis: '鉴定意见' },
      { head: 'service-loss', amount: '60000.00', by: 'payment', basis: '鉴定意见' },
      { head: 'investigation-appraisal', amount: '40000.00', by: 'payment', basis: '发票' },
    ],
    total: '300000.00',
  },
  shares: [{ obligors: ['o1', 'o2'], amount: '300000.00', joint: true }],
  substitutes: [],
  restoration: { mode: 'in-situ', startBy: '2025-09-25', completeBy: '2026-03-31', evaluateBy: '2026-04-30' },
  payments: [
    { id: 'P1', obligor: 'o1', dueOn: '2025-08-20', amount: '60000.00', heads: ['service-loss'] },
    { id: 'P2', obligor: 'o1', dueOn: '2025-08-20', amount: '40000.00', heads: ['investigation-appraisal'] },
  ],
}

const court: CourtDocument = {
  confirmations: [
    {
      agreement: 'G1',
      court: '南宁市中级人民法院',
      appliedOn: '2025-08-05',
      acceptedOn: '2025-08-08',
      announcedOn: '2025-08-12',
      ruledOn: '2025-09-20',
      result: 'confirmed',
      rulingNumber: '（2025）桂01民特7号',
    },
  ],
}

const restoration: RestorationDocument = {
  projects: [
    {
      id: 'R1',
      agreement: 'G1',
      mode: 'in-situ',
      planAppraisal: 'A1',
      implementer: { name: '某修复有限公司' },
      startedOn: '2025-09-25',
      inspections: [{ on: '2025-12-05', officers: ['罗某'], findings: '按方案实施' }],
      completedOn: '2026-03-20',
      evaluations: [
        {
          round: 1,
          evaluator: { name: '某评估有限公司' },
          reportedOn: '2026-04-10',
          submittedOn: '2026-04-13',
          report: 'E9',
          acceptedOn: '2026-04-24',
          experts: ['冯某', '陈某', '褚某'],
          passed: true,
        },
      ],
      filedOn: '2026-05-06',
      sentToCourtOn: '2026-05-08',
    },
  ],
}

const supervision: SupervisionDocument = {
  disclosures: [
    { matter: 'agreement', publishedOn: '2025-10-10', url: 'https://example.gov.cn/7' },
    { matter: 'funds', publishedOn: '2025-10-10', url: 'https://example.gov.cn/8' },
    { matter: 'restoration-effect', publishedOn: '2026-05-15', url: 'https://example.gov.cn/9' },
  ],
}

const titles = '勘查笔录 检测报告 送达回证一 送达回证二 纪要一 纪要二 票据一 票据二 评估报告'.split(' ')

const evidence: EvidenceDocument = {
  evidence: titles.map((title, index) => {
    const id = `E${index + 1}`
    return { id, title, file: `attachments/${id}-${title}.pdf`, sha256: sampleDigest }
  }),
}

const paid = { agreement: 'G1', paidOn: '2025-08-15' }

const sample: Documents = {
  case: theCase,
  screening: {
    checkedOn: '2025-03-05',
    officers: ['罗某'],
    damageFound: true,
    findings: '河段水质超标。',
    decision: 'initiate',
  },
  investigation,
  appraisals,
  consultation,
  agreements: { agreements: [agreement] },
  court,
  restoration,
  payments: {
    payments: [
      { ...paid, id: 'P1', amount: '60000.00', destination: 'treasury', voucher: 'E7' },
      { ...paid, id: 'P2', amount: '40000.00', destination: 'cost-bearer', voucher: 'E8' },
    ],
  },
  supervision,
  evidence,
}
