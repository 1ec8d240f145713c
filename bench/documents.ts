import type {
  AppraisalsDocument,
  CaseDocument,
  ClosingDocument,
  Documents,
  EvidenceDocument,
  InvestigationDocument,
  RestorationDocument,
  ScreeningDocument,
  SupervisionDocument,
} from '../src/core/facts/documents.ts'
import { agreements, consultation, court, payments } from './settlement.ts'
import { channels, evidenceTitles } from './texts.ts'
import { creditCode, days, idNumber, type Story, yuan } from './timeline.ts'

/** The documents of a case without its list of evidence. A phase that has not begun has an empty list. */
export function documentsOf(story: Story): Documents {
  return {
    case: caseDocument(story),
    ...(story.past(days.screened) && { screening: screening(story) }),
    investigation: investigation(story),
    appraisals: appraisals(story),
    consultation: consultation(story),
    agreements: agreements(story),
    court: court(story),
    restoration: restoration(story),
    payments: payments(story),
    supervision: supervision(story),
    closing: closing(story),
  }
}

function caseDocument(story: Story): CaseDocument {
  const { kind, on, random, costs } = story
  return {
    id: story.id,
    regulation: 'guangxi-2025-draft',
    title: `${story.company}等${kind.cause}案`,
    cause: kind.cause,
    clue: { channel: random.pick(channels), reference: `${on(0)}巡查记录`, foundOn: on(0) },
    damage: {
      scope: 'covered',
      kind: kind.kind,
      occurredFrom: on(-40),
      occurredTo: on(-2),
      discoveredOn: on(0),
      knownOn: on(0),
      location: `${story.place}北侧约二公里`,
      media: [...kind.media],
      description: `${kind.deed}。${kind.harm}。`,
      incidentGrade: 'none',
      crossRegion: 'none',
      estimatedLoss: yuan(costs[0] + costs[1]),
    },
    jurisdiction: {
      level: 'city',
      obligee: '南宁市人民政府',
      handlingUnit: story.unit,
      handlingUnitKind: 'department',
      department: kind.department,
    },
    officers: [{ name: story.officers[0], unit: `${story.unit}法规科`, phone: '0771-0000000' }],
    obligors: obligors(story),
    summary: `${story.company}违反国家规定，${kind.deed}，造成${story.place}生态环境损害。`,
  }
}

function obligors({ random, company, driver, place, on, flaw }: Story): CaseDocument['obligors'] {
  return [
    {
      id: 'o1',
      kind: 'organization',
      name: company,
      address: '南宁市某区某路 8 号',
      creditCode: flaw === 'code' ? '91450100MA5K00000X' : creditCode(random),
      representative: { name: driver, post: '执行董事' },
      phone: '0771-1111111',
      identifiedOn: on(0),
    },
    {
      id: 'o2',
      kind: 'individual',
      name: driver,
      address: place,
      idNumber: idNumber(random),
      occupation: '货车司机',
      phone: '13800000000',
      identifiedOn: on(0),
    },
  ]
}

function screening({ on, officers, kind }: Story): ScreeningDocument {
  return {
    checkedOn: on(days.screened),
    officers: [...officers],
    damageFound: true,
    findings: `经现场核查，${kind.harm}。`,
    decision: 'initiate',
  }
}

function approvals({ head }: Story, date: string) {
  return [
    { role: 'section-head' as const, name: '李某', opinion: '事实清楚，同意。', date },
    { role: 'department-head' as const, name: head, opinion: '同意。', date },
  ]
}

function investigation(story: Story): InvestigationDocument {
  const { on, past, kind, officers } = story
  if (!past(days.initiated)) return {}
  const handlers = (date: string) => officers.map((name) => ({ name, date }))
  return {
    initiation: {
      number: `南损启〔${on(days.initiated).slice(0, 4)}〕${story.index + 1}号`,
      initiatedOn: on(days.initiated),
      reason: `${kind.harm}，赔偿义务人明确，符合启动条件。`,
      handlers: handlers(on(days.initiated)),
      approvals: approvals(story, on(days.initiated)),
    },
    process: {
      investigators: [...officers],
      scope: `${story.place}及周边五百米范围`,
      activities: past(days.surveyed + 2)
        ? [
            {
              on: on(days.surveyed),
              place: story.place,
              method: '现场勘查、采样检测',
              officers: [...officers],
            },
            {
              on: on(days.surveyed + 2),
              place: story.company,
              method: '询问、调取生产台账',
              officers: [...officers],
            },
          ]
        : [],
    },
    facts: [{ statement: `${story.company}${kind.deed}。`, evidence: ['E1', 'E2'] }],
    legalBasis: ['《中华人民共和国民法典》第一千二百三十四条、第一千二百三十五条'],
    ...(past(days.concluded) && {
      conclusion: {
        concludedOn: on(days.concluded),
        recommendation: 'consult' as const,
        reason: '损害事实清楚，因果关系明确，赔偿义务人明确，建议启动磋商。',
        proposal: `建议由${story.company}承担修复责任，并与${story.driver}承担连带责任。`,
        handlers: handlers(on(days.concluded)),
      },
    }),
  }
}

function appraisals({ on, past, kind, costs, index }: Story): AppraisalsDocument {
  if (!past(days.commissioned)) return { appraisals: [] }
  const commissioned = {
    id: 'A1',
    kind: 'appraisal-report',
    commissionedBy: ['obligee', 'o1'],
    body: { name: '某环境损害司法鉴定中心', qualification: '环境损害司法鉴定' },
    commissionedOn: on(days.commissioned),
  }
  if (!past(days.appraised)) return { appraisals: [commissioned] }
  const report = {
    reportNumber: `某环鉴〔${on(days.appraised).slice(0, 4)}〕${index + 1}号`,
    receivedOn: on(days.appraised),
    conclusion: '行为与损害之间存在因果关系，损害可以通过工程措施予以修复。',
    scope: '受损面积约一千二百平方米，深度零至一点五米。',
    degree: `${kind.harm}。`,
    causation: '污染源、迁移路径和受体之间同一性成立，排除其他来源。',
    measures: `${kind.repair}。`,
    restorability: 'full' as const,
    restorableArea: '受损区域全部',
    amounts: [
      { head: 'clean-up-restoration', amount: yuan(costs[0]) },
      { head: 'service-loss', amount: yuan(costs[1]) },
      { head: 'investigation-appraisal', amount: yuan(costs[2]) },
    ],
    restorationPlan: { title: '生态环境修复方案', author: { name: '某环境科技有限公司' } },
  }
  return { appraisals: [{ ...commissioned, ...report }] }
}

function restoration(story: Story): RestorationDocument {
  const { on, past, officers } = story
  if (!past(days.restorationStarted)) return { projects: [] }
  const inspection = (day: number) => ({
    on: on(day),
    officers: [...officers],
    findings: '现场查看施工记录和监理月报，工程量与方案一致，抽查点位检测结果低于修复目标值。',
  })
  return {
    projects: [
      {
        id: 'R1',
        agreement: 'G1',
        mode: 'in-situ',
        planAppraisal: 'A1',
        implementer: { name: '某生态修复有限公司' },
        supervisor: { name: '某工程监理有限公司', report: 'E8' },
        startedOn: on(days.restorationStarted),
        inspections: [0, 40, 80]
          .map((more) => days.inspected + more)
          .filter(past)
          .map(inspection),
        ...(past(days.restored) && { completedOn: on(days.restored) }),
        evaluations: past(days.accepted) ? [evaluation(story)] : [],
        ...(past(days.filed + 2) && { filedOn: on(days.filed), sentToCourtOn: on(days.filed + 2) }),
      },
    ],
  }
}

function evaluation({ on }: Story) {
  return {
    round: 1,
    evaluator: { name: '某评估咨询有限公司' },
    reportedOn: on(days.evaluated),
    submittedOn: on(days.evaluated + 1),
    report: 'E9',
    acceptedOn: on(days.accepted),
    experts: ['冯某', '陈某', '褚某'],
    passed: true,
  }
}

function supervision({ on, past, index }: Story): SupervisionDocument {
  const publish = (matter: string, day: number) => ({
    matter,
    publishedOn: on(day),
    url: `https://example.gov.cn/shpc/${index}/${matter}.html`,
    channel: '南宁市人民政府门户网站生态环境损害赔偿专栏',
    note: '已隐去自然人的身份证件号码、住址和联系电话，保留赔偿金额、修复要求和履行期限。',
  })
  const first = ['agreement', 'funds'].map((matter) => publish(matter, days.disclosed))
  return {
    disclosures: [
      ...(past(days.disclosed) ? first : []),
      ...(past(days.filed) ? [publish('restoration-effect', days.filed)] : []),
    ],
  }
}

function closing({ on, past, sued }: Story): ClosingDocument {
  if (!past(days.closed) || sued) return { terminations: [] }
  return {
    closed: {
      closedOn: on(days.closed),
      result: 'performed',
      summary: '修复验收合格，款项付清，资料已归档。',
    },
  }
}

/** A list of so many pieces of evidence, papers that are kept on file. */
export function evidence({ on, officers, past }: Story, pieces: number): EvidenceDocument {
  const collectedOn = past(days.surveyed) ? on(days.surveyed) : on(0)
  return {
    evidence: Array.from({ length: pieces }, (_, place) => ({
      id: `E${place + 1}`,
      title: evidenceTitles[place % evidenceTitles.length] ?? '',
      kind: 'documentary' as const,
      collectedOn,
      collectedBy: [...officers],
      pages: place + 1,
    })),
  }
}
