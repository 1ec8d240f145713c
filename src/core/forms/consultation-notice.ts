import { actingBranch, claimantUnits, describedUnit } from '../facts/claimants.ts'
import type { Notice, Round } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { jointTeam } from '../facts/jurisdiction.ts'
import { involves, obligorOf, releasedOn, roundOf } from '../facts/queries.ts'
import { addresseesOf } from '../facts/rounds.ts'
import { type Party, partyOf } from '../facts/successor.ts'
import type { CaseView } from '../view.ts'
import { applyingUnits } from './applicant.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  chineseDateTime,
  dateOrBlank,
  type FieldCollector,
  identifierOf,
  inClauses,
  joinedNames,
  labelled,
  obligorAddress,
  presentParts,
  representativeOf,
} from './fields.ts'
import { investigationFindings } from './findings.ts'

/** [4] 生态环境损害赔偿磋商告知书: one for each round and 赔偿义务人 (`1/o2`). */
export const consultationNotice = defineForm({
  id: 'consultation-notice',
  phase: 'consultation',
  signing: /印章）$/,
  datedOn: ({ rounds }, subject) =>
    rounds.find(({ round }) => String(round) === subject?.split('/')[0])?.notice?.issuedOn,
  signedAt: 'consultation.rounds.notice',
  numberOf: ({ rounds }, subject) =>
    rounds.find(({ round }) => String(round) === subject?.split('/')[0])?.notice?.number,
  subjects: ({ facts }) => {
    const rounds: readonly Round[] = facts.rounds.length ? facts.rounds : [{ round: 1 }]
    return rounds.flatMap((round) =>
      facts.obligors.filter(({ id }) => isNotified(facts, round, id)).map(({ id }) => `${round.round}/${id}`),
    )
  },
  fill: (view, subject) => {
    const [round = '', id = ''] = (subject ?? '').split('/')
    const collector = collectFields()
    const fields = {
      告知人: joinedNames(claimantUnits(view.facts)),
      ...recipientFields(addressee(view, round, id), collector),
      ...noticeFields(view, round, roundOf(view.facts, Number(round))?.notice, collector),
    }
    return collector.filled(fields)
  },
})

/**
 * Whether a round's notice is written for this obligor: it takes part in the round, or still has to, since the round is
 * for it and it was not released before.
 */
function isNotified(facts: Facts, round: Round, id: string): boolean {
  if (involves(round, id)) return true
  if (!addresseesOf(facts, round).includes(id)) return false
  const ended = releasedOn(facts, id) ?? facts.closing.closed?.closedOn
  return !ended || (round.notice !== undefined && ended > round.notice.issuedOn)
}

/** Whom the notice is written to: the obligor, or whoever has taken its place by the day of the notice. */
function addressee({ facts }: CaseView, round: string, id: string): Party | undefined {
  const obligor = obligorOf(facts, id)
  return obligor && partyOf(obligor, roundOf(facts, Number(round))?.notice?.issuedOn)
}

function recipientFields(obligor: Party | undefined, collector: FieldCollector) {
  if (!obligor) {
    collector.need('被告知人', undefined, 'case.obligors', 'amend-obligors')
    return { 被告知人: '' }
  }
  const organisation = obligor.kind === 'organization'
  const head = '法定代表人/企业负责人'
  return {
    被告知人: obligor.name,
    单位: { block: organisation },
    [head]: organisation ? representativeOf(obligor, head, collector) : '',
    统一社会信用代码: identifierOf(obligor, '统一社会信用代码', collector),
    地址: obligorAddress(obligor, '地址', collector),
  }
}

function noticeFields(view: CaseView, round: string, notice: Notice | undefined, collector: FieldCollector) {
  const path = `consultation.rounds[${round}].notice`
  const { need } = collector
  const invited = presentParts(joinedNames(notice?.invited), labelled('旁听', joinedNames(notice?.observers)))
  need('告知日期', notice?.issuedOn, `${path}.issuedOn`, 'notify')
  return {
    生态环境损害赔偿事由: asSentence(
      need('生态环境损害赔偿事由', notice?.matter, `${path}.matter`, 'notify'),
    ),
    生态环境损害调查情况: { paragraphs: investigationFindings(view, notice, collector) },
    磋商小组人员: panelOf(view, need('磋商小组人员', joinedNames(notice?.panel), `${path}.panel`, 'notify')),
    受邀单位或部门: invited.join('；') || '无',
    磋商会议时间和地点: meetingOf(notice),
    答复期限: need('答复期限', replyTerms(view, notice, collector), `${path}.replyBy`, 'notify'),
    其他事项: { paragraphs: otherMatters(view, notice, collector) },
    告知日期: dateOrBlank(notice?.issuedOn),
  }
}

/** Those who negotiate for the claimant, and the units that handle the case jointly with it. */
function panelOf({ facts }: CaseView, panel: string): string {
  const team = jointTeam(facts.case.jurisdiction)
  return panel && team ? `${panel}；联合办案部门：${team}` : panel
}

/** The meeting, when it is already set; a notice may go out before, and the consent to negotiate decides. */
function meetingOf(notice: Notice | undefined): string {
  const { meeting } = notice ?? {}
  if (!meeting) return '收到同意磋商的书面答复后另行通知。'
  return asSentence(inClauses(chineseDateTime(meeting.at), meeting.place))
}

/**
 * The last day for the answer, where it goes, and what silence means. The form of the annex has no field for it, but the notice must
 * name the day: it stands under 五、其他事项.
 */
function replyTerms(
  view: CaseView,
  notice: Notice | undefined,
  collector: FieldCollector,
): string | undefined {
  const silence = `${placeOfReply(view, collector)}${consequenceOfSilence(view)}`
  if (notice?.replyBy) return `请于${dateOrBlank(notice.replyBy)}前（含当日）书面答复是否同意磋商。${silence}`
  if (notice?.replyWithinDays)
    return `请自收到本告知书次日起${notice.replyWithinDays}日内书面答复是否同意磋商。${silence}`
  return undefined
}

/**
 * Where the answer goes: to the unit that gives the notice, at its address where the configuration describes it; where
 * a branch handles the case in the name of its city's department, to where the branch is.
 */
function placeOfReply(view: CaseView, { need }: FieldCollector): string {
  const [own] = applyingUnits(view)
  if (!own) return ''
  const branch = actingBranch(view)
  const isKnown = describedUnit(view.config, view.facts) !== undefined
  const [known, path] = branch
    ? [branch.replyTo?.address, `${own.path}.replyTo.address`]
    : [own.address, `${own.path}.address`]
  const address = branch || isKnown ? need('答复地点', known, path, own.action) : ''
  return `书面答复请送交或者邮寄至${own.name}${address ? `（地址：${address}）` : ''}。`
}

/** That the findings can be objected to, how and when (`appraisal-objection`). */
function rightToObject({ regulation }: CaseView): string {
  const body = regulation.has('appraisal-objection')
    ? '；对鉴定评估的程序、结果有异议的，可以要求鉴定评估机构书面解释说明'
    : ''
  return `对本告知书所列调查情况有异议的，可以在答复时书面提出，也可以在磋商会议上陈述意见、提交证据${body}。`
}

/** What silence leads to, with the article that says so; nobody can cite a draft yet, and no other text says it. */
function consequenceOfSilence({ regulation }: CaseView): string {
  const { status, title, has, articleOf } = regulation
  if (!has('failure-grounds') || !has('reply-period')) return ''
  const basis = status === 'draft' ? '' : `依照《${title}》${articleOf('failure-grounds')}，`
  return `逾期不答复的，${basis}可以视为磋商未达成一致，我单位将依法向人民法院提起诉讼。`
}

function otherMatters(view: CaseView, notice: Notice | undefined, collector: FieldCollector): string[] {
  return presentParts(
    rightToObject(view),
    asSentence(notice?.otherMatters),
    labelled('本告知书文号', notice?.number),
    asSentence(contactOf(view, collector)),
  )
}

/** Whom to ask: an officer of the case; where a branch handles it, somebody of the branch, whom the paper must name. */
function contactOf(view: CaseView, { need }: FieldCollector): string {
  const { facts, config } = view
  const [handler] = facts.case.officers ?? []
  const branch = actingBranch(view)
  if (branch) {
    const { contact, phone } = branch.replyTo ?? {}
    const name = need('联系人', handler?.name ?? contact, 'config.unit.replyTo.contact', 'init')
    const number = need('联系电话', handler?.phone ?? phone, 'config.unit.replyTo.phone', 'init')
    return inClauses(name && `联系人：${name}`, number && `联系电话：${number}`)
  }
  const officer = handler ?? config.unit?.agents?.[0]
  const phone = officer?.phone ?? config.unit?.phone
  return inClauses(officer && `联系人：${officer.name}`, phone && `联系电话：${phone}`)
}
