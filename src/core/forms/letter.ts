import type { PeriodId } from '../../generated/matters.ts'
import type { IsoDate } from '../calendar/dates.ts'
import { unitOnPapers } from '../facts/claimants.ts'
import { fenOf } from '../facts/money.ts'
import { PERIOD_UNITS } from '../regulation/units.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { asSentence, dateOrBlank, type FieldCollector, inClauses, joinedNames, labelled } from './fields.ts'

/** A number as offices give it, 南环函〔2026〕12号; a record may hold the title of the paper in its place. */
const issued = /〔[0-9０-９]+〕.*号$/u

/** The fields of every letter: its number where it has one, the case, the writer, the day, and the contact. */
export function letterFields(view: CaseView, on: IsoDate | undefined, number?: string) {
  return { 发文字号: number && issued.test(number) ? number : '', ...senderFields(view, on) }
}

/** The same for a paper that is no letter, and has no number. */
export function senderFields({ facts }: CaseView, on: IsoDate | undefined) {
  return {
    案件名称: facts.case.title,
    发文机关: unitOnPapers(facts.case.jurisdiction),
    发文日期: dateOrBlank(on),
    联系人及电话: contactsOf(facts.case.officers),
  }
}

function contactsOf(officers: CaseView['facts']['case']['officers']): string {
  const each = (officers ?? []).map(({ name, phone }) =>
    inClauses(`联系人：${name}`, phone && `电话：${phone}`),
  )
  return each.length ? `（${each.join('；')}）` : ''
}

/** What happened, in one paragraph. */
export function accountOf({ facts }: CaseView, field: string, { need }: FieldCollector): string {
  const { summary, damage } = facts.case
  return asSentence(need(field, summary ?? damage.description, 'case.summary', 'new'))
}

/** The titles of evidence by their ids, of what is on record. */
export function evidenceTitles({ facts }: CaseView, ids: readonly string[] | undefined): string {
  return joinedNames((ids ?? []).map((id) => facts.evidence.find((each) => each.id === id)?.title))
}

/** 「初步估算的损害数额：…」, without the costs of investigation and appraisal. */
export function estimateOf({ facts }: CaseView): string {
  const { estimatedLoss } = facts.case.damage
  return labelled('初步估算的损害数额', estimatedLoss && amountInFull(fenOf(estimatedLoss)))
}

/** A period of the text in words, as 10个工作日; empty where the text sets none. */
export function periodInWords({ regulation }: CaseView, id: PeriodId): string {
  const period = regulation.period(id)
  return period ? `${period.amount}${PERIOD_UNITS[period.unit]}` : ''
}
