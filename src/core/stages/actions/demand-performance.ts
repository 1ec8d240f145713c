import { latestOfAll } from '../../calendar/dates.ts'
import type { DebtKind } from '../../facts/documents.ts'
import { labelAt } from '../../schema/choices.ts'
import { type CaseView, viewBy } from '../../view.ts'
import { bindingReferences } from '../binding.ts'
import { breachOf, isBreached, kindsInBreach } from '../breach.ts'
import { agreedTerms, claimedOf } from '../claimed.ts'
import { type AnswersSoFar, contradictionIf, defineAction } from '../define.ts'

/**
 * 催告履行: the office demands what an agreement or judgment asks and nobody has done; the limitation restarts
 * (`limitation-interruption`).
 */
export const demandPerformance = defineAction({
  id: 'demand-performance',
  title: '催告履行',
  matter: 'enforcement',
  form: 'demand-notice',
  moves: false,
  follows: 'sign',
  subjects: bindingReferences,
  // What was demanded once need not be demanded again until something else falls due.
  advised: (view, subject) => {
    const demandedOn = latestOfAll(
      (view.facts.court.demands ?? []).flatMap(({ reference, on }) => (reference === subject ? on : [])),
    )
    const failures = breachOf(view, subject)?.failures ?? []
    return demandedOn === undefined || failures.some(({ dueOn = '' }) => dueOn >= demandedOn)
  },
  blockers: (view, subject) => {
    const breach = breachOf(view, subject)
    return contradictionIf(!breach || !isBreached(breach), '没有到期而未履行的义务', 'enforcement')
  },
  section: 'court.demands',
  mode: 'append',
  ask: ['on', 'debts', 'obligors', 'content', 'performBy'],
  choices: (view, subject) => ({
    debts: overdueKinds(view, subject).map((code) => ({
      code,
      label: labelAt('court', ['demands', 0, 'debts', 0], code),
    })),
  }),
  defaults: (view, subject) => {
    const { content, ...rest } = demanded(view, {}, subject)
    return { reference: subject, ...rest, on: view.today, ...(content !== undefined && { content }) }
  },
  proposes: demanded,
  refuse: (view, item, subject) => [
    ...contradictionIf(item.reference !== subject, `催告的依据应为 ${subject}`, 'enforcement', {
      key: 'reference',
    }),
    ...contradictionIf(
      item.debts?.some((kind) => !overdueKinds(viewBy(view, item.on), subject).includes(kind)) === true,
      '所选的债务没有到期而未履行的',
      'enforcement',
      { key: 'debts' },
    ),
  ],
})

/** The kinds of debt of which something is overdue. */
function overdueKinds(view: CaseView, subject: string): DebtKind[] {
  const breach = breachOf(view, subject)
  return breach ? kindsInBreach(breach) : []
}

/** What was overdue on the day of the demand, who is to perform what of it is demanded, and what those named are to do. */
function demanded(
  view: CaseView,
  { on, debts, obligors }: AnswersSoFar<'court.demands'>,
  subject: string,
): AnswersSoFar<'court.demands'> {
  const then = viewBy(view, on)
  const breach = breachOf(then, subject)
  const { owers, toDo, owed } = claimedOf(view.facts, breach, debts, obligors)
  const terms = breach && owed > 0n ? agreedTerms(view.facts, breach, obligors ?? owers) : undefined
  return {
    debts: overdueKinds(then, subject),
    obligors: [...owers],
    content: toDo && withTerms(toDo, terms),
  }
}

/** What is to be done and, on a line of its own, what the agreement says of a breach. */
function withTerms(toDo: string, terms: string | undefined): string {
  if (terms === undefined) return toDo
  return `${toDo.replace(/。$/u, '')}；\n按照协议的约定承担违约责任：${terms}。`
}
