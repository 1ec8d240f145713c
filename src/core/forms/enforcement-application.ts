import { earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Agreement, Enforcement, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { isHeldWith, meetingBefore } from '../facts/meetings.ts'
import { fenOf } from '../facts/money.ts'
import { confirmationOf, liveAgreements, roundNumber, roundOf, waivedMeeting } from '../facts/queries.ts'
import type { Party } from '../facts/successor.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { applicantOf, partiesAmong, withPhone } from './applicant.ts'
import { collectFields, defineForm } from './define.ts'
import {
  blankLine,
  dateOrBlank,
  type FieldCollector,
  inSentences,
  joinedNames,
  labelled,
  notApplicable,
  obligorAddress,
  presentParts,
  representativeOf,
} from './fields.ts'

/** [7] 强制执行申请书: for enforcing a confirmed agreement, the only instrument it is made for (`F1`). */
export const enforcementApplication = defineForm({
  id: 'enforcement-application',
  phase: 'court',
  signing: /^赔偿权利人指定的部门或机构（盖章）/,
  byHand: ['申请日期'],
  subjects: (view) => applications(view).map(subjectOf),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const application = applications(view).find((each) => subjectOf(each) === subject)
    if (!application) need('执行申请', undefined, 'court.enforcements', 'apply-enforcement')
    const enforced = application
      ? facts.agreements.find(({ id }) => id === application.reference)
      : liveAgreements(facts).find((each) => confirmationOf(facts, each)?.result === 'confirmed')
    const applicant = applicantOf(view, collector)
    const fields = {
      申请人名称: applicant.name,
      '申请人地址（联系方式）': applicant.reachedAt,
      申请人法定代表人: applicant.representative,
      '委托代理人（姓名、工作单位及职务）': applicant.agents,
      联系方式: applicant.phone || notApplicable,
      ...respondentFields(view, application, enforced, collector),
      ...historyFields(view, enforced, collector),
      ...confirmationFields(view, enforced, collector),
      ...debtWords(application),
      执行请求: { paragraphs: claimOf(application) },
      执行人民法院: need('执行人民法院', application?.court, `${pathOf(subject)}.court`, 'apply-enforcement'),
      申请日期: dateOrBlank(application?.appliedOn),
    }
    return collector.filled(fields)
  },
})

function applications({ facts, regulation }: CaseView): Enforcement[] {
  const form = (instrument: string) => regulation.item('enforcementInstruments', instrument)?.form
  return facts.court.enforcements.filter(({ instrument }) => form(instrument) === 'enforcement-application')
}

const subjectOf = ({ id, reference }: Enforcement): string | null => id ?? reference ?? null
const pathOf = (subject: string | null): string =>
  subject === null ? 'court.enforcements' : `court.enforcements[${subject}]`

function respondentFields(
  view: CaseView,
  application: Enforcement | undefined,
  enforced: Agreement | undefined,
  collector: FieldCollector,
) {
  const named = application?.obligors ?? enforced?.obligors ?? []
  const respondents = partiesAmong(view, named, application?.appliedOn)
  return {
    赔偿义务人: joinedNames(respondents.map(({ name }) => name)),
    被申请人: { rows: respondents.map((obligor) => respondent(obligor, collector)) },
  }
}

function respondent(obligor: Party, collector: FieldCollector): Record<string, string> {
  const head = '被申请人.法定代表人（负责人）'
  return {
    名称或姓名: obligor.name,
    '地址（联系方式）': withPhone(
      obligorAddress(obligor, '被申请人.地址（联系方式）', collector),
      obligor.phone,
    ),
    '法定代表人（负责人）':
      obligor.kind === 'organization' ? representativeOf(obligor, head, collector) : notApplicable,
  }
}

/**
 * What the investigation found, when the office called the obligors to negotiate, and how they reached the agreement.
 */
function historyFields({ facts }: CaseView, enforced: Agreement | undefined, { need }: FieldCollector) {
  const { initiation, facts: found = [] } = facts.investigation ?? {}
  const round = enforced && roundOf(facts, roundNumber(enforced))
  const at = `consultation.rounds[${round?.round ?? ''}]`
  const { notifiedOn, from, to, count } = talksOf(facts, round, enforced)
  const meetings = `${at}.meetings`
  const statements = inSentences(...found.map(({ statement }) => statement)).replace(/。$/u, '')
  return {
    案件名称: facts.case.title.replace(/案$/u, ''),
    损害名称: need('损害名称', facts.case.cause, 'case.cause', 'new'),
    调查日期: need('调查日期', dateOrBlank(initiation?.initiatedOn), 'investigation.initiation', 'initiate'),
    查明事实: need('查明事实', statements, 'investigation.facts', 'record-facts'),
    通知磋商日期: need('通知磋商日期', notifiedOn, `${at}.notice`, 'notify'),
    磋商起始日期: need('磋商起始日期', dateOrBlank(from), meetings, 'meet'),
    磋商结束日期: need('磋商结束日期', dateOrBlank(to), meetings, 'meet'),
    磋商次数: count,
    协议名称: `${facts.case.title}生态环境损害`,
  }
}

/** How the parties reached an agreement, as the form asks. */
interface Talks {
  readonly notifiedOn: string
  readonly from: IsoDate | undefined
  readonly to: IsoDate | undefined
  readonly count: string
}

/**
 * The time from the first meeting with its obligors to the one that agreed; where the meeting was waived, from the
 * notice (the early request, the first consent) to the signing, without a number of meetings.
 */
function talksOf(facts: Facts, round: Round | undefined, enforced: Agreement | undefined): Talks {
  const { obligors = [], signedOn } = enforced ?? {}
  const agreedOn = enforced && latest(...obligors.map((id) => meetingBefore(facts, enforced, id)?.heldOn))
  const issuedOn = round?.notice?.issuedOn
  if (round && !agreedOn && obligors.some((id) => waivedMeeting(round, id))) {
    const consents = (round.meetingWaiver?.consents ?? []).map(({ consentedOn }) => consentedOn)
    const from = issuedOn ?? round.earlyRequest?.requestedOn ?? earliest(...consents)
    return { notifiedOn: dateOrBlank(issuedOn) || notApplicable, from, to: signedOn, count: notApplicable }
  }
  const days = (round?.meetings ?? [])
    .filter((meeting) => obligors.some((id) => isHeldWith(meeting, id)))
    .map(({ heldOn }) => heldOn)
    .filter((day) => agreedOn === undefined || day <= agreedOn)
    .sort()
  const count = days.length ? String(days.length) : ''
  return { notifiedOn: dateOrBlank(issuedOn), from: days[0], to: days.at(-1), count }
}

/** The words of the annex for what was not performed, of which one is chosen where only one kind of debt is enforced. */
const WORDS = {
  money: { 赔偿或者开展修复: '赔偿', 赔偿或者修复: '赔偿' },
  work: { 赔偿或者开展修复: '开展修复', 赔偿或者修复: '修复' },
  both: { 赔偿或者开展修复: '赔偿（开展修复）', 赔偿或者修复: '赔偿（修复）' },
} as const

function debtWords({ debts = [] }: Partial<Enforcement> = {}) {
  const [only, ...others] = new Set(debts)
  return WORDS[only === undefined || others.length ? 'both' : only]
}

/** What was not performed, what is claimed and how much: the court enforces what the application asks for. */
function claimOf({ breach, claim, amount }: Partial<Enforcement> = {}): string[] {
  return presentParts(
    labelled('不履行情况', breach),
    labelled('执行请求', claim),
    amount && labelled('执行金额', amountInFull(fenOf(amount))),
  )
}

/** The court's confirmation, without which nothing can be enforced. */
function confirmationFields({ facts }: CaseView, enforced: Agreement | undefined, { need }: FieldCollector) {
  const confirmation = enforced && confirmationOf(facts, enforced)
  const path = `court.confirmations[${enforced?.id ?? ''}]`
  const confirmed = confirmation?.result === 'confirmed' ? confirmation.rulingNumber : undefined
  const ruling = need('司法确认文书号', confirmed, `${path}.rulingNumber`, 'rule-confirmation')
  return {
    申请确认日期: need(
      '申请确认日期',
      dateOrBlank(confirmation?.appliedOn),
      `${path}.appliedOn`,
      'apply-confirmation',
    ),
    人民法院: need('人民法院', confirmation?.court, `${path}.court`, 'apply-confirmation'),
    司法确认文书号: ruling,
    // The annex prints 号 after the number, so a number that ends in 号 or 号之一 must lose it.
    生效文书号: ruling === '' ? blankLine : ruling.includes('号') ? ruling : `${ruling}号`,
  }
}
