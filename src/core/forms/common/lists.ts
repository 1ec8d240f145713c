import { compare } from '../../calendar/dates.ts'
import { agreementsBindingAnyone } from '../../facts/agreements.ts'
import { standingAppraisals } from '../../facts/appraisals.ts'
import type {
  Activity,
  Agreement,
  Appraisal,
  AppraisedAmount,
  Evidence,
  Meeting,
  Officer,
  Payment,
  ScheduledPayment,
  Service,
} from '../../facts/documents.ts'
import { fenOf } from '../../facts/money.ts'
import { obligorName } from '../../facts/queries.ts'
import { compensationTotal } from '../../facts/shares.ts'
import { labelAt } from '../../schema/choices.ts'
import { amountInFigures, amountInFull } from '../amounts.ts'
import { dateOrBlank, joinedNames, obligorNames } from '../fields.ts'
import { appraiserName } from '../findings.ts'
import { labelIn } from './case-fields.ts'
import { defineList } from './define.ts'

export const officerList = defineList<Officer>({
  name: '承办人',
  says: '本案的承办人员',
  path: 'case.officers',
  action: 'new',
  items: ({ facts }) => facts.case.officers ?? [],
  fields: [
    ['姓名', '姓名', ({ name }) => name],
    ['单位', '所在单位', ({ unit }, { facts }) => unit ?? facts.case.jurisdiction.handlingUnit],
    ['职务', '职务', ({ post }) => post],
    ['电话', '电话', ({ phone }) => phone],
  ],
})

export const evidenceList = defineList<Evidence>({
  name: '证据',
  says: '证据清单里的每件证据',
  path: 'evidence.evidence',
  action: 'add-evidence',
  items: ({ facts }) => facts.evidence,
  fields: [
    ['名称', '证据名称', ({ title }) => title],
    ['种类', '书证、物证等', ({ kind }) => kind && labelAt('evidence', ['evidence', 0, 'kind'], kind)],
    ['来源', '从哪里取得', ({ source }) => source],
    ['取得日期', '取得的日期', ({ collectedOn }) => dateOrBlank(collectedOn)],
    ['取得人', '取得的人员', ({ collectedBy }) => joinedNames(collectedBy)],
    ['页数', '页数', ({ pages }) => (pages === undefined ? '' : String(pages))],
    ['证明内容', '证明什么', ({ proves }) => proves],
  ],
})

export const activityList = defineList<Activity>({
  name: '调查活动',
  says: '每次调查活动，按日期',
  path: 'investigation.process.activities',
  action: 'log-investigation',
  items: ({ facts }) =>
    [...(facts.investigation?.process?.activities ?? [])].sort((a, b) => compare(a.on, b.on)),
  fields: [
    ['日期', '日期', ({ on }) => dateOrBlank(on)],
    ['地点', '地点', ({ place }) => place],
    ['方式', '方式', ({ method }) => method],
    ['人员', '调查人员', ({ officers }) => joinedNames(officers)],
    ['情况', '发现的情况', ({ findings }) => findings],
  ],
})

export const appraisalList = defineList<Appraisal>({
  name: '鉴定评估',
  says: '每次有效的鉴定评估',
  path: 'appraisals.appraisals',
  action: 'commission-appraisal',
  items: ({ facts }) => standingAppraisals(facts),
  fields: [
    ['机构', '鉴定评估机构，或者专家', appraiserName],
    ['方式', '鉴定评估的方式', ({ kind }, view) => labelIn(view, 'appraisalKinds', kind)],
    ['委托日期', '委托的日期', ({ commissionedOn }) => dateOrBlank(commissionedOn)],
    ['报告日期', '收到意见、报告的日期', ({ receivedOn }) => dateOrBlank(receivedOn)],
    ['报告编号', '意见、报告的编号', ({ reportNumber }) => reportNumber],
    ['结论', '结论', ({ conclusion }) => conclusion],
  ],
})

export const lossList = defineList<AppraisedAmount>({
  name: '损害项目',
  says: '鉴定评估认定的每一项损害',
  path: 'appraisals.appraisals',
  action: 'receive-appraisal',
  items: ({ facts }) => standingAppraisals(facts).flatMap(({ amounts }) => amounts ?? []),
  fields: [
    ['名称', '损害的项目', ({ head }, view) => labelIn(view, 'damageHeads', head)],
    ['数额', '数额，数字', ({ amount }) => amountInFigures(fenOf(amount))],
    ['数额大写', '数额，数字和大写', ({ amount }) => amountInFull(fenOf(amount))],
  ],
})

export const serviceList = defineList<Service>({
  name: '送达',
  says: '磋商告知书的每次送达',
  path: 'consultation.rounds.services',
  action: 'serve',
  items: ({ facts }) => facts.rounds.flatMap(({ services }) => services ?? []),
  fields: [
    ['受送达人', '受送达的赔偿义务人', ({ obligor }, { facts }) => obligorName(facts, obligor)],
    ['方式', '送达方式', ({ method }, view) => labelIn(view, 'serviceMethods', method)],
    ['日期', '送达的日期', ({ servedOn }) => dateOrBlank(servedOn)],
    ['签收人', '签收的人', ({ recipient }) => recipient],
  ],
})

export const meetingList = defineList<Meeting>({
  name: '磋商会议',
  says: '每次磋商会议',
  path: 'consultation.rounds.meetings',
  action: 'meet',
  items: ({ facts }) => facts.rounds.flatMap(({ meetings }) => meetings ?? []),
  fields: [
    ['日期', '会议日期', ({ heldOn }) => dateOrBlank(heldOn)],
    ['地点', '会议地点', ({ place }) => place],
    ['主持人', '主持人', ({ chair }) => chair],
    ['记录人', '记录人', ({ recorder }) => recorder],
    ['到会义务人', '到会的赔偿义务人', ({ attended }, { facts }) => obligorNames(facts, attended ?? [])],
  ],
})

export const agreementList = defineList<Agreement>({
  name: '赔偿协议',
  says: '每份现行有效的赔偿协议',
  path: 'agreements.agreements',
  action: 'sign',
  items: ({ facts }) => agreementsBindingAnyone(facts),
  fields: [
    ['义务人', '签订协议的赔偿义务人', ({ obligors }, { facts }) => obligorNames(facts, obligors)],
    ['签订日期', '签订的日期', ({ signedOn }) => dateOrBlank(signedOn)],
    ['签订地点', '签订的地点', ({ place }) => place],
    [
      '总额',
      '赔偿总额，数字和大写',
      ({ compensation }) => compensation && amountInFull(compensationTotal(compensation)),
    ],
  ],
})

export const scheduleList = defineList<ScheduledPayment>({
  name: '应付款项',
  says: '现行有效的赔偿协议约定的每笔款项',
  path: 'agreements.agreements',
  action: 'sign',
  items: ({ facts }) => agreementsBindingAnyone(facts).flatMap(({ payments }) => payments ?? []),
  fields: [
    ['金额', '金额，数字', ({ amount }) => amountInFigures(fenOf(amount))],
    ['期限', '应当付清的日期', ({ dueOn }) => dateOrBlank(dueOn)],
    ['付款人', '付款的赔偿义务人', ({ obligor }, { facts }) => obligor && obligorName(facts, obligor)],
    ['收款人', '收款户名', ({ payee }) => payee?.name],
    ['账号', '收款账号', ({ payee }) => payee?.account],
    ['开户行', '收款账户的开户行', ({ payee }) => payee?.bank],
  ],
})

export const paymentList = defineList<Payment>({
  name: '已付款项',
  says: '已经支付的每笔款项',
  path: 'payments.payments',
  action: 'pay',
  items: ({ facts }) => facts.payments,
  fields: [
    ['金额', '金额，数字', ({ amount }) => amountInFigures(fenOf(amount))],
    ['日期', '支付的日期', ({ paidOn }) => dateOrBlank(paidOn)],
    ['付款人', '付款的人', ({ payer }, { facts }) => payerName(facts, payer)],
    [
      '去向',
      '国库、修复单位等',
      ({ destination }, view) => labelIn(view, 'paymentDestinations', destination),
    ],
    ['凭证', '凭证的编号', ({ voucher }) => voucher],
  ],
})

function payerName(facts: Parameters<typeof obligorName>[0], payer: Payment['payer']): string | undefined {
  return typeof payer === 'object' ? payer.name : payer && obligorName(facts, payer)
}
