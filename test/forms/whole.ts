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
      reference: '南环罚〔2025〕12号',
      on: '2025-06-01',
      authority: '南宁市生态环境局',
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
