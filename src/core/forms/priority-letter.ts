import { standingAppraisals } from '../facts/appraisals.ts'
import { isDeepEqual } from '../facts/data.ts'
import type { RelatedProceeding } from '../facts/documents.ts'
import { type Fen, fenOf, sum } from '../facts/money.ts'
import { proceedingsOf } from '../facts/proceedings.ts'
import { agreementOf, endedOn, obligorName } from '../facts/queries.ts'
import { compensationTotal } from '../facts/shares.ts'
import { bindingSuitsOn } from '../facts/suits.ts'
import type { CaseView } from '../view.ts'
import { amountInFull } from './amounts.ts'
import { collectFields, defineForm } from './define.ts'
import { asSentence, dateOrBlank, type FieldCollector, inClauses, joinedNames } from './fields.ts'
import { basisOf, letterFields } from './letter.ts'

/** 民事赔偿责任优先函: one for each 赔偿义务人 with a fine that is not paid (`o1`). */
export const priorityLetter = defineForm({
  id: 'priority-letter',
  phase: 'court',
  signing: 'office',
  subjects: ({ facts }) =>
    facts.obligors.map(({ id }) => id).filter((id) => !endedOn(facts, id) && finesOn(facts, id).length > 0),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const id = subject ?? ''
    const fines = finesOn(view.facts, id)
    const authorities = joinedNames([...new Set(fines.map(({ authority }) => authority))])
    need('罚款、罚金', fines[0]?.amount, 'case.relatedProceedings', 'new')
    const fields = {
      ...letterFields(view, undefined),
      收文机关: need(
        '收文机关',
        authorities,
        `case.relatedProceedings[${indexOf(view, fines[0])}].authority`,
        'new',
      ),
      赔偿义务人: obligorName(view.facts, id),
      依据: basisOf(view, 'civil-liability-first', collector),
      罚款情况: { paragraphs: fines.map(fineText) },
      赔偿责任: liability(view, id, collector),
    }
    return collector.filled(fields)
  },
})

/** Unpaid fines on record; a proceeding that names nobody is about everyone. */
function finesOn(facts: CaseView['facts'], id: string): RelatedProceeding[] {
  return proceedingsOf(facts).filter(
    ({ kind, amount, paidOn, obligors }) =>
      (kind === 'penalty' || kind === 'criminal') && amount && !paidOn && (obligors?.includes(id) ?? true),
  )
}

/** Where a fine stands in the file, by what no later step changes. */
const indexOf = ({ facts }: CaseView, fine: RelatedProceeding | undefined): number =>
  fine ? proceedingsOf(facts).findIndex((each) => isDeepEqual(each, fine)) : 0

function fineText({ kind, reference, on, amount }: RelatedProceeding): string {
  const what = kind === 'penalty' ? '处以罚款' : '判处罚金'
  return asSentence(inClauses(reference, on && dateOrBlank(on), `${what}${amountInFull(fenOf(amount))}`))
}

/** What the obligor owes: by agreement, by judgment, else as appraised. */
function liability({ facts }: CaseView, id: string, { need }: FieldCollector): string {
  const agreement = agreementOf(facts, id)
  if (agreement?.compensation?.items.length) {
    return owed(
      `${dateOrBlank(agreement.signedOn)}签订的赔偿协议约定`,
      compensationTotal(agreement.compensation),
    )
  }
  const [suit] = bindingSuitsOn(facts, id)
  const own = (suit?.payments ?? []).filter(({ obligor }) => obligor === undefined || obligor === id)
  const judged = own.map(({ amount }) => amount)
  if (suit && judged.length) return owed(`${suit.judgmentNumber ?? ''}生效裁判文书确定`, sum(judged))
  const appraised = standingAppraisals(facts).flatMap(({ amounts = [] }) =>
    amounts.map(({ amount }) => amount),
  )
  need('赔偿责任', appraised[0], 'appraisals.appraisals', 'receive-appraisal')
  return appraised.length ? owed('鉴定评估确定的生态环境损害数额', sum(appraised)) : ''
}

const owed = (by: string, fen: Fen): string => asSentence(`${by}，赔偿数额为${amountInFull(fen)}`)
