import { contradictionIf, defineAction, owedSubjects } from '../define.ts'

/** 时效中断: a demand, a promise or a part performance, after which the limitation begins anew. */
export const interruptLimitation = defineAction({
  id: 'interrupt-limitation',
  title: '记录时效中断',
  matter: 'limitation-interruption',
  moves: false,
  advised: () => false,
  subjects: (_, view) => owedSubjects(view, 'limitation'),
  blockers: () => [],
  section: 'court.limitationInterruptions',
  mode: 'append',
  ask: ['on', 'how', 'evidence'],
  defaults: ({ today }, subject) => ({ obligor: subject, on: today }),
  refuse: (_, item, subject) =>
    contradictionIf(item.obligor !== subject, `时效所涉的义务人应为 ${subject}`, 'limitation-interruption', {
      key: 'obligor',
    }),
})
