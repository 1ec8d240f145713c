import { latest } from '../../calendar/dates.ts'
import { obligorOf } from '../../facts/queries.ts'
import { before, blockIf, defineAction, owedSubjects } from '../define.ts'

/** 时效中断: a demand, a promise or a part performance, after which the limitation begins anew. 民法典第一百九十五条 */
export const interruptLimitation = defineAction({
  id: 'interrupt-limitation',
  title: '记录时效中断',
  article: '民法典第一百九十五条',
  moves: false,
  advised: () => false,
  subjects: (_, view) => owedSubjects(view, 'limitation'),
  blockers: () => [],
  target: () => ({ document: 'court', path: ['limitationInterruptions'], mode: 'append' }),
  ask: ['on', 'how', 'evidence'],
  defaults: ({ today }, subject) => ({ obligor: subject, on: today }),
  refuse: ({ facts }, item, subject) => {
    const known = latest(facts.case.damage.knownOn, obligorOf(facts, subject ?? '')?.identifiedOn)
    return [
      ...blockIf(item.obligor !== subject, `时效所涉的义务人应为 ${subject}`, '民法典第一百九十五条'),
      ...blockIf(
        before(item.on, known),
        '中断日期早于知道损害和赔偿义务人的日期，时效尚未起算',
        '生态环境法典第一千零五十四条',
      ),
    ]
  },
})
