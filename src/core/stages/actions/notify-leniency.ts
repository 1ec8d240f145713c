import type { Facts } from '../../facts/facts.ts'
import { paymentsUnder } from '../../facts/instalments.ts'
import { agreementOf, confirmationOf, endedOn, obligorName } from '../../facts/queries.ts'
import { projectsOf } from '../../facts/works.ts'
import type { CaseView } from '../../view.ts'
import { breachOf } from '../breach.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'

/** 告知积极履行: tells the administrative body and the judiciary who consulted and performed promptly and in full. */
export const notifyLeniency = defineAction({
  id: 'notify-leniency',
  title: '告知积极履行情况',
  matter: 'leniency',
  form: 'performance-letter',
  moves: false,
  subjects: (facts) => facts.obligors.map(({ id }) => id).filter((id) => isToBeReported(facts, id)),
  advised: (view, subject) => !hasPaidLate(view, subject),
  blockers: (view, subject) => {
    const agreement = agreementOf(view.facts, subject)
    const failures = (agreement && breachOf(view, agreement.id)?.failures) ?? []
    const own = failures.find(({ obligors }) => obligors.includes(subject))
    return blockIf(
      own !== undefined,
      `${obligorName(view.facts, subject)}没有及时全面履行：${own?.what ?? ''}`,
      'leniency',
    )
  },
  section: 'supervision.leniencyNotices',
  mode: 'append',
  ask: ['to', 'on', 'content', 'document'],
  defaults: ({ today }, subject) => ({ obligor: subject, on: today }),
  refuse: (_, item, subject) => [
    ...contradictionIf(item.obligor !== subject, `告知的应为 ${subject} 的履行情况`, 'leniency', {
      key: 'obligor',
    }),
  ],
})

/** 「及时全面履行」: an instalment paid after its day is no reason to ask for leniency. */
function hasPaidLate({ facts, deadlines }: CaseView, obligor: string): boolean {
  const own = (agreementOf(facts, obligor)?.payments ?? []).filter(
    (payment) => payment.obligor === undefined || payment.obligor === obligor,
  )
  return deadlines.some(
    ({ deadline, status, subject }) =>
      deadline === 'payment' && status === 'met-late' && own.some(({ id }) => id === subject),
  )
}

/**
 * Whether the obligor signed an agreement that the court did not refuse, performs it, and was not yet reported to both
 * kinds of bodies.
 */
function isToBeReported(facts: Facts, obligor: string): boolean {
  const agreement = agreementOf(facts, obligor)
  if (!agreement || endedOn(facts, obligor)) return false
  const told = new Set(
    facts.supervision.leniencyNotices.filter((each) => each.obligor === obligor).map(({ to }) => to),
  )
  const paid = paymentsUnder(facts, agreement).length > 0
  const restoring = projectsOf(facts, obligor).some(({ startedOn }) => startedOn)
  return confirmationOf(facts, agreement)?.result !== 'refused' && told.size <= 1 && (paid || restoring)
}
