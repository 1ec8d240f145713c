import { roundOf } from '../../facts/queries.ts'
import type { CaseView } from '../../view.ts'
import { parseRoundAndObligor } from '../addresses.ts'
import { type AnswersSoFar, blockIf, type Companion, contradictionIf, defineAction } from '../define.ts'
import { isOrdinaryService } from '../failure-ground.ts'
import { servicePlace, unserved } from './serve.ts'

/**
 * 记录送达未成: each way that was tried without success; where every way but the public notice fails, consultation may
 * fail.
 */
export const recordFailedService = defineAction({
  id: 'record-failed-service',
  title: '记录送达未成',
  matter: 'undeliverable',
  moves: false,
  follows: 'notify',
  advised: () => false,
  subjects: unserved,
  blockers: ({ facts }, subject) =>
    contradictionIf(
      !roundOf(facts, parseRoundAndObligor(subject).round)?.notice,
      '尚未发出磋商告知书',
      'consultation-notice',
      { lacks: 'notify' },
    ),
  section: 'consultation.rounds[].services[].attempts',
  at: servicePlace,
  mode: 'append',
  ask: ['method', 'on', 'result', 'evidence', 'signedCopy'],
  required: ['result'],
  defaults: ({ today }) => ({ on: today }),
  companions: serviceOf,
  refuse: (_, item) =>
    blockIf(
      !isOrdinaryService(item.method),
      '公告送达不算在内：以公告以外的方式均无法送达，即可视为磋商未达成一致',
      'undeliverable',
      { key: 'method' },
    ),
})

/** The service that the first attempt opens. */
function serviceOf(
  { facts }: CaseView,
  { method }: AnswersSoFar<'consultation.rounds[].services[].attempts'>,
  subject: string,
): readonly Companion[] {
  const { round, obligor } = parseRoundAndObligor(subject)
  const known = (roundOf(facts, round)?.services ?? []).some((service) => service.obligor === obligor)
  if (known) return []
  const [inRounds, inServices] = servicePlace(facts, subject)
  const path = ['rounds', inRounds, 'services', inServices]
  return [
    { path: [...path, 'obligor'], value: obligor },
    { path: [...path, 'method'], value: method },
  ]
}
