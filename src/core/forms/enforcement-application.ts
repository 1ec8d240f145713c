import { type IsoDate, latest } from '../calendar/dates.ts'
import { claimantUnits } from '../facts/claimants.ts'
import type { Agreement, DebtKind, Enforcement, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { isHeldWith, meetingBefore } from '../facts/meetings.ts'
import { confirmationOf, liveAgreements, roundNumber, roundOf, waivedMeeting } from '../facts/queries.ts'
import type { Party } from '../facts/successor.ts'
import { projectsOf } from '../facts/works.ts'
import { breachOf } from '../stages/breach.ts'
import type { CaseView } from '../view.ts'
import { applicantOf, partiesAmong, withPhone } from './applicant.ts'
import { collectFields, defineForm } from './define.ts'
import {
  enforcementClaim,
  enforcementPerformed,
  enforcementSubject,
  enforcementsWith,
} from './enforcement-claim.ts'
import {
  blankLine,
  damageName,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  inSentences,
  joinedNames,
  notApplicable,
  obligorAddress,
  presentParts,
  representativeOf,
} from './fields.ts'
import { custodyText } from './natural-person.ts'
import { paymentsBy } from './own-performance.ts'
import { partyTerms, termsExplained } from './party-terms.ts'
import { type PartyWords, partyWords } from './party-words.ts'

/** [7] 强制执行申请书: for enforcing a confirmed agreement, the only instrument it is made for (`F1`). */
export const enforcementApplication = defineForm({
  id: 'enforcement-application',
  phase: 'court',
  signing: /^赔偿权利人指定的部门或机构（盖章）/,
  datedOn: ({ court }, subject) =>
    court.enforcements.find((each) => enforcementSubject(each) === subject)?.appliedOn,
  byHand: ['申请日期'],
  subjects: (view) => enforcementsWith('enforcement-application', view).map(enforcementSubject),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const application = enforcementsWith('enforcement-application', view).find(
      (each) => enforcementSubject(each) === subject,
    )
    if (!application) need('执行申请', undefined, 'court.enforcements', 'apply-enforcement')
    const enforced = application
      ? facts.agreements.find(({ id }) => id === application.reference)
      : liveAgreements(facts).find((each) => confirmationOf(facts, each)?.result === 'confirmed')
    const applicant = applicantOf(view, collector)
    const respondents = application?.obligors ?? enforced?.obligors ?? []
    const words = partyWords(view, '被申请人', respondents, application?.appliedOn)
    const fields = {
      申请人名称: applicant.name,
      '申请人地址（联系方式）': applicant.reachedAt,
      申请人法定代表人: applicant.representative,
      '委托代理人（姓名、工作单位及职务）': applicant.agents,
      联系方式: applicant.phone || notApplicable,
      ...respondentFields(view, application, respondents, words, collector),
      ...historyFields(view, enforced, words, collector),
      ...confirmationFields(view, enforced, collector),
      ...debtWords(view, application, enforced),
      ...defaultWords(view, application, enforced),
      请求事项: words.shortened({
        paragraphs: enforcementClaim(application, pathOf(subject), collector),
      }),
      履行情况: words.shortened({ paragraphs: performedBy(view, application, enforced) }),
      执行人民法院: need('执行人民法院', application?.court, `${pathOf(subject)}.court`, 'apply-enforcement'),
      申请日期: dateOrBlank(application?.appliedOn),
    }
    return collector.filled(fields)
  },
})

const pathOf = (subject: string | null): string =>
  subject === null ? 'court.enforcements' : `court.enforcements[${subject}]`

function respondentFields(
  view: CaseView,
  application: Enforcement | undefined,
  named: readonly string[],
  words: PartyWords,
  collector: FieldCollector,
) {
  const respondents = partiesAmong(view, named, application?.appliedOn)
  const called = respondents.flatMap(({ id }) => words.wordOf(id) ?? [])
  return {
    赔偿义务人: called.length ? `（${called.join('、')}）` : joinedNames(respondents.map(({ name }) => name)),
    被申请人: { rows: respondents.map((each) => respondent(each, words, application?.appliedOn, collector)) },
  }
}

function respondent(
  obligor: Party,
  words: PartyWords,
  on: IsoDate | undefined,
  collector: FieldCollector,
): Record<string, string> {
  const head = '被申请人.法定代表人（负责人）'
  const word = words.wordOf(obligor.id)
  return {
    名称或姓名: word ? `${obligor.name}（以下简称“${word}”）` : obligor.name,
    '地址（联系方式）': withPhone(
      inClauses(obligorAddress(obligor, '被申请人.地址（联系方式）', collector), custodyText(obligor, on)),
      obligor.phone,
    ),
    '法定代表人（负责人）':
      obligor.kind === 'organization' ? representativeOf(obligor, head, collector) : notApplicable,
  }
}

/**
 * What the investigation found, when the office called the obligors to negotiate, and how they reached the agreement.
 */
function historyFields(
  { facts }: CaseView,
  enforced: Agreement | undefined,
  words: PartyWords,
  { need }: FieldCollector,
) {
  const { initiation, facts: found = [] } = facts.investigation ?? {}
  const round = enforced && roundOf(facts, roundNumber(enforced))
  const at = `consultation.rounds[${round?.round ?? ''}]`
  const told = inSentences(...found.map(({ statement }) => statement)).replace(/。$/u, '')
  const statements = words.shortened(told)
  return {
    案件名称: facts.case.title.replace(/案$/u, ''),
    损害名称: need('损害名称', damageName(facts), 'case.cause', 'new'),
    调查日期: need('调查日期', dateOrBlank(initiation?.initiatedOn), 'investigation.initiation', 'initiate'),
    查明事实: need('查明事实', statements, 'investigation.facts', 'record-facts'),
    磋商经过: need('磋商经过', talksOf(facts, round, enforced), `${at}.meetings`, 'meet'),
    协议名称: `${facts.case.title}生态环境损害`,
  }
}

/**
 * How the parties reached an agreement: in the words of the annex from the first meeting with its obligors to the one
 * that agreed; where the meeting was waived, that there was none. Empty while no meeting is on record.
 */
function talksOf(facts: Facts, round: Round | undefined, enforced: Agreement | undefined): string {
  const { obligors = [] } = enforced ?? {}
  const agreedOn = enforced && latest(...obligors.map((id) => meetingBefore(facts, enforced, id)?.heldOn))
  const called = round ? calledText(round) : ''
  if (round && !agreedOn && obligors.some((id) => waivedMeeting(round, id)))
    return `${called}经赔偿义务人书面同意，未召开磋商会议`
  const days = (round?.meetings ?? [])
    .filter((meeting) => obligors.some((id) => isHeldWith(meeting, id)))
    .map(({ heldOn }) => heldOn)
    .filter((day) => agreedOn === undefined || day <= agreedOn)
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || !called) return ''
  const when = from === to ? dateOrBlank(from) : `${dateOrBlank(from)}至${dateOrBlank(to)}`
  return `${called}${when}经过${days.length}次磋商`
}

/** Who called for the talks: the office by its notice, or the obligor himself before there was one. */
function calledText({ notice, earlyRequest }: Round): string {
  if (notice) return `${dateOrBlank(notice.issuedOn)}，我单位通知赔偿义务人进行磋商。`
  return earlyRequest ? `${dateOrBlank(earlyRequest.requestedOn)}，赔偿义务人主动要求进行磋商。` : ''
}

/** The annex says that nothing was ever performed: where something was, the paper says so. */
const DEFAULTS = {
  whole: { 未履行: '未按照协议要求', 一直未履行: '一直未按照协议履行' },
  part: { 未履行: '未全部按照协议要求', 一直未履行: '至今未按照协议全部履行' },
} as const

function defaultWords(
  view: CaseView,
  application: Enforcement | undefined,
  enforced: Agreement | undefined,
): (typeof DEFAULTS)[keyof typeof DEFAULTS] {
  const named = application?.obligors ?? enforced?.obligors ?? []
  const begun = (kind: DebtKind): boolean => {
    if (!enforced || (application?.debts?.length && !application.debts.includes(kind))) return false
    if (kind === 'work')
      return named.some((id) => projectsOf(view.facts, id).some(({ startedOn }) => startedOn))
    return [undefined, ...named].some((id) => paymentsBy(view, enforced, id).length > 0)
  }
  return DEFAULTS[begun('money') || begun('work') ? 'part' : 'whole']
}

/** The words of the annex for what was not performed, of which one is chosen where only one kind of debt is enforced. */
const WORDS = {
  money: { 赔偿或者开展修复: '赔偿', 赔偿或者修复: '赔偿' },
  work: { 赔偿或者开展修复: '开展修复', 赔偿或者修复: '修复' },
  both: { 赔偿或者开展修复: '赔偿（开展修复）', 赔偿或者修复: '赔偿（修复）' },
} as const

/** By the debts on record, else by what the respondents failed to do. */
function debtWords(view: CaseView, application: Enforcement | undefined, enforced: Agreement | undefined) {
  const { debts = [], obligors } = application ?? {}
  const breach = !debts.length && enforced ? breachOf(view, enforced.id) : undefined
  const failures = (breach?.failures ?? []).filter(
    ({ liable }) => !obligors?.length || liable.some((id) => obligors.includes(id)),
  )
  const [only, ...others] = new Set([...debts, ...failures.map(({ kind }) => kind)])
  return WORDS[only === undefined || others.length ? 'both' : only]
}

/** What was performed of the agreement and what was not, by those against whom it is enforced. */
function performedBy(
  view: CaseView,
  application: Enforcement | undefined,
  enforced: Agreement | undefined,
): string[] {
  const obligors = application?.obligors ?? enforced?.obligors ?? []
  if (!application) return []
  const { claim, breach, appliedOn } = application
  const names = partiesAmong(view, enforced?.obligors ?? obligors, appliedOn).map(({ name }) => name)
  const terms = partyTerms([claim, breach], joinedNames(claimantUnits(view.facts)), names)
  return [
    ...presentParts(termsExplained(terms, '本申请书中')),
    ...enforcementPerformed(view, application, enforced?.id, obligors),
  ]
}

/** The court's confirmation, without which nothing can be enforced. */
function confirmationFields({ facts }: CaseView, enforced: Agreement | undefined, { need }: FieldCollector) {
  const confirmation = enforced && confirmationOf(facts, enforced)
  const path = `court.confirmations[${enforced?.id ?? ''}]`
  const confirmed = confirmation?.result === 'confirmed' ? confirmation.rulingNumber : undefined
  const ruled = confirmed && confirmation?.ruledOn
  const ruling = need('司法确认文书号', confirmed, `${path}.rulingNumber`, 'rule-confirmation')
  return {
    申请确认日期: need(
      '申请确认日期',
      dateOrBlank(confirmation?.appliedOn),
      `${path}.appliedOn`,
      'apply-confirmation',
    ),
    人民法院: need('人民法院', confirmation?.court, `${path}.court`, 'apply-confirmation'),
    司法确认文书号: presentParts(ruling, ruled && `${dateOrBlank(ruled)}作出`).join('，'),
    // The annex prints 号 after the number, so a number that ends in 号 or 号之一 must lose it.
    生效文书号: ruling === '' ? blankLine : ruling.includes('号') ? ruling : `${ruling}号`,
  }
}
