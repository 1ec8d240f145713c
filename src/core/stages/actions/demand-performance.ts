import { bindingReferences } from '../binding.ts'
import { breachOf, isBreached, kindsInBreach, obligorsInBreach } from '../breach.ts'
import { contradictionIf, defineAction } from '../define.ts'

/**
 * 催告履行: the office demands what an agreement or judgment asks and nobody has done; the limitation restarts
 * (`limitation-interruption`).
 */
export const demandPerformance = defineAction({
  id: 'demand-performance',
  title: '催告履行',
  matter: 'enforcement',
  moves: false,
  follows: 'sign',
  subjects: bindingReferences,
  blockers: (view, subject) => {
    const breach = breachOf(view, subject)
    return contradictionIf(!breach || !isBreached(breach), '没有到期而未履行的义务', 'enforcement')
  },
  section: 'court.demands',
  mode: 'append',
  ask: ['obligors', 'on', 'content', 'performBy'],
  defaults: (view, subject) => {
    const breach = breachOf(view, subject)
    const failures = breach?.failures ?? []
    return {
      reference: subject,
      obligors: breach ? obligorsInBreach(breach) : [],
      ...(breach && { debts: kindsInBreach(breach) }),
      on: view.today,
      ...(failures.length && { content: failures.map(({ what }) => what).join('；') }),
    }
  },
  refuse: (_, item, subject) => [
    ...contradictionIf(item.reference !== subject, `催告的依据应为 ${subject}`, 'enforcement', {
      key: 'reference',
    }),
  ],
})
