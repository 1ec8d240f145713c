import { bindingReferences } from '../binding.ts'
import { breachOf, isBreached } from '../breach.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 催告履行: of what an agreement or judgment asked for and was not done; the limitation begins anew (`limitation-interruption`). */
export const demandPerformance = defineAction({
  id: 'demand-performance',
  title: '催告履行',
  matter: 'enforcement',
  moves: false,
  subjects: (facts, view) =>
    bindingReferences(facts).filter((reference) => breachOf(view, reference) !== undefined),
  blockers: (view, subject) => {
    const breach = breachOf(view, subject)
    return contradictionIf(!breach || !isBreached(breach), '没有到期而未履行的义务', 'enforcement')
  },
  section: 'court.demands',
  mode: 'append',
  ask: ['obligors', 'on', 'content', 'performBy'],
  defaults: (view, subject) => {
    const failures = breachOf(view, subject)?.failures ?? []
    return {
      reference: subject,
      obligors: [...new Set(failures.flatMap(({ obligors }) => obligors))],
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
