import { earliest, type IsoDate } from '../calendar/dates.ts'
import type { Addressed } from '../facts/addressed.ts'
import type { ProcuratorateNotice, ProcuratorialSuggestion } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { addressedSuggestions, informedOn, noticeOf, noticesOf } from '../facts/procuratorate.ts'
import { caseEndedOn } from '../facts/queries.ts'
import { lawStatus } from '../regulation/laws.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { countFrom, countTo } from './count.ts'
import { defineDeadline, defineDeadlineForEach } from './define.ts'

const UNREAD = '损害继续扩大等紧急情形的十五日未与原文核对，另一种读法为两个月'

/**
 * 检察建议: act and answer in writing within two months, or within 15 days where harm is spreading. Nobody has compared the 15
 * days with the text of the law yet.
 */
export const procuratorialSuggestion = defineDeadlineForEach<Addressed<ProcuratorialSuggestion>>({
  id: 'procuratorial-suggestion',
  title: '办理检察建议并书面回复',
  matter: 'procuratorial-suggestion',
  after: 'reply-to-reporter',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['answer-suggestion', 'record-suggestion'],
  place: (facts, ...parts) => {
    const subject = parts.filter((part) => part !== '').join('/')
    const found = addressedSuggestions(facts).find(({ address }) => address === subject)
    const isRecorded = facts.case.procuratorate?.suggestions?.some((each) => each === found?.item) === true
    return isRecorded ? found?.item : facts.case.clue
  },
  beyondScope: true,
  each: addressedSuggestions,
  subject: ({ address }) => address,
  count: ({ item: { receivedOn, urgent, answeredOn } }, { period }) => {
    const usual = period('procuratorial-suggestion')
    const count = countFrom(receivedOn, '收到检察建议（条号未与原文核对）').metOn(answeredOn)
    if (!urgent) return count.add(usual)
    return count
      .add(period('procuratorial-suggestion-urgent'))
      .orFrom(usual && { period: usual, because: UNREAD })
  },
})

/**
 * 告知检察机关: 15 days from the initiation. Only departments of ecology and environment owe it, and they owe it to another
 * office, not to the obligor.
 */
export const procuratorateInformed = defineDeadline({
  id: 'procuratorate-informed',
  title: '启动索赔告知同级检察院',
  matter: 'procuratorate-informed',
  after: 'initiate',
  kind: 'duty',
  owedBy: 'office',
  metBy: ['inform-procuratorate'],
  place: (facts) => facts.investigation?.initiation,
  besideProcedure: true,
  reportedBy: { overdue: 'procuratorate/informed' },
  count: (facts, { period, regulation }) => {
    const initiatedOn = facts.investigation?.initiation?.initiatedOn
    if (!initiatedOn || !isOfEcology(facts, regulation) || isBeforeOpinion(regulation, initiatedOn))
      return undefined
    return (
      countFrom(initiatedOn, '决定启动索赔')
        .add(period('procuratorate-informed'))
        .metOn(informedOn(facts))
        // Closing the case does not tell the procuratorate: it does not count as doing it.
        .closedInTimeOn(caseEndedOn(facts))
    )
  },
})

/**
 * Whether a department of ecology and environment handles the case; where none is named, the one for the kind of
 * damage.
 */
function isOfEcology({ case: { jurisdiction, damage } }: Facts, regulation: Regulation): boolean {
  const department = jurisdiction.department ?? regulation.item('damageKinds', damage.kind)?.department
  return department === 'ecology-environment'
}

/** Whether the opinion that asks for it was not yet there. */
function isBeforeOpinion({ articleOf, citedLaws }: Regulation, day: IsoDate): boolean {
  return citedLaws(articleOf('procuratorate-informed')).some((law) => lawStatus(law, day) === 'not-yet')
}

/**
 * 检察机关公告: the notice names a last day. An office that has not written by then that it will claim counts as one that does
 * not claim.
 */
export const procuratorateNotice = defineDeadlineForEach<ProcuratorateNotice>({
  id: 'procuratorate-notice',
  title: '答复检察机关是否索赔',
  matter: 'procuratorate-notice',
  after: 'procuratorate-informed',
  kind: 'right',
  owedBy: 'office',
  metBy: ['answer-procuratorate-notice'],
  place: noticeOf,
  whenLate: {
    advice: '公告期内没有书面答复要索赔的，视为不索赔，请与检察院联系；已经答复的补录',
    actions: ['answer-procuratorate-notice'],
  },
  each: noticesOf,
  subject: ({ publishedOn }) => publishedOn,
  count: ({ publishedOn, claimBy, answeredOn }, _, facts) =>
    countTo(claimBy, '检察机关公告写明的最后一日', 'procuratorate-notice', publishedOn)
      .exactlyUnless('最后一日由检察机关写明，遇休息日是否顺延未见规定，请向检察院核实')
      .metOn(answeredOn)
      .closedOn(
        earliest(
          caseEndedOn(facts),
          ...facts.court.suits.flatMap(({ filedOn }) => (filedOn && filedOn >= publishedOn ? [filedOn] : [])),
        ),
      ),
})
