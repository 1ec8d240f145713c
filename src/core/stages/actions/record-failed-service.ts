import { roundOf } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor } from '../addresses.ts'
import { before, blockIf, type Companion, defineAction, type Item } from '../define.ts'
import { isOrdinaryService } from '../failure-ground.ts'
import { servicePath, unserved } from './serve.ts'

/** 记录送达未成: each way tried in vain; where every way but the public notice fails, consultation may fail. 第二十二条第三项 */
export const recordFailedService = defineAction({
  id: 'record-failed-service',
  title: '记录送达未成',
  article: '第二十二条',
  moves: false,
  advised: () => false,
  subjects: unserved,
  blockers: ({ facts }, subject) =>
    blockIf(!roundOf(facts, parseRoundAndObligor(subject).round)?.notice, '尚未发出磋商告知书', '第十七条'),
  target: (facts, subject) => ({
    document: 'consultation',
    path: [...servicePath(facts, subject), 'attempts'],
    mode: 'append',
  }),
  ask: ['method', 'on', 'result', 'evidence'],
  required: ['result'],
  defaults: ({ today }) => ({ on: today }),
  companions: serviceOf,
  refuse: ({ facts }, item, subject) => [
    ...blockIf(
      !isOrdinaryService(item.method),
      '公告送达不算在内：以公告以外的方式均无法送达，即可视为磋商未达成一致',
      '第二十二条第二款第三项',
    ),
    ...blockIf(
      before(item.on, roundOf(facts, parseRoundAndObligor(subject).round)?.notice?.issuedOn),
      '送达日期早于告知书日期',
      '第十七条',
    ),
  ],
})

/** The service that the first attempt opens. */
function serviceOf({ facts }: CaseView, { method }: Item, subject: string | null): readonly Companion[] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = (roundOf(facts, round)?.services ?? []).some((service) => service.obligor === obligor)
  if (known) return []
  const path = servicePath(facts, subject)
  return [
    { path: [...path, 'obligor'], value: obligor },
    { path: [...path, 'method'], value: method },
  ]
}
