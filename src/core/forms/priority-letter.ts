import { standingAppraisals } from '../facts/appraisals.ts'
import { unitOnPapers } from '../facts/claimants.ts'
import { isDeepEqual } from '../facts/data.ts'
import type { RelatedProceeding } from '../facts/documents.ts'
import { fenOf, sum } from '../facts/money.ts'
import { proceedingsOf } from '../facts/proceedings.ts'
import { isOngoing } from '../facts/pursuit.ts'
import { claimedObligors, endedOn, obligorName } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { amountInFigures, amountInFull } from './amounts.ts'
import { basisOf } from './basis.ts'
import { collectFields, defineForm } from './define.ts'
import {
  asSentence,
  dateOrBlank,
  type FieldCollector,
  inClauses,
  inSentences,
  joinedNames,
  obligorNames,
  presentParts,
} from './fields.ts'
import { letterFields } from './letter.ts'
import { type DebtOfObligor, debtsOfObligor, isOwing } from './own-money.ts'

/**
 * 民事赔偿责任优先函: one for each 赔偿义务人 with a fine that is not paid, while he owes a compensation (`o1`), to those who
 * collect the fine and to the court that enforces the compensation. An office writes none to itself: of its own fine it
 * tells a court, which is asked for where none is on record.
 */
export const priorityLetter = defineForm({
  id: 'priority-letter',
  phase: 'court',
  signing: 'office',
  subjects: owingFines,
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const id = subject ?? ''
    const fines = finesOn(view.facts, id)
    const collectors = fines.flatMap((fine) => collectorsOf(view, fine))
    const recipients = joinedNames([...new Set([...collectors, ...enforcingCourts(view, id)])])
    need('罚款、罚金', fines[0]?.amount, 'case.relatedProceedings', 'new')
    for (const fine of fines) needPayer(view, fine, collector)
    const fields = {
      ...letterFields(view, undefined),
      收文机关: need(
        '收文机关',
        recipients,
        `case.relatedProceedings[${indexOf(view, fines[0])}].${isByOffice(view, fines[0]) ? 'court' : 'authority'}`,
        'new',
      ),
      赔偿义务人: obligorName(view.facts, id),
      依据: basisOf(
        view,
        {
          local: 'civil-liability-first',
          national: ['civil-first-general', 'national-civil-first'],
          otherwise: '案件办理情况',
        },
        collector,
      ),
      罚款种类: kindsOf(fines),
      罚款情况: { paragraphs: fines.map(fineText) },
      赔偿责任: { paragraphs: liability(view, id, collector) },
    }
    return collector.filled(fields)
  },
})

/** Who has a fine to pay and a compensation too. */
function owingFines({ facts }: CaseView): string[] {
  return facts.obligors
    .map(({ id }) => id)
    .filter((id) => !endedOn(facts, id) && finesOn(facts, id).length > 0 && isOwing(facts, id))
}

/**
 * Who collects a fine: what a criminal court imposed, that court; else the authority that imposed it, and the court that
 * it asked to enforce it. The office itself is never among them.
 */
function collectorsOf(view: CaseView, fine: RelatedProceeding): string[] {
  const { kind, authority, court } = fine
  if (kind === 'criminal' && court) return [court]
  return presentParts(isByOffice(view, fine) ? undefined : authority, court)
}

/** Whether the unit that writes the letter has imposed a fine itself, by its own name or that of its branch. */
function isByOffice({ facts }: CaseView, fine: RelatedProceeding | undefined): boolean {
  const { jurisdiction } = facts.case
  return [unitOnPapers(jurisdiction), jurisdiction.handlingUnit]
    .map(comparable)
    .includes(comparable(fine?.authority ?? ''))
}

/** Without the spaces that somebody typed in it. */
const comparable = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '')

/** The courts that enforce what this obligor owes. */
function enforcingCourts({ facts }: CaseView, id: string): string[] {
  return facts.court.enforcements.flatMap((each) =>
    isOngoing(each) && each.court && (each.obligors?.includes(id) ?? true) ? [each.court] : [],
  )
}

/** Unpaid fines on record; a proceeding that names nobody is about everyone. */
function finesOn(facts: CaseView['facts'], id: string): RelatedProceeding[] {
  return proceedingsOf(facts).filter(
    ({ kind, amount, paidOn, obligors }) =>
      (kind === 'penalty' || kind === 'criminal') && amount && !paidOn && (obligors?.includes(id) ?? true),
  )
}

/** Of several obligors, whose fine it is: a letter on one tells of no fine that may be another's. */
function needPayer(view: CaseView, fine: RelatedProceeding, { need }: FieldCollector): void {
  if (claimedObligors(view.facts).length <= 1) return
  const path = `case.relatedProceedings[${indexOf(view, fine)}].obligors`
  need('罚款情况', fine.obligors?.join(), path, 'new')
}

/** Where a fine stands in the file, by what no later step changes. */
const indexOf = ({ facts }: CaseView, fine: RelatedProceeding | undefined): number =>
  fine ? proceedingsOf(facts).findIndex((each) => isDeepEqual(each, fine)) : 0

/** What is to be paid: 罚款 to an administration, 罚金 by a criminal court. */
function kindsOf(fines: readonly RelatedProceeding[]): string {
  const kinds = fines.map(({ kind }) => (kind === 'penalty' ? '罚款' : '罚金'))
  return joinedNames([...new Set(kinds)])
}

function fineText({ kind, reference, on, amount }: RelatedProceeding): string {
  const what = kind === 'penalty' ? '处以罚款' : '判处罚金'
  return asSentence(inClauses(reference, on && dateOrBlank(on), `${what}${amountInFull(fenOf(amount))}`))
}

/** What this obligor owes, instrument by instrument; before there is any, what was appraised, for the whole case. */
function liability(view: CaseView, id: string, { need }: FieldCollector): string[] {
  const { facts } = view
  const owed = debtsOfObligor(facts, id)
  const told = presentParts(...owed.map((each) => owedText(facts, id, each)))
  if (told.length) return told
  const appraised = standingAppraisals(facts).flatMap(({ amounts = [] }) =>
    amounts.map(({ amount }) => amount),
  )
  need('赔偿责任', appraised[0], 'appraisals.appraisals', 'receive-appraisal')
  if (!appraised.length) return []
  const whole = `本案生态环境损害数额经鉴定评估为${amountInFull(sum(appraised))}`
  const settled = owed.map(({ instrument }) => titleOf(instrument))
  const whose = claimedObligors(facts).length > 1 ? '系全案数额，各赔偿义务人应当承担的部分' : '赔偿责任'
  const open = settled.length ? `${whose}以${joinedNames(settled)}的为准` : `${whose}尚待磋商或者裁判确定`
  return [asSentence(inClauses(whole, open))]
}

/** What one obligor owes and has paid by an agreement or a judgment, in one sentence or two. */
function owedText(facts: CaseView['facts'], id: string, owed: DebtOfObligor): string {
  const { instrument, due, paid, others, isJoint, isWorkOpen } = owed
  const by = titleOf(instrument)
  const whose = others.length
    ? `${obligorName(facts, id)}与${obligorNames(facts, others)}应当${isJoint ? '连带' : '共同'}`
    : `${obligorName(facts, id)}应当`
  const left = `已支付${amountInFigures(paid)}，尚欠${amountInFull(due - paid)}`
  const settled = paid >= due ? '已付清' : paid > 0n ? left : '至今未支付'
  const money = due > 0n ? `${by}，${whose}支付${amountInFull(due)}，${settled}` : ''
  const work = isWorkOpen ? `${money ? '' : `${by}，`}${obligorName(facts, id)}应当承担的修复尚未完成` : ''
  return inSentences(money, work)
}

function titleOf(instrument: DebtOfObligor['instrument']): string {
  return 'agreement' in instrument
    ? `${dateOrBlank(instrument.agreement.signedOn)}签订的赔偿协议约定`
    : `${instrument.suit.judgmentNumber ?? ''}生效裁判文书确定`
}
