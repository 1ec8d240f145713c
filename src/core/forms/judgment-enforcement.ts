import { claimantUnits } from '../facts/claimants.ts'
import type { Enforcement } from '../facts/documents.ts'
import { inEffectSince } from '../facts/judgments.ts'
import { titleOf } from '../facts/titles.ts'
import { boundBy } from '../stages/binding.ts'
import type { CaseView } from '../view.ts'
import { collectFields, defineForm } from './define.ts'
import {
  enforcementClaim,
  enforcementPerformed,
  enforcementSubject,
  enforcementsWith,
} from './enforcement-claim.ts'
import { asSentence, dateOrBlank, type FieldCollector, inClauses, joinedNames } from './fields.ts'
import { partiesOf } from './litigants.ts'
import { partyWords } from './party-words.ts'

/**
 * 强制执行申请书 for every title but a confirmed agreement, which has form 7 of the annex: a judgment, a mediation, a
 * payment order, a notarised instrument (`F1`).
 */
export const judgmentEnforcement = defineForm({
  id: 'judgment-enforcement',
  phase: 'court',
  signing: /^申请执行人（盖章）/,
  datedOn: ({ court }, subject) =>
    court.enforcements.find((each) => enforcementSubject(each) === subject)?.appliedOn,
  byHand: ['申请日期'],
  subjects: (view) => enforcementsWith('judgment-enforcement', view).map(enforcementSubject),
  fill: (view, subject) => {
    const collector = collectFields()
    const { need } = collector
    const { facts } = view
    const application = enforcementsWith('judgment-enforcement', view).find(
      (each) => enforcementSubject(each) === subject,
    )
    const reference = application && titleOf(facts, application)
    const obligors = application?.obligors ?? boundBy(facts, reference ?? '')
    const path = `court.enforcements${subject === null ? '' : `[${subject}]`}`
    const sides = { own: '申请执行人', other: '被执行人' }
    const words = partyWords(view, sides.other, obligors, application?.appliedOn)
    const fields = {
      当事人: { paragraphs: partiesOf(view, sides, obligors, application?.appliedOn, collector, words) },
      请求事项: words.shortened({ paragraphs: enforcementClaim(application, path, collector) }),
      执行依据: title(view, application, reference, collector),
      被执行人: words.behindSide,
      履行情况: words.shortened({
        paragraphs: enforcementPerformed(view, application, reference, obligors),
      }),
      人民法院: need('人民法院', application?.court, `${path}.court`, 'apply-enforcement'),
      申请人: joinedNames(claimantUnits(facts)),
      申请日期: dateOrBlank(application?.appliedOn),
    }
    return collector.filled(fields)
  },
})

/** The judgment, mediation or order: who made it, its number, and since when it is in effect. */
function title(
  { facts, regulation }: CaseView,
  application: Enforcement | undefined,
  reference: string | undefined,
  { need }: FieldCollector,
): string {
  if (!application) {
    need('执行依据', undefined, 'court.enforcements', 'apply-enforcement')
    return ''
  }
  const kind = regulation.label('enforcementInstruments', application.instrument).replace(/^生效/u, '')
  const suit = facts.court.suits.find(({ id }) => id === reference)
  const order = facts.court.paymentOrders.find(({ id }) => id === reference)
  const since = dateOrBlank(suit ? inEffectSince(suit) : order?.effectiveOn)
  const effect = since && `已于${since}发生法律效力`
  if (suit) {
    const at = `court.suits[${suit.id}]`
    const number = need('执行依据', suit.judgmentNumber, `${at}.judgmentNumber`, 'judge')
    return asSentence(inClauses(`${suit.court ?? '人民法院'}${number}${kind}`, effect))
  }
  if (order) {
    const at = `court.paymentOrders[${order.id}]`
    const number = need('执行依据', order.number, `${at}.number`, 'apply-payment-order')
    return asSentence(inClauses(`${order.court ?? '人民法院'}${number}${kind}`, effect))
  }
  return asSentence(kind)
}
