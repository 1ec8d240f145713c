import type { DeadlineId } from '../../../generated/ids.ts'
import type { Deadline } from '../../deadlines/define.ts'
import { isPending } from '../../deadlines/pending.ts'
import type { CaseView } from '../../view.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 时效中断: a demand, a promise or a part performance, after which the limitation begins anew. */
export const interruptLimitation = defineAction({
  id: 'interrupt-limitation',
  title: '记录时效中断',
  matter: 'limitation-interruption',
  moves: false,
  advised: () => false,
  subjects: ({ obligors }, view) => {
    const running = runningPeriods(view).map(({ subject }) => subject?.split('/')[1] ?? subject)
    return obligors.map(({ id }) => id).filter((id) => running.includes(id))
  },
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

/**
 * The limitations that run, by claim and by debt, and the periods to apply for enforcement, which are interrupted
 * likewise.
 */
function runningPeriods({ deadlines, today }: CaseView): Deadline[] {
  return deadlines.filter((deadline) => {
    const isPeriod = interruptible.has(deadline.deadline)
    return isPeriod && isPending(deadline) && deadline.start !== null && deadline.start < today
  })
}

const interruptible: ReadonlySet<string> = new Set<DeadlineId>([
  'limitation',
  'agreement-limitation',
  'enforcement-apply',
])
